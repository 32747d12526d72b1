import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who follows an earlier run with a card that is just becoming another one's. */
export const handedCards: Migration = {
  async up(db) {
    await sql`create index run_follower_card on run_follower (tenant_id, conversation_id, card_id)
      where card_id is not null`.execute(db);
  },
};
