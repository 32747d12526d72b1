import { createHash } from 'node:crypto';
import type { Card } from '../../cards/kit/types.ts';
import type { Lexicon, Words } from '../../cards/words/index.ts';
import type { CardJson, Clock, Reader } from '../ports.ts';

/** For whom a card is drawn, and when. */
export type Screen = { words: Words; now: Date; practice: boolean };

/** `tenant`: the invented one; null on a real one. */
type World = { lexicon: Lexicon; clock: Clock; tenant: object | null };

/** For somebody who reads in a language and a time zone. */
export const screenFor = ({ lexicon, clock, tenant }: World, { language, zone }: Reader): Screen => ({
  words: lexicon(language, zone),
  now: clock.now(),
  practice: tenant !== null,
});

/** The outer folders carry cards without knowing what is in them. */
export const asJson = (card: Card): CardJson => ({ ...card });

/** Tells whether two cards look the same, without keeping them. */
export const fingerprintOf = (card: CardJson): string =>
  createHash('sha256').update(JSON.stringify(card)).digest('base64url');
