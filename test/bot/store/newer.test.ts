import { sql } from 'kysely';
import type { Turn } from '../../../bot/commands/define.ts';
import { takeOffer } from '../../../bot/commands/file-offer.ts';
import { serialsFrom } from '../../../bot/commands/serials/draft.ts';
import type { Person, RunId, TenantId } from '../../../bot/ports.ts';
import { ask } from '../../../bot/runs/ask.ts';
import { sweep } from '../../../bot/runs/recovery.ts';
import { serialsStep } from '../../../bot/runs/serials.ts';
import { startStep } from '../../../bot/runs/steps.ts';
import { scheduleDraftFrom } from '../../../bot/schedules/draft.ts';
import { openSchedules } from '../../../bot/schedules/open.ts';
import { findLastRunIn } from '../../../bot/store/conversations.ts';
import { openDrafts } from '../../../bot/store/drafts.ts';
import { addFollowing } from '../../../bot/store/followers.ts';
import { findHistory } from '../../../bot/store/history.ts';
import { lateAnswersIn, lateAnswersLeft } from '../../../bot/store/late-answers.ts';
import { beginPosting, findNotice, insertNotice, noticesOnTheirWay } from '../../../bot/store/notices.ts';
import { recentRuns } from '../../../bot/store/recent-runs.ts';
import { findLastRunOf } from '../../../bot/store/run-askers.ts';
import { serialsOnTheirWay } from '../../../bot/store/run-serials.ts';
import { findRun, stepsOnTheirWay } from '../../../bot/store/runs.ts';
import { schedulesOnTheirWay } from '../../../bot/store/schedules.ts';
import { nextDueOf, watchesDue } from '../../../bot/store/watched.ts';
import { watchStep } from '../../../bot/watches/step.ts';
import type { What } from '../../../bot/watches/watch.ts';
import { openWatches } from '../../../bot/watches/watches.ts';
import { stepOf, wishOf } from '../runs/parts.ts';
import { hour, later, minute, noon } from '../runs/samples.ts';
import { openWatching, type Watching } from '../watches/watching.ts';
import { onEachDatabase } from './databases.ts';
import { bookedOver, chatOf, heard, newTenant, noticeIn, personOf, written } from './samples.ts';

