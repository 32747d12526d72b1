import { sightOf } from '../../../bot/actions/sight.ts';
import { together } from '../../../bot/graph/together.ts';
import type { Person, TenantId } from '../../../bot/ports.ts';
import type { NoticeContent } from '../../../bot/runs/notice.ts';
import { findNotice } from '../../../bot/store/notices.ts';
import type { Store } from '../../../bot/store/open.ts';
import { keysOf, type Seen, targetOf, type Watch, type What } from '../../../bot/watches/watch.ts';
import { openWatches, type WatchWish } from '../../../bot/watches/watches.ts';
import { openParts, type RunParts, standingClock } from '../runs/parts.ts';
import { hour, later } from '../runs/samples.ts';
import { chatOf, heard } from '../store/samples.ts';

/** Watches on the real store and queue, before the invented tenant's Graph; what is told is read from the rows. */
export type Watching = {
  parts: RunParts;
  begins(person: Person, what: What, change?: Partial<WatchWish>): Promise<Watch>;
  /** How what they want to watch is now. */
  sees(person: Person, what: What): Promise<Map<string, Seen>>;
  /** What was told in a tenant, the oldest first, with the person it was told. */
  told(tenantId: TenantId): Promise<{ personId: string; content: NoticeContent }[]>;
  /** Requests that read, a batch counted as one. */
  looks(): number;
  turns(ms: number): void;
};

export async function openWatching(store: Store): Promise<Watching> {
  const opened = await openParts(store, standingClock());
  // As the bot's own wiring does: what is asked at once goes out in batches.
  const graphFor: RunParts['graphFor'] = (person, scopes) => together(opened.graphFor(person, scopes));
  const parts = { ...opened, graphFor };
  const watches = openWatches(parts);
  let asked = 0;

  async function sees(person: Person, what: What): Promise<Map<string, Seen>> {
    const graph = parts.graphFor(person, []);
    const seen = keysOf(what).map(async (key) => {
      const target = targetOf(key);
      return target ? [[key, await sightOf(graph, target)] as const] : [];
    });
    return new Map((await Promise.all(seen)).flat());
  }

  return {
    parts,
    sees,
    async begins(person, what, change = {}) {
      asked += 1;
      const watch = await watches.begin({
        ...{ person, where: chatOf(person.tenantId), heard, what, askKey: `ask ${asked}`, on: 'change' },
        ...{ endsAt: later(24 * hour, parts.clock.now()), seen: change.seen ?? (await sees(person, what)) },
        ...change,
      });
      if (typeof watch === 'string') throw new Error(`not begun: ${watch}`);
      return watch;
    },
    async told(tenantId) {
      const rows = await store.db
        .selectFrom('notice')
        .select(['id', 'person_id'])
        .where('tenant_id', '=', tenantId)
        .orderBy('asked_at')
        .execute();
      const notices = rows.map(async ({ id, person_id }) => {
        const notice = await findNotice(store.db, id);
        return notice ? [{ personId: person_id, content: notice.content }] : [];
      });
      return (await Promise.all(notices)).flat();
    },
    looks: () => parts.graph.batches().length + parts.graph.visits().filter(({ batched }) => !batched).length,
    turns: (ms) => parts.clock.turn(ms),
  };
}
