import { type AutopilotBoardView, autopilotBoard } from '../../cards/autopilot-board.ts';
import type { RunStatus } from '../../cards/run-status.ts';
import type { CardJson } from '../ports.ts';
import type { Run, RunTarget } from '../runs/run.ts';
import { needWords } from './refusal.ts';
import { buttonsFor } from './run-buttons.ts';
import { alsoWaiting, type RunReader } from './run-reader.ts';
import { refusalOf, refusalToldTo } from './run-refusal.ts';
import { trailFor } from './run-trail.ts';
import { asJson, type Screen } from './screen.ts';

export const autopilotRunCard = (run: Run, reader: RunReader, screen: Screen): CardJson =>
  asJson(autopilotBoard(autopilotRunView(run, reader, screen), screen.words));

export function autopilotRunView(run: Run, reader: RunReader, screen: Screen): AutopilotBoardView {
  const target = onlyTarget(run);
  const status = autopilotStatusFor(run, target);
  return {
    practice: screen.practice,
    now: screen.now,
    number: run.number,
    title: screen.words.say(`action.${run.action}`),
    status,
    trail: trailFor(run, target),
    evidence: target.verdict === 'done' ? (target.sighting?.moved ?? null) : null,
    refusal: refusalToldTo(reader, run, refusalOf(run, target, screen)),
    waitedUntil: target.state === 'ended' ? (target.lookUntil ?? run.endedAt) : null,
    asker: run.asker.name,
    readerIsAsker: reader.id === run.asker.id,
    ...alsoWaiting(run, reader),
    buttons: buttonsFor({ run, target, status, reader }, screen),
  };
}

/** The tenant is one. */
function onlyTarget(run: Run): RunTarget {
  const [target] = run.targets;
  if (!target) throw new Error(`Run ${run.id} has no target`);
  return target;
}

export function autopilotStatusFor(run: Run, target: RunTarget = onlyTarget(run)): RunStatus {
  const { blind } = target;
  if (blind?.kind === 'signed-out' && target.verdict === null) {
    const until = target.lookUntil ?? run.askedAt;
    return { kind: 'sign-in', need: needWords[blind.need], until, begun: begunOf(run, target) };
  }
  switch (target.state) {
    case 'waiting':
      return waitingStatus(run, target);
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

/** What a schedule asks for at its time waits for nothing that Intune would have said. */
function waitingStatus({ bookedFor, askedAt }: Run, { window }: RunTarget): RunStatus {
  const at = window?.opensAt ?? bookedFor;
  if (!bookedFor || !at || at <= askedAt) return { kind: 'starting' };
  return { kind: 'booked', at, estimate: window?.basis !== 'service' };
}

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
