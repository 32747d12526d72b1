import { Socket } from 'node:net';
import type { PoolConfig } from 'pg';

/** No statement here takes nearly so long. */
const silentForMs = 30_000;

/**
 * How a PostgreSQL server is reached. A network that has forgotten a connection tells nobody, so one on which nothing moves is given up:
 * otherwise whoever asked there would wait for a quarter of an hour, and everybody after them. Idle ones are closed long before.
 */
export const connectionTo = (url: string) =>
  ({ connectionString: url, connectionTimeoutMillis: 5_000, stream: impatientSocket }) satisfies PoolConfig;

function impatientSocket(): Socket {
  const socket = new Socket();
  socket.setTimeout(silentForMs, () => socket.destroy(new Error('The database does not answer')));
  return socket;
}
