import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { NoRoom } from '../../../bot/ports-writing.ts';
import { appLimit } from '../../../bot/sending/limits.ts';
import { openLine } from '../../../bot/sending/line.ts';
import { tidyOutboxChats, togetherIn } from '../../../bot/store/together.ts';
import { onEachDatabase } from './databases.ts';

const nothing = { answers: [], notBefore: Number.NEGATIVE_INFINITY };

type Arrival = { at: number; chat: string; process: string; edit: string };
type Sending = { edit?: () => string; withinMs?: number };

onEachDatabase((store) => {
  /** Processes that send to one tenant, and what Teams sees of it. */
  function processes(count: number) {
    const tenantId = randomUUID();
    const arrivals: Arrival[] = [];
    const lines = Array.from({ length: count }, (_, i) =>
      openLine({
        together: togetherIn(store().db),
        processId: `process ${i}`,
        steadyMs: () => performance.now(),
        random: Math.random,
      }),
    );
    const sends = async (process: number, chat: string, { edit = () => '', withinMs }: Sending = {}) => {
      const place = await lines[process]!.enter({ tenantId, conversationId: chat, rank: 'edit', withinMs });
      const request = async () => {
        arrivals.push({ at: performance.now(), chat, process: `${process}`, edit: edit() });
        await wait(5);
      };
      await place.request(request, () => null).finally(place.leave);
    };
    return { tenantId, arrivals, sends };
  }

  const mostWithin = (times: readonly number[], windowMs: number) =>
    Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));

  test('two processes together send to a tenant what Teams takes, and no more', async () => {
    const { arrivals, sends } = processes(2);
    await Promise.all(Array.from({ length: 120 }, (_, i) => sends(i % 2, `a:${i}`)));
    expect(arrivals).toHaveLength(120);
    const times = arrivals.map(({ at }) => at);
    expect(mostWithin(times, appLimit.windowMs)).toBeLessThanOrEqual(appLimit.places);
  });

  test('they write in a conversation one after the other, and what is read in turn is newer than what was written before', async () => {
    const { arrivals, sends } = processes(2);
    let stands = 0;
    await Promise.all(Array.from({ length: 10 }, (_, i) => sends(i % 2, 'a:one', { edit: () => `${stands++}` })));
    expect(arrivals.map(({ edit }) => edit)).toEqual(Array.from({ length: 10 }, (_, i) => `${i}`));
    const times = arrivals.map(({ at }) => at);
    expect(mostWithin(times, 1_000)).toBeLessThanOrEqual(7);
    expect(mostWithin(times, 2_000)).toBeLessThanOrEqual(8);
  });

  test('a quiet process asks the database for its share once, not for each message', async () => {
    const { tenantId, sends } = processes(1);
    await sends(0, 'a:1');
    const until = async () =>
      JSON.stringify(
        await store().db.selectFrom('outbox_share').select('shares').where('tenant_id', '=', tenantId).execute(),
      );
    const first = await until();
    for (let i = 2; i < 5; i++) await sends(0, `a:${i}`);
    expect(await until()).toBe(first);
  });

  test('of many who change the shares of a tenant in one moment none is lost', async () => {
    const together = togetherIn(store().db);
    const tenantId = randomUUID();
    const share = (process: string) => ({ process, places: 1.1, wanted: 1, until: Date.now() + 60_000.123 });
    const names = Array.from({ length: 20 }, (_, i) => `process ${i}`);
    await Promise.all(names.map((name) => together.shares(tenantId, (shares) => [...shares, share(name)])));
    const left = await together.shares(tenantId, (shares) => [...shares]);
    expect(left.map(({ process }) => process).sort()).toEqual([...names].sort());
  });

  test('of one who died in its turn the others wait no longer than its lease', async () => {
    const { tenantId, arrivals, sends } = processes(1);
    const together = togetherIn(store().db);
    const here = { tenantId, conversationId: 'a:dead', process: 'dead' };
    expect(await together.takeChat(here)).toEqual({ answers: [], notBefore: Number.NEGATIVE_INFINITY });
    expect(await together.takeChat({ ...here, process: 'alive' })).toBeNull();
    await store()
      .db.updateTable('outbox_chat')
      .set({ held_until: new Date(0) })
      .where('tenant_id', '=', tenantId)
      .execute();
    await sends(0, 'a:dead');
    expect(arrivals).toHaveLength(1);
  });

  test('that Teams asked for patience in a conversation holds for every process', async () => {
    const { tenantId, arrivals, sends } = processes(2);
    const together = togetherIn(store().db);
    const here = { tenantId, conversationId: 'a:busy', process: 'another' };
    await together.takeChat(here);
    await together.leaveChat(here, { answers: [], notBefore: 3_600_000 });
    await expect(sends(0, 'a:busy', { withinMs: 60_000 })).rejects.toThrow(NoRoom);
    await sends(1, 'a:free');
    expect(arrivals.map(({ chat }) => chat)).toEqual(['a:free']);
    const [left] = [await together.takeChat(here)];
    expect(left?.notBefore).toBeGreaterThan(3_000_000);
  });

  test('a row that an older version wrote, which does not say since when, is understood', async () => {
    const together = togetherIn(store().db);
    const here = { tenantId: randomUUID(), conversationId: 'a:older', process: 'one' };
    await together.takeChat(here);
    await together.leaveChat(here, nothing);
    const answers = JSON.stringify([{ at: -5, count: 3 }]);
    await store().db.updateTable('outbox_chat').set({ answers }).where('tenant_id', '=', here.tenantId).execute();
    const [left] = (await together.takeChat(here))?.answers ?? [];
    expect(left).toEqual({ since: left?.at, at: left?.at, count: 3 });
  });

  test('a turn that is kept lasts, and nobody lets go of another one’s', async () => {
    const together = togetherIn(store().db);
    const [one, two] = ['one', 'two'].map((process) => ({ tenantId: randomUUID(), conversationId: 'a:long', process }));
    const [mine, theirs] = [one!, { ...two!, tenantId: one!.tenantId }];
    const until = async () => {
      const row = store().db.selectFrom('outbox_chat').select('held_until').where('tenant_id', '=', mine.tenantId);
      return (await row.executeTakeFirstOrThrow()).held_until;
    };
    await together.takeChat(mine);
    const taken = await until();
    await together.keepChat(mine);
    const kept = await until();
    expect(Number(kept)).toBeGreaterThan(Number(taken));
    await together.keepChat(theirs);
    await together.leaveChat(theirs, nothing);
    expect(await until()).toEqual(kept);
    await together.leaveChat(mine, nothing);
    await together.keepChat(mine);
    expect(await until()).toBeNull();
  });

  test('another tenant’s conversation of the same name is another, and old ones are forgotten', async () => {
    const together = togetherIn(store().db);
    const [mine, theirs] = [randomUUID(), randomUUID()].map((tenantId) => ({
      tenantId,
      conversationId: 'a:same',
      process: 'one',
    }));
    await together.takeChat(mine!);
    expect(await together.takeChat(theirs!)).toMatchObject({ answers: [] });
    await together.leaveChat(mine!, { ...nothing, answers: [{ since: -6, at: -5, count: 1 }] });
    const [left] = (await together.takeChat(mine!))?.answers ?? [];
    expect(left?.at).toBeLessThanOrEqual(-5);
    expect(left?.since).toBeLessThanOrEqual(-6);
    await together.leaveChat(mine!, nothing);
    const killed = { ...mine!, tenantId: randomUUID() };
    await together.takeChat(killed);
    const old = store()
      .db.updateTable('outbox_chat')
      .set({ left_at: new Date(0) });
    await old.execute();
    await old
      .set({ held_until: new Date(0) })
      .where('tenant_id', '=', killed.tenantId)
      .execute();
    await tidyOutboxChats(store().db);
    const rest = await store().db.selectFrom('outbox_chat').select('tenant_id').execute();
    const tenants = rest.map(({ tenant_id }) => tenant_id);
    expect(tenants).not.toContain(mine!.tenantId);
    expect(tenants).not.toContain(killed.tenantId);
    expect(tenants).toContain(theirs!.tenantId);
  });
});
