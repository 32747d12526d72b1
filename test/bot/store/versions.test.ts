import { PGlite } from '@electric-sql/pglite';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrate, migrations } from '../../../bot/store/migrate.ts';
import { pgliteDialect } from '../../../bot/store/pglite-dialect.ts';
import { recentRuns } from '../../../bot/store/recent-runs.ts';
import { saveTarget } from '../../../bot/store/run-targets.ts';
import { endRunIfOver, findRun } from '../../../bot/store/runs.ts';
import type { Tables } from '../../../bot/store/schema.ts';
import { later } from '../runs/samples.ts';
import { onEachDatabase } from './databases.ts';
import { asked, newTenant, written } from './samples.ts';

/** Processes are exchanged one by one, so for a while an older version works on a database that a newer one has changed. */

type Column = { place: string; type: string; filledBy: 'itself' | 'the writer' };

const columnsOf = async (db: Kysely<Tables>): Promise<Column[]> => {
  const { rows } = await sql<Column>`
    select table_name || '.' || column_name as place, data_type as type,
      case when is_nullable = 'YES' or column_default is not null then 'itself' else 'the writer' end as "filledBy"
    from information_schema.columns where table_schema = 'public' and table_name not like 'kysely%'`.execute(db);
  return rows;
};

/** What `on conflict` and the promises of the rows rely on. */
const uniqueOf = async (db: Kysely<Tables>): Promise<string[]> => {
  const { rows } = await sql<{ is: string }>`
    select indexdef as is from pg_indexes where schemaname = 'public' and indexdef like 'CREATE UNIQUE%'
      and tablename not like 'kysely%'`.execute(db);
  return rows.map((row) => row.is);
};

const shapeOf = async (db: Kysely<Tables>) => ({ columns: await columnsOf(db), unique: await uniqueOf(db) });
const tableIn = (place: string) => place.split('.')[0];

test('every change of the tables only adds what an older version need not know', async () => {
  const db = new Kysely<Tables>({ dialect: pgliteDialect(await PGlite.create()) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  await migrator.migrateUp();
  let before = await shapeOf(db);
  for (const name of Object.keys(migrations).slice(1)) {
    const { error } = await migrator.migrateUp();
    expect([name, error]).toEqual([name, undefined]);
    const after = await shapeOf(db);
    // Renamed, dropped, or of another type.
    expect([
      name,
      before.columns.filter((was) => !after.columns.some((is) => is.place === was.place && is.type === was.type)),
    ]).toEqual([name, []]);
    expect([name, before.unique.filter((was) => !after.unique.includes(was))]).toEqual([name, []]);
    const old = new Set(before.columns.map(({ place }) => tableIn(place)));
    const known = new Map(before.columns.map(({ place, filledBy }) => [place, filledBy]));
    // An older version writes no value there.
    const asksMore = after.columns.filter(
      ({ place, filledBy }) =>
        old.has(tableIn(place)) && filledBy === 'the writer' && known.get(place) !== 'the writer',
    );
    expect([name, asksMore]).toEqual([name, []]);
    before = after;
  }
  await db.destroy();
});

onEachDatabase((store) => {
  const ofTomorrow = async () => {
    const { db } = store();
    await sql`alter table run add column mood text`.execute(db);
    await sql`alter table run_target add column weight int not null default 1`.execute(db);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-tomorrow', now()::text)`.execute(db);
  };

  test('a version that was started yesterday goes on, and one that starts now does too, when tomorrow’s has changed the tables', async () => {
    const { db } = store();
    const tenantId = newTenant();
    const run = await written(store(), tenantId);
    await ofTomorrow();
    await migrate(db);
    await asked(db, { runId: run.id, tenantId, name: 'Ana Ruiz', askKey: 'press:1' });
    const [before] = run.targets;
    const after = { ...before!, revision: 2, state: 'ended', verdict: 'done', dueAt: null } as const;
    await db.transaction().execute((tx) => saveTarget(tx, run.id, { before: before!, after }));
    await db.transaction().execute((tx) => endRunIfOver(tx, run.id, { now: later(1000) }));
    expect(await findRun(db, run.id)).toMatchObject({ number: 1, targets: [{ verdict: 'done' }] });
    await written(store(), tenantId);
    expect((await recentRuns(db, tenantId, 10)).map(({ number }) => number)).toEqual([2, 1]);
  });

  test('a database that misses a change in the middle is refused', async () => {
    const { db } = store();
    await sql`delete from kysely_migration where name = '0003-ledgers'`.execute(db);
    await expect(migrate(db)).rejects.toThrow(/could not be brought up to date/);
  });
});
