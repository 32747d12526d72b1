import { z } from 'zod';
import { type Vocabularies, vocabularyNames } from '../actions/define.ts';
import type { Db } from './open.ts';

const stored = z.enum(vocabularyNames).catch('syncPayloads');

export function openVocabularies(db: Db): Vocabularies {
  return {
    async of(tenantId) {
      const row = await db.selectFrom('tenant').select('vocabulary').where('id', '=', tenantId).executeTakeFirst();
      return stored.parse(row?.vocabulary);
    },
    async choose(tenantId, vocabulary) {
      await db
        .insertInto('tenant')
        .values({ id: tenantId, last_run: 0, vocabulary })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ vocabulary }))
        .execute();
    },
  };
}
