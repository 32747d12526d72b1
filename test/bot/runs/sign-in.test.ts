import { sql } from 'kysely';
import type { Person, PersonId, TokenAnswer } from '../../../bot/ports.ts';
import { ask } from '../../../bot/runs/ask.ts';
import { cancel } from '../../../bot/runs/cancel.ts';
import { lackingOf } from '../../../bot/runs/lacking.ts';
import { signedOutAt, signInPatienceMs } from '../../../bot/runs/parking.ts';
import type { Run, RunTarget } from '../../../bot/runs/run.ts';
import { resumeAllFor } from '../../../bot/runs/signed-in.ts';
import { standDownFor } from '../../../bot/runs/signed-out.ts';
import { lookStep, startStep } from '../../../bot/runs/steps.ts';
import { saveTargets } from '../../../bot/store/run-targets.ts';
import { findRun } from '../../../bot/store/runs.ts';
import { waitingFor } from '../../../bot/store/waiting.ts';
import { onEachDatabase } from '../store/databases.ts';
import { newTenant, personOf } from '../store/samples.ts';
import { openParts, type RunParts, standingClock, stepOf, wishOf } from './parts.ts';
import { hour, later, minute, second } from './samples.ts';

const signInMissing = { kind: 'signed-out', need: 'sign-in' } as const;