/** Processes are exchanged one by one: what tomorrow's has written is left to it, and nothing else waits for that. */
onEachDatabase((store) => {
  let watching: Watching;
  beforeAll(async () => {
    watching = await openWatching(store());
  });
  afterAll(() => watching.parts.close());

  const db = () => store().db;
  const future = JSON.stringify({ kind: 'moon', phase: 1 });
  const rowsOf = async (table: string, tenantId: TenantId) => {
    const { rows } = await sql`select * from ${sql.table(table)} where tenant_id = ${tenantId} order by 1`.execute(
      db(),
    );
    return rows;
  };
  const jobsOf = async (lane: string, tenantId: TenantId) => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from pgboss.job
      where name = ${lane} and state < 'active' and data ->> 'tenantId' = ${tenantId}`.execute(db());
    return rows[0]?.count;
  };

  describe('watches', () => {
    const device = (): What => {
      const found = watching.parts.graph.devices().find(({ name }) => name === 'IPAD-07');
      return { kind: 'devices', devices: [{ id: found?.id ?? '', label: 'IPAD-07' }], until: 'check-in', run: null };
    };
    const becomes = async (tenantId: TenantId, number: number) => {
      await sql`update watch set what = ${future}::jsonb where tenant_id = ${tenantId} and number = ${number}`.execute(
        db(),
      );
    };
    const round = (tenantId: TenantId) => watchStep(watching.parts, { tenantId });

    test('a subject of tomorrow is neither looked at nor ended, and the others are told', async () => {
      const tenantId = newTenant();
      const ana = personOf(tenantId);
      await watching.begins(ana, device());
      await watching.begins(ana, { kind: 'autopilot' });
      await becomes(tenantId, 2);
      for (const table of ['watched', 'watch_target'])
        await sql`update ${sql.table(table)} set key = 'moon:1', seen = ${future}::jsonb
          where tenant_id = ${tenantId} and key = 'autopilot'`.execute(db());
      const [before] = (await rowsOf('watched', tenantId)).filter((row) => (row as { key: string }).key === 'moon:1');
      watching.turns(9 * hour);
      await round(tenantId);
      watching.turns(20 * hour);
      await round(tenantId);
      expect((await watching.told(tenantId)).map(({ content }) => content.kind)).toEqual(['watch']);
      expect(await rowsOf('watched', tenantId)).toEqual([before]);
      expect(await rowsOf('watch', tenantId)).toContainEqual(
        expect.objectContaining({ number: 2, state: 'active', what: JSON.parse(future) }),
      );
      const watches = openWatches(watching.parts);
      expect([await watches.of(ana), await watches.find(tenantId, 2)]).toEqual([[], null]);
    });

    test('a run of tomorrow is a subject of tomorrow', async () => {
      const tenantId = newTenant();
      const ana = personOf(tenantId);
      const { run } = await ask(watching.parts, await wishOf(watching.parts, tenantId));
      await watching.begins(ana, { kind: 'run', runId: run.id, number: run.number, action: run.action });
      await watching.begins(ana, device());
      await sql`update watch set what = what || '{"action":"moon"}'::jsonb
        where tenant_id = ${tenantId} and number = 1`.execute(db());
      expect((await openWatches(watching.parts).of(ana)).map(({ number }) => number)).toEqual([2]);
      watching.turns(25 * hour);
      await round(tenantId);
      expect((await watching.told(tenantId)).map(({ content }) => content.kind)).toEqual(['watch']);
    });

    test('nobody is woken for it again and again', async () => {
      const tenantId = newTenant();
      await watching.begins(personOf(tenantId), { kind: 'autopilot' });
      await becomes(tenantId, 1);
      await sql`update watched set seen = ${future}::jsonb where tenant_id = ${tenantId}`.execute(db());
      await sql`delete from pgboss.job where data ->> 'tenantId' = ${tenantId}`.execute(db());
      watching.turns(25 * hour);
      const due = await watchesDue(db(), watching.parts.clock.now());
      expect(due.filter((one) => one.tenantId === tenantId)).toEqual([]);
      expect(await nextDueOf(db(), tenantId)).toBeNull();
      await sweep(watching.parts);
      await round(tenantId);
      expect(await jobsOf('watch', tenantId)).toBe(0);
    });

    test('what it watches too is told to everybody else who does', async () => {
      const tenantId = newTenant();
      await watching.begins(personOf(tenantId, 'Jon'), device());
      await watching.begins(personOf(tenantId, 'Ana'), device());
      await becomes(tenantId, 1);
      watching.turns(9 * hour);
      await round(tenantId);
      expect((await watching.told(tenantId)).map(({ personId }) => personId)).toEqual(['id of Ana']);
      expect(await rowsOf('watched', tenantId)).toHaveLength(1);
    });
  });

  describe('notices', () => {
    const watch = { watch: 1, by: null, endsAt: null };
    const moon = { kind: 'moon' };
    test.each<[string, object]>([
      ['a kind of notice', moon],
      ['a kind of notice that has other fields of a name that is known', { ...moon, watches: 'all', what: 1, news: 2 }],
      ['a subject of a watch', { ...watch, kind: 'watch', what: moon, news: { kind: 'autopilot' } }],
      ['an action', { kind: 'cannot-write', number: 1, action: 'moon' }],
      ['the news of a watch', { ...watch, kind: 'watch', what: { kind: 'autopilot' }, news: moon }],
      ['one of the watches that cannot look', { kind: 'watch-blind', watches: [{ watch: 1, what: moon }] }],
    ])('%s of tomorrow is not told, taken along or lost', async (_, content) => {
      const notice = await noticeIn(db());
      const id = (await insertNotice(db(), notice)) ?? '';
      const ofTomorrow = (await insertNotice(db(), { ...notice, key: 'of tomorrow' })) ?? '';
      await sql`update notice set content = ${JSON.stringify(content)}::jsonb where id = ${ofTomorrow}`.execute(db());
      const found = await findNotice(db(), id);
      if (!found) throw new Error('it is gone');
      const begun = await beginPosting(db(), found, { seen: noon, now: noon, until: later(minute) });
      expect(begun).toMatchObject([{ id, content: bookedOver }]);
      expect(await findNotice(db(), ofTomorrow)).toBeNull();
      const onTheirWay = (await noticesOnTheirWay(db(), { posting: true })).map((one) => one.id);
      expect([onTheirWay.includes(id), onTheirWay.includes(ofTomorrow)]).toEqual([true, false]);
      expect(await rowsOf('notice', notice.tenantId)).toContainEqual(
        expect.objectContaining({ id: ofTomorrow, state: 'waiting', due_at: noon, content }),
      );
    });
  });

  test('a list of tomorrow that was given with a sync stays due, its step is tried again, and another one is read', async () => {
    const { parts } = watching;
    const tenantId = newTenant();
    const list = { serials: ['5CG4200R01'], repeated: 0, nonsense: [], skipped: 0 };
    const { run } = await ask(parts, { ...(await wishOf(parts, tenantId)), serials: list });
    const due = { due_at: parts.clock.now(), give_up_at: later(hour, parts.clock.now()) };
    await db().updateTable('run_serials').set(due).where('tenant_id', '=', tenantId).execute();
    const key = { tenantId, runId: run.id, personId: run.asker.id };
    await sql`update run_serials set list = ${future}::jsonb where tenant_id = ${tenantId}`.execute(db());
    await expect(serialsStep(parts, key)).rejects.toThrow('serials');
    const isOnItsWay = async () => (await serialsOnTheirWay(db(), null)).some(({ runId }) => runId === run.id);
    expect([await isOnItsWay(), await watching.told(tenantId)]).toEqual([true, []]);
    await sql`update run set action = 'moon' where id = ${run.id}`.execute(db());
    expect(await isOnItsWay()).toBe(false);
    await sql`update run set action = ${run.action} where id = ${run.id}`.execute(db());
    await sql`update run_serials set list = ${JSON.stringify(list)}::jsonb where tenant_id = ${tenantId}`.execute(db());
    await serialsStep(parts, key);
    expect(await watching.told(tenantId)).toMatchObject([{ content: { kind: 'run-serials' } }]);
  });

  test('a late answer of tomorrow holds up no other, and its step is tried again', async () => {
    const tenantId = newTenant();
    const ids: string[] = [];
    const late = lateAnswersIn(db(), { now: () => noon }, async (_, id) => {
      ids.push(id);
    });
    const answer = { person: personOf(tenantId), where: chatOf(tenantId), message: {}, replaces: null };
    for (let one = 0; one < 2; one++) await late.keep(answer);
    const [ofTomorrow = '', known = ''] = ids;
    await sql`update late_answer set place = place || '{"kind":"moon"}'::jsonb where id = ${ofTomorrow}`.execute(db());
    expect((await late.beside(known)).map(({ id }) => id)).toEqual([known]);
    await expect(late.beside(ofTomorrow)).rejects.toThrow('kind');
    expect(await lateAnswersLeft(db())).toContain(ofTomorrow);
    for (const id of ids) await late.drop(id);
  });

  test('a form of tomorrow is nobody’s to use, and stays', async () => {
    const drafts = openDrafts(db());
    const ana: Person = personOf(newTenant());
    const id = await drafts.open(ana, { purpose: 'moon', list: { serials: [] } }, noon);
    const content = (await drafts.find(ana.tenantId, id))?.content;
    expect([serialsFrom(content), scheduleDraftFrom(content)]).toEqual([null, null]);
    const turn = { desk: { drafts }, from: ana, where: chatOf(ana.tenantId), screen: { now: noon } } as unknown as Turn;
    expect(await takeOffer(turn, id, serialsFrom)).toBeNull();
    expect(await drafts.find(ana.tenantId, id)).not.toBeNull();
  });

  /** With a card of its own. */
  async function follows(runId: RunId, tenantId: TenantId): Promise<void> {
    const [person, where] = [personOf(tenantId), chatOf(tenantId)];
    const ids = { runId, tenantId, personId: person.id, conversationId: where.id };
    const follower = { ...ids, askKey: runId, askedAt: noon, cardId: runId, answerBy: null };
    await db()
      .transaction()
      .execute((tx) => addFollowing(tx, follower, { person, heard, where, asks: true }));
  }

  test('a run of tomorrow is neither listed nor the last one, and its step does nothing', async () => {
    const tenantId = newTenant();
    const [known, ofTomorrow] = [
      await written(store(), tenantId),
      await written(store(), tenantId, { joinKey: 'moon' }),
    ];
    await sql`update run set action = 'moon' where id = ${ofTomorrow.id}`.execute(db());
    const page = { before: null, limit: 10 };
    for (const runs of [
      await recentRuns(db(), tenantId, 10),
      await findHistory(db(), { tenantId, askedBy: null, action: null, on: null, since: null }, page),
    ])
      expect(runs.map(({ id }) => id)).toEqual([known.id]);
    for (const { id } of [known, ofTomorrow]) await follows(id, tenantId);
    const [ana, where] = [personOf(tenantId), chatOf(tenantId)];
    const last = [await findLastRunIn(db(), where), await findLastRunOf(db(), ana)];
    expect(last.map((run) => run?.id)).toEqual([known.id, known.id]);
    const due = (await stepsOnTheirWay(db())).map(({ runId }) => runId);
    expect([due.includes(known.id), due.includes(ofTomorrow.id)]).toEqual([true, false]);
    const before = await rowsOf('run_target', tenantId);
    await startStep(watching.parts, stepOf(ofTomorrow));
    expect([await findRun(db(), ofTomorrow.id), await rowsOf('run_target', tenantId)]).toEqual([null, before]);
  });

  test('a schedule of tomorrow is not listed or done, and stays due', async () => {
    const tenantId = newTenant();
    const { schedules, step } = openSchedules({
      ...{ ...watching.parts, lackFor: async () => null, vocabularyOf: async () => 'syncPayloads' },
    });
    const wish = { owner: personOf(tenantId), where: chatOf(tenantId), heard, zone: 'UTC', missed: 'run' as const };
    const rule = { kind: 'weekly' as const, days: [1 as const], time: '06:00' };
    const work = { action: 'autopilot-sync' as const };
    for (const askKey of ['1', '2', '3']) await schedules.make({ ...wish, rule, work, askKey });
    await sql`update schedule set action = 'moon' where tenant_id = ${tenantId} and number = 2`.execute(db());
    await sql`update schedule set rule = ${future}::jsonb where tenant_id = ${tenantId} and number = 3`.execute(db());
    expect((await schedules.of(wish.owner)).map(({ number }) => number)).toEqual([1]);
    const before = (await rowsOf('schedule', tenantId)) as { id: string; number: number }[];
    const ids = new Set(before.filter(({ number }) => number > 1).map(({ id }) => id));
    for (const scheduleId of ids) await step({ scheduleId: scheduleId as never });
    expect((await schedulesOnTheirWay(db())).filter(({ scheduleId }) => ids.has(scheduleId))).toEqual([]);
    expect(await rowsOf('schedule', tenantId)).toEqual(before);
  });
});
