import { type Sight, sightScopes } from '../actions/sight.ts';
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
      if (reason) await blindAll(parts, tx, { person, reason, refused: ones, now });
      else for (const { watched } of ones) await dropGone(parts, tx, { person, key: watched.key, now });
    }
  });
}

function reasonOf(refusal: Refusal): BlindReason | null {
  if (refusal.kind === 'signed-out') return refusal.need;
  return refusal.kind === 'not-allowed' ? 'not-allowed' : null;
}

type Here = { person: Person; reason: BlindReason; refused: Unseen['refused']; now: Date };

/** One message in each conversation, however many watches there are. */
async function blindAll({ queue }: WatchParts, tx: Tx, { person, reason, refused, now }: Here): Promise<void> {
  const { tenantId, id: personId } = person;
  const kinds = [...new Set(refused.flatMap(kindsBehind))];
  const blinded = await blindWatches(tx, { tenantId, personId }, kinds);
  for (const [conversationId, [first, ...others]] of Map.groupBy(blinded, (one) => one.conversationId)) {
    if (!first) continue;
    const watches = [first, ...others].map(({ number, what }) => ({ watch: number, what }));
    const content = { kind: 'watch-blind' as const, reason, name: person.name, watches };
    const key = `watch-blind:${first.id}:${now.getTime()}`;
    await askNotice(tx, queue, { tenantId, personId, conversationId, key, content, askedAt: now, dueAt: now });
  }
}

const kindOf: Record<Sight['kind'], What['kind']> = {
  autopilot: 'autopilot',
  device: 'devices',
  connector: 'connector',
  serial: 'serials',
};
const looks = Object.keys(kindOf) as Sight['kind'][];

/** Of what somebody watches, that which the same refusal would meet. */
function kindsBehind({ watched, refusal }: Unseen['refused'][number]): What['kind'][] {
  const { kind } = watched.seen;
  const meets = refusedTogether(refusal);
  const needs = new Set(sightScopes[kind]);
  const alike = looks.filter((one) =>
    meets === 'same-scope' ? sightScopes[one].some((scope) => needs.has(scope)) : true,
  );
  return (meets === 'itself' ? [kind] : alike).map((one) => kindOf[one]);
}

/** A role may allow one reading and not another; a permission is for all that need it; without a sign-in nothing can be read. */
function refusedTogether(refusal: Refusal): 'itself' | 'same-scope' | 'all' {
  if (refusal.kind === 'signed-out') return refusal.need === 'consent' ? 'same-scope' : 'all';
  if (refusal.kind !== 'not-allowed') return 'itself';
  const { kind } = refusal.missing;
  if (kind === 'scope') return 'same-scope';
  return kind === 'role' || kind === 'approval' ? 'itself' : 'all';
}