onEachDatabase((store) => {
  let parts: RunParts;
  beforeAll(async () => {
    parts = await openParts(store(), standingClock());
  });
  beforeEach(() => {
    parts.graph.reset();
    parts.tokensSay(null);
  });
  afterAll(() => parts.close());

  const now = () => parts.clock.now();
  const asked = async (how: Parameters<typeof wishOf>[2] = {}, tenantId = newTenant()) =>
    (await ask(parts, await wishOf(parts, tenantId, how))).run;
  const booked = () => asked({ booking: { opensAt: later(10 * minute, now()), basis: 'last-manual' } });
  const reload = async ({ id }: Pick<Run, 'id'>) => {
    const run = await findRun(store().db, id);
    if (!run) throw new Error('the run is gone');
    return run;
  };
  const start = async (run: Run) => startStep(parts, stepOf(await reload(run)));
  const look = async (run: Run) => lookStep(parts, stepOf(await reload(run)));
  const signsIn = (person: Person) => {
    parts.tokensSay(null);
    return store()
      .db.transaction()
      .execute((tx) => resumeAllFor(parts, tx, person));
  };
  const jobsFor = async (lane: string, { id }: Run) => {
    const found = await sql<{
      n: number;
    }>`select count(*)::int as n from pgboss.job where name = ${lane} and data->>'runId' = ${id}`.execute(store().db);
    return found.rows[0]?.n;
  };
  const visits = () => parts.graph.visits().length;

  /** Each stands still for want of a sign-in, and has been three minutes on its way. */
  const held = {
    async booking() {
      const run = await booked();
      parts.clock.turn(11 * minute);
      parts.tokensSay(signInMissing);
      await start(run);
      return run;
    },
    async start() {
      const run = await asked();
      parts.clock.turn(minute);
      parts.tokensSay(signInMissing);
      await start(run);
      return run;
    },
    async look() {
      const run = await asked();
      await start(run);
      parts.tokensSay(signInMissing);
      await look(run);
      return run;
    },
    async cutOff() {
      const run = await asked();
      const longAgo = later(-2 * minute, now());
      const step = await parts.leaves(run, { state: 'starting', attempts: 1, startedAt: longAgo, dueAt: longAgo });
      parts.tokensSay(signInMissing);
      await startStep(parts, step);
      return run;
    },
  };
  type Held = keyof typeof held;
  const states: Record<Held, string> = { booking: 'waiting', start: 'waiting', look: 'following', cutOff: 'starting' };
  const kinds = Object.keys(held) as Held[];

  describe('a step that finds no token in the name of whoever asked', () => {
    test.each(kinds)('waits for them a working day, and tells them once: %s', async (kind) => {
      const run = await held[kind]();
      const until = later(signInPatienceMs, now());
      expect(await parts.target(run.id)).toMatchObject({
        state: states[kind],
        verdict: null,
        blind: { kind: 'signed-out', need: 'sign-in' },
        dueAt: until,
        lookUntil: until,
      });
      expect((await reload(run)).endedAt).toBeNull();
      expect(await jobsFor('remind', run)).toBe(1);
    });

    test.each(kinds)('done again, tells nobody a second time: %s', async (kind) => {
      const run = await held[kind]();
      const again = kind === 'look' ? look : start;
      parts.clock.turn(signInPatienceMs - second / 2);
      await again(run);
      expect((await parts.target(run.id)).verdict).toBeNull();
      expect(await jobsFor('remind', run)).toBe(1);
    });

    test.each(kinds)('asks Graph nothing: %s', async (kind) => {
      const before = kind === 'look' ? 1 : 0;
      await held[kind]();
      expect(parts.posts()).toBe(before);
    });

    test('says so on the board too, even if a start had been cut off', async () => {
      const run = await held.cutOff();
      expect(await jobsFor('tell', run)).toBe(1);
    });

    test('keeps why: consent is missing', async () => {
      const run = await asked();
      parts.clock.turn(minute);
      parts.tokensSay({ kind: 'signed-out', need: 'consent' });
      await start(run);
      expect((await parts.target(run.id)).blind).toMatchObject({ kind: 'signed-out', need: 'consent' });
    });

    test('ends where conditional access would refuse a sign-in too', async () => {
      const run = await asked();
      parts.clock.turn(minute);
      parts.tokensSay({ kind: 'signed-out', need: 'policy' });
      await start(run);
      expect(await parts.target(run.id)).toMatchObject({ verdict: 'refused' });
      expect(await jobsFor('remind', run)).toBe(0);
    });
  });

  test('a start that Intune answers with 401 waits, and was no try', async () => {
    const run = await asked();
    parts.graph.next({ on: 'write', status: 401, retryAfter: null, flavour: null });
    await start(run);
    expect(await parts.target(run.id)).toMatchObject({
      state: 'waiting',
      attempts: 0,
      startedAt: null,
      blind: { kind: 'signed-out', support: { status: 401 } },
    });
    expect(await jobsFor('remind', run)).toBe(1);
    await signsIn(run.asker);
    await start(run);
    expect(await parts.target(run.id)).toMatchObject({ state: 'following', attempts: 1 });
    expect(parts.graph.visits().flatMap(({ method, status }) => (method === 'POST' ? [status] : []))).toEqual([
      401, 204,
    ]);
  });

  describe('whoever signs in', () => {
    test.each(['booking', 'start'] as const)('lets what waits to start go on, once: %s', async (kind) => {
      const run = await held[kind]();
      parts.clock.turn(3 * hour);
      expect(await signsIn(run.asker)).toEqual([run.number]);
      expect(await parts.target(run.id)).toMatchObject({ state: 'waiting', blind: null, dueAt: now() });
      const reads = visits();
      await Promise.all([start(run), start(run)]);
      await start(run);
      expect(await parts.target(run.id)).toMatchObject({ state: 'following', attempts: 1 });
      expect(parts.graph.visits()[reads]?.method).toBe('GET');
      expect(parts.posts()).toBe(1);
    });

    test('is told what became of a sync that ended meanwhile', async () => {
      const run = await held.look();
      parts.clock.turn(3 * hour);
      expect(await signsIn(run.asker)).toEqual([run.number]);
      await look(run);
      expect(await parts.target(run.id)).toMatchObject({ verdict: 'done', blind: null });
      expect(parts.posts()).toBe(1);
    });

    test('has a start that was cut off looked for before it is made', async () => {
      const run = await held.cutOff();
      parts.clock.turn(hour);
      await signsIn(run.asker);
      const before = visits();
      await start(run);
      expect(
        parts.graph
          .visits()
          .slice(before)
          .map(({ method }) => method),
      ).toEqual(['GET']);
      await start(run);
      expect(await parts.target(run.id)).toMatchObject({ state: 'following', attempts: 2 });
      expect(parts.posts()).toBe(1);
    });

    test('several times at once, lets it go on once', async () => {
      const run = await held.start();
      await Promise.all([signsIn(run.asker), signsIn(run.asker), signsIn(run.asker)]);
      await Promise.all([start(run), start(run), start(run)]);
      expect(parts.posts()).toBe(1);
    });

    test('moves nothing that waits for somebody else, nor in another organisation', async () => {
      const run = await held.start();
      const before = await parts.target(run.id);
      expect(await signsIn(personOf(run.tenantId, 'Jon'))).toEqual([]);
      expect(await signsIn(personOf(newTenant()))).toEqual([]);
      expect(await parts.target(run.id)).toEqual(before);
    });

    test('moves nothing if the sign-in is taken back', async () => {
      const run = await held.start();
      const before = [await parts.target(run.id), await jobsFor('start', run), await jobsFor('tell', run)];
      const taken = store()
        .db.transaction()
        .execute(async (tx) => {
          await resumeAllFor(parts, tx, run.asker);
          throw new Error('the sign-in was not stored');
        });
      await expect(taken).rejects.toThrow('not stored');
      expect([await parts.target(run.id), await jobsFor('start', run), await jobsFor('tell', run)]).toEqual(before);
    });

    test('while a step is on its way back without a token is not waited for', async () => {
      const run = await asked();
      parts.clock.turn(minute);
      const answer = Promise.withResolvers<TokenAnswer>();
      parts.tokensSay(answer.promise);
      const late = start(run);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await signsIn(run.asker)).toEqual([]);
      answer.resolve(signInMissing);
      await late;
      expect(await parts.target(run.id)).toMatchObject({ state: 'waiting', blind: null });
      expect(await jobsFor('remind', run)).toBe(0);
      await start(run);
      expect(parts.posts()).toBe(1);
    });

    test('does not disturb a start that is under way', async () => {
      const run = await asked();
      await parts.leaves(run, { state: 'starting', dueAt: later(30 * second, now()) });
      const before = await parts.target(run.id);
      expect(await signsIn(run.asker)).toEqual([]);
      expect(await parts.target(run.id)).toEqual(before);
    });
  });

  describe('nobody signs in', () => {
    test.each<[Held, string]>([
      ['booking', 'refused'],
      ['start', 'refused'],
      ['look', 'silent'],
      ['cutOff', 'silent'],
    ])('a working day later it ends, and says why: %s', async (kind, verdict) => {
      const run = await held[kind]();
      const posts = parts.posts();
      parts.clock.turn(signInPatienceMs);
      await (kind === 'look' ? look : start)(run);
      const ended = await reload(run);
      expect(ended).toMatchObject({ endedAt: now(), targets: [{ verdict, blind: { kind: 'signed-out' } }] });
      await signsIn(run.asker);
      await start(run);
      expect(parts.posts()).toBe(posts);
    });

    test('the last try starts it, if there is a token again', async () => {
      const run = await held.booking();
      parts.clock.turn(signInPatienceMs);
      parts.tokensSay(null);
      await start(run);
      expect(await parts.target(run.id)).toMatchObject({ state: 'following', blind: null });
      expect(parts.posts()).toBe(1);
    });

    test('and the bot is away at the deadline: nothing starts later, and nothing is asked', async () => {
      const run = await held.booking();
      parts.clock.turn(signInPatienceMs + 2 * minute);
      parts.tokensSay(null);
      expect(await signsIn(run.asker)).toEqual([run.number]);
      const before = visits();
      await start(run);
      expect(await parts.target(run.id)).toMatchObject({
        verdict: 'refused',
        outcome: { refusal: { kind: 'signed-out' } },
      });
      expect(visits()).toBe(before);
    });
  });

  test('what waits to start can be taken back', async () => {
    const run = await held.booking();
    expect(await cancel(parts, run, run.asker)).toBe('cancelled');
    expect(await reload(run)).toMatchObject({ cancelledBy: run.asker.name, targets: [{ verdict: 'cancelled' }] });
  });

  describe('whoever signs out', () => {
    test('takes back what has not begun, and leaves what has begun waiting for them', async () => {
      const tenantId = newTenant();
      const following = await asked({}, tenantId);
      await start(following);
      await store().db.updateTable('run').set({ join_key: 'something else' }).where('id', '=', following.id).execute();
      const booking = { opensAt: later(10 * minute, now()), basis: 'service' } as const;
      const opening = { kind: 'closed', ...booking } as const;
      const waiting = await asked({ askKey: 'press:2', booking, opening }, tenantId);
      const until = later(signInPatienceMs, now());
      expect(await standDownFor(parts, following.asker)).toEqual({
        cancelled: [waiting.number],
        parked: [{ number: following.number, until }],
      });
      expect(await reload(waiting)).toMatchObject({ cancelledBy: 'Ana Ruiz', endedAt: now() });
      expect(await parts.target(following.id)).toMatchObject({
        state: 'following',
        blind: { kind: 'signed-out', need: 'sign-in' },
        dueAt: until,
      });
      expect(await Promise.all([jobsFor('remind', following), jobsFor('remind', waiting)])).toEqual([0, 0]);
      expect(await signsIn(following.asker)).toEqual([following.number]);
    });

    test('leaves a start under way to whoever hears its answer', async () => {
      const run = await asked();
      await parts.leaves(run, { state: 'starting', dueAt: later(30 * second, now()) });
      const before = await parts.target(run.id);
      const until = later(signInPatienceMs, now());
      expect(await standDownFor(parts, run.asker)).toEqual({ cancelled: [], parked: [{ number: run.number, until }] });
      expect(await parts.target(run.id)).toEqual(before);
    });

    test('is told the deadline of what waited for them before', async () => {
      const run = await held.look();
      const { lookUntil } = await parts.target(run.id);
      parts.clock.turn(hour);
      expect(await standDownFor(parts, run.asker)).toEqual({
        cancelled: [],
        parked: [{ number: run.number, until: lookUntil }],
      });
    });

    test('takes back what waited for their sign-in', async () => {
      const run = await held.start();
      expect(await standDownFor(parts, run.asker)).toEqual({ cancelled: [run.number], parked: [] });
    });

    test('touches nothing of others, nor what has ended', async () => {
      const run = await asked();
      const before = await reload(run);
      expect(await standDownFor(parts, personOf(run.tenantId, 'Jon'))).toEqual({ cancelled: [], parked: [] });
      expect(await reload(run)).toEqual(before);
      await cancel(parts, run, run.asker);
      expect(await standDownFor(parts, run.asker)).toEqual({ cancelled: [], parked: [] });
    });
  });

  describe('what somebody has to give', () => {
    const write = ['DeviceManagementServiceConfig.ReadWrite.All'];

    test.each(['start', 'look'] as const)('is a sign-in, with what the start was asked with: %s', async (kind) => {
      const run = await held[kind]();
      expect(await lackingOf(parts, run.asker)).toEqual({ need: 'sign-in', scopes: write });
    });

    test.each(['consent', 'proof'] as const)('is %s where that is missing', async (need) => {
      const run = await asked();
      parts.clock.turn(minute);
      parts.tokensSay({ kind: 'signed-out', need });
      await start(run);
      expect(await lackingOf(parts, run.asker)).toEqual({ need, scopes: write });
    });

    test('is nothing where nothing waits for them', async () => {
      const run = await asked();
      expect(await lackingOf(parts, run.asker)).toBeNull();
      const waits = await held.start();
      expect(await lackingOf(parts, personOf(waits.tenantId, 'Jon'))).toBeNull();
      await signsIn(waits.asker);
      expect(await lackingOf(parts, waits.asker)).toBeNull();
    });
  });

  describe('somebody else asks for what is held up', () => {
    const jonAsks = async (run: Run) => {
      parts.tokensSay(null);
      return ask(parts, await wishOf(parts, run.tenantId, { name: 'Jon Vik', askKey: 'press:jon' }));
    };
    const people = () => parts.graph.visits().map(({ method, person }) => `${method} ${person}`);

    test('and it is done in their name, now, and whoever asked first sees it', async () => {
      const run = await held.booking();
      parts.clock.turn(hour);
      const { run: theirs, how } = await jonAsks(run);
      expect(how).toBe('joined');
      expect(theirs).toMatchObject({ id: run.id, number: run.number, asker: { name: 'Jon Vik' }, bookedFor: null });
      expect(await reload(run)).toMatchObject({ asker: theirs.asker, askedAt: now(), bookedFor: null });
      await start(run);
      expect(people().at(-1)).toBe('POST Jon Vik');
      expect((await waitingFor(store().db, run.id)).first.map(({ name }) => name)).toEqual(['Jon Vik', 'Ana Ruiz']);
      expect(await signsIn(run.asker)).toEqual([]);
      expect(parts.posts()).toBe(1);
    });

    test('and what has begun is looked at in their name', async () => {
      const run = await held.look();
      parts.clock.turn(hour);
      expect((await jonAsks(run)).run).toMatchObject({ id: run.id, asker: { name: 'Jon Vik' } });
      await look(run);
      expect(people().at(-1)).toBe('GET Jon Vik');
      expect(await parts.target(run.id)).toMatchObject({ verdict: 'done' });
      expect(parts.posts()).toBe(1);
    });

    test('at the moment its asker comes back: one of the two is its asker, and it starts once', async () => {
      const run = await held.start();
      parts.clock.turn(minute);
      parts.tokensSay(null);
      const wish = await wishOf(parts, run.tenantId, { name: 'Jon Vik', askKey: 'press:jon' });
      await Promise.all([signsIn(run.asker), ask(parts, wish)]);
      const { asker } = await reload(run);
      await start(run);
      expect(people().at(-1)).toBe(`POST ${asker.name}`);
      expect(parts.posts()).toBe(1);
    });

    test('and a run that goes on is joined, as ever', async () => {
      const run = await asked();
      await start(run);
      expect((await jonAsks(run)).run.asker.name).toBe('Ana Ruiz');
    });
  });

  describe('a run on many', () => {
    const most = 30;
    const many = async (tenantId: Run['tenantId'], how: Parameters<typeof wishOf>[2] = {}) => {
      const wish = await wishOf(parts, tenantId, how);
      return {
        ...wish,
        targets: wish.targets.flatMap((one) => Array.from({ length: most }, (_, i) => ({ ...one, id: `${i}` }))),
      };
    };
    const inState = async (state: 'following' | 'starting', blind: RunTarget['blind'] = null) => {
      const { run } = await ask(parts, await many(newTenant()));
      const dueAt = later(10 * second, now());
      const changes = run.targets.map((before) => ({
        before,
        after: { ...before, state, startedAt: now(), dueAt, lookUntil: blind ? dueAt : null, blind, revision: 1 },
      }));
      await store()
        .db.transaction()
        .execute((tx) => saveTargets(tx, run.id, changes));
      return run;
    };
    const standings = async (run: Run) => {
      const { targets } = await reload(run);
      const all = targets.map(({ dueAt, blind }) => `${dueAt?.toISOString()} ${blind?.kind ?? 'goes on'}`);
      return { number: all.length, all: [...new Set(all)] };
    };

    test('waits and goes on as a whole, with one step for all of it', async () => {
      const run = await inState('following');
      const until = later(signInPatienceMs, now());
      expect((await standDownFor(parts, run.asker)).parked).toEqual([{ number: run.number, until }]);
      expect(await standings(run)).toEqual({ number: most, all: [`${until.toISOString()} signed-out`] });
      expect(await jobsFor('look', run)).toBe(1);
      expect(await signsIn(run.asker)).toEqual([run.number]);
      expect(await standings(run)).toEqual({ number: most, all: [`${now().toISOString()} goes on`] });
      expect(await jobsFor('look', run)).toBe(2);
    });

    test('is taken over as a whole, with one step for all of it', async () => {
      const run = await inState('following', signedOutAt(now()));
      const jon = await many(run.tenantId, { name: 'Jon Vik', askKey: 'press:jon' });
      expect((await ask(parts, jon)).run).toMatchObject({ id: run.id, asker: { name: 'Jon Vik' } });
      expect(await standings(run)).toEqual({ number: most, all: [`${now().toISOString()} goes on`] });
      expect(await jobsFor('look', run)).toBe(1);
    });

    test('whose starts were cut off has them looked for, with one step for all of them', async () => {
      const run = await inState('starting', signedOutAt(now()));
      const before = await jobsFor('start', run);
      await signsIn(run.asker);
      expect(await standings(run)).toEqual({ number: most, all: [`${now().toISOString()} goes on`] });
      expect(await jobsFor('start', run)).toBe((before ?? 0) + 1);
    });
  });

  test('a person who was forgotten lets nothing go on', async () => {
    const run = await held.start();
    expect(await signsIn({ ...run.asker, id: 'somebody else' as PersonId })).toEqual([]);
  });
});
