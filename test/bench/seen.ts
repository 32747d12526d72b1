/** Waits for what a process tells unasked. */
import type { Server } from './candidates.ts';
import type { CardSeen } from './connector.ts';
import { conversationOf } from './teams.ts';

const withinMs = 20_000;

/** The next card in somebody's chat that fits. */
export const nextCard = (connector: Server, person: number, fits: (seen: CardSeen) => boolean = () => true) =>
  nextEvent<CardSeen>(connector, (seen) => seen.conversationId === conversationOf(person) && fits(seen));

export function nextEvent<E>(from: Server, fits: (event: E) => boolean): Promise<E> {
  return new Promise((found, failed) => {
    const late = setTimeout(() => failed(new Error('What was waited for never came')), withinMs);
    const stopListening = from.onEvent((event) => {
      if (!fits(event as E)) return;
      clearTimeout(late);
      stopListening();
      found(event as E);
    });
  });
}
