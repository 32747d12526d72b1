import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { type Db, openStore, type Place } from '../../bot/store/open.ts';
import { readyFolder } from './ready.ts';

/** Where one bot keeps what it keeps, for stories that look into it. */
export type Home = {
  /** For `openTenantDesk`. */
  options: { dataDir: string } | { databaseUrl: string };
  /** For `startBot`. */
  env: Record<string, string>;
  /** Reads or spoils rows. A folder is one process's own, so its bot must have stopped. */
  inside<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Every row of every table, the queue's too, and the bytes of every file, of which a server shows none. */
  contents(): Promise<{ rows: Buffer; files: Buffer[] }>;
  remove(): Promise<void>;
};

const server = process.env['TEST_DATABASE_URL'];
const skipped = 'skipped: set TEST_DATABASE_URL to a server on which databases may be created (.ci/run does)';

/** Tells the same stories in both homes of the database. */
export function onEachHome(stories: (open: () => Promise<Home>) => void): void {
  describe('in a folder', () => stories(openFolder));
  onPostgres(stories);
}

/** For stories of several processes, which only a server allows. */
export function onPostgres(stories: (open: () => Promise<Home>) => void): void {
  describe('on PostgreSQL', () => {
    if (server) stories(() => openDatabase(server));
    else test.skip(skipped, () => {});
  });
}

/** A folder of its own, with a database that is up to date. */
export const openFolder = async (): Promise<Home> => homeIn(await readyFolder());

/** One in which nothing was ever started. */
export const openEmptyFolder = async (): Promise<Home> => homeIn(await mkdtemp(join(tmpdir(), 'sync-desk-')));

function homeIn(path: string): Home {
  const inside: Home['inside'] = (work) => insideOf({ kind: 'folder', path }, work);
  return {
    options: { dataDir: path },
    env: { DATA_DIR: path },
    inside,
    contents: async () => ({ rows: await inside(rowsIn), files: await filesIn(path) }),
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

/** A database of its own. */
export async function openDatabase(on: string): Promise<Home> {
  const name = `sync_desk_${randomUUID().replaceAll('-', '')}`;
  await administer(on, `create database ${name}`);
  const own = new URL(on);
  own.pathname = `/${name}`;
  const inside: Home['inside'] = (work) => insideOf({ kind: 'postgres', url: own.href }, work);
  return {
    options: { databaseUrl: own.href },
    env: { DATABASE_URL: own.href },
    inside,
    contents: async () => ({ rows: await inside(rowsIn), files: [] }),
    remove: () => administer(on, `drop database ${name} with (force)`),
  };
}

async function insideOf<T>(place: Place, work: (db: Db) => Promise<T>): Promise<T> {
  const store = await openStore(place);
  try {
    return await work(store.db);
  } finally {
    await store.close();
  }
}

async function rowsIn(db: Db): Promise<Buffer> {
  const tables = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(db);
  const lines: string[] = [];
  for (const { schema, name } of tables.rows) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.id(schema, name)} as t`.execute(db);
    lines.push(...rows.map(({ row }) => `${schema}.${name} ${row}`));
  }
  return Buffer.from(lines.join('\n'));
}

async function filesIn(folder: string): Promise<Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name))));
}

async function administer(on: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: on });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
