import { types } from './define.ts';

/** Wants to be told when something changes, or does not any more. */
export const watches = types(4, (dice) => {
  const number = 1 + dice.below(3);
  return dice.one([
    `watch run ${number}`,
    `watch run ${number}`,
    'watch autopilot',
    'watch device IPAD-07',
    dice.one(['watch exchange EX01', 'watch exchange EX03 older than 1 h']),
    dice.one(['watches', `unwatch ${number}`]),
  ]);
});
