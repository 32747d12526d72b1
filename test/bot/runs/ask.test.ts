import { ask, follow, leaveAnswerToStep } from '../../../bot/runs/ask.ts';
import { cancel } from '../../../bot/runs/cancel.ts';
import { stopConversation } from '../../../bot/store/conversations.ts';
import { followersOf } from '../../../bot/store/followers.ts';
import { recentRuns } from '../../../bot/store/recent-runs.ts';
import { findRunByNumber } from '../../../bot/store/runs.ts';
import { waitingFor } from '../../../bot/store/waiting.ts';
import { onEachDatabase } from '../store/databases.ts';
import { newTenant, personOf } from '../store/samples.ts';
import { openParts, type RunParts, wishOf } from './parts.ts';
import { later } from './samples.ts';

const names = Array.from({ length: 20 }, (_, index) => `Person ${index + 1}`);

onEachDatabase((store) => {
  let parts: RunParts;
  beforeAll(async () => {
    parts = await openParts(store());
  });
  afterAll(() => parts.close());

  test('twenty who ask at once begin one sync, and all of them follow it', async () => {
    const tenantId = newTenant();
    const wishes = await Promise.all(names.map((name) => wishOf(parts, tenantId, { name, askKey: `press:${name}` })));
    const answers = await Promise.all(wishes.map((wish) => ask(parts, wish)));
    expect(answers.map(({ how }) => how).sort()).toEqual(['begun', ...Array<string>(19).fill('joined')]);
    expect(new Set(answers.map(({ run }) => run.id)).size).toBe(1);
    expect(await followersOf(store().db, answers[0]!.run.id)).toHaveLength(20);
    expect((await recentRuns(store().db, tenantId, 10)).map((run) => run.number)).toEqual([1]);
  });

  test('a request that somebody looks at is left to the turn that shows it, like any answer', async () => {
    const tenantId = newTenant();
    const wish = await wishOf(parts, tenantId);
    const { run } = await ask(parts, wish);
    const jon = { ...wish, asker: personOf(tenantId, 'Jon'), askKey: 'review', shows: 'approval' } as const;
    await follow(parts, run, jon);
    const answerBy = async () => (await followersOf(store().db, run.id)).at(-1)?.answerBy;
    expect(await answerBy()).toEqual(expect.any(Date));
    await leaveAnswerToStep(parts, run, jon);
    expect(await answerBy()).toBeNull();
    expect(await followersOf(store().db, run.id)).toHaveLength(2);
  });

  test('a schedule opens no conversation in which the bot can no longer write; somebody who says something there does', async () => {
    const tenantId = newTenant();
    const wish = await wishOf(parts, tenantId);
    const { run } = await ask(parts, wish);
    await stopConversation(store().db, wish.where, parts.clock.now());
    await ask(parts, { ...wish, askKey: 'schedule', askedAt: parts.clock.now() });
    expect(await followersOf(store().db, run.id)).toEqual([]);
    await ask(parts, { ...wish, askKey: 'said' });
    expect(await followersOf(store().db, run.id)).toHaveLength(3);
  });

  test('one press delivered twenty times at once is one ask', async () => {
    const tenantId = newTenant();
    const wish = await wishOf(parts, tenantId);
    const answers = await Promise.all(names.map(() => ask(parts, wish)));
    expect(new Set(answers.map(({ run }) => run.id)).size).toBe(1);
    expect(await followersOf(store().db, answers[0]!.run.id)).toHaveLength(1);
  });

  test('a press repeated after the end shows what it led to, and begins nothing', async () => {
    const tenantId = newTenant();
    const wish = await wishOf(parts, tenantId);
    const { run } = await ask(parts, wish);
    await cancel(parts, run, wish.asker);
    const again = await ask(parts, wish);
    expect(again).toMatchObject({ how: 'repeated', run: { id: run.id, cancelledBy: 'Ana Ruiz' } });
    expect(await findRunByNumber(store().db, tenantId, 2)).toBeNull();
  });

  test('asks in two tenants have nothing to do with each other', async () => {
    const wishes = await Promise.all([wishOf(parts, newTenant()), wishOf(parts, newTenant())]);
    const answers = await Promise.all(wishes.map((wish) => ask(parts, wish)));
    expect(answers.map(({ how, run }) => [how, run.number])).toEqual([
      ['begun', 1],
      ['begun', 1],
    ]);
  });

  test('a sync that somebody began elsewhere is followed, and nothing is asked of Graph', async () => {
    const opening = { kind: 'running', since: null, mark: 'inProgress' } as const;
    const { run } = await ask(parts, await wishOf(parts, newTenant(), { opening }));
    expect(run).toMatchObject({ joinedElsewhere: true, targets: [{ state: 'following', outcome: null }] });
  });

  test('a booking waits for its window', async () => {
    const opensAt = later(600_000, parts.clock.now());
    const booking = { opensAt, basis: 'service' } as const;
    const { run } = await ask(parts, await wishOf(parts, newTenant(), { booking }));
    expect(run).toMatchObject({ bookedFor: opensAt, targets: [{ state: 'waiting', dueAt: opensAt, window: booking }] });
  });

  describe('taking back', () => {
    test('the asker takes the run back, and somebody else only leaves it', async () => {
      const tenantId = newTenant();
      const { run } = await ask(parts, await wishOf(parts, tenantId));
      await ask(parts, await wishOf(parts, tenantId, { name: 'Jon', askKey: 'press:2' }));
      expect(await cancel(parts, run, personOf(tenantId, 'Mia'))).toBe('not-yours');
      expect(await cancel(parts, run, personOf(tenantId, 'Jon'))).toBe('left');
      expect((await waitingFor(store().db, run.id)).first.map((one) => one.name)).toEqual(['Ana Ruiz']);
      expect(await cancel(parts, run, personOf(tenantId))).toBe('cancelled');
      const ended = await findRunByNumber(store().db, tenantId, run.number);
      expect(ended && (await cancel(parts, ended, personOf(tenantId)))).toBe('over');
    });

    test('is too late once the start is under way', async () => {
      const tenantId = newTenant();
      const { run } = await ask(parts, await wishOf(parts, tenantId));
      await parts.leaves(run, { state: 'starting' });
      expect(await cancel(parts, run, personOf(tenantId))).toBe('under-way');
    });
  });
});
