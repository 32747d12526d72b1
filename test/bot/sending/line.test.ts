import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { NoRoom, type SendRank } from '../../../bot/ports-writing.ts';
import { appLimit } from '../../../bot/sending/limits.ts';
import { type Line, openLine } from '../../../bot/sending/line.ts';

let line: Line;
let sent: string[];

beforeEach(() => {
  line = openLine({ together: null, processId: 'one', steadyMs: () => performance.now(), random: () => 0 });
  sent = [];
});

type Sending = { chat?: string; rank?: SendRank; tenantId?: string; withinMs?: number; takesMs?: number };

async function sends(
  name: string,
  { chat = name, rank = 'edit', tenantId = 't', withinMs, takesMs = 0 }: Sending = {},
) {
  const place = await line.enter({ tenantId, conversationId: chat, rank, withinMs });
  const request = async () => {
    sent.push(name);
    await wait(takesMs);
  };
  await place.request(request, () => null).finally(place.leave);
}

const many = (count: number, name: string, how: Sending = {}) =>
  Array.from({ length: count }, (_, i) => sends(`${name} ${i}`, how));

const second = 1_000;

/** Until so many were sent, looked at each turn of the event loop: whoever comes next comes by a timer. */
async function haveGone(count: number): Promise<void> {
  while (sent.length < count) await turn();
}

test('fifty go to a tenant at once, and the next when the first has been answered for a second', async () => {
  const began = performance.now();
  const all = Promise.all(many(60, 'card'));
  await haveGone(50);
  expect(sent).toHaveLength(50);
  await all;
  expect(sent).toHaveLength(60);
  expect(performance.now() - began).toBeGreaterThanOrEqual(appLimit.windowMs);
});

test('another tenant has its own fifty', async () => {
  const all = many(50, 'card');
  await sends('theirs', { tenantId: 'u' });
  expect(sent).toContain('theirs');
  await Promise.all(all);
});

test('where there is no room for all, people are answered first, then notices go, then edits', async () => {
  const full = many(50, 'card', { takesMs: 100 });
  const next = [sends('edit'), sends('notice', { rank: 'notice' }), sends('answer', { rank: 'answer' })];
  await Promise.all([...full, ...next]);
  expect(sent.slice(50)).toEqual(['answer', 'notice', 'edit']);
});

test('a conversation is written to by one at a time, in the order of asking', async () => {
  await Promise.all(['post', 'edit 1', 'edit 2'].map((name) => sends(name, { chat: 'a', takesMs: 20 })));
  expect(sent).toEqual(['post', 'edit 1', 'edit 2']);
});

test('seven go to a conversation in a second', async () => {
  const began = performance.now();
  const all = Promise.all(many(8, 'card', { chat: 'a' }));
  await haveGone(7);
  expect(sent).toHaveLength(7);
  await all;
  expect(sent).toHaveLength(8);
  expect(performance.now() - began).toBeGreaterThanOrEqual(second);
});

test('whoever can only wait so long is told that there is no room', async () => {
  const full = many(50, 'card', { takesMs: 300 });
  await expect(sends('answer', { rank: 'answer', withinMs: 50 })).rejects.toThrow(NoRoom);
  await Promise.all(full);
  expect(sent).not.toContain('answer');
});

test('and at once where so many go before that it would be in vain', async () => {
  const full = many(50, 'card', { takesMs: 100 });
  const before = many(50, 'answer', { rank: 'answer' });
  await expect(sends('late', { rank: 'answer', withinMs: 1_000 })).rejects.toThrow(NoRoom);
  await Promise.all([...full, ...before]);
});

test('a turn in which nothing was sent costs no place', async () => {
  for (let i = 0; i < 100; i++) (await line.enter({ tenantId: 't', conversationId: `${i}`, rank: 'edit' })).leave();
  await Promise.all(many(50, 'card'));
  expect(sent).toHaveLength(50);
});

test('where Teams says “too many”, the conversation waits as long as was asked, and nobody else for so long', async () => {
  const place = await line.enter({ tenantId: 't', conversationId: 'a', rank: 'edit' });
  await place.request(
    async () => sent.push('refused'),
    () => ({ waitMs: 2_000 }),
  );
  place.leave();
  const after = [sends('again', { chat: 'a' }), sends('elsewhere')];
  await Promise.all(after);
  expect(sent).toEqual(['refused', 'elsewhere', 'again']);
});

test('whoever would wait longer than they can, because Teams asked for more, is told at once until when', async () => {
  const place = await line.enter({ tenantId: 't', conversationId: 'a', rank: 'edit', withinMs: 60_000 });
  await place.request(
    async () => {},
    () => ({ waitMs: 3_600_000 }),
  );
  place.leave();
  const refused = await sends('again', { chat: 'a', withinMs: 60_000 }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(NoRoom);
  expect((refused as NoRoom).inMs).toBeGreaterThan(3_000_000);
  await sends('elsewhere', { withinMs: 60_000 });
  expect(sent).toEqual(['elsewhere']);
});

test('whoever has the turn and wants to send once more waits ten seconds for room, and keeps it from others no longer', async () => {
  const place = await line.enter({ tenantId: 't', conversationId: 'a', rank: 'edit', withinMs: 60_000 });
  const asks = () =>
    place.request(
      async () => {},
      () => ({ waitMs: 3_600_000 }),
    );
  await asks();
  await expect(asks()).rejects.toThrow(NoRoom);
  place.leave();
  await sends('elsewhere');
  expect(sent).toEqual(['elsewhere']);
});

test('a conversation that somebody waits for is not forgotten: two never write there at once', async () => {
  let nowMs = 0;
  line = openLine({ together: null, processId: 'one', steadyMs: () => nowMs, random: () => 0 });
  const full = await Promise.all(
    Array.from({ length: 50 }, (_, i) => line.enter({ tenantId: 't', conversationId: `${i}`, rank: 'edit' })),
  );
  const first = line.enter({ tenantId: 't', conversationId: 'a', rank: 'edit' });
  nowMs = 61_000;
  const second = line.enter({ tenantId: 't', conversationId: 'a', rank: 'edit' });
  for (const place of full) place.leave();
  const place = await first;
  expect(await Promise.race([second.then(() => 'both'), wait(20, 'one')])).toBe('one');
  place.leave();
  (await second).leave();
});

test('a failed request gives its turn to the next', async () => {
  const place = await line.enter({ tenantId: 't', conversationId: 'a', rank: 'edit' });
  const broken = place.request(
    () => Promise.reject(new Error('reset')),
    () => null,
  );
  await expect(broken.finally(place.leave)).rejects.toThrow('reset');
  await sends('next', { chat: 'a' });
  expect(sent).toEqual(['next']);
});

test('a sign that nobody would miss is for calm times', async () => {
  const here = { tenantId: 't', conversationId: 'a' };
  expect(line.isCalm(here)).toBe(true);
  const some = many(30, 'card', { takesMs: 100 });
  expect(line.isCalm(here)).toBe(false);
  await Promise.all(some);
});
