import type { CardJson } from '../../../bot/ports.ts';
import type { Dice } from '../dice.ts';
import { buttonsOf, type Part, partsOf } from './buttons.ts';
import type { Wish } from './define.ts';

/** Any button of one of the latest cards, the main one rather than others, with whatever is filled in. */
export const press: Wish = {
  weight: 10,
  does(dice, chat) {
    const message = dice.happens(0.5) ? chat.at(-1) : dice.oneOf(chat.slice(-4));
    const all = message ? buttonsOf(message.card).filter((one) => !isHelp(one) || dice.happens(0.1)) : [];
    // What a card says besides what it is for leads away from it.
    const deeds = all.filter(({ data }) => (data as Part)['press'] !== 'say');
    const buttons = deeds.length > 0 && dice.happens(0.85) ? deeds : all;
    const main = buttons.filter(({ style }) => style === 'positive');
    const button = dice.oneOf(main.length > 0 && dice.happens(0.75) ? main : buttons);
    if (!message || !button) return null;
    const filled = button['associatedInputs'] === 'auto' ? inputsOf(message.card, dice) : {};
    return { kind: 'pressed', data: { ...filled, ...(button['data'] as object) }, cardId: message.id };
  },
};

const isHelp = ({ data }: Part) => ['help', 'помощь', 'hilfe'].includes(String((data as Part)['text']));

function inputsOf(card: CardJson, dice: Dice): Record<string, string> {
  const inputs = partsOf(card).filter(({ type }) => String(type).startsWith('Input.'));
  return Object.fromEntries(inputs.map((input) => [String(input['id']), filledIn(input, dice)]));
}

function filledIn({ choices, value }: Part, dice: Dice): string {
  const chosen = Array.isArray(choices) && dice.happens(0.8) ? (dice.oneOf(choices) as Part | null) : null;
  return String(chosen?.['value'] ?? value ?? '');
}
