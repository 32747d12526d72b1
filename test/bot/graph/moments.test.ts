import { moment } from '../../../bot/graph/moments.ts';

test.each<[string, unknown, string | null]>([
  ['with parts of a second', '2026-07-23T11:23:15.0768271Z', '2026-07-23T11:23:15.076Z'],
  ['with an offset', '2026-07-23T13:23:15+02:00', '2026-07-23T11:23:15.000Z'],
  ['the beginning of time means never', '0001-01-01T00:00:00Z', null],
  ['so does a beginning with an offset', '0001-01-01T00:00:00+00:00', null],
  ['so does the end of time', '9999-12-31T23:59:59.9999999Z', null],
  ['null', null, null],
  ['absent', undefined, null],
  ['a number', 1_753_269_795_000, null],
  ['not a date', 'yesterday', null],
  ['empty', '', null],
])('a Graph time: %s', (_, value, expected) => {
  expect(moment.parse(value)?.toISOString() ?? null).toBe(expected);
});
