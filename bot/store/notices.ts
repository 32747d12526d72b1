import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Conversation, languages, type PersonId, type Reader, type TenantId } from '../ports.ts';
import { type Notice, type NoticeContent, noticeStates } from '../runs/notice.ts';
import { storable } from './json.ts';
import { noticeContent } from './notice-content.ts';
import type { Db, Tx } from './open.ts';

/** A notice on its way: for whom, where, and how they read. */
export type StoredNotice = {
  id: string;
  tenantId: TenantId;
  personId: PersonId;
  where: Conversation;
  reader: Reader;
  content: NoticeContent;
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

export async function findNotice(db: Db, id: string): Promise<StoredNotice | null> {
  const row = await db
    .selectFrom('notice as n')
    .innerJoin('conversation as c', (on) =>
      on.onRef('c.tenant_id', '=', 'n.tenant_id').onRef('c.id', '=', 'n.conversation_id'),
    )
    .innerJoin('person as p', (on) => on.onRef('p.tenant_id', '=', 'n.tenant_id').onRef('p.id', '=', 'n.person_id'))
    .selectAll('n')
    .select(['c.kind', 'c.service_url', 'c.bot_id', 'p.language', 'p.zone', 'p.heard_language', 'p.heard_zone'])
    .where('n.id', '=', id)
    .executeTakeFirst();
  return row ? noticeRow.parse(row) : null;
}

type Lease = { id: string; seen: Date; until: Date };

/** Only one process may hand it to Teams; false where it is not as it was seen any more. */
export async function beginPosting(db: Db, { id, seen, until }: Lease): Promise<boolean> {
  const begun = await db
    .updateTable('notice')
    .set({ state: 'posting', due_at: until })
    .where('id', '=', id)
    .where('due_at', '=', seen)
    .executeTakeFirst();
  return begun.numUpdatedRows === 1n;
}

/** What became of it. `cardId`: the message it became; null: it can never be shown there. */
export async function settleNotice(db: Db, id: string, cardId: string | null): Promise<void> {
  const state = cardId === null ? 'lost' : 'posted';
  await db.updateTable('notice').set({ state, card_id: cardId, due_at: null }).where('id', '=', id).execute();
}

/** It could not be handed over now; the next try is due then. */
export async function putOffNotice(db: Db, id: string, dueAt: Date): Promise<void> {
  await db.updateTable('notice').set({ state: 'waiting', due_at: dueAt }).where('id', '=', id).execute();
}

/** What is still to be posted, or what of it is due. `posting`: those too that somebody had in hand. */
export async function noticesOnTheirWay(
  db: Db,
  { dueBy, posting }: { dueBy?: Date; posting: boolean },
): Promise<{ id: string; dueAt: Date }[]> {
  const notices = db
    .selectFrom('notice')
    .select(['id', 'due_at'])
    .where('state', 'in', posting ? ['waiting', 'posting'] : ['waiting']);
  const rows = await (dueBy ? notices.where('due_at', '<=', dueBy) : notices.where('due_at', 'is not', null))
    .orderBy('due_at')
    .limit(10_000)
    .execute();
  return rows.flatMap(({ id, due_at }) => (due_at ? [{ id, dueAt: due_at }] : []));
}

/** A process that owns the database alone knows that nobody is posting. */
export async function dropNoticeLeases(db: Db, now: Date): Promise<void> {
  await db.updateTable('notice').set({ state: 'waiting', due_at: now }).where('state', '=', 'posting').execute();
}

/** Forgets all notices of a tenant; used for the invented one only. */
export async function forgetNotices(db: Db, tenantId: TenantId): Promise<void> {
  await db.deleteFrom('notice').where('tenant_id', '=', tenantId).execute();
}

const language = z.enum(languages);

const noticeRow = z
  .object({
    id: z.string(),
    tenant_id: z.string(),
    person_id: z.string(),
    conversation_id: z.string(),
    kind: z.enum(['personal', 'groupChat', 'channel']),
    service_url: z.string(),
    bot_id: z.string(),
    language: language.nullable(),
    zone: z.string().nullable(),
    heard_language: language,
    heard_zone: z.string(),
    content: noticeContent,
    state: z.enum(noticeStates),
    due_at: z.coerce.date().nullable(),
  })
  .transform(
    (row): StoredNotice => ({
      id: row.id,
      tenantId: row.tenant_id as TenantId,
      personId: row.person_id as PersonId,
      where: {
        id: row.conversation_id,
        kind: row.kind,
        tenantId: row.tenant_id as TenantId,
        serviceUrl: row.service_url,
        botId: row.bot_id,
      },
      reader: { language: row.language ?? row.heard_language, zone: row.zone ?? row.heard_zone },
      content: row.content,
      state: row.state,
      dueAt: row.due_at,
    }),
  );
