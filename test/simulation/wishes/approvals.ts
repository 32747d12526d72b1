import { buttonsOf } from './buttons.ts';
import type { Wish } from './define.ts';

/** Decides what somebody is asked about here: their own wish too, which they may not. */
export const approvals: Wish = {
  weight: 8,
  does(dice, chat) {
    const asked = chat.flatMap(({ id, card }) =>
      buttonsOf(card)
        .map(({ data }) => data as Record<string, unknown>)
        .filter(({ press }) => press === 'approve' || press === 'decline')
        .map((data) => ({ cardId: id, data })),
    );
    const chosen = dice.oneOf(asked);
    const reason = dice.happens(0.7) ? { reason: 'Not before the release' } : {};
    return chosen && { kind: 'pressed', cardId: chosen.cardId, data: { ...reason, ...chosen.data } };
  },
};
