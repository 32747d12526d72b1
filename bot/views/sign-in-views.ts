import type { SignInView } from '../../cards/sign-in.ts';
import type { Key, Words } from '../../cards/words/index.ts';
import { type Scope, signInFailures } from '../ports.ts';
import { signInButton } from './account-view.ts';
import { sayButton, typeButton } from './buttons.ts';
import type { Screen } from './screen.ts';

/** `pending`: what they had asked for is being done. */
export type SignedIn = { username: string; pending: boolean };

export function signedInView({ username, pending }: SignedIn, { words, practice }: Screen): SignInView {
  return {
    practice,
    title: 'sign-in.title',
    standing: 'account.signed-in',
    tone: 'good',
    why: practice ? { key: 'account.practice' } : { key: 'sign-in.done.as', values: { username } },
    sentences: pending ? [{ key: 'sign-in.done.pending' }] : [],
    toSend: null,
    buttons: [sayButton('autopilot', words), sayButton('help', words)],
  };
}

/** Runs by number: taken back before they began, or going on in Intune until `until` without being looked at. */
export type LeftRuns = { cancelled: readonly number[]; parked: readonly { number: number; until: Date }[] };

/** Null where nobody was signed in. */
export function signedOutView(left: LeftRuns | null, screen: Screen): SignInView {
  const { words, practice, now } = screen;
  if (practice) return stillPractising(screen);
  const parked = (left?.parked ?? []).map(({ number, until }) => ({
    key: 'sign-out.parked' as const,
    values: { number, time: words.when(until, now) },
  }));
  return {
    practice,
    title: 'sign-out.title',
    standing: left ? 'sign-out.done' : 'account.signed-out',
    tone: 'emphasis',
    why: { key: left ? 'sign-out.done.more' : 'sign-out.nobody' },
    sentences: [...cancelledSentences(left?.cancelled ?? [], words), ...parked],
    toSend: null,
    buttons: [signInButton(words), sayButton('help', words)],
  };
}

/** Everybody there is somebody invented, and stays it. */
const stillPractising = ({ words, practice }: Screen): SignInView => ({
  practice,
  title: 'sign-out.title',
  standing: 'account.signed-in',
  tone: 'emphasis',
  why: { key: 'account.practice' },
  sentences: [{ key: 'sign-out.practice' }],
  toSend: null,
  buttons: [sayButton('help', words)],
});

export function forgottenView({ cancelled, parked }: LeftRuns, { words, practice }: Screen): SignInView {
  const goOn = parked.map(({ number }) => ({ key: 'forget.goes-on' as const, values: { number } }));
  return {
    practice,
    title: 'forget.title',
    standing: 'forget.done',
    tone: 'emphasis',
    why: { key: 'forget.done.more' },
    sentences: [...cancelledSentences(cancelled, words), ...goOn, { key: 'forget.done.again' }],
    toSend: null,
    buttons: [sayButton('help', words)],
  };
}

function cancelledSentences(cancelled: readonly number[], words: Words): SignInView['sentences'] {
  if (cancelled.length === 0) return [];
  const values = { count: cancelled.length, runs: words.list(cancelled.map(String)) };
  return [{ key: 'sign-out.cancelled', values }];
}

/** `not-silent`: Teams could not do it without asking. `cancelled`: a window of ours was closed. */
export const shownFailures = [...signInFailures, 'not-silent', 'cancelled'] as const;
type ShownFailure = (typeof shownFailures)[number];

export type FailedSignIn = {
  why: ShownFailure;
  /** What they had said, to be said again; null where nobody knows. */
  again: string | null;
  /** What consent is missing for, where that is known. */
  scopes?: readonly Scope[];
};

/** What happened, that nothing was done, what happens next, and the one thing to press. */
export function failedView({ why, again, scopes = [] }: FailedSignIn, { words, practice }: Screen): SignInView {
  const onward =
    again === null ? signInButton(words) : { ...typeButton(words.say('button.try-again'), again), main: true };
  const send = why === 'consent' && scopes.length > 0;
  const { said, next } = toldAbout[why];
  return {
    practice,
    title: 'sign-in.title',
    standing: 'sign-in.failed',
    tone: 'warning',
    why: { key: said },
    sentences: [
      { key: 'sign-in.nothing' },
      { key: send ? 'sign-in.next.administrator' : next, values: { button: onward.title } },
    ],
    toSend: send ? { key: 'send.consent', values: { count: scopes.length, scopes: words.list(scopes) } } : null,
    buttons: [...(why === 'settings' ? [] : [onward]), sayButton('help', words)],
  };
}

const toldAbout: Record<ShownFailure, { said: Key; next: Key }> = {
  'expired-offer': { said: 'sign-in.failed.expired-offer', next: 'sign-in.next.again' },
  'not-yours': { said: 'sign-in.failed.not-yours', next: 'sign-in.next.again' },
  'wrong-token': { said: 'sign-in.failed.wrong-token', next: 'sign-in.next.report' },
  'expired-token': { said: 'sign-in.failed.expired-token', next: 'sign-in.next.again' },
  'wrong-account': { said: 'sign-in.failed.wrong-account', next: 'sign-in.next.account' },
  'wrong-code': { said: 'sign-in.failed.wrong-code', next: 'sign-in.next.report' },
  consent: { said: 'sign-in.failed.consent', next: 'sign-in.next.page' },
  proof: { said: 'sign-in.failed.proof', next: 'sign-in.next.page' },
  throttled: { said: 'sign-in.failed.throttled', next: 'sign-in.next.wait' },
  unavailable: { said: 'sign-in.failed.unavailable', next: 'sign-in.next.wait' },
  'not-silent': { said: 'sign-in.failed.not-silent', next: 'sign-in.next.again' },
  cancelled: { said: 'sign-in.failed.cancelled', next: 'sign-in.next.again' },
  // The bot's own key: pressing anything again would not help.
  settings: { said: 'refusal.settings', next: 'next.settings' },
};
