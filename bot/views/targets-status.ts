import type { DeviceCounts, DeviceStanding } from '../../cards/payload-counts.ts';
import { deviceStandings, type UnseenStanding, unseenStandings } from '../../cards/payload-counts.ts';
import type { TargetsStatus } from '../../cards/run-status.ts';
import type { Sighting } from '../actions/define.ts';
import { backByItself, endOf, isSuperseded, setChange } from '../actions/payload-set.ts';
import type { Refusal } from '../graph/refusal.ts';
import type { Run, RunTarget } from '../runs/run.ts';
import { approvalStatusOf } from './approval-status.ts';
import { needWords } from './refusal.ts';

/** How a run on devices or connectors stands, told from how each of them does. */
export function targetsStatusFor(run: Run): TargetsStatus {
  const approval = approvalStatusOf(run);
  if (approval) return approval;
  const parked = run.targets.find(({ blind, verdict }) => blind?.kind === 'signed-out' && verdict === null);
  if (parked?.blind?.kind === 'signed-out') {
    const until = parked.lookUntil ?? run.askedAt;
    return { kind: 'sign-in', need: needWords[parked.blind.need], until, begun: begunOf(run.targets) };
  }
  return run.targets.every(({ verdict }) => verdict !== null) ? endedStatus(run) : openStatus(run);
}

/** A start that was cut off may have reached Intune. */
function begunOf(targets: readonly RunTarget[]): 'no' | 'yes' | 'unknown' {
  if (targets.some(({ state }) => state === 'starting')) return 'unknown';
  return targets.every(({ state }) => state === 'waiting') ? 'no' : 'yes';
}

const further = ['working', 'waiting', 'accepted'] as const;

/** The furthest that any of them has come. */
function openStatus(run: Run): TargetsStatus {
  const { targets, askedAt } = run;
  const following = targets.filter(({ state }) => state === 'following');
  if (following.length === 0) return { kind: 'starting' };
  const until = new Date(Math.max(...following.map(({ lookUntil }) => (lookUntil ?? askedAt).getTime())));
  if (following.every(isUnsure)) return { kind: 'unsure', until };
  const standings = following.map((target) => standingOf(target, run));
  return { kind: further.find((one) => standings.includes(one)) ?? 'accepted', until };
}

export const isUnsure = ({ outcome, sighting }: RunTarget): boolean =>
  outcome?.kind === 'refused' && outcome.refusal.changed === 'unknown' && sighting?.state !== 'working';

function endedStatus(run: Run): TargetsStatus {
  const standings = new Set(run.targets.map((target) => standingOf(target, run)));
  const alike = standings.size === 1;
  const by = run.cancelledBy ?? run.asker.name;
  if (standings.has('cancelled')) return { kind: alike ? 'cancelled' : 'stopped', by };
  if (standings.has('done')) return { kind: alike ? 'done' : 'partly' };
  if (standings.has('failed')) return { kind: alike && run.targets.some(didSome) ? 'partly' : 'failed' };
  const unseen = unseenStandings.find((one) => standings.has(one));
  return unseen ? unseenStatus(unseen, by) : { kind: 'refused' };
}

function unseenStatus(standing: UnseenStanding, by: string): TargetsStatus {
  if (standing === 'unwatched') return { kind: standing, by };
  if (standing === 'superseded' || standing === 'returned') return { kind: standing };
  return { kind: 'silent', why: standing === 'silent' ? 'never-began' : standing };
}

/** Of several things asked of one device some are done. */
export function didSome({ sighting }: RunTarget): boolean {
  return (sighting?.items ?? []).some(
    ({ intent, status }) => status === endOf[intent === 'restore' ? 'restore' : 'remove'],
  );
}

/** How one target stands; how its run ended tells whether anybody was still looking. */
export function standingOf(target: RunTarget, run: Ending): DeviceStanding {
  const { state, verdict, sighting } = target;
  if ((verdict === 'silent' || verdict === 'failed') && isSuperseded(target)) return undoneBy(target);
  if (verdict === 'silent') return unseenOf(target, run);
  if (verdict) return verdict;
  if (state !== 'following') return 'pending';
  if (isUnsure(target)) return 'unsure';
  if (sighting?.state !== 'working') return 'accepted';
  return hasBegun(sighting) ? 'working' : 'waiting';
}

/** From then on a removal may have come back without anybody asking for it, and what is seen does not tell which it was. */
function undoneBy({ target, startedAt, sighting }: RunTarget): 'superseded' | 'returned' {
  const seenAfterMs = startedAt && sighting ? sighting.at.getTime() - startedAt.getTime() : 0;
  const isRemoval = setChange.parse(target.wish).adds.length > 0;
  return isRemoval && seenAfterMs >= backByItself.fromMs ? 'returned' : 'superseded';
}

type Ending = Pick<Run, 'cancelledBy' | 'endedAt'>;

function unseenOf(target: RunTarget, run: Ending): UnseenStanding {
  if (wasStopped(target, run)) return 'unwatched';
  if (target.blind) return 'cannot-look';
  const { sighting } = target;
  const began = sighting && (hasBegun(sighting) || (sighting.state === 'working' && !sighting.items));
  return began ? 'never-ended' : 'silent';
}

/** Somebody ended the run before looking at this one would have ended by itself. */
function wasStopped({ lookUntil, blind }: RunTarget, { cancelledBy, endedAt }: Ending): boolean {
  const stopped = cancelledBy !== null && endedAt !== null && lookUntil !== null && endedAt < lookUntil;
  return stopped && (blind === null || isLookedThrough(blind));
}

/** Any other refusal of a look had ended the looking before. */
const isLookedThrough = ({ kind }: Refusal) => kind === 'throttled' || kind === 'unreachable' || kind === 'signed-out';

/** Whether anything was heard of the device; Intune's own record says "in progress" long before. */
const hasBegun = ({ moved, items = [] }: Sighting): boolean =>
  moved !== null || items.some(({ status }) => !quiet.has(status));

/** What a result says as long as the device has not been heard of. */
const quiet = new Set(['initiated', 'inProgress']);

export function countsOf(targets: readonly RunTarget[], run: Ending): DeviceCounts {
  const counts = Object.fromEntries(deviceStandings.map((one) => [one, 0])) as DeviceCounts;
  for (const target of targets) counts[standingOf(target, run)] += 1;
  return counts;
}
