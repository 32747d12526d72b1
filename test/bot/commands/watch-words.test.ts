import fc from 'fast-check';
import { watchSaid } from '../../../bot/commands/watch-words.ts';

const hour = 60 * 60_000;
const thing = (typed: string) => watchSaid(typed).thing;

test.each([
  ['', { kind: 'nothing', until: null }],
  ['failures only', { kind: 'nothing', until: null }],
  ['nur bei Fehlern', { kind: 'nothing', until: null }],
  ['these devices', { kind: 'nothing', until: null }],
  ['devices until done', { kind: 'nothing', until: 'done' }],
  ['until check-in', { kind: 'nothing', until: 'check-in' }],
  ['device, until it is done', { kind: 'nothing', until: 'done' }],
  ['этими устройствами, пока не появится', { kind: 'nothing', until: 'check-in' }],
  ['diese Geräte bis erledigt', { kind: 'nothing', until: 'done' }],
  ['autopilot', { kind: 'autopilot' }],
  ['автопилотом', { kind: 'autopilot' }],
  ['run 17', { kind: 'run', number: 17 }],
  ['17', { kind: 'run', number: 17 }],
  ['запуском №17', { kind: 'run', number: 17 }],
  ['run nine', { kind: 'run', number: null }],
  ['run 99999999999', { kind: 'run', number: null }],
  ['device IPAD-07', { kind: 'device', words: 'IPAD-07', until: null }],
  ['IPAD-07', { kind: 'device', words: 'IPAD-07', until: null }],
  ['device "Anna’s iPad" until it checks in', { kind: 'device', words: 'Anna’s iPad', until: 'check-in' }],
  ['устройством IPAD-07 до готовности', { kind: 'device', words: 'IPAD-07', until: 'done' }],
  ['device', { kind: 'nothing', until: null }],
  ['устройством Планшет Склад', { kind: 'device', words: 'Планшет Склад', until: null }],
  ['exchange', { kind: 'connector', words: '', olderThanMs: null }],
  ['exchange EX01', { kind: 'connector', words: 'EX01', olderThanMs: null }],
  ['exchange EX01 older than 24 h', { kind: 'connector', words: 'EX01', olderThanMs: 24 * hour }],
  ['exchange EX01 if older than 2 days', { kind: 'connector', words: 'EX01', olderThanMs: 48 * hour }],
  ['EX01 older than 24h', { kind: 'connector', words: 'EX01', olderThanMs: 24 * hour }],
  ['соединителем EX01 старше 24 ч', { kind: 'connector', words: 'EX01', olderThanMs: 24 * hour }],
  ['exchange EX01 старше 3 дней', { kind: 'connector', words: 'EX01', olderThanMs: 72 * hour }],
  ['Gerät IPAD-07 bis es sich meldet', { kind: 'device', words: 'IPAD-07', until: 'check-in' }],
  ['lauf Nr. 17', { kind: 'run', number: 17 }],
  ['exchange EX01 älter als 24 Stunden', { kind: 'connector', words: 'EX01', olderThanMs: 24 * hour }],
  ['exchange EX01, wenn älter als 2 Tage', { kind: 'connector', words: 'EX01', olderThanMs: 48 * hour }],
  ['exchange EX01 older than 9999 days', { kind: 'age' }],
  ['exchange EX01 older than 0 h', { kind: 'age' }],
  ['exchange EX01 older than 24 h failures only', { kind: 'connector', words: 'EX01', olderThanMs: 24 * hour }],
  ['IPAD-07 checks in', { kind: 'device', words: 'IPAD-07', until: 'check-in' }],
  ['the device IPAD-07 is back', { kind: 'device', words: 'IPAD-07', until: 'check-in' }],
  ['IPAD-07 syncs', { kind: 'device', words: 'IPAD-07', until: 'check-in' }],
  ['IPAD-07 is done', { kind: 'device', words: 'IPAD-07', until: 'done' }],
  ['IPAD-07 выйдет на связь', { kind: 'device', words: 'IPAD-07', until: 'check-in' }],
  ['IPAD-07 появится', { kind: 'device', words: 'IPAD-07', until: 'check-in' }],
  ['IPAD-07 sich meldet', { kind: 'device', words: 'IPAD-07', until: 'check-in' }],
  ['"Anna is back"', { kind: 'device', words: 'Anna is back', until: null }],
  ['Lobby Check in', { kind: 'device', words: 'Lobby Check in', until: null }],
  ['17 until it checks in', { kind: 'device', words: '17', until: 'check-in' }],
  ['autopilot is done', { kind: 'autopilot' }],
  ['autopilot syncs', { kind: 'autopilot' }],
  ['run 17 is done', { kind: 'run', number: 17 }],
  ['запуск 17 закончится', { kind: 'run', number: 17 }],
  ['lauf 17 fertig ist', { kind: 'run', number: 17 }],
  ['exchange EX01 only failures, if older than 24 h', { kind: 'connector', words: 'EX01', olderThanMs: 24 * hour }],
])('%j', (typed, wanted) => {
  expect(thing(typed)).toEqual(wanted);
});

