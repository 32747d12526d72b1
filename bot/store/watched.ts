import { sql } from 'kysely';
import type { Sight } from '../actions/sight.ts';
import type { Person, PersonId, TenantId } from '../ports.ts';
import { storable } from './json.ts';
import { knownSight, knownWhat } from './known-kinds.ts';
import type { Db, Tx } from './open.ts';
import { sight } from './watch-content.ts';

/** One watched thing, as it was last seen by whomever. */
export type Watched = { key: string; seen: Sight; changedAt: Date; revision: number };

const isKnown = knownSight(sql.ref('watched.seen'));
const isKnownWatch = knownWhat(sql.ref('watch.what'));

type Place = { tenantId: TenantId; key: string };
type Begun = { seen: ReadonlyMap<string, Sight>; now: Date; dueAt: Date };

/** Somebody begins to watch what they have just seen; where it is watched already and looks different, the others hear of it soon. */
export async function beginWatched(tx: Tx, tenantId: TenantId, { seen, now, dueAt }: Begun): Promise<void> {
  if (seen.size === 0) return;
  const rows = [...seen].map(([key, sight]) => ({ key, seen: sight }));
  await sql`
    insert into watched (tenant_id, key, seen, changed_at, due_at, revision)
    select ${tenantId}::text, v.key, v.seen, ${now}::timestamptz, ${dueAt}::timestamptz, 1
    from jsonb_to_recordset(${storable(rows)}::jsonb) as v (key text, seen jsonb) order by v.key
    on conflict (tenant_id, key) do update set due_at =
      case when watched.seen = excluded.seen then least(watched.due_at, excluded.due_at) else excluded.changed_at end`.execute(
    tx,
  );
}

/** `ending`: watches that end now; what they watch is looked at once more before, due or not. */
type Round = { dueBy: Date; until: Date; most: number; ending: readonly string[] };

/** What is due of a tenant, taken so that nobody else looks at it meanwhile; after a crash it is due again at `until`. */
export async function claimDue(db: Db, tenantId: TenantId, { dueBy, until, most, ending }: Round): Promise<Watched[]> {
  const { rows } = await sql<{ key: string; seen: unknown; changed_at: Date; revision: number }>`
    with due as (
      select key from watched where tenant_id = ${tenantId} and due_at <= ${dueBy} and ${isKnown}
      order by due_at, key limit ${most} for update skip locked),
    last as (
      select t.key from watch_target t join watch on watch.id = t.watch_id
      where t.tenant_id = ${tenantId} and watch.state in ('active', 'waking')
        and watch.id in (select value::uuid from jsonb_array_elements_text(${storable(ending)}::jsonb)))
    update watched as w set due_at = ${until}
    where w.tenant_id = ${tenantId} and w.key in (select key from due union select key from last)
    returning w.key, w.seen, w.changed_at, w.revision`.execute(db);
  return rows.map(({ key, seen, changed_at, revision }) => ({
    ...{ key, seen: sight.parse(seen), revision },
    changedAt: new Date(changed_at),
  }));
}

/** Who watches what, and can look at it. */
export async function watchersOf(
  db: Db,
  tenantId: TenantId,
  keys: readonly string[],
): Promise<{ key: string; person: Person; timed: boolean; waking: boolean }[]> {
  const rows = await db
    .selectFrom('watch_target as t')
    .innerJoin('watch as w', 'w.id', 't.watch_id')
    .innerJoin('person as p', (on) => on.onRef('p.tenant_id', '=', 'w.tenant_id').onRef('p.id', '=', 'w.person_id'))
    .select(['t.key', 'p.id', 'p.name', 'p.teams_id'])
    .select(sql<boolean>`bool_or(w.what ->> 'olderThanMs' is not null)`.as('timed'))
    .select(sql<boolean>`bool_or(w.state = 'waking')`.as('waking'))
    .where('t.tenant_id', '=', tenantId)
    .where('t.key', 'in', keys)
    .where('w.state', 'in', ['active', 'waking'])
    .groupBy(['t.key', 'p.id', 'p.name', 'p.teams_id'])
    .execute();
  return rows.map(({ key, id, name, teams_id, timed, waking }) => ({
    ...{ key, timed, waking },
    person: { tenantId, id: id as PersonId, name, teamsId: teams_id },
  }));
}

type Looked = { key: string; revision: number; dueAt: Date };

/** When each is due again, where nothing new was seen; in one statement, and in order, because several processes do the same. */
export async function saveUnchanged(db: Db, tenantId: TenantId, looked: readonly Looked[]): Promise<void> {
  if (looked.length === 0) return;
  const rows = looked.map(({ key, revision, dueAt }) => ({ key, revision, due_at: dueAt }));
  await sql`
    with v as (select * from jsonb_to_recordset(${storable(rows)}::jsonb) as v (key text, revision int, due_at timestamptz)),
    ${heldInOrder(tenantId)}
    update watched as w set due_at = v.due_at from v, held
    where w.tenant_id = ${tenantId} and w.key = v.key and w.key = held.key and w.revision = v.revision`.execute(db);
}

