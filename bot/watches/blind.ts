import type { Refusal } from '../graph/refusal.ts';
import type { Person } from '../ports.ts';
import { askNotice } from '../runs/ask-notice.ts';
import { blindWatches } from '../store/blind-watches.ts';
import type { Tx } from '../store/open.ts';
import { saveUnchanged, type Watched } from '../store/watched.ts';
import { endWatch, lockWatchersOf } from '../store/watches.ts';
import type { BlindReason } from './news-told.ts';
import type { WatchParts } from './parts.ts';
import { dueAtFor } from './tell.ts';
import type { Watch, What } from './watch.ts';

type Unseen = { watched: Watched; person: Person; refusal: Refusal };

/** Somebody cannot look at it any more. They are told once; whoever else watches it is asked to look now. */
export function blind(parts: WatchParts, { watched, person, refusal }: Unseen): Promise<void> {
  const now = parts.clock.now();
  return parts.store.db.transaction().execute(async (tx) => {
    await saveUnchanged(tx, person.tenantId, [{ ...watched, dueAt: now }]);
    const reason = reasonOf(refusal);
    if (reason) await blindAll(parts, tx, { person, reason, watched, now });
    else await endGone(parts, tx, { person, watched, now });
  });
}

function reasonOf(refusal: Refusal): BlindReason | null {
  if (refusal.kind === 'signed-out') return refusal.need;
  return refusal.kind === 'not-allowed' ? 'not-allowed' : null;
}

type Here = { person: Person; watched: Watched; now: Date };

/** One message in each conversation, however many watches there are. */
async function blindAll(
  { queue }: WatchParts,
  tx: Tx,
  { person, reason, watched, now }: Here & { reason: BlindReason },
): Promise<void> {
  const { tenantId, id: personId } = person;
  const blinded = await blindWatches(tx, { tenantId, personId }, kindsFor(reason, watched));
  for (const [conversationId, [first, ...others]] of Map.groupBy(blinded, (one) => one.conversationId)) {
    if (!first) continue;
    const watches = [first, ...others].map(({ number, what }) => ({ watch: number, what }));
    const content = { kind: 'watch-blind' as const, reason, name: person.name, watches };
    const key = `watch-blind:${first.id}:${now.getTime()}`;
    await askNotice(tx, queue, { tenantId, personId, conversationId, key, content, askedAt: now, dueAt: now });
  }
}

/** Without a sign-in nothing can be looked at; without a permission, only what needs it. */
function kindsFor(reason: BlindReason, { seen }: Watched): readonly What['kind'][] {
  if (reason === 'sign-in' || reason === 'proof') return ['autopilot', 'devices', 'connector'];
  return seen.kind === 'device' ? ['devices'] : ['autopilot', 'connector'];
}

/** It is not there for them any more: there is nothing to wait for. */
async function endGone({ queue }: WatchParts, tx: Tx, { person, watched, now }: Here): Promise<void> {
  const watchers = await lockWatchersOf(tx, person.tenantId, watched.key);
  for (const { watch } of watchers.filter((one) => one.watch.personId === person.id)) {
    await endWatch(tx, watch);
    await askNotice(tx, queue, goneNotice(watch, now));
  }
}

const goneNotice = (watch: Watch, now: Date) => ({
  ...{ tenantId: watch.tenantId, personId: watch.personId, conversationId: watch.conversationId },
  ...{ key: `watch:${watch.id}:end`, askedAt: now, dueAt: dueAtFor(watch, now) },
  content: { kind: 'watch-gone' as const, watch: watch.number, what: watch.what },
});
