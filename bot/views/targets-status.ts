import type { DeviceCounts, DeviceStanding } from '../../cards/payload-counts.ts';
import { deviceStandings } from '../../cards/payload-counts.ts';
import type { TargetsStatus } from '../../cards/run-status.ts';
import type { Sighting } from '../actions/define.ts';
import { endOf } from '../actions/payload-set.ts';
import type { Run, RunTarget } from '../runs/run.ts';
import { needWords } from './refusal.ts';

/** How a run on devices or connectors stands, told from how each of them does. */
export function targetsStatusFor(run: Run): TargetsStatus {
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
function openStatus({ targets, askedAt }: Run): TargetsStatus {
  const following = targets.filter(({ state }) => state === 'following');
  if (following.length === 0) return { kind: 'starting' };
  const until = new Date(Math.max(...following.map(({ lookUntil }) => (lookUntil ?? askedAt).getTime())));
  if (following.every(isUnsure)) return { kind: 'unsure', until };
  const standings = following.map(standingOf);
  return { kind: further.find((one) => standings.includes(one)) ?? 'accepted', until };
}

export const isUnsure = ({ outcome, sighting }: RunTarget): boolean =>
  outcome?.kind === 'refused' && outcome.refusal.changed === 'unknown' && sighting?.state !== 'working';

function endedStatus(run: Run): TargetsStatus {
  const verdicts = new Set(run.targets.map(({ verdict }) => verdict));
  const [only] = verdicts;
  const by = run.cancelledBy ?? run.asker.name;
  if (verdicts.size > 1) {
    if (verdicts.has('cancelled')) return { kind: 'stopped', by };
    return verdicts.has('done') ? { kind: 'partly' } : { kind: 'failed' };
  }
  switch (only) {
    case 'done':
    case 'refused':
      return { kind: only };
    case 'failed':
      return run.targets.some(didSome) ? { kind: 'partly' } : { kind: 'failed' };
    case 'cancelled':
      return { kind: 'cancelled', by };
    default:
      return run.cancelledBy ? { kind: 'unwatched', by } : { kind: 'silent', why: whySilent(run.targets) };
  }
}

/** Of several things asked of one device some are done. */
function didSome({ sighting }: RunTarget): boolean {
  return (sighting?.items ?? []).some(
    ({ intent, status }) => status === endOf[intent === 'restore' ? 'restore' : 'remove'],
  );
}

function whySilent(targets: readonly RunTarget[]): 'never-began' | 'never-ended' | 'cannot-look' {
  if (targets.some(({ blind }) => blind)) return 'cannot-look';
  const began = targets.some(
    ({ sighting }) => sighting?.state === 'working' && (!sighting.items || hasBegun(sighting)),
  );
  return began ? 'never-ended' : 'never-began';
}

/** How one target stands. */
export function standingOf(target: RunTarget): DeviceStanding {
  const { state, verdict, sighting } = target;
  if (verdict) return verdict;
  if (state !== 'following') return 'pending';
  if (isUnsure(target)) return 'unsure';
  if (sighting?.state !== 'working') return 'accepted';
  return hasBegun(sighting) ? 'working' : 'waiting';
}

/** Whether anything was heard of the device; Intune's own record says "in progress" long before. */
const hasBegun = ({ moved, items = [] }: Sighting): boolean =>
  moved !== null || items.some(({ status }) => !quiet.has(status));

/** What a result says as long as the device has not been heard of. */
const quiet = new Set(['initiated', 'inProgress']);

export function countsOf(targets: readonly RunTarget[]): DeviceCounts {
  const counts = Object.fromEntries(deviceStandings.map((one) => [one, 0])) as DeviceCounts;
  for (const target of targets) counts[standingOf(target)] += 1;
  return counts;
}
