import type { Turn } from '../../../../bot/commands/define.ts';
import { type DraftContent, newDraft } from '../../../../bot/commands/payloads/draft.ts';
import { asRead, remembered, setsFor } from '../../../../bot/commands/payloads/sets.ts';
import { foundDevice } from '../../../../bot/finding/stored.ts';
import { row, tenantOf } from '../../finding/tenant.ts';
import { always, openService, type Service } from '../../graph/service.ts';

let service: Service;
beforeEach(async () => {
  service = await openService();
});
afterEach(() => service.close());

const list = '/deviceManagement/managedDevices';
const noon = new Date('2026-03-02T12:00:00Z');
const turnAt = (key: string, seconds: number) =>
  ({
    ...{ key, from: {}, screen: { now: new Date(noon.getTime() + seconds * 1_000) } },
    desk: { graphFor: () => service.as(always('t')) },
  }) as unknown as Turn;

const device = (id: string) =>
  foundDevice.parse({
    ...{ id, name: id, user: null, userId: null, userName: null, serial: null, os: 'unknown', osVersion: null },
    ...{ model: null, owner: 'unknown', agent: 'unknown', lastSyncAt: null, enrolledAt: null },
    route: { via: 'managed' },
  });
const ids = (count: number) => Array.from({ length: count }, (_, index) => `d${index}`);

/** Reads the devices in one turn and again in a later one; how many reads the second time took. */
async function readsAgain(count: number, { turn = 'second', after = 5, gone = [] as string[] } = {}): Promise<number> {
  const there = ids(count).filter((id) => !gone.includes(id));
  tenantOf(service, { [list]: there.map((id) => row(id, { deviceActionResults: [] })) });
  const devices = ids(count).map(device);
  const content: DraftContent = { ...newDraft, devices };
  const first = turnAt('first', 0);
  const sets = await setsFor(first, { id: 'd', content });
  const before = service.calls.length;
  const later = { ...content, sets: remembered(first, devices, sets) };
  const again = await setsFor(turnAt(turn, after), { id: 'd', content: later });
  expect(again.map(({ kind }) => kind)).toEqual(sets.map(({ kind }) => kind));
  return service.calls.length - before;
}

test('what a form has just read of very many devices is not read again for the preview', async () => {
  expect(await readsAgain(101)).toBe(0);
});

test('after a minute it is, as it is at once of a few', async () => {
  expect(await readsAgain(101, { after: 61 })).toBeGreaterThan(0);
  expect(await readsAgain(2)).toBeGreaterThan(0);
});

test('in one turn nothing is read twice, but for what could not be read', async () => {
  expect(await readsAgain(2, { turn: 'first' })).toBe(0);
  expect(await readsAgain(2, { turn: 'first', gone: ['d1'] })).toBeGreaterThan(0);
});

test('a device of which only its name was known is what it was just read as', async () => {
  tenantOf(service, { [list]: [row('d0', { deviceActionResults: [] })] });
  const devices = [device('d0')];
  const sets = await setsFor(turnAt('first', 0), { id: 'd', content: { ...newDraft, devices } });
  expect(asRead(devices, sets)).toMatchObject([
    { os: 'iPadOS', owner: 'company', agent: 'mdm', lastSyncAt: new Date('2026-03-02T11:00:00Z') },
  ]);
});
