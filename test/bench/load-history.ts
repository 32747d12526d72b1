/** Runs that ended long ago, so that what people ask for is looked up among many. */
import { sql } from 'kysely';
import { openStore, type Place } from '../../bot/store/open.ts';

/** `runs` for each of these tenants, with a target and an asker each. */
export async function writeHistory(place: Place, tenants: readonly string[], runs: number): Promise<void> {
  const { db, close } = await openStore(place);
  for (const tenantId of tenants) for (const statement of historyOf(tenantId, runs)) await statement.execute(db);
  await sql`analyze`.execute(db);
  await close();
}

const historyOf = (tenantId: string, runs: number) => [
  sql`insert into tenant (id, last_run) values (${tenantId}, ${runs})`,
  sql`
    insert into run (id, tenant_id, number, action, join_key, asker, asked_at, joined_elsewhere, ended_at)
    select gen_random_uuid(), ${tenantId}, n, 'autopilot-sync', 'long ago ' || n,
      jsonb_build_object('tenantId', ${tenantId}::text, 'id', 'somebody', 'name', 'Somebody', 'teamsId', '29:somebody'),
      now() - n * interval '10 minutes', false, now() - n * interval '10 minutes' + interval '5 minutes'
    from generate_series(1, ${runs}::int) as n`,
  sql`
    insert into run_target (run_id, tenant_id, position, target, state, verdict, revision, attempts, started_at)
    select id, tenant_id, 0, '{"kind": "tenant", "id": "tenant", "label": null, "wish": null, "baseline": null}', 'ended', 'done', 4, 1, asked_at
    from run where tenant_id = ${tenantId}`,
  sql`
    insert into run_asker (tenant_id, run_id, person_id, asked_at)
    select tenant_id, id, 'somebody', asked_at from run where tenant_id = ${tenantId}`,
];
