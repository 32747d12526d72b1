import { type RunBoardView, type RunStatus, runBoard } from '../../cards/run-board.ts';
import { signInReminder } from '../../cards/sign-in-reminder.ts';
import type { CardJson, PersonId } from '../ports.ts';
import type { Run, RunTarget } from '../runs/run.ts';
import { needWords, refusalViewFor } from './refusal.ts';
import { buttonsFor, signInButtonsFor } from './run-buttons.ts';
import { trailFor } from './run-trail.ts';
import { asJson, type Screen } from './screen.ts';

/** Who reads the board, and who waits for the run besides its asker. */
export type RunReader = {
  /** Null where several people read the same card: there is no "you" then. */
  id: PersonId | null;
  waiting: readonly { id: string; name: string }[];
};

export function runCard(run: Run, reader: RunReader, screen: Screen): CardJson {
  return asJson(runBoard(runView(run, reader, screen), screen.words));
}

/** A message of its own to somebody who has to sign in; null where the run does not wait for them. */
export function reminderCard(run: Run, reader: Pick<RunReader, 'id'>, screen: Screen): CardJson | null {
  const status = statusFor(run);
  if (status.kind !== 'sign-in') return null;
  const { words, practice, now } = screen;
  const view = {
    ...{ practice, now, number: run.number, askedAt: run.askedAt },
    ...{ need: status.need, begun: status.begun, until: status.until },
    title: words.say(`action.${run.action}`),
    asker: run.asker.name,
    readerIsAsker: reader.id === run.asker.id,
    buttons: signInButtonsFor({ run, reader }, status, words).flat(),
  };
  return asJson(signInReminder(view, words));
}

function runView(run: Run, reader: RunReader, screen: Screen): RunBoardView {
  const target = onlyTarget(run);
  const status = statusFor(run, target);
  return {
    practice: screen.practice,
    now: screen.now,
    number: run.number,
    title: screen.words.say(`action.${run.action}`),
    status,
    trail: trailFor(run, target),
    evidence: target.verdict === 'done' ? (target.sighting?.moved ?? null) : null,
    refusal: refusalOf(run, target, screen),
    waitedUntil: target.state === 'ended' ? (target.lookUntil ?? run.endedAt) : null,
    asker: run.asker.name,
    readerIsAsker: reader.id === run.asker.id,
    alsoWaiting: reader.waiting.filter((one) => one.id !== run.asker.id).map((one) => one.name),
    buttons: buttonsFor({ run, target, status, reader }, screen),
  };
}

/** So far every action has one target. */
function onlyTarget(run: Run): RunTarget {
  const [target] = run.targets;
  if (!target) throw new Error(`Run ${run.id} has no target`);
  return target;
}

export function statusFor(run: Run, target: RunTarget = onlyTarget(run)): RunStatus {
  const { blind } = target;
  if (blind?.kind === 'signed-out' && target.verdict === null) {
    const until = target.lookUntil ?? run.askedAt;
    return { kind: 'sign-in', need: needWords[blind.need], until, begun: begunOf(run, target) };
  }
  switch (target.state) {
    case 'waiting':
      return run.bookedFor ? bookedStatus(run.bookedFor, target) : { kind: 'starting' };
    case 'starting':
      return { kind: 'starting' };
    case 'following':
      return { kind: followingKind(run, target), until: target.lookUntil ?? run.askedAt };
    case 'ended':
      return endedStatus(run, target);
  }
}

/** A start that was cut off may have reached Intune. */
function begunOf(run: Run, target: RunTarget): 'no' | 'yes' | 'unknown' {
  if (target.state !== 'following') return target.state === 'waiting' ? 'no' : 'unknown';
  return followingKind(run, target) === 'unsure' ? 'unknown' : 'yes';
}

const bookedStatus = (bookedFor: Date, { window }: RunTarget): RunStatus => ({
  kind: 'booked',
  at: window?.opensAt ?? bookedFor,
  estimate: window?.basis !== 'service',
});

function followingKind(run: Run, { outcome, sighting }: RunTarget) {
  const refused = outcome?.kind === 'refused' ? outcome.refusal : null;
  if (run.joinedElsewhere || refused?.kind === 'running-already' || outcome === null) return 'joined';
  if (sighting?.state === 'working') return 'working';
  return refused ? 'unsure' : 'accepted';
}

function endedStatus(run: Run, { verdict, blind, sighting }: RunTarget): RunStatus {
  switch (verdict) {
    case 'silent':
      if (blind) return { kind: 'silent', why: 'cannot-look' };
      return { kind: 'silent', why: sighting?.state === 'working' ? 'never-ended' : 'never-began' };
    case 'cancelled':
      return { kind: 'cancelled', by: run.cancelledBy ?? run.asker.name };
    case 'done':
    case 'failed':
    case 'refused':
      return { kind: verdict };
    case null:
      throw new Error(`Run ${run.id} ended without a verdict`);
  }
}

/** The refusal worth showing: of the start as long as it matters, of the looking once it ended the run or halts it. */
function refusalOf(run: Run, { outcome, blind, verdict, window, state }: RunTarget, { words }: Screen) {
  const context = { action: run.action, window };
  const blinded = verdict === 'silent' || (verdict === null && blind?.kind === 'signed-out');
  if (blinded && blind) {
    const phase = state === 'waiting' ? 'start' : 'read';
    return refusalViewFor(blind, { ...context, phase }, words);
  }
  const moot = verdict === 'done' || verdict === 'failed' || state === 'waiting';
  if (outcome?.kind !== 'refused' || moot) return null;
  return refusalViewFor(outcome.refusal, { ...context, phase: 'start' }, words);
}
