import { sql } from 'kysely';
import { z } from 'zod';
import type { Ledger } from '../graph/ledger.ts';
import type { Ledgers } from '../graph/pace.ts';
import type { Db } from './open.ts';

const ledgerSchema = z.object({
  windowMs: z.number(),
  documented: z.number(),
  limit: z.number(),
  proven: z.boolean(),
  inFlight: z.array(z.object({ id: z.string(), count: z.number(), until: z.number(), probe: z.boolean() })),
  spent: z.array(z.object({ at: z.number(), count: z.number(), refused: z.number() })),
  pausedUntil: z.number(),
  refusedAt: z.number(),
  // Rows of an older version lack it; every limit was probed after ten windows then.
  calm: z.number().default(10),
  step: z.number(),
}) satisfies z.ZodType<Ledger>;

/** Ledgers that several processes share: one row each, changed by one at a time, by the clock of the database. */
export const ledgersIn = (db: Db): Ledgers => ({
  change: (key, fresh, change) =>
    db.transaction().execute(async (tx) => {
      await tx
        .insertInto('graph_ledger')
        .values({ key, ledger: JSON.stringify(fresh) })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute();
      const row = await tx
        .selectFrom('graph_ledger')
        .select(['ledger', clockOfDatabase])
        .where('key', '=', key)
        .forUpdate()
        .executeTakeFirstOrThrow();
      const { ledger, result } = change(ledgerFrom(row.ledger, fresh), row.now);
      await tx
        .updateTable('graph_ledger')
        .set({ ledger: JSON.stringify(ledger) })
        .where('key', '=', key)
        .execute();
      return result;
    }),
  read: (keys) => readIn(db, keys),
  async forget(tenantId) {
    await db.deleteFrom('graph_ledger').where(sql`split_part(key, ' ', 1)`, '=', tenantId).execute();
  },
});

async function readIn(db: Db, keys: readonly string[]): ReturnType<Ledgers['read']> {
  const rows = await db
    .selectFrom('graph_ledger')
    .select(['key', 'ledger', clockOfDatabase])
    .where('key', 'in', keys)
    .execute();
  return rows.flatMap(({ key, ledger, now }) => {
    const read = ledgerSchema.safeParse(ledger);
    return read.success ? [{ key, ledger: read.data, now }] : [];
  });
}

const clockOfDatabase = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::float8`.as('now');

/** A row of an older version, or of another limit than today's, is no loss: what is in flight is asked within a minute. */
function ledgerFrom(stored: unknown, fresh: Ledger): Ledger {
  const read = ledgerSchema.safeParse(stored);
  const isSame = read.data?.documented === fresh.documented && read.data.windowMs === fresh.windowMs;
  return read.data && isSame ? read.data : fresh;
}
