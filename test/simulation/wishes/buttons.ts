import type { CardJson } from '../../../bot/ports.ts';

export type Part = Record<string, unknown>;

/** Everything on a card that can be pressed. */
export const buttonsOf = (card: CardJson): Part[] => partsOf(card).filter(isButton);

const isButton = (part: Part) => part['type'] === 'Action.Execute' && typeof part['data'] === 'object';

/** Whatever a card is made of, but what stands in for older clients. */
export function partsOf(card: CardJson): Part[] {
  const found: Part[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) found.push(value as Part);
    for (const [name, one] of Object.entries(value)) if (name !== 'fallback') walk(one);
  };
  walk(card);
  return found;
}
