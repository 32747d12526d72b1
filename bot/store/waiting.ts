import { sql } from 'kysely';
import type { PersonId, RunId } from '../ports.ts';
import { strangers } from './forget.ts';
import type { Db } from './open.ts';

/** Who waits for a run: its asker and the first others by name, and how many they are. */
export type Waiting = { first: { id: PersonId; name: string }[]; count: number };

/** More than a board names. */
const mostNamed = 12;

const rememberMs = 2_000;
const rememberAtMost = 100;

/** For boards that people ask for: where more wait than are named, one more changes next to nothing, and thousands may ask at once. */
export function openWaiting(db: Db): (runId: RunId) => Promise<Waiting> {
  const many = new Map<RunId, { waiting: Waiting; untilMs: number }>();
  return async (runId) => {
    const known = many.get(runId);
    if (known && known.untilMs > performance.now()) return known.waiting;
    const waiting = await waitingFor(db, runId);
    if (many.size >= rememberAtMost) many.clear();
    if (waiting.count > mostNamed) many.set(runId, { waiting, untilMs: performance.now() + rememberMs });
    return waiting;
  };
}

/** Thousands may wait, and every board that is drawn asks: each counts once, and only the first are looked up. */
export async function waitingFor(db: Db, runId: RunId): Promise<Waiting> {
  const { rows } = await sql<{ id: string; name: string; count: number }>`
    with waiting as materialized (
      select f.tenant_id, f.person_id, min(f.asked_at) as since from run_follower as f
      where f.run_id = ${runId} and f.left_at is null and f.shows = 'run' and f.person_id not like ${strangers}
      group by f.tenant_id, f.person_id),
    first as (
      select w.*, w.person_id = r.asker ->> 'id' as asked from waiting as w, run as r where r.id = ${runId}
      order by asked desc, since limit ${mostNamed})
    select p.id, p.name, (select count(*)::int from waiting) as count
    from first as f join person as p on p.tenant_id = f.tenant_id and p.id = f.person_id
    order by f.asked desc, f.since`.execute(db);
  return {
    first: rows.map(({ id, name }) => ({ id: id as PersonId, name })),
    count: rows[0]?.count ?? 0,
  };
}
