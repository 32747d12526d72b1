import { sql } from 'kysely';
import type { RunId } from '../ports.ts';
import type { Run } from '../runs/run.ts';
import type { Db } from './open.ts';
import { findRun } from './runs.ts';
import { type Waiting, waitingFor } from './waiting.ts';

/** What a run's cards show. `asOf`: nothing that was written before is missing in it. */
export type RunReading = { run: Run; waiting: Waiting; asOf: Date };

export async function readRun(db: Db, id: RunId): Promise<RunReading | null> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  const [asOf] = rows;
  const run = asOf && (await findRun(db, id));
  return run ? { run, waiting: await waitingFor(db, id), asOf: asOf.now } : null;
}
