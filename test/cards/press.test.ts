import fc from 'fast-check';
import {
  choiceInput,
  mostChoices,
  noneOfThese,
  type Press,
  parsePress,
  pressData,
  pressVersion,
} from '../../cards/press.ts';

const once = { nonce: 'n-1', issuedAt: new Date('2026-02-17T11:43:20Z') };

const presses: Press[] = [
  { press: 'say', text: 'sync autopilot' },
  { press: 'start', action: 'autopilot-sync', ...once },
  { press: 'start', action: 'autopilot-sync', run: 17, ...once },
  { press: 'book', action: 'autopilot-sync', run: null, ...once },
  { press: 'book', action: 'autopilot-sync', run: 17, ...once },
  { press: 'serials', go: 'look', run: 17 },
  { press: 'serials', go: 'note', run: 17, owner: 'p' },
  { press: 'watch', what: 'serials', run: 17, ...once },
  { press: 'watch', what: 'serials', run: 17, owner: 'p', ...once },
  { press: 'cancel', run: 17 },
  { press: 'show', run: 17 },
  { press: 'save-settings', owner: 'p' },
  { press: 'sign-in' },
  { press: 'sign-in', action: 'autopilot-sync' },
  { press: 'sign-out' },
  { press: 'forget', ...once },
  { press: 'pick-devices', draft: 'd' },
  { press: 'pick-again', draft: 'd' },
  { press: 'choose-devices', draft: 'd' },
  { press: 'settle-list', draft: 'd' },
  { press: 'choose-payloads', draft: 'd', page: 2, go: 'other-intent' },
  { press: 'guard', draft: 'd', keep: 'safe' },
  { press: 'run-plan', draft: 'd', ...once },
  { press: 'schedule-plan', draft: 'd', ...once },
  { press: 'change-plan', draft: 'd' },
  { press: 'plan-again', draft: 'd' },
  { press: 'drop-draft', draft: 'd' },
  { press: 'use-successor', draft: 'd' },
  { press: 'payloads', device: 'x' },
  { press: 'restore-all', device: 'x' },
  { press: 'details', run: 17, page: 2 },
  { press: 'csv', run: 17 },
  { press: 'again', run: 17, only: 'failed', ...once },
  { press: 'restore', run: 17, what: 'all', ...once },
  { press: 'stop-looking', run: 17 },
  { press: 'exchange-sync', connector: 'c', sync: 'full', sure: true, ...once },
  { press: 'exchange-pick', ...once },
  { press: 'hide-support-date' },
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

test('a form of connectors brings along what was chosen, and nothing it did not offer', () => {
  const sent = { ...pressData({ press: 'exchange-pick', ...once }), connector: 'c', sync: 'quick' };
  const press = { press: 'exchange-pick', ...once, connector: 'c', sync: 'quick' };
  expect(parsePress(travelled(sent))).toEqual({ kind: 'press', press });
  expect(parsePress(travelled({ ...sent, sync: 'deep' }))).toEqual({ kind: 'rubbish' });
});

test.each([
  [
    { press: 'pick-devices', draft: 'd' },
    { own: 'a,b', found: 'c', typed: 'LT-1\nLT-2' },
  ],
  [{ press: 'choose-devices', draft: 'd' }, { devices: 'a,b' }],
  [
    { press: 'settle-list', draft: 'd' },
    { ticked: 'a', choice_0: 'b', choice_9: noneOfThese },
  ],
  [
    { press: 'choose-payloads', draft: 'd', page: 1, go: 'next' },
    { items: 'a,b', search: 'mail' },
  ],
] as const)('a form of payload sync brings its inputs along: $press', (press, inputs) => {
  const sent = travelled({ ...pressData(press), ...inputs });
  expect(parsePress(sent)).toEqual({ kind: 'press', press: { ...press, ...inputs } });
});

test('as many names can be settled as a card asks about', () => {
  const all = Object.fromEntries(
    Array.from({ length: mostChoices }, (_, index) => [choiceInput(index), `id-${index}`]),
  );
  const sent = travelled({ ...pressData({ press: 'settle-list', draft: 'd' }), ...all, choice_10: 'one too many' });
  expect(parsePress(sent)).toEqual({ kind: 'press', press: { press: 'settle-list', draft: 'd', ...all } });
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
  ['a draft without a name', { v: pressVersion, press: 'drop-draft', draft: '' }],
  ['no way to go', { v: pressVersion, press: 'choose-payloads', draft: 'd', go: 'sideways' }],
  ['an endless list', { v: pressVersion, press: 'pick-devices', draft: 'd', typed: 'a'.repeat(40_001) }],
  ['endless ticks', { v: pressVersion, press: 'choose-devices', draft: 'd', devices: 'a'.repeat(8_001) }],
  ['an endless text', { v: pressVersion, press: 'say', text: 'a'.repeat(201) }],
])('rubbish is known as such: %s', (_, data) => {
  expect(parsePress(data)).toEqual({ kind: 'rubbish' });
});

test('whatever arrives, nothing breaks', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => ['press', 'other-version', 'rubbish'].includes(parsePress(data).kind)),
  );
});
