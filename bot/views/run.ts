import type { PressButton } from '../../cards/kit/press-button.ts';
import { type RunBoardView, type RunStatus, runBoard, type TrailLine } from '../../cards/run-board.ts';
import type { CardJson, PersonId } from '../ports.ts';
import type { Run, RunTarget } from '../runs/run.ts';
import { bookButton, sayButton, startButton } from './buttons.ts';
import { isCurable, refusalViewFor } from './refusal.ts';
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

function trailFor(run: Run, { outcome, sighting, startedAt, state }: RunTarget): TrailLine[] {
  const found = startedAt && outcome === null && state !== 'starting';
  return [
    { kind: 'asked', at: run.askedAt, who: run.asker.name },
    ...(found ? [{ kind: 'seen-running', at: startedAt } as const] : []),
    ...(outcome?.kind === 'accepted'
      ? [{ kind: outcome.inferred ? 'accepted-unheard' : 'accepted', at: outcome.at } as const]
      : []),
    ...(outcome?.kind === 'refused'
      ? [{ kind: 'refused', at: outcome.at, status: outcome.refusal.support.status } as const]
      : []),
    ...(sighting ? [{ kind: 'looked', at: sighting.at, state: sighting.state } as const] : []),
  ];
}

/** The refusal worth showing: of the start as long as it matters, of the looking once it ended the run. */
function refusalOf(run: Run, { outcome, blind, verdict, window, state }: RunTarget, { words }: Screen) {
  const context = { action: run.action, window };
  if (verdict === 'silent' && blind) return refusalViewFor(blind, { ...context, phase: 'read' }, words);
  const moot = verdict === 'done' || verdict === 'failed' || state === 'waiting';
  if (outcome?.kind !== 'refused' || moot) return null;
  return refusalViewFor(outcome.refusal, { ...context, phase: 'start' }, words);
}

type Shown = { run: Run; target: RunTarget; status: RunStatus; reader: RunReader };

function buttonsFor(shown: Shown, { words }: Screen): PressButton[] {
  const { run, status, reader } = shown;
  const onward = [sayButton('autopilot', words), sayButton('runs', words)];
  if (status.kind === 'booked') {
    const own = reader.id === null || reader.id === run.asker.id;
    const title = own ? words.say('button.cancel', { number: run.number }) : words.say('button.leave');
    // Last, so that a slow second click on what was there before does not take it back.
    return [...onward, { title, press: { press: 'cancel', run: run.number } }];
  }
  return [...repeatButtons(shown, words), ...onward];
}

function repeatButtons({ run, target, status }: Shown, words: Screen['words']): PressButton[] {
  const once = { nonce: `${run.id}:again`, issuedAt: run.endedAt ?? run.askedAt };
  const refusal = target.outcome?.kind === 'refused' ? target.outcome.refusal : null;
  const closed = refusal === null || refusal.kind === 'too-early';
  if (status.kind === 'refused' && target.window && closed) {
    return [bookButton({ action: run.action, opensAt: target.window.opensAt, run: run.number }, once, words)];
  }
  if (status.kind === 'refused' && refusal && !isCurable(refusal)) return [];
  const repeatable =
    status.kind === 'refused' || status.kind === 'failed' || status.kind === 'silent' || status.kind === 'cancelled';
  const main = refusal?.kind !== 'not-allowed';
  return repeatable ? [startButton({ title: 'button.try-again', action: run.action, main }, once, words)] : [];
}
