import type { Did } from '../../../bot/commands/define.ts';
import type { Dice } from '../dice.ts';
import type { Message } from '../teams.ts';

/** What somebody in a story may want: one file for each kind, and a line in `index.ts`. */
export type Wish = {
  weight: number;
  /** What they do about it; null where there is nothing to do it with. */
  does(dice: Dice, chat: readonly Message[]): Did | null;
};

/** Somebody types one of these. */
export const types = (weight: number, texts: (dice: Dice) => string): Wish => ({
  weight,
  does: (dice) => ({ kind: 'said', text: texts(dice) }),
});
