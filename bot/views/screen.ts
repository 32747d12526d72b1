import { createHash } from 'node:crypto';
import type { Card } from '../../cards/kit/types.ts';
import type { Words } from '../../cards/words/index.ts';
import type { CardJson } from '../ports.ts';

/** For whom a card is drawn, and when. */
export type Screen = { words: Words; now: Date; practice: boolean };

/** The outer folders carry cards without knowing what is in them. */
export const asJson = (card: Card): CardJson => ({ ...card });

/** Tells whether two cards look the same, without keeping them. */
export const fingerprintOf = (card: CardJson): string =>
  createHash('sha256').update(JSON.stringify(card)).digest('base64url');
