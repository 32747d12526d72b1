import type { ActionName } from '../actions/define.ts';
import { actionNamed } from '../actions/index.ts';
import { refusalIn } from '../graph/errors.ts';
import type { Refusal } from '../graph/refusal.ts';
import { readRefusedCard } from '../views/answers.ts';
import type { Answer, Turn } from './define.ts';

export type Read<T> = { kind: 'read'; value: T } | { kind: 'refused'; refusal: Refusal };

/** The one place where commands meet a refusal of Graph. */
export async function reading<T>(read: () => Promise<T>): Promise<Read<T>> {
  try {
    return { kind: 'read', value: await read() };
  } catch (error) {
    return { kind: 'refused', refusal: refusalIn(error) };
  }
}

export type ReadRefused = { action: { name: ActionName }; refusal: Refusal; place: Answer['place'] };

/** Nothing was changed, and the same words can be said again. */
export function readRefused(turn: Turn, { action, refusal, place }: ReadRefused): Answer {
  const again = actionNamed(action.name).phrases[turn.screen.words.language][0];
  return { card: readRefusedCard({ refusal, action: action.name, again }, turn.screen), place };
}
