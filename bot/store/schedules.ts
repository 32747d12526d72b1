import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Person, TenantId } from '../ports.ts';
import type { Schedule, ScheduleId } from '../schedules/schedule.ts';
import { storable } from './json.ts';
import { knownSchedule } from './known-kinds.ts';
import type { Db, Tx } from './open.ts';
import { scheduleRow } from './schedule-rows.ts';
import { nextNumber } from './tenants.ts';

export type NewSchedule = Omit<Schedule, 'id' | 'number' | 'revision' | 'warned' | 'last' | 'reader' | 'heard'> & {
  /** The same for every delivery of one ask, and for every press of one button. */
  askKey: string;
};

/** Takes the tenant's next number; null where the same ask has made one already. */
export async function insertSchedule(tx: Tx, made: NewSchedule): Promise<ScheduleId | null> {
  if (await findScheduleAskedBy(tx, made.tenantId, made.askKey)) return null;
  const id = randomUUID() as ScheduleId;
  const inserted = await tx
    .insertInto('schedule')
    .values({
      id,
      tenant_id: made.tenantId,
      number: await nextNumber(tx, made.tenantId, 'last_schedule'),
      person_id: made.owner.id,
      conversation_id: made.where.id,
      ask_key: made.askKey,
      action: made.work.action,
      ...columnsOf({ ...made, revision: 1, warned: false, last: null }),
      made_at: made.madeAt,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'ask_key']).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows ? id : null;
}

type Changing = Omit<Schedule, 'id' | 'tenantId' | 'number' | 'owner' | 'reader' | 'heard' | 'where' | 'madeAt'>;

const columnsOf = (one: Changing) => ({
  work: storable(one.work),
  rule: storable(one.rule),
  zone: one.zone,
  missed: one.missed,
  state: one.state,
  revision: one.revision,
  next_at: one.nextAt,
  due_at: one.dueAt,
  warned: one.warned,
  last: one.last && storable(one.last),
});

/** Only if it still is as it was; of several who act on it at once, one does. */
export async function saveSchedule(tx: Tx, before: Schedule, after: Schedule): Promise<boolean> {
  const saved = await tx
    .updateTable('schedule')
    .set(columnsOf(after))
    .where('tenant_id', '=', before.tenantId)
    .where('id', '=', before.id)
    .where('revision', '=', before.revision)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

export const findSchedule = (db: Db, id: ScheduleId): Promise<Schedule | null> =>
  oneSchedule(db, (query) => query.where('s.id', '=', id));

export const findScheduleByNumber = (db: Db, tenantId: TenantId, number: number): Promise<Schedule | null> =>
  oneSchedule(db, (query) => query.where('s.tenant_id', '=', tenantId).where('s.number', '=', number));

export const findScheduleAskedBy = (db: Db, tenantId: TenantId, askKey: string): Promise<Schedule | null> =>
  oneSchedule(db, (query) => query.where('s.tenant_id', '=', tenantId).where('s.ask_key', '=', askKey));

type Whose = Pick<Person, 'tenantId' | 'id'>;

/** Somebody's own that have not ended: what comes next first, then what is paused. */
export async function schedulesOf(db: Db, { tenantId, id }: Whose): Promise<Schedule[]> {
  const rows = await withPeople(db)
    .where('s.tenant_id', '=', tenantId)
    .where('s.person_id', '=', id)
    .where('s.state', '<>', 'ended')
    .orderBy('s.next_at', (order) => order.asc().nullsLast())
    .orderBy('s.number')
    .execute();
  return rows.map((row) => scheduleRow.parse(row));
}

/** When each is to be looked at; those whose time has come, or all of them. */
export async function schedulesOnTheirWay(db: Db, { dueBy }: { dueBy?: Date } = {}) {
  const all = db.selectFrom('schedule').select(['id', 'due_at']);
  const known = all.where(knownSchedule({ action: sql.ref('action'), rule: sql.ref('rule') }));
  const rows = await (dueBy ? known.where('due_at', '<=', dueBy) : known.where('due_at', 'is not', null))
    .orderBy('due_at')
    .limit(10_000)
    .execute();
  return rows.map((row) => dueRow.parse(row));
}

const dueRow = z
  .object({ id: z.string(), due_at: z.coerce.date() })
  .transform(({ id, due_at }) => ({ scheduleId: id as ScheduleId, dueAt: due_at }));

/** Their owner has signed in, which they had been told to do: they are looked at now. */
export async function wakeSchedulesOf(tx: Tx, { tenantId, id }: Whose, now: Date): Promise<ScheduleId[]> {
  const rows = await tx
    .updateTable('schedule')
    .set((eb) => ({ due_at: now, revision: eb('revision', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', id)
    .where('state', '=', 'active')
    .where('warned', '=', true)
    .returning('id')
    .execute();
  return rows.map((row) => row.id as ScheduleId);
}

/** Forgets all schedules of a tenant; used for the invented one only. */
export async function forgetSchedules(db: Db, tenantId: TenantId): Promise<void> {
  await db.deleteFrom('schedule').where('tenant_id', '=', tenantId).execute();
}

type ScheduleQuery = ReturnType<typeof withPeople>;

async function oneSchedule(db: Db, narrow: (query: ScheduleQuery) => ScheduleQuery): Promise<Schedule | null> {
  const row = await narrow(withPeople(db)).executeTakeFirst();
  return row ? scheduleRow.parse(row) : null;
}

/** Without what only a newer version knows. */
const withPeople = (db: Db) =>
  db
    .selectFrom('schedule as s')
    .innerJoin('conversation as c', (on) =>
      on.onRef('c.tenant_id', '=', 's.tenant_id').onRef('c.id', '=', 's.conversation_id'),
    )
    .innerJoin('person as p', (on) => on.onRef('p.tenant_id', '=', 's.tenant_id').onRef('p.id', '=', 's.person_id'))
    .where(knownSchedule({ action: sql.ref('s.action'), rule: sql.ref('s.rule') }))
    .selectAll('s')
    .select(['c.kind', 'c.service_url', 'c.bot_id', 'p.name', 'p.teams_id'])
    .select(['p.language', 'p.zone as reader_zone', 'p.heard_language', 'p.heard_zone']);
