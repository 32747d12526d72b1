import type { CardJson } from '../../../bot/ports.ts';
import type { Dice } from '../dice.ts';
import type { Wish } from './define.ts';

/** Any button of one of the latest cards, the main one rather than others, with whatever is filled in. */
export const press: Wish = {
  weight: 10,
  does(dice, chat) {
    const message = dice.oneOf(chat.slice(-4));
    const buttons = message ? partsOf(message.card).filter(isButton) : [];
    const main = buttons.filter(({ style }) => style === 'positive');
    const button = dice.oneOf(main.length > 0 && dice.happens(0.6) ? main : buttons);
    if (!message || !button) return null;
    const filled = button['associatedInputs'] === 'auto' ? inputsOf(message.card, dice) : {};
    return { kind: 'pressed', data: { ...filled, ...(button['data'] as object) }, cardId: message.id };
  },
};

type Part = Record<string, unknown>;

const isButton = (part: Part) => part['type'] === 'Action.Execute' && typeof part['data'] === 'object';

/** Whatever a card is made of, but what stands in for older clients. */
function partsOf(card: CardJson): Part[] {
  const found: Part[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) found.push(value as Part);
    for (const [name, one] of Object.entries(value)) if (name !== 'fallback') walk(one);
  };
  walk(card);
  return found;
}

function inputsOf(card: CardJson, dice: Dice): Record<string, string> {
  const inputs = partsOf(card).filter(({ type }) => String(type).startsWith('Input.'));
  return Object.fromEntries(inputs.map((input) => [String(input['id']), filledIn(input, dice)]));
}

function filledIn({ choices, value }: Part, dice: Dice): string {
  const chosen = Array.isArray(choices) && dice.happens(0.8) ? (dice.oneOf(choices) as Part | null) : null;
  return String(chosen?.['value'] ?? value ?? '');
}
