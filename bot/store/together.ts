import { sql } from 'kysely';
import { z } from 'zod';
import type { Share } from '../sending/shares.ts';
import type { Together, Turn } from '../sending/together.ts';
import type { Db } from './open.ts';

const sharesSchema = z
  .array(z.object({ process: z.string(), places: z.number(), wanted: z.number(), until: z.number() }))
  .catch([]) satisfies z.ZodType<Share[]>;
/** An older version does not say since when. */
const answer = z
  .object({ since: z.number().optional(), at: z.number(), count: z.number() })
  .transform(({ since, ...one }) => ({ ...one, since: since ?? one.at }));
const answersSchema = z.array(answer).catch([]);

/** Three times as long as until the next word of whoever has it: nobody waits long for a process that was killed. */
const holdSeconds = 6;
/** Teams counts for an hour. */
const keptHours = 1;

const now = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::float8`;

const heldUntil = sql<Date>`clock_timestamp() + ${holdSeconds} * interval '1 second'`;

/** Nothing, where another process has it meanwhile. */
const heldBy = (db: Db, { tenantId, conversationId, process }: Turn) =>
  db
    .updateTable('outbox_chat')
    .where('tenant_id', '=', tenantId)
    .where('conversation_id', '=', conversationId)
    .where('held_by', '=', process);

/** For processes that share a PostgreSQL; one that is alone with its database needs none of it. */
export const togetherIn = (db: Db): Together => ({
  shares: (tenantId, change) => changeShares(db, tenantId, change),
  async takeChat({ tenantId, conversationId, process }) {
    const { rows } = await sql<{ answers: unknown; ago: number; waits: number | null }>`
      insert into outbox_chat as chat (tenant_id, conversation_id, held_by, held_until, answers, left_at)
      values (${tenantId}, ${conversationId}, ${process}, ${heldUntil}, '[]', now())
      on conflict (tenant_id, conversation_id) do update set held_by = excluded.held_by, held_until = excluded.held_until
      where chat.held_until is null or chat.held_until < clock_timestamp()
      returning answers, (extract(epoch from clock_timestamp() - left_at) * 1000)::float8 as ago,
        (extract(epoch from not_before - clock_timestamp()) * 1000)::float8 as waits`.execute(db);
    const [row] = rows;
    if (!row) return null;
    const { ago, waits } = row;
    const answers = answersSchema
      .parse(row.answers)
      .map((one) => ({ ...one, since: one.since - ago, at: one.at - ago }));
    return { answers, notBefore: waits ?? Number.NEGATIVE_INFINITY };
  },
  async keepChat(turn) {
    await heldBy(db, turn).set({ held_until: heldUntil }).where('held_until', 'is not', null).execute();
  },
  async leaveChat(turn, { answers, notBefore }) {
    const waits = notBefore > 0 ? sql<Date>`clock_timestamp() + ${notBefore} * interval '1 millisecond'` : null;
    const left = { held_until: null, answers: JSON.stringify(answers), left_at: sql<Date>`clock_timestamp()` };
    await heldBy(db, turn)
      .set({ ...left, not_before: waits })
      .execute();
  },
});

/** So many others cannot all have come first. */
const mostTries = 100;

/** Read, and written if nobody has changed it since: a message after a pause waits for two statements, and for no lock. */
async function changeShares(db: Db, tenantId: string, change: Parameters<Together['shares']>[1]): Promise<Share[]> {
  for (let tried = 0; tried < mostTries; tried++) {
    const { rows } = await sql<{ was: string | null; now: number }>`
      select ${now} as now, (select shares::text from outbox_share where tenant_id = ${tenantId}) as was`.execute(db);
    const [read] = rows;
    if (!read) break;
    const shares = change(sharesSchema.parse(read.was === null ? [] : JSON.parse(read.was)), read.now);
    const saved = await sql`
      insert into outbox_share (tenant_id, shares) values (${tenantId}, ${JSON.stringify(shares)})
      on conflict (tenant_id) do update set shares = excluded.shares where outbox_share.shares = ${read.was}::jsonb
      returning tenant_id`.execute(db);
    if (saved.rows.length > 0) return shares;
  }
  throw new Error(`The shares of ${tenantId} change all the time`);
}

/** What counts for none of Teams' limits any more. */
export async function tidyOutboxChats(db: Db): Promise<void> {
  await db
    .deleteFrom('outbox_chat')
    .where('left_at', '<', sql<Date>`now() - ${keptHours} * interval '1 hour'`)
    .where((eb) => eb.or([eb('held_until', 'is', null), eb('held_until', '<', sql<Date>`now()`)]))
    .execute();
}
