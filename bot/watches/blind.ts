import type { Refusal } from '../graph/refusal.ts';
import type { Person } from '../ports.ts';
import { askNotice } from '../runs/ask-notice.ts';
import { blindWatches } from '../store/blind-watches.ts';
import type { Tx } from '../store/open.ts';
import { saveUnchanged, type Watched } from '../store/watched.ts';
import { dropGone } from './end.ts';
import type { BlindReason } from './news-told.ts';
import type { WatchParts } from './parts.ts';
import type { What } from './watch.ts';

/** All that one person has just been refused. */
type Unseen = { person: Person; refused: readonly { watched: Watched; refusal: Refusal }[] };

/** Somebody cannot look at it any more. They are told once; whoever else watches it is asked to look now. */
export function blind(parts: WatchParts, { person, refused }: Unseen): Promise<void> {
  const now = parts.clock.now();
  return parts.store.db.transaction().execute(async (tx) => {
    const dueNow = refused.map(({ watched }) => ({ ...watched, dueAt: now }));
    await saveUnchanged(tx, person.tenantId, dueNow);
    for (const [reason, ones] of Map.groupBy(refused, ({ refusal }) => reasonOf(refusal))) {
      const watched = ones.map((one) => one.watched);
      if (reason) await blindAll(parts, tx, { person, reason, watched, now });
      else for (const { key } of watched) await dropGone(parts, tx, { person, key, now });
    }
  });
}

function reasonOf(refusal: Refusal): BlindReason | null {
  if (refusal.kind === 'signed-out') return refusal.need;
  return refusal.kind === 'not-allowed' ? 'not-allowed' : null;
}

type Here = { person: Person; reason: BlindReason; watched: readonly Watched[]; now: Date };

/** One message in each conversation, however many watches there are. */
async function blindAll({ queue }: WatchParts, tx: Tx, { person, reason, watched, now }: Here): Promise<void> {
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
function kindsFor(reason: BlindReason, watched: readonly Watched[]): readonly What['kind'][] {
  if (reason === 'sign-in' || reason === 'proof') return ['autopilot', 'devices', 'connector', 'serials'];
  const devices = watched.filter(({ seen }) => seen.kind === 'device').length;
  return [
    ...(devices > 0 ? (['devices'] as const) : []),
    ...(devices < watched.length ? (['autopilot', 'connector', 'serials'] as const) : []),
  ];
}
