import type { ActionName } from '../actions/define.ts';
import { refusalIn } from '../graph/errors.ts';
import type { Refusal } from '../graph/refusal.ts';
import { readRefusedCard } from '../views/answers.ts';
import type { Answer, Turn } from './define.ts';
import { ownPlace } from './run-answer.ts';

export type Read<T> = { kind: 'read'; value: T } | { kind: 'refused'; refusal: Refusal };

/** The one place where commands meet a refusal of Graph. */
export async function reading<T>(read: () => Promise<T>): Promise<Read<T>> {
  try {
    return { kind: 'read', value: await read() };
  } catch (error) {
    return { kind: 'refused', refusal: refusalIn(error) };
  }
}

/** `again` is what the person had said, in their language. */
export type ReadRefused = { action: ActionName; refusal: Refusal; again: string; place: Answer['place'] };

/** Nothing was changed, and the same words can be said again. */
export function readRefused(turn: Turn, { place, ...what }: ReadRefused): Answer {
  return { card: readRefusedCard(what, turn.screen), place: ownPlace(turn, place) };
}
