import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type Dialect, Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Pool } from 'pg';
import { migrations } from '../../bot/store/migrate.ts';
import { pgliteDialect } from '../../bot/store/pglite-dialect.ts';
import type { Home } from '../helpers/homes.ts';

/** Leaves a database as an earlier version of the tables had it, with rows in plain SQL. */
export async function leaveAs(home: Home, version: string, statements: readonly string[]): Promise<void> {
  const db = new Kysely<unknown>({ dialect: await dialectOf(home) });
  try {
    const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo(
      version,
    );
    if (error) throw error;
    for (const statement of statements) await sql.raw(statement).execute(db);
  } finally {
    await db.destroy();
  }
}

async function dialectOf({ options }: Home): Promise<Dialect> {
  if ('dataDir' in options) return pgliteDialect(await PGlite.create({ dataDir: join(options.dataDir, 'pglite') }));
  return new PostgresDialect({ pool: new Pool({ connectionString: options.databaseUrl, max: 1 }) });
}
