import { newDraft } from '../../../../bot/commands/payloads/draft.ts';
import { choicesOf } from '../../../../bot/commands/payloads/proceed.ts';
import type { Offered } from '../../../../bot/finding/payloads.ts';
import { foundDevice } from '../../../../bot/finding/stored.ts';

const mail = { id: '7d0e8a52-0000-4000-8000-00000000ab07', kind: 'deviceConfiguration', name: 'Mail profile' };
const offered: Offered = { ...mail, type: null, state: null, failed: false, variants: [] };
const iPad = foundDevice.parse({
  ...{ id: 'd1', name: 'IPAD-07', user: null, userId: null, userName: null, serial: null, os: 'iPadOS' },
  ...{ osVersion: null, model: null, owner: 'company', agent: 'mdm', lastSyncAt: null, enrolledAt: null },
  route: { via: 'managed' },
});
const choices = (removed: typeof newDraft.removed) =>
  choicesOf({ id: 'form', content: { ...newDraft, devices: [iPad], offered: [offered], removed } });

test('what is off the only device is not offered again, in whatever case Graph writes its id', () => {
  expect(choices([{ ...mail, id: mail.id.toUpperCase() }])).toEqual([]);
});

test('what failed to go is', () => {
  expect(choices([{ ...mail, failed: true }])).toEqual([offered]);
});
