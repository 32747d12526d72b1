import { randomUUID } from 'node:crypto';
import type { Conversation, Person, PersonId, Reader, RunId, TenantId } from '../../../bot/ports.ts';
import type { Notice, NoticeContent } from '../../../bot/runs/notice.ts';
import { addFollower } from '../../../bot/store/followers.ts';
import type { Db, Store } from '../../../bot/store/open.ts';
import { saveConversation, savePerson } from '../../../bot/store/people.ts';
import { insertRun, type NewRun } from '../../../bot/store/runs.ts';
import { noon, waiting } from '../runs/samples.ts';

/** Every test works in a tenant of its own, so tests can share a database. */
export const newTenant = () => randomUUID() as TenantId;

export const personOf = (tenantId: TenantId, name = 'Ana Ruiz'): Person => ({
  tenantId,
  id: `id of ${name}` as PersonId,
  name,
  teamsId: `29:${name}`,
});

export const chatOf = (tenantId: TenantId, id = 'a:chat'): Conversation => ({
  id,
  kind: 'personal',
  tenantId,
  serviceUrl: 'https://smba.example/emea/',
  botId: '28:bot',
});

export const heard: Reader = { language: 'en', zone: 'Europe/Berlin' };

export const newRun = (tenantId: TenantId, change: Partial<NewRun> = {}): NewRun => ({
  tenantId,
  action: 'autopilot-sync',
  joinKey: 'autopilot-sync|tenant:tenant',
  askKey: randomUUID(),
  asker: personOf(tenantId),
  askedAt: noon,
  bookedFor: null,
  joinedElsewhere: false,
  trace: null,
  approval: null,
  targets: [waiting()],
  ...change,
});

export async function written(store: Store, tenantId: TenantId, change: Partial<NewRun> = {}) {
  const run = await store.db.transaction().execute((tx) => insertRun(tx, newRun(tenantId, change)));
  if (!run) throw new Error('a run with this key is on its way in this tenant already');
  return run;
}

type Ask = {
  runId: RunId;
  tenantId: TenantId;
  name: string;
  askKey: string;
  chat?: string;
  askedAt?: Date;
  cardId?: string;
};

export async function asked(db: Db, { runId, tenantId, name, askKey, chat = 'a:chat', askedAt = noon, cardId }: Ask) {
  const person = personOf(tenantId, name);
  await savePerson(db, person, heard);
  await saveConversation(db, chatOf(tenantId, chat));
  const ask = {
    runId,
    tenantId,
    personId: person.id,
    conversationId: chat,
    askKey,
    askedAt,
    cardId: cardId ?? null,
    answerBy: null,
  };
  await db.transaction().execute((tx) => addFollower(tx, ask));
}

export const bookedOver: NoticeContent = {
  ...{ kind: 'run-over', number: 17, action: 'autopilot-sync', verdict: 'done', asker: 'Ana Ruiz' },
  bookedFor: noon,
  counts: { done: 1 },
};

/** To somebody who is known, in a chat that is; in a tenant of its own if none is given. */
export async function noticeIn(db: Db, change: Partial<Notice> = {}): Promise<Notice> {
  const tenantId = change.tenantId ?? newTenant();
  const person = personOf(tenantId);
  await savePerson(db, person, heard);
  await saveConversation(db, chatOf(tenantId));
  const to = { tenantId, personId: person.id, conversationId: 'a:chat' };
  return { ...to, key: 'run 17 is over', content: bookedOver, askedAt: noon, dueAt: noon, ...change };
}
