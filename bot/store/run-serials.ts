import { sql } from 'kysely';
import { z } from 'zod';
import type { SerialList } from '../actions/serial-standing.ts';
import type { Person, PersonId, RunId, TenantId } from '../ports.ts';
import type { SerialsKey } from '../runs/lanes.ts';
import { storable } from './json.ts';
import { knownAction } from './known-action.ts';
import type { Db, Tx } from './open.ts';
import { verdictCounts } from './run-targets.ts';
import { holdRun } from './runs.ts';
import { serialList } from './watch-content.ts';

/** When it is to be read, and until when trouble is waited out. */
type Due = { dueAt: Date; giveUpAt: Date };

type Asked = { conversationId: string; list: SerialList; due: Due };

/** The row of one person's list. */
const rowOf = ({ tenantId, runId, personId }: SerialsKey) => ({
  tenant_id: tenantId,
  run_id: runId,
  person_id: personId,
});

/** Somebody asks for a run with a list; asked again with another one, the newer counts. True where it is due now. */
export async function saveRunSerials(tx: Tx, key: SerialsKey, { conversationId, list, due }: Asked): Promise<boolean> {
  const isDue = !(await holdRun(tx, key.runId)) && (await isDone(tx, key));
  const when = isDue ? { due_at: due.dueAt, give_up_at: due.giveUpAt } : { due_at: null, give_up_at: null };
  const asked = { conversation_id: conversationId, list: storable(list), ...when };
  await tx
    .insertInto('run_serials')
    .values({ ...rowOf(key), ...asked })
    .onConflict((conflict) => conflict.columns(['run_id', 'person_id']).doUpdateSet(asked))
    .execute();
  return isDue;
}

/** Of a run that is over: one that ended otherwise has brought nothing to read. */
async function isDone(tx: Tx, { tenantId, runId }: SerialsKey): Promise<boolean> {
  const verdicts = Object.keys(await verdictCounts(tx, { tenantId, id: runId }));
  return verdicts.every((verdict) => verdict === 'done');
}

/** The sync has completed: every list that was given with it is to be read. The answer is whose. */
export async function serialsAreDue(
  tx: Tx,
  { tenantId, runId }: Omit<SerialsKey, 'personId'>,
  { dueAt, giveUpAt }: Due,
): Promise<PersonId[]> {
  const rows = await tx
    .updateTable('run_serials')
    .set({ due_at: dueAt, give_up_at: giveUpAt })
    .where('tenant_id', '=', tenantId)
    .where('run_id', '=', runId)
    .returning('person_id')
    .execute();
  return rows.map(({ person_id }) => person_id as PersonId);
}

/** A list that is to be read, in whose name, and where that is told. */
export type DueSerials = {
  person: Person;
  conversationId: string;
  run: number;
  list: SerialList;
  dueAt: Date;
  giveUpAt: Date;
};

/** Null where nothing is due, or has been told. What only a newer process can read fails here, so that its step is tried again elsewhere. */
export async function findDueSerials(db: Db, { tenantId, runId, personId }: SerialsKey): Promise<DueSerials | null> {
  const row = await db
    .selectFrom('run_serials as s')
    .innerJoin('run as r', 'r.id', 's.run_id')
    .innerJoin('person as p', (on) => on.onRef('p.tenant_id', '=', 's.tenant_id').onRef('p.id', '=', 's.person_id'))
    .select([
      's.tenant_id',
      's.conversation_id',
      's.list',
      's.due_at',
      's.give_up_at',
      'r.number',
      'p.name',
      'p.teams_id',
    ])
    .where('s.tenant_id', '=', tenantId)
    .where('s.run_id', '=', runId)
    .where('s.person_id', '=', personId)
    .where('s.due_at', 'is not', null)
    .executeTakeFirst();
  if (!row) return null;
  const due = dueRow.parse(row);
  return { ...due, person: { ...due.person, id: personId } };
}

/** Taken in hand, put off, or told (`null`): false where somebody else has it by now. */
export async function moveDueSerials(
  db: Db | Tx,
  key: SerialsKey,
  { seen, dueAt }: { seen: Date; dueAt: Date | null },
): Promise<boolean> {
  const moved = await db
    .updateTable('run_serials')
    .set({ due_at: dueAt })
    .where((eb) => eb.and(rowOf(key)))
    .where('due_at', '=', seen)
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}

/** Those that are still to be told, or of them those that are due. */
export async function serialsOnTheirWay(db: Db, dueBy: Date | null): Promise<(SerialsKey & { dueAt: Date })[]> {
  const all = db
    .selectFrom('run_serials as s')
    .innerJoin('run as r', 'r.id', 's.run_id')
    .select(['s.tenant_id', 's.run_id', 's.person_id', 's.due_at'])
    .where(knownAction(sql.ref('r.action')));
  const rows = await (dueBy ? all.where('s.due_at', '<=', dueBy) : all.where('s.due_at', 'is not', null))
    .orderBy('s.due_at')
    .limit(10_000)
    .execute();
  return rows.flatMap(({ tenant_id, run_id, person_id, due_at: dueAt }) => {
    const key = { tenantId: tenant_id as TenantId, runId: run_id as RunId, personId: person_id as PersonId };
    return dueAt ? [{ ...key, dueAt }] : [];
  });
}

type Whose = Pick<Person, 'tenantId' | 'id'>;

/** With which list somebody asked for a run; null where with none. */
export async function serialsOfRun(
  db: Db,
  runId: RunId,
  { tenantId, id: personId }: Whose,
): Promise<SerialList | null> {
  const row = await db
    .selectFrom('run_serials')
    .select('list')
    .where((eb) => eb.and(rowOf({ tenantId, runId, personId })))
    .executeTakeFirst();
  return row ? serialList.parse(row.list) : null;
}

/** They want to hear nothing of it any more. */
export async function dropRunSerials(tx: Tx, key: SerialsKey): Promise<void> {
  await tx
    .deleteFrom('run_serials')
    .where((eb) => eb.and(rowOf(key)))
    .execute();
}

const dueRow = z
  .object({
    ...{ tenant_id: z.string(), conversation_id: z.string(), list: serialList, number: z.number() },
    ...{ due_at: z.coerce.date(), give_up_at: z.coerce.date(), name: z.string(), teams_id: z.string() },
  })
  .transform(({ tenant_id, conversation_id, list, number, due_at, give_up_at, name, teams_id }) => ({
    person: { tenantId: tenant_id as TenantId, name, teamsId: teams_id },
    ...{ conversationId: conversation_id, run: number, list, dueAt: due_at, giveUpAt: give_up_at },
  }));
