import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Conversation, PersonId, Reader, TenantId } from '../ports.ts';
import { type Notice, type NoticeContent, noticeStates, type Taken, toldTogether } from '../runs/notice.ts';
import { storable } from './json.ts';
import { knownNotice } from './known-kinds.ts';
import { noticeContent } from './notice-content.ts';
import type { Db, Tx } from './open.ts';
import { placeColumns, placeFrom, readerColumns, readerFrom } from './place-rows.ts';

/** A notice on its way: for whom, where, and how they read. */
export type StoredNotice = {
  id: string;
  tenantId: TenantId;
  personId: PersonId;
  where: Conversation;
  /** The bot can no longer write there. */
  isStopped: boolean;
  reader: Reader;
  /** When its reader wants no messages. */
  quiet: string | null;
  /** Who is on call in that conversation. */
  onCall: { name: string; teamsId: string } | null;
  content: NoticeContent;
  askedAt: Date;
  state: (typeof noticeStates)[number];
  dueAt: Date | null;
};

/** Null where the same thing is told already. */
export async function insertNotice(tx: Tx | Db, notice: Notice): Promise<string | null> {
  const row = await tx
    .insertInto('notice')
    .values({
      id: randomUUID(),
      tenant_id: notice.tenantId,
      person_id: notice.personId,
      conversation_id: notice.conversationId,
      key: notice.key,
      content: storable(notice.content),
      asked_at: notice.askedAt,
      due_at: notice.dueAt,
      state: 'waiting',
      card_id: null,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Null also for what only a newer version can tell. */
export async function findNotice(db: Db, id: string): Promise<StoredNotice | null> {
  const row = await db
    .selectFrom('notice as n')
    .innerJoin('conversation as c', (on) =>
      on.onRef('c.tenant_id', '=', 'n.tenant_id').onRef('c.id', '=', 'n.conversation_id'),
    )
    .innerJoin('person as p', (on) => on.onRef('p.tenant_id', '=', 'n.tenant_id').onRef('p.id', '=', 'n.person_id'))
    .leftJoin('on_call as o', (on) =>
      on.onRef('o.tenant_id', '=', 'n.tenant_id').onRef('o.conversation_id', '=', 'n.conversation_id'),
    )
    .leftJoin('person as d', (on) => on.onRef('d.tenant_id', '=', 'o.tenant_id').onRef('d.id', '=', 'o.person_id'))
    .selectAll('n')
    .select(['d.name as on_call_name', 'd.teams_id as on_call_teams_id'])
    .select([
      'c.kind',
      'c.service_url',
      'c.bot_id',
      'c.stopped_at',
      'p.language',
      'p.zone',
      'p.heard_language',
      'p.heard_zone',
      'p.quiet',
    ])
    .where('n.id', '=', id)
    .where(knownNotice(sql.ref('n.content')))
    .executeTakeFirst();
  return row ? noticeRow.parse(row) : null;
}

export type Waiting = Pick<StoredNotice, 'id' | 'content' | 'askedAt'>;
type Lease = { seen: Date; now: Date; until: Date };

/**
 * Takes a notice that is to be posted, and whatever else waits for the same person in the same place: it goes into the same
 * message. One statement, so that only one process has each; empty where somebody else has them.
 */
export async function beginPosting(db: Db, notice: StoredNotice, { seen, now, until }: Lease): Promise<Waiting[]> {
  const { id, tenantId, personId, where, content } = notice;
  const others = sql`tenant_id = ${tenantId} and person_id = ${personId} and conversation_id = ${where.id}
    and state = 'waiting' and due_at <= ${now} and content ->> 'kind' in (${sql.join(toldTogether)}) and ${knownNotice(sql.ref('content'))}`;
  const alone = !toldTogether.includes(content.kind);
  const { rows } = await sql<{ id: string; content: unknown; asked_at: Date }>`
    update notice set state = 'posting', due_at = ${until}
    where id in (
      select id from notice where (id = ${id} and due_at = ${seen})${alone ? sql`` : sql` or (${others})`}
      order by id for update)
    returning id, content, asked_at`.execute(db);
  return rows.map((row) => ({
    ...{ id: row.id, askedAt: new Date(row.asked_at) },
    content: noticeContent.parse(row.content),
  }));
}

/** The message they have become: it stands there, even where somebody else took them in hand meanwhile. */
export async function postedNotices(db: Db, ids: readonly string[], cardId: string): Promise<void> {
  const posted = { state: 'posted', card_id: cardId, due_at: null };
  await db.updateTable('notice').set(posted).where('id', 'in', ids).execute();
}

/** They can never be shown. */
export async function loseNotices(db: Db, taken: Taken): Promise<void> {
  await takenIn(db, taken).set({ state: 'lost', due_at: null }).execute();
}

/** They could not be handed over now, or are not wanted now; the next try is due then. The answer is those that were still one's own. */
export const putOffNotices = (db: Db, taken: Taken, dueAt: Date): Promise<string[]> =>
  changedIn(takenIn(db, taken).set({ state: 'waiting', due_at: dueAt }));

/** They are told in another place. */
export const moveNotices = (db: Db, taken: Taken, { conversationId, dueAt }: Elsewhere): Promise<string[]> =>
  changedIn(takenIn(db, taken).set({ state: 'waiting', due_at: dueAt, conversation_id: conversationId }));

type Elsewhere = { conversationId: string; dueAt: Date };

/** Whoever has had them for too long has them no more: somebody else may have posted them. */
const takenIn = (db: Db, { ids, dueAt }: Taken) =>
  db.updateTable('notice').where('id', 'in', ids).where('due_at', '=', dueAt);

async function changedIn(update: ReturnType<typeof takenIn>): Promise<string[]> {
  const rows = await update.returning('id').execute();
  return rows.map(({ id }) => id);
}

/** What is still to be posted, or what of it is due. `posting`: those too that somebody had in hand. */
export async function noticesOnTheirWay(
  db: Db,
  { dueBy, posting }: { dueBy?: Date; posting: boolean },
): Promise<{ id: string; dueAt: Date }[]> {
  const notices = db
    .selectFrom('notice')
    .select(['id', 'due_at'])
    .where(knownNotice(sql.ref('content')))
    .where('state', 'in', posting ? ['waiting', 'posting'] : ['waiting']);
  const rows = await (dueBy ? notices.where('due_at', '<=', dueBy) : notices.where('due_at', 'is not', null))
    .orderBy('due_at')
    .limit(10_000)
    .execute();
  return rows.flatMap(({ id, due_at }) => (due_at ? [{ id, dueAt: due_at }] : []));
}

/** What still waits to be said under keys that begin so is not said any more. */
export async function dropWaiting(tx: Tx, tenantId: TenantId, keys: string): Promise<void> {
  const waiting = tx.deleteFrom('notice').where('tenant_id', '=', tenantId).where('state', '=', 'waiting');
  await waiting.where(({ fn, val }) => fn('starts_with', ['key', val(keys)])).execute();
}

/** A process that owns the database alone knows that nobody is posting. */
export async function dropNoticeLeases(db: Db, now: Date): Promise<void> {
  await db.updateTable('notice').set({ state: 'waiting', due_at: now }).where('state', '=', 'posting').execute();
}

/** Those of all tenants that were posted, or could not be. */
export async function forgetSettledNotices(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('notice').where('due_at', 'is', null).where('asked_at', '<', before).execute();
}

/** Forgets all notices of a tenant; used for the invented one only. */
export async function forgetNotices(db: Db, tenantId: TenantId): Promise<void> {
  await db.deleteFrom('notice').where('tenant_id', '=', tenantId).execute();
}

const noticeRow = z
  .object({
    ...placeColumns,
    ...readerColumns,
    id: z.string(),
    person_id: z.string(),
    quiet: z.string().nullable(),
    stopped_at: z.coerce.date().nullable(),
    on_call_name: z.string().nullable(),
    on_call_teams_id: z.string().nullable(),
    asked_at: z.coerce.date(),
    content: noticeContent,
    state: z.enum(noticeStates),
    due_at: z.coerce.date().nullable(),
  })
  .transform(
    (row): StoredNotice => ({
      id: row.id,
      tenantId: row.tenant_id as TenantId,
      personId: row.person_id as PersonId,
      where: placeFrom(row),
      isStopped: row.stopped_at !== null,
      reader: readerFrom(row),
      quiet: row.quiet,
      onCall:
        row.on_call_name !== null && row.on_call_teams_id !== null
          ? { name: row.on_call_name, teamsId: row.on_call_teams_id }
          : null,
      content: row.content,
      askedAt: row.asked_at,
      state: row.state,
      dueAt: row.due_at,
    }),
  );
