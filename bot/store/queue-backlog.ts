import { sql } from 'kysely';
import type { Db } from './open.ts';

/** What waits in one lane of the queue: jobs whose time has come, and those for later. */
export type Backlog = { lane: string; due: number; later: number; oldestDueSeconds: number };

/**
 * Asked of the queue's own table, because its counts are as old as its last look and know no ages. The database's clock counts: the
 * queue lives in real time, and nobody turns it.
 */
export async function queueBacklog(db: Db, lanes: readonly string[]): Promise<Backlog[]> {
  const { rows } = await sql<Backlog>`
    select name as lane,
      count(*) filter (where start_after <= now())::int as due,
      count(*) filter (where start_after > now())::int as later,
      greatest(0, coalesce(extract(epoch from now() - min(start_after)), 0))::float8 as "oldestDueSeconds"
    from pgboss.job
    where name in (${sql.join(lanes)}) and state < 'active' and not blocked
    group by name`.execute(db);
  const known = new Map(rows.map((row) => [row.lane, row]));
  return lanes.map((lane) => known.get(lane) ?? { lane, due: 0, later: 0, oldestDueSeconds: 0 });
}
