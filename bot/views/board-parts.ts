import type { RefusalView } from '../../cards/refusal-lines.ts';
import type { RunFrameView } from '../../cards/run-frame.ts';
import type { LookView } from '../../cards/run-look.ts';
import type { TrailLine } from '../../cards/run-trail.ts';
import type { Run } from '../runs/run.ts';
import { approvalTrailOf } from './approval-status.ts';
import { alsoWaiting, type RunReader } from './run-reader.ts';
import { refusalOf, refusalToldTo } from './run-refusal.ts';
import { trailFor } from './run-trail.ts';
import type { Screen } from './screen.ts';

/** What the boards of runs on devices and on connectors have in common. */

type Frame = Omit<RunFrameView, 'status' | 'buttons'>;

export const frameOf = (run: Run, reader: RunReader, screen: Screen): Frame => ({
  ...{ practice: screen.practice, now: screen.now, number: run.number },
  title: screen.words.say(`action.${run.action}`),
  trail: trailOf(run),
  refusal: refusalToldTo(reader, run, sharedRefusal(run, screen)),
  waitedUntil: run.endedAt,
  asker: run.asker.name,
  readerIsAsker: reader.id === run.asker.id,
  ...alsoWaiting(run, reader),
});

function trailOf(run: Run): TrailLine[] {
  const [first, ...others] = run.targets;
  const lines = first && others.length === 0 ? trailFor(run, first) : trailOfMany(run);
  return [...lines, ...approvalTrailOf(run), ...resumedLine(run)];
}

function trailOfMany(run: Run): TrailLine[] {
  const times = run.targets.flatMap(({ outcome }) => (outcome?.kind === 'accepted' ? [outcome.at] : []));
  const first = times.toSorted((a, b) => a.getTime() - b.getTime())[0];
  return [
    { kind: 'asked', at: run.askedAt, who: run.asker.name },
    ...(first ? [{ kind: 'accepted', at: first } as const] : []),
  ];
}

/** As long as it waited for somebody to agree there was nothing to go on with. */
function resumedLine({ resumedAt, askedAt, approval }: Run): TrailLine[] {
  const begunAt = approval ? approval.decision?.at : askedAt;
  return resumedAt && begunAt && resumedAt > begunAt ? [{ kind: 'resumed', at: resumedAt }] : [];
}

/** The refusal that all of them met; different ones are told one by one. */
function sharedRefusal(run: Run, screen: Screen): RefusalView | null {
  const views = run.targets.flatMap((target) => refusalOf(run, target, screen) ?? []);
  const kinds = new Set(views.map(({ kind }) => kind));
  const halted = run.targets.some(({ blind, verdict }) => blind?.kind === 'signed-out' && verdict === null);
  return halted || (views.length === run.targets.length && kinds.size === 1) ? (views[0] ?? null) : null;
}

/** Until when Graph asks to wait with what has not been asked for yet; null where nothing waits for it. */
export function pausedUntil({ pausedUntil, targets }: Run, now: Date): Date | null {
  const waiting = targets.filter(({ state }) => state === 'waiting');
  const told = waiting.flatMap(({ blind, dueAt }) => (blind?.kind === 'throttled' && dueAt ? [dueAt.getTime()] : []));
  const until = new Date(Math.max(pausedUntil?.getTime() ?? 0, ...told));
  return waiting.length === 0 || until <= now ? null : until;
}

export function lookOf({ targets, endedAt }: Run): LookView {
  const looked = targets.flatMap(({ sighting }) => (sighting ? [sighting.at.getTime()] : []));
  const due = targets.flatMap(({ state, dueAt }) => (state === 'following' && dueAt ? [dueAt.getTime()] : []));
  return {
    at: looked.length > 0 ? new Date(Math.max(...looked)) : null,
    nextAt: endedAt === null && due.length > 0 ? new Date(Math.min(...due)) : null,
  };
}
