import type { Clock, Person, TenantId } from '../ports.ts';
import { openEyes } from '../store/blind-watches.ts';
import type { Tx } from '../store/open.ts';
import { type Change, verdictCounts } from '../store/run-targets.ts';
import type { EndedRun } from '../store/runs.ts';
import { lockWatchersOf } from '../store/watch-pairs.ts';
import { lookedAtByRun, serialsDue } from '../store/watched.ts';
import { endWatch } from '../store/watches.ts';
import { keyOf, runKeyOf, toldAt, type Watch } from '../watches/watch.ts';
import { askNotice } from './ask-notice.ts';
import type { Queue } from './queue.ts';
import { later } from './revision.ts';
import type { Counts } from './run.ts';
import { runVerdictOf } from './verdict.ts';

type Parts = { queue: Queue; clock: Clock };

/** A run is over: whoever watches it is told in a message, and their watch ends. The answer is who was told. */
export async function tellWatchers(parts: Parts, tx: Tx, run: EndedRun): Promise<Watch[]> {
  const watchers = (await lockWatchersOf(tx, run.tenantId, runKeyOf(run.id))).map(({ watch }) => watch);
  const verdict = runVerdictOf(run.verdicts);
  const told = watchers.filter(({ on }) => on === 'change' || verdict !== 'done');
  const counts = told.length > 0 ? await verdictCounts(tx, run) : {};
  for (const watch of told) await tellWatcher(parts, tx, { watch, verdict, asker: run.asker.name, counts });
  for (const watch of watchers) await endWatch(tx, watch);
  return told;
}

type Telling = { watch: Watch; verdict: ReturnType<typeof runVerdictOf>; asker: string; counts: Counts };

async function tellWatcher({ queue, clock }: Parts, tx: Tx, { watch, verdict, asker, counts }: Telling): Promise<void> {
  const { tenantId, personId, conversationId, number, what } = watch;
  const now = clock.now();
  const news = { kind: 'run' as const, verdict, asker, counts };
  const content = { kind: 'watch' as const, watch: number, what, news, by: null, endsAt: null };
  const to = { tenantId, personId, conversationId };
  await askNotice(tx, queue, { ...to, key: `watch:${watch.id}:end`, content, askedAt: now, dueAt: toldAt(watch, now) });
}

type Saved = { tenantId: TenantId; saved: readonly Change[] };

/** What a run has just seen unchanged need not be looked at for a while. */
const lookedForMs = 5 * 60_000;

/** A run has looked at what others may watch: its look stands for theirs, and where something has changed they hear of it soon. */
export async function shareLooks({ queue, clock }: Parts, tx: Tx, { tenantId, saved }: Saved): Promise<void> {
  const looks = saved.filter(({ before, after }) => after.sighting && after.sighting.at !== before.sighting?.at);
  if (looks.length === 0) return;
  const now = clock.now();
  const looked = looks.map(({ before, after }) => {
    const changed = marksOf(before) !== marksOf(after);
    return { key: watchedKeyOf(after.target), dueAt: changed ? now : later(now, lookedForMs), changed };
  });
  const isNews = await lookedAtByRun(tx, tenantId, looked);
  const serials = looks.some(hasSyncedTenant) && (await serialsDue(tx, tenantId, now));
  if (isNews || serials) await queue.send(tx, { lane: 'watch', work: { tenantId } });
}

const hasSyncedTenant = ({ after: { target, verdict } }: Change) => target.kind === 'tenant' && verdict === 'done';

const marksOf = ({ sighting }: Change['after']) =>
  JSON.stringify([sighting?.state, sighting?.mark, sighting?.moved, sighting?.items]);

/** What an action of the whole tenant changes is what is watched as Autopilot. */
const watchedKeyOf = ({ kind, id }: Change['after']['target']) =>
  keyOf(kind === 'tenant' ? { kind: 'autopilot' } : { kind, id });

/** What somebody could not look at any more is tried again: they have mended it, or want to know. */
export async function lookAgain({ queue, clock }: Parts, tx: Tx, person: Person): Promise<void> {
  if (await openEyes(tx, person, clock.now()))
    await queue.send(tx, { lane: 'watch', work: { tenantId: person.tenantId } });
}
