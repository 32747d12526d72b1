import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { runs } from './migrations/0001-runs.ts';
import { signIns } from './migrations/0002-sign-ins.ts';
import { ledgers } from './migrations/0003-ledgers.ts';
import { manyTargets } from './migrations/0004-many-targets.ts';
import { toldOnce } from './migrations/0005-told-once.ts';
import { traces } from './migrations/0006-traces.ts';
import { notices } from './migrations/0007-notices.ts';
import { watches } from './migrations/0008-watches.ts';
import { schedules } from './migrations/0009-schedules.ts';
import { approvals } from './migrations/0010-approvals.ts';
import { history } from './migrations/0011-history.ts';
import { outbox } from './migrations/0012-outbox.ts';
import { stoppedConversations } from './migrations/0013-stopped-conversations.ts';
import { outboxShares } from './migrations/0014-outbox-shares.ts';
import { handedCards } from './migrations/0015-handed-cards.ts';
import { heldBy } from './migrations/0016-held-by.ts';
import { notBefore } from './migrations/0017-not-before.ts';
import { onCall } from './migrations/0018-on-call.ts';
import { runSerials } from './migrations/0019-run-serials.ts';
import type { Tables } from './schema.ts';

/** In order; a migration that has been released is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-runs': runs,
  '0002-sign-ins': signIns,
  '0003-ledgers': ledgers,
  '0004-many-targets': manyTargets,
  '0005-told-once': toldOnce,
  '0006-traces': traces,
  '0007-notices': notices,
  '0008-watches': watches,
  '0009-schedules': schedules,
  '0010-approvals': approvals,
  '0011-history': history,
  '0012-outbox': outbox,
  '0013-stopped-conversations': stoppedConversations,
  '0014-outbox-shares': outboxShares,
  '0015-handed-cards': handedCards,
  '0016-held-by': heldBy,
  '0017-not-before': notBefore,
  '0018-on-call': onCall,
  '0019-run-serials': runSerials,
};

/** Brings the database to the shape this version needs; several processes may try at once. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const ofNewer = await namesOfNewer(db);
  const getMigrations = async () => ({ ...migrations, ...Object.fromEntries(ofNewer.map((name) => [name, done])) });
  const { error, results } = await new Migrator({ db, provider: { getMigrations } }).migrateToLatest();
  if (!error) return;
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'before the first';
  throw new Error(`The database could not be brought up to date (${failed})`, { cause: error });
}

/** Made by a newer version, which only ever adds: this one goes on beside it, while they are exchanged one by one, or after it. */
async function namesOfNewer(db: Kysely<Tables>): Promise<string[]> {
  const newest = Object.keys(migrations).at(-1) ?? '';
  const { rows } = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(
    db,
  );
  if (!rows[0]?.there) return [];
  const made = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return made.rows.map(({ name }) => name).filter((name) => name > newest && !(name in migrations));
}

const done: Migration = { up: async () => {} };
