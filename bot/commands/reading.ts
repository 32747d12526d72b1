import type { Press } from '../../cards/press.ts';
import type { ActionName } from '../actions/define.ts';
import { refusalIn } from '../graph/errors.ts';
import type { Refusal } from '../graph/refusal.ts';
import type { Scope } from '../ports.ts';
import { readRefusedCard } from '../views/answers.ts';
import type { Answer, Command, Turn } from './define.ts';
import { ownPlace } from './run-answer.ts';
import { signInAsk } from './sign-in-ask.ts';

export type Read<T> = { kind: 'read'; value: T } | { kind: 'refused'; refusal: Refusal };

/** The one place where commands meet a refusal of Graph. */
export async function reading<T>(read: () => Promise<T>): Promise<Read<T>> {
  try {
    return { kind: 'read', value: await read() };
  } catch (error) {
    return { kind: 'refused', refusal: refusalIn(error) };
  }
}

/** As long as a button that types for somebody can carry. */
const longestSaid = 200;

/** What a person had said, as that button says it: the phrase in their language, and what followed it. */
export const saidAgain = ({ screen }: Turn, { phrases }: Pick<Command, 'phrases'>, said: string): string =>
  `${phrases[screen.words.language][0]} ${said}`.slice(0, longestSaid).trim();

/** `again` is what the person had said, in their language, or what would do it once more. */
export type ReadRefused = {
  action: ActionName;
  refusal: Refusal;
  again: string | Press;
  place: Answer['place'];
  /** What was asked for in the person's name. */
  scopes: readonly Scope[];
};

/** Nothing was changed, and the same words can be said again. */
export function readRefused(turn: Turn, { place, scopes, ...what }: ReadRefused): Answer {
  const answer: Answer = { card: readRefusedCard(what, turn.screen), place: ownPlace(turn, place) };
  const { refusal } = what;
  if (refusal.kind !== 'signed-out' || turn.signedIn) return answer;
  return { ...answer, signIn: signInAsk({ need: refusal.need, scopes }, turn.screen.words) };
}

/** What would ask for an Autopilot sync once more, with its list. */
export const startAgain = ({ desk, screen }: Turn, list: string): Press => ({
  ...{ press: 'start', action: 'autopilot-sync', list },
  ...{ nonce: desk.newId(), issuedAt: screen.now },
});
