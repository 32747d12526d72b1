import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock, Conversation, PersonId, TenantId } from '../ports.ts';
import type { LateAnswer, LateAnswers } from '../ports-writing.ts';
import { storable } from './json.ts';
import type { Db, Tx } from './open.ts';
import { conversationKind } from './place-rows.ts';

/** In the transaction that keeps an answer: the step that sends it. */
type Enqueue = (tx: Tx, id: string) => Promise<void>;

type Place = Pick<Conversation, 'tenantId' | 'id'>;

/** By then whoever asked has asked again, or no longer needs it. */
const keptForMs = 15 * 60_000;

/** Answers that found no room in their turn, until a step has sent them. */
export function lateAnswersIn(db: Db, { now }: Clock, enqueue: Enqueue): LateAnswers {
  const old = () => new Date(now().getTime() - keptForMs);
  return {
    keep: (answer) =>
      db.transaction().execute(async (tx) => {
        if (answer.replaces) await dropOlder(tx, answer.where, answer.replaces);
        const id = randomUUID();
        await tx.deleteFrom('late_answer').where('asked_at', '<', old()).execute();
        await tx
          .insertInto('late_answer')
          .values(rowOf(id, answer, now()))
          .execute();
        await enqueue(tx, id);
      }),
    async beside(id) {
      const kept = db.selectFrom('late_answer').selectAll().where('id', '=', id).where('asked_at', '>=', old());
      const row = await kept.executeTakeFirst();
      if (!row) return [];
      // What only a newer process can read fails here, so that its step is tried again elsewhere; it holds up no other.
      const { where } = lateRow.parse(row);
      const all = waitingIn(db, where, old());
      const rows = await all.selectAll().orderBy('asked_at').execute();
      const waiting = rows.flatMap((one) => lateRow.safeParse(one).data ?? []);
      // Teams may have moved the conversation since the first was asked for; behind it all the others would wait in vain.
      return waiting.map((one) => ({ ...one, where: waiting.at(-1)?.where ?? one.where }));
    },
    async waitsIn(where) {
      return (await waitingIn(db, where, old()).select('id').limit(1).executeTakeFirst()) !== undefined;
    },
    async drop(id) {
      await db.deleteFrom('late_answer').where('id', '=', id).execute();
    },
    dropOlder: (where, messageId) => dropOlder(db, where, messageId),
  };
}

/** Those that a step is still to send, the oldest first. */
export async function lateAnswersLeft(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('late_answer').select('id').orderBy('asked_at').limit(10_000).execute();
  return rows.map(({ id }) => id);
}

/** Where a step is still to send one. */
export async function placesOfLateAnswers(db: Db): Promise<Place[]> {
  const rows = await db.selectFrom('late_answer').select(['tenant_id', 'conversation_id']).distinct().execute();
  return rows.map(({ tenant_id, conversation_id }) => ({ tenantId: tenant_id as TenantId, id: conversation_id }));
}

/** Forgets all of a tenant; used for the invented one only. */
export async function forgetLateAnswers(db: Db, tenantId: TenantId): Promise<void> {
  await db.deleteFrom('late_answer').where('tenant_id', '=', tenantId).execute();
}

const waitingIn = (db: Db, { tenantId, id }: Place, since: Date) =>
  db
    .selectFrom('late_answer')
    .where('tenant_id', '=', tenantId)
    .where('conversation_id', '=', id)
    .where('asked_at', '>=', since);

async function dropOlder(db: Db, where: Conversation, messageId: string): Promise<void> {
  await db
    .deleteFrom('late_answer')
    .where('tenant_id', '=', where.tenantId)
    .where('conversation_id', '=', where.id)
    .where('replaces', '=', messageId)
    .execute();
}

const rowOf = (id: string, { person, where, message, replaces }: LateAnswer, now: Date) => ({
  id,
  tenant_id: where.tenantId,
  person_id: person.id,
  conversation_id: where.id,
  place: storable({ kind: where.kind, serviceUrl: where.serviceUrl, botId: where.botId }),
  replaces,
  message: storable(message),
  asked_at: now,
});

const lateRow = z
  .object({
    id: z.string(),
    tenant_id: z.string(),
    person_id: z.string(),
    conversation_id: z.string(),
    place: z.object({ kind: conversationKind, serviceUrl: z.string(), botId: z.string() }),
    replaces: z.string().nullable(),
    message: z.looseObject({}),
  })
  .transform(({ id, tenant_id, person_id, conversation_id, place, replaces, message }) => ({
    where: { ...place, id: conversation_id, tenantId: tenant_id as TenantId },
    ...{ id, personId: person_id as PersonId, replaces, message },
  }));
