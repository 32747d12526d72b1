/** A database of its own on the server of `TEST_DATABASE_URL`, for what several processes share. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

export type Database = { env: Record<string, string>; drop(): Promise<void> };

/** Null where there is no server. */
export async function openDatabase(): Promise<Database | null> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) return null;
  const name = `sync_desk_bench_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `create database ${name}`);
  const own = new URL(server);
  own.pathname = `/${name}`;
  return { env: { DATABASE_URL: own.href }, drop: () => administer(server, `drop database ${name} with (force)`) };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
