import { randomUUID } from 'node:crypto';
import { openGraph } from '../../bot/graph/client.ts';
import { ledgersInMemory, openPace } from '../../bot/graph/pace.ts';
import { openSender, shortWaits } from '../../bot/graph/send.ts';
import { together } from '../../bot/graph/together.ts';
import { practiceTokens } from '../../bot/identity/practice.ts';
import type { Clock, Log, Person, PersonId, TenantId } from '../../bot/ports.ts';
import { openQueue, type Queue } from '../../bot/runs/queue.ts';
import { openStore, type Store } from '../../bot/store/open.ts';
import { saveConversation, savePerson } from '../../bot/store/people.ts';
import { beginWatched } from '../../bot/store/watched.ts';
import { insertWatch } from '../../bot/store/watches.ts';
import type { WatchParts } from '../../bot/watches/parts.ts';
import { keyOf } from '../../bot/watches/watch.ts';
import type { SoakGraph } from './soak-graph.ts';

/** Many people who watch many devices, on the real store and queue, without the pace of Microsoft's limits: time is scaled. */
export type SoakWatches = { parts: WatchParts; store: Store; tenantId: TenantId; close(): Promise<void> };

const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };

export async function openSoakWatches(graph: SoakGraph, clock: Clock): Promise<SoakWatches> {
  const store = await openStore({ kind: 'memory' });
  const queue: Queue = await openQueue(store.engine, { clock, log: quiet });
  const sender = openSender(shortWaits);
  const limits = () => ({ windowMs: 1_000, places: 1_000_000 });
  const pace = openPace({ ledgers: ledgersInMemory(clock), newId: randomUUID, limits });
  const door = openGraph({ url: graph.url, send: sender.send, pace, clock, log: quiet });
  const graphFor: WatchParts['graphFor'] = (person, scopes) =>
    together(door({ person, token: (wish) => practiceTokens.graphToken(person, scopes, wish) }));
  const close = async () => {
    await queue.stop();
    await sender.close();
    await store.close();
  };
  const tenantId = randomUUID() as TenantId;
  return { parts: { store, queue, clock, log: quiet, graphFor }, store, tenantId, close };
}

const heard = { language: 'en', zone: 'UTC' } as const;
const dayMs = 24 * 60 * 60_000;

/** Each device is watched by as many people as there are watches for it; each person watches some of them in a row. */
export async function beginAll({ parts, store, tenantId }: SoakWatches, ids: readonly string[], watchers: number) {
  const now = parts.clock.now();
  const seen = { kind: 'device', lastSyncAt: now, pending: 0, failed: 0 } as const;
  const people = await peopleOf(store, tenantId, watchers);
  await store.db.transaction().execute(async (tx) => {
    const chat = {
      id: 'a:soak',
      kind: 'personal' as const,
      tenantId,
      serviceUrl: 'https://smba.example/',
      botId: '28:b',
    };
    await saveConversation(tx, chat);
    for (const [index, id] of ids.entries()) {
      const key = keyOf({ kind: 'device', id });
      await beginWatched(tx, tenantId, { seen: new Map([[key, seen]]), now, dueAt: now });
      for (const crew of people) {
        const person = crew[Math.floor(index / devicesEach)];
        if (!person) throw new Error('there are too few people');
        const what = { kind: 'devices' as const, devices: [{ id, label: id }], until: 'check-in' as const, run: null };
        const ends = { endsAt: new Date(now.getTime() + dayMs), on: 'change' as const, conversationId: chat.id };
        const watch = { tenantId, personId: person.id, what, ...ends, askKey: `${person.id} ${id}` };
        await insertWatch(tx, { ...watch, seen: new Map([[key, seen]]) });
      }
    }
  });
}

/** As many as one person may watch. */
const devicesEach = 100;
const mostDevices = 2_000;

/** One crew watches all devices together. */
async function peopleOf(store: Store, tenantId: TenantId, crews: number): Promise<Person[][]> {
  const made: Person[][] = [];
  for (let crew = 0; crew < crews; crew++) {
    const people = Array.from({ length: mostDevices / devicesEach }, (_, index): Person => {
      const name = `Person ${crew}-${index}`;
      return { tenantId, id: name as PersonId, name, teamsId: `29:${name}` };
    });
    for (const one of people) await savePerson(store.db, one, heard);
    made.push(people);
  }
  return made;
}
