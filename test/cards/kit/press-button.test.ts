import { type PressButton, pressButton } from '../../../cards/kit/press-button.ts';

const draft = { draft: 'd' };
const forms: PressButton['press'][] = [
  { press: 'save-settings', owner: 'p' },
  { press: 'pick-devices', ...draft },
  { press: 'choose-devices', ...draft },
  { press: 'settle-list', ...draft },
  { press: 'choose-payloads', ...draft, go: 'previous' },
];
const others: PressButton['press'][] = [
  { press: 'say', text: 'help' },
  { press: 'pick-again', ...draft },
  { press: 'guard', ...draft, keep: 'all' },
  { press: 'run-plan', ...draft, nonce: 'n', issuedAt: new Date(0) },
  { press: 'change-plan', ...draft },
  { press: 'plan-again', ...draft },
  { press: 'drop-draft', ...draft },
  { press: 'use-successor', ...draft },
];

const sends = (press: PressButton['press']) => {
  const { associatedInputs, fallback } = pressButton({ title: 'x', press });
  return [associatedInputs, fallback.associatedInputs];
};

test.each(forms)('$press sends what was typed, on old clients too', (press) => {
  expect(sends(press)).toEqual(['auto', 'auto']);
});

test.each(others)('$press sends nothing that was typed, and is stopped by nothing that is missing', (press) => {
  expect(sends(press)).toEqual(['none', 'none']);
});
