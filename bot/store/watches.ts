import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Person, PersonId, TenantId } from '../ports.ts';
import { keysOf, newsWanted, type Seen, type Watch, watchStates } from '../watches/watch.ts';
import { storable } from './json.ts';
import { knownWhat } from './known-kinds.ts';
import type { Db, Tx } from './open.ts';
import { nextNumber } from './tenants.ts';
import { seen, what } from './watch-content.ts';

export type NewWatch = Omit<Watch, 'id' | 'number' | 'state' | 'mutedUntil'> & {
  /** The same for every delivery of one ask, and for every press of one button. */
  askKey: string;
  /** How each of what it watches is now, by its key. */
  seen: ReadonlyMap<string, Seen>;
};

/** Until the transaction ends nobody else begins a watch for them. */
export async function beginOneAtATime(tx: Tx, { tenantId, id }: Pick<Person, 'tenantId' | 'id'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`watch ${tenantId} ${id}`}, 0))`.execute(tx);
}

/** How many somebody watches. */
export async function countWatches(tx: Tx, { tenantId, id }: Pick<Person, 'tenantId' | 'id'>): Promise<number> {
  const own = tx
    .selectFrom('watch')
    .where('tenant_id', '=', tenantId)
    .where('state', '<>', 'ended')
    .where('person_id', '=', id);
  const { count } = await own.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return Number(count);
}

/** Null where the same ask has led to one already. */
export async function insertWatch(tx: Tx, { seen: before, askKey, ...watch }: NewWatch): Promise<Watch | null> {
  const [id, number] = [randomUUID(), await nextNumber(tx, watch.tenantId, 'last_watch')];
  const inserted = await tx
    .insertInto('watch')
    .values({
      ...{ id, number, tenant_id: watch.tenantId, person_id: watch.personId, ask_key: askKey },
      ...{ conversation_id: watch.conversationId, what: storable(watch.what), news: watch.on },
      ...{ state: 'active', ends_at: watch.endsAt, muted_until: null },
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'ask_key']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) return null;
  const rows = keysOf(watch.what).map((key, position) => {
    const was = before.get(key);
    return { watch_id: id, tenant_id: watch.tenantId, key, position, seen: was ? storable(was) : null };
  });
  await tx.insertInto('watch_target').values(rows).execute();
  return { ...watch, id, number, state: 'active', mutedUntil: null };
}

/** The same watch, which is looked at and told now, ends no sooner than that; null where there is none. */
export async function prolongWatch(
  tx: Tx,
  { tenantId, personId, conversationId, what, on, endsAt }: Omit<NewWatch, 'askKey' | 'seen'>,
  now: Date,
): Promise<Watch | null> {
  const row = await tx
    .updateTable('watch')
    .set({ ends_at: sql<Date>`greatest(ends_at, ${endsAt}::timestamptz)` })
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('conversation_id', '=', conversationId)
    .where(sql<boolean>`what = ${storable(what)}::jsonb`)
    .where('news', '=', on)
    .where('state', '=', 'active')
    .where('ends_at', '>', now)
    .where((watch) => watch.or([watch('muted_until', 'is', null), watch('muted_until', '<=', now)]))
    .returningAll()
    .executeTakeFirst();
  return row ? watchFrom(row) : null;
}

export async function findWatch(db: Db, tenantId: TenantId, number: number): Promise<Watch | null> {
  const row = await watchRows(db, tenantId).where(isKnown).where('number', '=', number).executeTakeFirst();
  return row ? watchFrom(row) : null;
}

export async function findWatchAskedBy(db: Db, tenantId: TenantId, askKey: string): Promise<Watch | null> {
  const row = await watchRows(db, tenantId).where('ask_key', '=', askKey).executeTakeFirst();
  return row ? watchFrom(row) : null;
}

/** What somebody watches, the newest last. */
export async function watchesBy(db: Db | Tx, { tenantId, id }: Pick<Person, 'tenantId' | 'id'>): Promise<Watch[]> {
  const rows = await watchesOn(db, tenantId).where('person_id', '=', id).orderBy('number').execute();
  return rows.map(watchFrom);
}

const watchRows = (db: Db | Tx, tenantId: TenantId) =>
  db.selectFrom('watch').selectAll().where('tenant_id', '=', tenantId);

const isKnown = knownWhat(sql.ref('watch.what'));

/** Those that have not ended, and that this version can read. */
export const watchesOn = (db: Db | Tx, tenantId: TenantId) =>
  watchRows(db, tenantId).where('state', '<>', 'ended').where(isKnown);

/** One watch. */
export type Own = Pick<Watch, 'tenantId' | 'id'>;

/** False where it had ended. */
export async function endWatch(db: Db | Tx, { tenantId, id }: Own): Promise<boolean> {
  const ended = await db
    .updateTable('watch')
    .set({ state: 'ended' })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('state', '<>', 'ended')
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

/** All that somebody watches ends; the answer is how many. */
export async function endWatchesOf(db: Db, { tenantId, id }: Pick<Person, 'tenantId' | 'id'>): Promise<number> {
  const own = db.updateTable('watch').set({ state: 'ended' }).where('tenant_id', '=', tenantId);
  const ended = await own.where('person_id', '=', id).where('state', '<>', 'ended').executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

export async function muteWatch(db: Db, { tenantId, id }: Own, until: Date): Promise<void> {
  const muted = db.updateTable('watch').set({ muted_until: until });
  await muted.where('tenant_id', '=', tenantId).where('id', '=', id).execute();
}

/** Whether it is told to be too old already. */
export async function isToldOld(db: Db, { tenantId, id }: Own): Promise<boolean> {
  const rows = await db
    .selectFrom('watch_target')
    .select('seen')
    .where('tenant_id', '=', tenantId)
    .where('watch_id', '=', id)
    .execute();
  return rows.some((row) => row.seen !== null && seen.parse(row.seen).old === true);
}

/** Forgets all watches of a tenant; used for the invented one only. */
export async function forgetWatches(db: Db, tenantId: TenantId): Promise<void> {
  for (const table of ['watch', 'watched'] as const)
    await db.deleteFrom(table).where('tenant_id', '=', tenantId).execute();
}

/** Those of all tenants that ended, and would have ended by then in any case. */
export async function forgetEndedWatches(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('watch').where('state', '=', 'ended').where('ends_at', '<', before).execute();
}

const watchRow = z.object({
  id: z.string(),
  tenant_id: z.string(),
  number: z.number(),
  person_id: z.string(),
  conversation_id: z.string(),
  what,
  news: z.enum(newsWanted),
  state: z.enum(watchStates),
  ends_at: z.coerce.date(),
  muted_until: z.coerce.date().nullable(),
});

export function watchFrom(stored: unknown): Watch {
  const row = watchRow.parse(stored);
  return {
    ...{ id: row.id, tenantId: row.tenant_id as TenantId, number: row.number },
    ...{ personId: row.person_id as PersonId, conversationId: row.conversation_id },
    ...{ what: row.what, on: row.news, state: row.state, endsAt: row.ends_at, mutedUntil: row.muted_until },
  };
}
