import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { Pool } from 'pg';
import { connectionTo } from './connection.ts';
import { claimFolder } from './folder.ts';
import { migrate } from './migrate.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import { keepPrepared } from './prepared.ts';
import type { Tables } from './schema.ts';
import { countSignInChanges, type SignInChanges } from './sign-in-changes.ts';
import { StorableCompiler } from './storable-compiler.ts';

/** Where runs are kept: an embedded database in a folder (or in memory, there as what a dump holds), or a PostgreSQL server. */
export type Place =
  | { kind: 'folder'; path: string }
  | { kind: 'memory'; from?: Blob }
  | { kind: 'postgres'; url: string };

/** What the queue needs to live in the same database. */
export type Engine = { kind: 'pglite'; pglite: PGlite } | { kind: 'postgres'; url: string };

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

export type Store = {
  db: Db;
  engine: Engine;
  signInChanges: SignInChanges;
  ping(): Promise<void>;
  close(): Promise<void>;
};

export async function openStore(place: Place): Promise<Store> {
  const opened = place.kind === 'postgres' ? openPostgres(place.url) : await openEmbedded(place);
  try {
    await migrate(opened.db);
    // From now on no table changes.
    if (opened.engine.kind === 'pglite') keepPrepared(opened.engine.pglite);
  } catch (error) {
    await opened.close();
    throw error;
  }
  return opened;
}

class StorableDialect extends PostgresDialect {
  override createQueryCompiler(): StorableCompiler {
    return new StorableCompiler();
  }
}

function openPostgres(url: string): Store {
  const pool = new Pool({ ...connectionTo(url), max: 10 });
  // A lost idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  // The same of one that is lost while somebody has it: what they ask next fails, and that is enough.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Tables>({ dialect: new StorableDialect({ pool }) });
  return storeOn(db, { kind: 'postgres', url }, () => null);
}

async function openEmbedded(place: Exclude<Place, { kind: 'postgres' }>): Promise<Store> {
  const folder = place.kind === 'folder' ? await claimFolder(place.path) : null;
  const pglite = await PGlite.create(folder ? { dataDir: folder.database } : dumpIn(place));
  const { done, changes } = countSignInChanges();
  const db = new Kysely<Tables>({ dialect: pgliteDialect(pglite, done) });
  const store = storeOn(db, { kind: 'pglite', pglite }, changes);
  const close = async () => {
    await store.close();
    await folder?.release();
  };
  return { ...store, close };
}

const dumpIn = (place: Place) => (place.kind === 'memory' && place.from ? { loadDataDir: place.from } : {});

function storeOn(db: Db, engine: Engine, signInChanges: SignInChanges): Store {
  const ping = async () => {
    await sql`select 1`.execute(db);
  };
  return { db, engine, signInChanges, ping, close: () => db.destroy() };
}