/** Whoever holds several rows takes them in one order, or two would wait for each other. `v`: the rows, by their key. */
const heldInOrder = (tenantId: TenantId) => sql`held as materialized (
  select key from watched where tenant_id = ${tenantId} and key in (select key from v) order by key for update)`;

type Change = Looked & { seen: Sight; now: Date };

/** Only one process tells of a change: false where somebody else has. */
export async function saveChanged(tx: Tx, tenantId: TenantId, change: Change): Promise<boolean> {
  const { key, revision, seen, now, dueAt } = change;
  const saved = await tx
    .updateTable('watched')
    .set({ seen: storable(seen), changed_at: now, due_at: dueAt, revision: revision + 1 })
    .where('tenant_id', '=', tenantId)
    .where('key', '=', key)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

/** A run's own look: unchanged, it stands for ours for a while; changed, ours is due, and one that is on its way came too early. */
export async function lookedAtByRun(
  tx: Tx,
  tenantId: TenantId,
  looked: readonly { key: string; dueAt: Date; changed: boolean }[],
): Promise<boolean> {
  const rows = looked.map(({ key, dueAt, changed }) => ({ key, changed, due_at: dueAt }));
  const { rows: saved } = await sql<{ changed: boolean }>`
    with v as (select * from jsonb_to_recordset(${storable(rows)}::jsonb) as v (key text, changed boolean, due_at timestamptz)),
    ${heldInOrder(tenantId)}
    update watched as w set
      due_at = case when v.changed then least(w.due_at, v.due_at) else greatest(w.due_at, v.due_at) end,
      revision = w.revision + v.changed::int
    from v, held where w.tenant_id = ${tenantId} and w.key = v.key and w.key = held.key returning v.changed`.execute(
    tx,
  );
  return saved.some(({ changed }) => changed);
}

/** A sync has completed: how serials stand may have changed since any look that is on its way. True where some are watched. */
export async function serialsDue(tx: Tx, tenantId: TenantId, now: Date): Promise<boolean> {
  const { rows } = await sql`
    with held as materialized (
      select key from watched where tenant_id = ${tenantId} and starts_with(key, 'serial:') order by key for update)
    update watched as w set due_at = least(w.due_at, ${now}::timestamptz), revision = w.revision + 1 from held
    where w.tenant_id = ${tenantId} and w.key = held.key returning w.key`.execute(tx);
  return rows.length > 0;
}

/** What nobody watches any more is not looked at. */
export async function dropUnwatched(db: Db | Tx, tenantId: TenantId, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await db
    .deleteFrom('watched as d')
    .where('d.tenant_id', '=', tenantId)
    .where('d.key', 'in', keys)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('watch_target as t')
            .innerJoin('watch as w', 'w.id', 't.watch_id')
            .select('w.id')
            .whereRef('t.tenant_id', '=', 'd.tenant_id')
            .whereRef('t.key', '=', 'd.key')
            .where('w.state', '<>', 'ended'),
        ),
      ),
    )
    .execute();
}

/** When something of each tenant is due: a look, or the end of a watch. */
export async function watchesDue(db: Db, dueBy: Date | null): Promise<{ tenantId: TenantId; dueAt: Date }[]> {
  const { rows } = await sql<{ tenant_id: string; due_at: Date }>`
    select tenant_id, min(due_at) as due_at from (
      select tenant_id, due_at from watched where ${isKnown}
      union all select tenant_id, ends_at from watch where state <> 'ended' and ${isKnownWatch}) as due
    where ${dueBy}::timestamptz is null or due_at <= ${dueBy}::timestamptz
    group by tenant_id`.execute(db);
  return rows.map(({ tenant_id, due_at }) => ({ tenantId: tenant_id as TenantId, dueAt: new Date(due_at) }));
}

/** The same for one tenant; null where it watches nothing. */
export async function nextDueOf(db: Db, tenantId: TenantId): Promise<Date | null> {
  const { rows } = await sql<{ due_at: Date | null }>`
    select least(
      (select min(due_at) from watched where tenant_id = ${tenantId} and ${isKnown}),
      (select min(ends_at) from watch where tenant_id = ${tenantId} and state <> 'ended' and ${isKnownWatch})) as due_at`.execute(
    db,
  );
  const due = rows[0]?.due_at ?? null;
  return due && new Date(due);
}

/** Who asked for the last start on it since then, and by which run; null where nobody did here. */
export async function startedLately(db: Db | Tx, { tenantId, key }: Place, since: Date) {
  const { rows } = await sql<{ name: string; number: number }>`
    select r.asker ->> 'name' as name, r.number from run_target t join run r on r.id = t.run_id
    where t.tenant_id = ${tenantId} and t.started_at > ${since}
      and case when t.target ->> 'kind' = 'tenant' then 'autopilot'
        else (t.target ->> 'kind') || ':' || (t.target ->> 'id') end = ${key}
    order by t.started_at desc limit 1`.execute(db);
  const [row] = rows;
  return row ? { name: row.name, run: row.number } : null;
}
