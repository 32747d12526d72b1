import { types } from './define.ts';

/** Looks at runs, takes them back, and wants them once more: by number, whoever began them. */
export const runs = types(4, (dice) => {
  const number = 1 + dice.below(4);
  return dice.one([`cancel ${number}`, `cancel ${number}`, `run ${number}`, 'runs', 'again', 'again failed']);
});
