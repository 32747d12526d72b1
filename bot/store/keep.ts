import type { Keep } from '../ports.ts';
import type { Db } from './open.ts';

/** One small value under a name, for things that are not worth a table. */
export function keepIn(db: Db, key: string): Keep {
  return {
    async read() {
      const row = await db.selectFrom('keep').select('value').where('key', '=', key).executeTakeFirst();
      return row?.value ?? null;
    },
    async write(value) {
      const json = JSON.stringify(value);
      await db
        .insertInto('keep')
        .values({ key, value: json })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: json }))
        .execute();
    },
  };
}
