import { type DraftContent, newDraft, type Reading } from '../../../../bot/commands/payloads/draft.ts';
import { settledWith } from '../../../../bot/commands/payloads/pasted-list.ts';
import { foundDevice } from '../../../../bot/finding/stored.ts';
import { theRest } from '../../../../cards/press.ts';

const device = (id: string) =>
  foundDevice.parse({
    ...{ id, name: id, user: null, userId: null, userName: null, serial: null, os: 'iPadOS', osVersion: null },
    ...{ model: null, owner: 'company', agent: 'mdm', lastSyncAt: null, enrolledAt: null, route: { via: 'managed' } },
  });
const content = (...ids: string[]): DraftContent => ({ ...newDraft, candidates: ids.map(device) });
const reading = (change: Partial<Reading>): Reading => ({
  ...{ lines: 1, repeated: [], unknown: [], sure: [], ambiguous: [], doubtful: [], settled: false },
  ...change,
});
const press = { press: 'settle-list', draft: 'd' } as const;
const idsOf = ({ devices }: ReturnType<typeof settledWith>) => devices.map(({ id }) => id);

const desk = { said: 'DESK', ids: ['desk-1', 'desk-2'], chosen: null };

test('a device that a line names by its serial stays, although another line’s name is its and another one’s', () => {
  const read = reading({ sure: ['desk-1'], ambiguous: [desk] });
  expect(idsOf(settledWith(content('desk-1', 'desk-2'), read, press))).toEqual(['desk-1']);
  expect(idsOf(settledWith(content('desk-1', 'desk-2'), read, { ...press, choice_0: 'desk-2' }))).toEqual([
    'desk-1',
    'desk-2',
  ]);
});

test('of an ambiguous name alone nothing is taken before it is chosen', () => {
  const settled = settledWith(content('desk-1', 'desk-2'), reading({ ambiguous: [desk] }), press);
  expect(settled).toMatchObject({ devices: [], reading: { settled: false } });
});

describe('more doubtful devices than a card lists', () => {
  const ids = Array.from({ length: 12 }, (_, index) => `w${index}`);
  const doubtful = ids.map((id) => ({ id, why: 'undocumented' as const, ticked: false }));
  const settled = (ticked: string) =>
    settledWith(content(...ids), reading({ sure: ids, doubtful }), { ...press, ticked });

  test('stay out but for those that are ticked', () => {
    expect(idsOf(settled('w0,w7'))).toEqual(['w0', 'w7']);
    expect(idsOf(settled('w9'))).toEqual([]);
  });

  test('go along all at once where that is ticked', () => {
    expect(idsOf(settled(`w1,${theRest}`))).toEqual(['w1', ...ids.slice(8)]);
  });
});
