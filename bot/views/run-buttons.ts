import type { PressButton } from '../../cards/kit/press-button.ts';
import type { RunStatus } from '../../cards/run-status.ts';
import type { PersonId } from '../ports.ts';
import type { Run, RunTarget } from '../runs/run.ts';
import { signInButton } from './account-view.ts';
import { bookButton, noteButton, sayButton, startButton } from './buttons.ts';
import { isCurable } from './refusal.ts';
import type { Screen } from './screen.ts';

/** `id`: null where several people read the same card. */
type Whose = { run: Run; reader: { id: PersonId | null } };
type Shown = Whose & { target: RunTarget; status: RunStatus };

export function buttonsFor(shown: Shown, { words, now }: Screen): PressButton[] {
  const { status } = shown;
  const onward = [sayButton('autopilot', words), sayButton('runs', words)];
  // Last, so that a slow second click on what was there before does not take it back.
  if (status.kind === 'booked') return [...onward, cancelButton(shown, words)];
  const note = shown.run.endedAt ? [noteButton(shown.run.number, words)] : [];
  if (status.kind !== 'sign-in') return [...repeatButtons(shown, words, now), ...note, ...onward];
  const [signIn, takeBack] = signInButtonsFor(shown, status, words);
  return [...signIn, ...takeOverButtons(shown, words), ...onward, ...takeBack];
}

/** Nobody else has to wait for the asker: the same can be asked for in their own name. */
export function takeOverButtons({ run, reader }: Whose, words: Screen['words']): PressButton[] {
  if (reader.id === run.asker.id) return [];
  const once = { nonce: `${run.id}:over:${run.askedAt.getTime()}`, issuedAt: run.askedAt };
  const main = reader.id !== null;
  if (run.action === 'autopilot-sync')
    return [startButton({ title: 'button.take-over', action: run.action, main }, once, words)];
  const press = { press: 'again', run: run.number, only: 'all', ...once } as const;
  return [{ title: words.say('button.take-over'), press, main }];
}

type Waits = Extract<RunStatus, { kind: 'sign-in' }>;

/** What lets it go on, and what takes it back as long as nothing has begun. */
export function signInButtonsFor(
  shown: Whose,
  { begun }: Waits,
  words: Screen['words'],
): [PressButton[], PressButton[]] {
  return [isOwn(shown) ? [signInButton(words)] : [], begun === 'no' ? [cancelButton(shown, words)] : []];
}

/** What has not begun can be taken back; what has can only be left alone. */
export function stopButton(shown: Whose, words: Screen['words']): PressButton {
  const { run } = shown;
  const waits = run.targets.some(({ state }) => state === 'waiting');
  const key = waits ? 'button.stop-here' : 'button.stop-looking';
  const title = isOwn(shown) ? words.say(key) : words.say('button.leave');
  return { title, press: { press: waits ? 'cancel' : 'stop-looking', run: run.number } };
}

/** In a shared chat everybody reads the same card, so it is anybody's. */
export const isOwn = ({ run, reader }: Whose) => reader.id === null || reader.id === run.asker.id;

/** Whoever asked cannot agree to it themselves; the button to take it back is last, as with a booking. */
export function approvalButtons(shown: Whose, words: Screen['words']): PressButton[] {
  const { number, asker } = shown.run;
  const press = { press: 'review', run: number } as const;
  const review = { title: words.say('approval.button.review'), press, main: true };
  const others = shown.reader.id === asker.id ? [] : [review];
  return [...others, sayButton('runs', words), cancelButton(shown, words)];
}

function cancelButton(shown: Whose, words: Screen['words']): PressButton {
  const { number } = shown.run;
  const title = isOwn(shown) ? words.say('button.cancel', { number }) : words.say('button.leave');
  return { title, press: { press: 'cancel', run: number } };
}

/** Whether asking for a sync of the whole tenant once more may lead to something else. */
export const syncCanBeRepeated = ({ verdict, outcome }: RunTarget): boolean =>
  verdict === 'refused'
    ? outcome?.kind !== 'refused' || isCurable(outcome.refusal)
    : verdict === 'failed' || verdict === 'silent' || verdict === 'cancelled';

function repeatButtons({ run, target, status }: Shown, words: Screen['words'], now: Date): PressButton[] {
  const once = { nonce: `${run.id}:again`, issuedAt: run.endedAt ?? run.askedAt };
  const refusal = target.outcome?.kind === 'refused' ? target.outcome.refusal : null;
  const closed = refusal === null || refusal.kind === 'too-early';
  if (status.kind === 'refused' && target.window && target.window.opensAt > now && closed) {
    return [bookButton({ action: run.action, opensAt: target.window.opensAt, run: run.number }, once, words)];
  }
  if (status.kind === 'refused' && refusal && !isCurable(refusal)) return [];
  const repeatable =
    status.kind === 'refused' || status.kind === 'failed' || status.kind === 'silent' || status.kind === 'cancelled';
  const main = refusal?.kind !== 'not-allowed';
  const again = { title: 'button.try-again', action: run.action, run: run.number, main } as const;
  return repeatable ? [startButton(again, once, words)] : [];
}
