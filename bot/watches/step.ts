import type { TenantId } from '../ports.ts';
import { later } from '../runs/revision.ts';
import { overdueWatches } from '../store/watch-pairs.ts';
import { claimDue, dropUnwatched, nextDueOf, saveUnchanged, type Watched, watchersOf } from '../store/watched.ts';
import { blind } from './blind.ts';
import { endOverdue } from './end.ts';
import { againAt, isNews, type Looked, lookAll } from './look.ts';
import type { WatchParts } from './parts.ts';
import { tellChange } from './tell.ts';

/** Twenty batches: soon done, and few enough that a crash delays few. */
const most = 400;
/** As many again, should each of them watch as much as one can. */
const mostEnding = 4;
/** Longer than a round takes: until then another process may still be at it. */
const leaseMs = 2 * 60_000;
/** The queue's clock and ours may differ by a little. */
const clocksDifferMs = 1_000;
/** Nobody who watches it can look at it now. */
const blindAgainMs = 60 * 60_000;

/** One round: whatever is watched in a tenant and due is looked at once, for everybody who watches it. */
export async function watchStep(parts: WatchParts, { tenantId }: { tenantId: TenantId }): Promise<void> {
  const { store, clock } = parts;
  const now = clock.now();
  const ending = await overdueWatches(store.db, tenantId, { now, most: mostEnding });
  const [dueBy, until] = [later(now, clocksDifferMs), later(now, leaseMs)];
  const due = await claimDue(store.db, tenantId, { dueBy, until, most, ending });
  if (due.length > 0) await look(parts, tenantId, due);
  await endOverdue(parts, tenantId, ending);
  // Only a round that did something leads to the next: so however many were asked for, one goes on.
  if (ending.length > 0 || due.length > 0) await sendNextRound(parts, tenantId);
}

async function sendNextRound({ store, queue }: WatchParts, tenantId: TenantId): Promise<void> {
  const dueAt = await nextDueOf(store.db, tenantId);
  if (dueAt) await queue.send(store.db, { lane: 'watch', work: { tenantId }, dueAt });
}

async function look(parts: WatchParts, tenantId: TenantId, due: readonly Watched[]): Promise<void> {
  const { db } = parts.store;
  const keys = due.map(({ key }) => key);
  const watchers = await watchersOf(db, tenantId, keys);
  const compared = new Set(watchers.flatMap(({ key, timed, waking }) => (timed || waking ? [key] : [])));
  const looked = await lookAll(parts, due, watchers);
  const now = parts.clock.now();
  const news: Looked[] = [];
  const unchanged: { key: string; revision: number; dueAt: Date }[] = [];
  for (const one of looked) {
    if (isNews(one, compared)) news.push(one);
    else unchanged.push({ ...one.watched, dueAt: againAt(one, now) });
  }
  const seen = new Set(looked.map(({ watched }) => watched.key));
  const unseen = due.filter(({ key }) => !seen.has(key));
  const blindLater = unseen.map((one) => ({ ...one, dueAt: later(now, blindAgainMs) }));
  await saveUnchanged(db, tenantId, [...unchanged, ...blindLater]);
  await settle(parts, news);
  await dropUnwatched(db, tenantId, keys);
}

/** What somebody was refused comes first: of what others have seen they then hear nothing. */
async function settle(parts: WatchParts, news: readonly Looked[]): Promise<void> {
  const refused = news.flatMap(({ answer, ...one }) => ('refusal' in answer ? [{ ...one, ...answer }] : []));
  for (const [first, ...others] of Map.groupBy(refused, ({ person }) => person.id).values())
    if (first) await blind(parts, { person: first.person, refused: [first, ...others] });
  for (const { watched, person, answer } of news)
    if ('sight' in answer) await tellChange(parts, { watched, person, sight: answer.sight });
}
