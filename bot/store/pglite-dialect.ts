import { setImmediate as nextTurnOfLoop } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  PGliteDialect,
  PGliteDriver,
  type QueryResult,
} from 'kysely';
import { StorableCompiler } from './storable-compiler.ts';

/**
 * Kysely's PGlite driver keeps the open transaction on its single connection, so a second caller would slip into it. Here every
 * caller gets a connection object of its own; PGlite's own lock then makes transactions take turns, with pg-boss's queries too.
 */
class TakingTurnsDriver extends PGliteDriver {
  readonly #pglite: PGlite;
  readonly #done: Done;
  readonly #breathe = openBreathing();

  constructor(pglite: PGlite, done: Done) {
    super({ pglite });
    this.#pglite = pglite;
    this.#done = done;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const driver = new PGliteDriver({ pglite: this.#pglite });
    await driver.init();
    const connection = await driver.acquireConnection();
    const execute = connection.executeQuery.bind(connection);
    connection.executeQuery = <R>(query: CompiledQuery) => {
      const executed = execute(query) as Promise<QueryResult<R>>;
      return executed.finally(() => {
        this.#done(query.sql);
        return this.#breathe();
      });
    };
    return connection;
  }
}

/** For longer nobody else in the process waits for statements. */
const longestMs = 5;

/**
 * The database works in this thread, and one statement follows another without the network or a timer being looked at in between: many
 * callers together would hold up everything else. So every few milliseconds all of them wait for a moment.
 */
function openBreathing(): () => Promise<void> {
  let since = performance.now();
  let pause: Promise<void> | null = null;
  const goOn = () => {
    since = performance.now();
    pause = null;
  };
  return async () => {
    if (performance.now() - since > longestMs) pause ??= nextTurnOfLoop().then(goOn);
    await pause;
  };
}

/** Told of each statement once it is executed, in a transaction before it ends. */
type Done = (statement: string) => void;

export function pgliteDialect(pglite: PGlite, done: Done = () => {}): Dialect {
  const dialect = new PGliteDialect({ pglite });
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => new TakingTurnsDriver(pglite, done),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => new StorableCompiler(),
  };
}
