import { sql } from 'kysely';
import type { Run } from '../runs/run.ts';
import { knownAction } from './known-action.ts';
import type { Db } from './open.ts';
import { runFrom } from './rows.ts';

type RunQuery = ReturnType<typeof selectRuns>;

/** With their targets: a second statement would cost as much as the first. Without what only a newer version does. */
export const selectRuns = (db: Db) =>
  db
    .selectFrom('run')
    .where(knownAction(sql.ref('run.action')))
    .selectAll()
    .select(targetsOfRun);

const targetsOfRun = sql<unknown[]>`
  (select json_agg(t order by t.position) from run_target as t where t.run_id = run.id)`.as('targets');

export async function oneRun(db: Db, narrow: (query: RunQuery) => RunQuery): Promise<Run | null> {
  const row = await narrow(selectRuns(db)).executeTakeFirst();
  return row ? runFrom(row, row.targets ?? []) : null;
}
