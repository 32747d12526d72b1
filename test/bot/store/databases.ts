import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { openStore, type Store } from '../../../bot/store/open.ts';
import { readyMemory } from '../../helpers/ready.ts';

const server = process.env['TEST_DATABASE_URL'];

/** Tells the same stories on both databases; each test file has a PostgreSQL database of its own. */
export function onEachDatabase(stories: (store: () => Store) => void): void {
  describe('on PGlite', () => {
    stories(opened(async () => ({ store: await openStore(await readyMemory()), drop: async () => {} })));
  });
  if (!server) {
    describe('on PostgreSQL', () => {
      test.skip('skipped: set TEST_DATABASE_URL to a server on which databases may be created (.ci/run does)', () => {});
    });
    return;
  }
  describe('on PostgreSQL', () => stories(opened(() => openOn(server))));
}

type Opened = { store: Store; drop(): Promise<void> };

function opened(open: () => Promise<Opened>): () => Store {
  let now: Opened | null = null;
  beforeAll(async () => {
    now = await open();
  });
  afterAll(async () => {
    await now?.store.close();
    await now?.drop();
  });
  return () => {
    if (!now) throw new Error('the database is opened before the first test, not while tests are described');
    return now.store;
  };
}

async function openOn(url: string): Promise<Opened> {
  const name = `sync_desk_${randomUUID().replaceAll('-', '')}`;
  await administer(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    store: await openStore({ kind: 'postgres', url: own.href }),
    drop: () => administer(url, `drop database ${name} with (force)`),
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
