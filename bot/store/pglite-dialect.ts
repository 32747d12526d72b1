import type { PGlite } from '@electric-sql/pglite';
import { type DatabaseConnection, type Dialect, PGliteDialect, PGliteDriver } from 'kysely';
import { StorableCompiler } from './storable-compiler.ts';

/**
 * Kysely's PGlite driver keeps the open transaction on its single connection, so a second caller would slip into it. Here every
 * caller gets a connection object of its own; PGlite's own lock then makes transactions take turns, with pg-boss's queries too.
 */
class TakingTurnsDriver extends PGliteDriver {
  readonly #pglite: PGlite;

  constructor(pglite: PGlite) {
    super({ pglite });
    this.#pglite = pglite;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const driver = new PGliteDriver({ pglite: this.#pglite });
    await driver.init();
    return driver.acquireConnection();
  }
}

export function pgliteDialect(pglite: PGlite): Dialect {
  const dialect = new PGliteDialect({ pglite });
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => new TakingTurnsDriver(pglite),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => new StorableCompiler(),
  };
}
