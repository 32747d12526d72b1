import { randomUUID } from 'node:crypto';
import type { QueryCreator } from 'kysely';
import { z } from 'zod';
import type { Conversation, Person, PersonId, Reader, RunId, TenantId } from '../ports.ts';
import type { Db, Tx } from './open.ts';
import { conversationSaved, personSaved } from './people.ts';
import { placeColumns, placeFrom, readerColumns, readerFrom } from './place-rows.ts';
import { askerAdded } from './run-askers.ts';
import type { Tables } from './schema.ts';

/** One card that follows a run: who asked, where, and what it last showed. */
export type Follower = {
  id: string;
  runId: RunId;
  personId: PersonId;
  where: Conversation;
  reader: Reader;
  cardId: string | null;
  shown: string | null;
  askedAt: Date;
  /** The run itself, or what a second person is asked about it. */
  shows: (typeof shownThings)[number];
  /** Until then a turn is about to show it. */
  answerBy: Date | null;
};

export const shownThings = ['run', 'approval'] as const;

export type Ask = {
  runId: RunId;
  tenantId: TenantId;
  personId: PersonId;
  conversationId: string;
  /** The same for every delivery of one ask, and for every press of one button. */
  askKey: string;
  askedAt: Date;
  /** The card that was pressed, which becomes the run's. */
  cardId: string | null;
  shows?: Follower['shows'] | undefined;
  /** Until then the turn of the ask shows it, and nobody else. */
  answerBy: Date | null;
};

export async function addFollower(tx: Tx, ask: Ask): Promise<void> {
  await followerAdded(cardTaken(tx, ask), ask).execute();
}

/** Who follows, from where, and that they asked for the run if they did: in one statement, because all of it is written in a turn. */
export async function addFollowing(tx: Tx, ask: Ask, whose: Whose): Promise<void> {
  const { person, heard, where, asks } = whose;
  const { runId, askedAt } = ask;
  const known = cardTaken(tx, ask).with('who', (db) => personSaved(db, person, heard));
  const placed = where ? known.with('place', (db) => conversationSaved(db, where)) : known;
  const asking = { runId, asker: person, askedAt };
  const written = asks ? (placed as QueryCreator<Tables>).with('asking', (db) => askerAdded(db, asking)) : placed;
  await followerAdded(written as QueryCreator<Tables>, ask).execute();
}

/** `where`: null where nothing new was heard of it; `asks`: for what the run does, not only to see it. */
type Whose = { person: Person; heard: Reader; where: Conversation | null; asks: boolean };

const followerAdded = (db: QueryCreator<Tables>, ask: Ask) =>
  db
    .insertInto('run_follower')
    .values({
      id: randomUUID(),
      run_id: ask.runId,
      tenant_id: ask.tenantId,
      person_id: ask.personId,
      conversation_id: ask.conversationId,
      ask_key: ask.askKey,
      asked_at: ask.askedAt,
      card_id: ask.cardId,
      answer_by: ask.answerBy,
      shown: null,
      left_at: null,
      ...(ask.shows ? { shows: ask.shows } : {}),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'ask_key']).doNothing());

/** A pressed card that becomes another run's is not drawn over by the word of the earlier one that is still to be told. */
function cardTaken(tx: Tx, { tenantId, conversationId, cardId, runId, askedAt }: Ask): QueryCreator<Tables> {
  if (cardId === null) return tx;
  const taken = tx.with('taken', (db) =>
    db
      .updateTable('run_follower')
      .set({ left_at: askedAt })
      .where('tenant_id', '=', tenantId)
      .where('conversation_id', '=', conversationId)
      .where('card_id', '=', cardId)
      .where('run_id', '!=', runId)
      .where('left_at', 'is', null),
  );
  return taken as QueryCreator<Tables>;
}

export async function followersOf(db: Db, runId: RunId): Promise<Follower[]> {
  const rows = await db
    .selectFrom('run_follower as f')
    .innerJoin('conversation as c', (on) =>
      on.onRef('c.tenant_id', '=', 'f.tenant_id').onRef('c.id', '=', 'f.conversation_id'),
    )
    .innerJoin('person as p', (on) => on.onRef('p.tenant_id', '=', 'f.tenant_id').onRef('p.id', '=', 'f.person_id'))
    .selectAll('f')
    .select(['c.kind', 'c.service_url', 'c.bot_id', 'p.language', 'p.zone', 'p.heard_language', 'p.heard_zone'])
    .where('f.run_id', '=', runId)
    .where('f.left_at', 'is', null)
    .where('c.stopped_at', 'is', null)
    .orderBy('f.asked_at')
    .orderBy('f.id')
    .execute();
  return rows.map((row) => followerRow.parse(row));
}

/** Where a person first asked to see a run, if they still do; null where they do not. */
export async function chatOfFollower(db: Db | Tx, runId: RunId, personId: PersonId): Promise<string | null> {
  const row = await db
    .selectFrom('run_follower')
    .select('conversation_id')
    .where('run_id', '=', runId)
    .where('person_id', '=', personId)
    .where('left_at', 'is', null)
    .where('shows', '=', 'run')
    .orderBy('asked_at')
    .executeTakeFirst();
  return row?.conversation_id ?? null;
}

/** Whether an ask of this name has led to a card already. */
export async function wasAsked(db: Db, tenantId: TenantId, askKey: string): Promise<boolean> {
  const row = await db
    .selectFrom('run_follower')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('ask_key', '=', askKey)
    .executeTakeFirst();
  return row !== undefined;
}

type Posted = { tenantId: TenantId; askKey: string; cardId: string; fingerprint: string };

/** The first answer of a turn: the message it became. False if a card was posted meanwhile, because this one came so late. */
export async function saveCard(db: Db, { tenantId, askKey, cardId, fingerprint }: Posted): Promise<boolean> {
  const saved = await db
    .updateTable('run_follower')
    .set({ card_id: cardId, shown: fingerprint })
    .where('tenant_id', '=', tenantId)
    .where('ask_key', '=', askKey)
    .where((eb) => eb.or([eb('card_id', 'is', null), eb('card_id', '=', cardId)]))
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** A card that is gone for good follows nothing. */
export async function dropFollower(db: Db, id: string): Promise<void> {
  await db.deleteFrom('run_follower').where('id', '=', id).execute();
}

type Leaving = { runId: RunId; personId: PersonId; now: Date };

/** Takes a person's name off a run; their cards are no longer edited. */
export async function leaveRun(db: Db, { runId, personId, now }: Leaving): Promise<boolean> {
  const left = await db
    .updateTable('run_follower')
    .set({ left_at: now })
    .where('run_id', '=', runId)
    .where('person_id', '=', personId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  return left.numUpdatedRows > 0n;
}

const followerRow = z
  .object({
    ...placeColumns,
    ...readerColumns,
    id: z.string(),
    run_id: z.string(),
    person_id: z.string(),
    card_id: z.string().nullable(),
    shown: z.string().nullable(),
    asked_at: z.coerce.date(),
    shows: z.enum(shownThings),
    answer_by: z.coerce.date().nullable(),
  })
  .transform(
    (row): Follower => ({
      id: row.id,
      runId: row.run_id as RunId,
      personId: row.person_id as PersonId,
      where: placeFrom(row),
      reader: readerFrom(row),
      cardId: row.card_id,
      shown: row.shown,
      askedAt: row.asked_at,
      shows: row.shows,
      answerBy: row.answer_by,
    }),
  );
