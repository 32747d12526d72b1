import type { Dice } from '../dice.ts';
import { types } from './define.ts';

const works = ['autopilot', 'autopilot', 'EX01 quick', 'EX01 full', 'sync payloads remove "Teams" on IPAD-07'] as const;

/** Wants something done at a time of this story or of the next day, or has a word with what is scheduled. */
export const schedules = types(4, (dice) => {
  const number = 1 + dice.below(3);
  const at = `08:${10 + dice.below(40)} UTC`;
  return dice.one([
    `schedule ${dice.one(works)} today ${at}`,
    `schedule ${dice.one(works)} today ${at}`,
    `schedule ${dice.one(works)} every day ${at}`,
    'schedule autopilot when the clock opens',
    rarely(dice, number),
  ]);
});

const rarely = (dice: Dice, number: number) =>
  dice.one(['schedules', `schedule ${number} pause`, `schedule ${number} resume`, `schedule ${number} cancel`]);
