import fc from 'fast-check';
import { type Press, parsePress, pressData, pressVersion } from '../../cards/press.ts';

const once = { nonce: 'n-1', issuedAt: new Date('2026-02-17T11:43:20Z') };

const presses: Press[] = [
  { press: 'say', text: 'sync autopilot' },
  { press: 'start', action: 'autopilot-sync', ...once },
  { press: 'book', action: 'autopilot-sync', run: null, ...once },
  { press: 'book', action: 'autopilot-sync', run: 17, ...once },
  { press: 'cancel', run: 17 },
  { press: 'show', run: 17 },
  { press: 'save-settings', owner: 'p' },
  { press: 'sign-in' },
  { press: 'sign-in', action: 'autopilot-sync' },
  { press: 'sign-out' },
  { press: 'forget', ...once },
];

/** What Teams does with a button's data on the way. */
const travelled = (data: object): unknown => JSON.parse(JSON.stringify(data));

test.each(presses)('a press comes back as it was sent: $press', (press) => {
  expect(parsePress(travelled(pressData(press)))).toEqual({ kind: 'press', press });
});

test('a form brings its inputs along', () => {
  const sent = { ...pressData({ press: 'save-settings', owner: 'p' }), language: 'ru', zone: 'teams' };
  expect(parsePress(sent)).toEqual({
    kind: 'press',
    press: { press: 'save-settings', owner: 'p', language: 'ru', zone: 'teams' },
  });
});

test('a card of another release is known as such, whatever its button says', () => {
  expect(parsePress({ v: pressVersion + 1, press: 'teleport' })).toEqual({ kind: 'other-version' });
});

test.each([
  ['nothing', undefined],
  ['no version', { press: 'show', run: 17 }],
  ['an unknown press', { v: pressVersion, press: 'teleport' }],
  ['a run that is no number', { v: pressVersion, press: 'show', run: '17' }],
  ['a run below one', { v: pressVersion, press: 'cancel', run: 0 }],
  ['no nonce', { v: pressVersion, press: 'start', action: 'autopilot-sync', issuedAt: once.issuedAt }],
  ['an endless text', { v: pressVersion, press: 'say', text: 'a'.repeat(201) }],
])('rubbish is known as such: %s', (_, data) => {
  expect(parsePress(data)).toEqual({ kind: 'rubbish' });
});

test('whatever arrives, nothing breaks', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => ['press', 'other-version', 'rubbish'].includes(parsePress(data).kind)),
  );
});