test.each([
  ['IPAD-07\nIPAD-19\nLT-0142', ['IPAD-07', 'IPAD-19', 'LT-0142'], null],
  ['devices:\r\n- IPAD-07\r\n- Front desk 2\r\n', ['IPAD-07', 'Front desk 2'], null],
  ['IPAD-07, IPAD-19; LT-0142', ['IPAD-07', 'IPAD-19', 'LT-0142'], null],
  ['IPAD-07 and IPAD-19 until done', ['IPAD-07', 'IPAD-19'], 'done'],
  ['устройствами IPAD-07, IPAD-19, пока не появится', ['IPAD-07', 'IPAD-19'], 'check-in'],
  ['IPAD-07 und IPAD-19', ['IPAD-07', 'IPAD-19'], null],
  ['LT-0142, IPAD-07 until they check in', ['LT-0142', 'IPAD-07'], 'check-in'],
  ['LT-0142, IPAD-07 until they have checked in', ['LT-0142', 'IPAD-07'], 'check-in'],
  ['LT-0142 and IPAD-07 until they are seen', ['LT-0142', 'IPAD-07'], 'check-in'],
  ['LT-0142 and IPAD-07 are back', ['LT-0142', 'IPAD-07'], 'check-in'],
  ['LT-0142\nIPAD-07\nuntil all are done', ['LT-0142', 'IPAD-07'], 'done'],
  ['LT-0142, IPAD-07, until they are done', ['LT-0142', 'IPAD-07'], 'done'],
  ['LT-0142, IPAD-07 пока не выйдут на связь', ['LT-0142', 'IPAD-07'], 'check-in'],
  ['LT-0142, IPAD-07, пока они не появятся', ['LT-0142', 'IPAD-07'], 'check-in'],
  ['LT-0142 и IPAD-07, пока не готовы', ['LT-0142', 'IPAD-07'], 'done'],
  ['LT-0142, IPAD-07, пока все не будут готовы', ['LT-0142', 'IPAD-07'], 'done'],
  ['LT-0142, IPAD-07, bis sie sich gemeldet haben', ['LT-0142', 'IPAD-07'], 'check-in'],
  ['LT-0142 und IPAD-07, bis sie erledigt sind', ['LT-0142', 'IPAD-07'], 'done'],
])('%j is a list of devices', (typed, names, until) => {
  const said = thing(typed);
  if (said.kind !== 'devices') throw new Error(said.kind);
  expect([said.pasted.names.map(({ text }) => text), said.until]).toEqual([names, until]);
});

test.each([
  ['autopilot failures only', 'autopilot'],
  ['автопилотом только ошибки', 'autopilot'],
  ['run 17, only failures', 'run'],
  ['autopilot nur Fehler', 'autopilot'],
  ['exchange EX01 older than 24 h failures only', 'connector'],
  ['exchange EX01 failures only older than 24 h', 'connector'],
])('%j: failures only', (typed, kind) => {
  expect(watchSaid(typed)).toMatchObject({ failuresOnly: true, thing: { kind } });
});

test('whatever somebody types is read, and no number is out of the database’s reach', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (typed) => {
      const { thing } = watchSaid(typed);
      if (thing.kind === 'run' && thing.number !== null) expect(thing.number).toBeLessThanOrEqual(2_147_483_647);
      if (thing.kind === 'connector' && thing.olderThanMs !== null) expect(thing.olderThanMs).toBeGreaterThan(0);
    }),
  );
});
