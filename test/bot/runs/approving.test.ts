import { exchangeSync as action, connectorTarget } from '../../../bot/actions/exchange-sync.ts';
import { allConnectors } from '../../../bot/finding/connectors.ts';
import type { TenantId } from '../../../bot/ports.ts';
import { decide } from '../../../bot/runs/approving.ts';
import { ask } from '../../../bot/runs/ask.ts';
import { cancel } from '../../../bot/runs/cancel.ts';
import { startOver, sweep } from '../../../bot/runs/recovery.ts';
import type { Run, Window } from '../../../bot/runs/run.ts';
import { standDownFor } from '../../../bot/runs/signed-out.ts';
import { startStep } from '../../../bot/runs/steps.ts';
import { followersOf } from '../../../bot/store/followers.ts';
import { openForget } from '../../../bot/store/forget.ts';
import { findRun, stepsOnTheirWay } from '../../../bot/store/runs.ts';
import { openTenantSettings } from '../../../bot/store/tenant-settings.ts';
import { onEachDatabase } from '../store/databases.ts';
import { chatOf, heard, newTenant, personOf } from '../store/samples.ts';
import { openParts, type RunParts, standingClock } from './parts.ts';
import { hour, minute } from './samples.ts';

onEachDatabase((store) => {
  let parts: RunParts;
  beforeAll(async () => {
    parts = await openParts(store(), standingClock());
  });
  afterAll(() => parts.close());

  /** A tenant in which full syncs need a second person. */
  async function carefulTenant(): Promise<TenantId> {
    const tenantId = newTenant();
    const approvals = { devices: null, removals: false, fullSyncs: true };
    await openTenantSettings(store().db).save(tenantId, { approvals, noticesTo: null, historyDays: 365 });
    return tenantId;
  }

  type Asks = { name?: string; askKey?: string; booking?: Window | null };

  async function asksForFull(tenantId: TenantId, asks: Asks = {}): Promise<Run> {
    const { name = 'Ana Ruiz', askKey = 'press:1', booking = null } = asks;
    const asker = personOf(tenantId, name);
    const [connector] = await allConnectors(parts.graphFor(asker, action.scopes.write));
    if (!connector) throw new Error('the invented tenant has no connector');
    const plan = {
      action,
      targets: [connectorTarget(connector, 'full')],
      opening: { kind: 'free' },
      booking,
    } as const;
    const { run } = await ask(parts, { ...plan, asker, where: chatOf(tenantId), heard, askKey, cardId: null });
    return run;
  }

  const says = (run: Run, name: string, kind: 'approved' | 'declined' = 'approved', tenantId = run.tenantId) =>
    decide(parts, run, {
      ...{ person: personOf(tenantId, name), kind, askedAt: run.askedAt },
      reason: kind === 'declined' ? 'Not now.' : null,
    });

  const now = async ({ id }: Run) => {
    const run = await findRun(store().db, id);
    if (!run) throw new Error('the run is gone');
    return run;
  };

  /** Whatever is due, of this run. */
  async function steps({ id }: Run): Promise<void> {
    const due = await stepsOnTheirWay(store().db, { dueBy: parts.clock.now() });
    for (const step of due.filter(({ runId }) => runId === id)) await startStep(parts, step);
  }

  test('whoever signs out takes back what waits for somebody, and nobody can agree to it any more', async () => {
    const before = parts.posts();
    const run = await asksForFull(await carefulTenant());
    expect(await standDownFor(parts, run.asker)).toEqual({ cancelled: [run.number], parked: [] });
    await says(run, 'Jon Vik');
    await steps(run);
    expect(await now(run)).toMatchObject({ cancelledBy: 'Ana Ruiz', targets: [{ verdict: 'cancelled' }] });
    expect(parts.posts()).toBe(before);
  });

  test('nothing is sent before somebody else agrees, and then once, in the name of whoever asked', async () => {
    const before = parts.posts();
    const run = await asksForFull(await carefulTenant());
    await startStep(parts, { runId: run.id, position: 0, revision: run.targets[0]?.revision ?? 0 });
    await sweep(parts);
    await steps(run);
    expect(parts.posts()).toBe(before);
    expect(await says(run, 'Ana Ruiz')).toBe('own');
    expect(await says(run, 'Jon Vik')).toBe('done');
    await steps(run);
    await steps(run);
    expect(parts.posts()).toBe(before + 1);
    expect(await now(run)).toMatchObject({
      asker: { name: 'Ana Ruiz' },
      approval: { decision: { kind: 'approved', by: { name: 'Jon Vik' } } },
    });
  });

  test('of twenty who decide at once one does, and all see who it was', async () => {
    const run = await asksForFull(await carefulTenant());
    const names = Array.from({ length: 20 }, (_, index) => `Person ${index + 1}`);
    const answers = await Promise.all(names.map((name, index) => says(run, name, index % 2 ? 'declined' : 'approved')));
    expect(answers.toSorted()).toEqual([...Array<string>(19).fill('decided'), 'done']);
    const by = names[answers.indexOf('done')];
    expect((await now(run)).approval?.decision?.by.name).toBe(by);
  });

  test('taking back and approving at once leaves one of the two', async () => {
    const run = await asksForFull(await carefulTenant());
    const before = parts.posts();
    const [decided, cancelled] = await Promise.all([says(run, 'Jon Vik'), cancel(parts, run, run.asker)]);
    await steps(await now(run));
    const { endedAt } = await now(run);
    expect([decided, cancelled]).toContainEqual(expect.stringMatching(/done|cancelled/));
    // Approved and then taken back, or taken back before anybody could approve: nothing was under way yet.
    expect(cancelled === 'cancelled' ? endedAt : null).toEqual(cancelled === 'cancelled' ? expect.any(Date) : null);
    expect(parts.posts()).toBe(cancelled === 'cancelled' ? before : before + 1);
  });

  test('the day may pass while the bot is away: afterwards nothing is sent, and nobody can approve any more', async () => {
    const run = await asksForFull(await carefulTenant());
    const before = parts.posts();
    parts.clock.turn(24 * hour + minute);
    expect(await says(run, 'Jon Vik')).toBe('expired');
    await startOver(parts);
    await steps(run);
    expect(await now(run)).toMatchObject({ endedAt: expect.any(Date), targets: [{ verdict: 'cancelled' }] });
    expect(await says(run, 'Jon Vik')).toBe('expired');
    expect(parts.posts()).toBe(before);
  });

  const bookedIn = (ms: number): Window => ({ opensAt: new Date(parts.clock.now().getTime() + ms), basis: 'service' });

  const noticesOf = async ({ tenantId }: Run) => {
    const rows = store().db.selectFrom('notice').select('content').where('tenant_id', '=', tenantId).execute();
    return (await rows).map(({ content }) => (content as { kind: string }).kind);
  };

  test('a booking that is approved hours after its time has all the patience of one whose time has just come', async () => {
    const run = await asksForFull(await carefulTenant(), { booking: bookedIn(hour) });
    parts.clock.turn(6 * hour);
    expect(await says(run, 'Jon Vik')).toBe('done');
    const [target] = (await now(run)).targets;
    expect(target).toMatchObject({ window: { opensAt: parts.clock.now() }, dueAt: parts.clock.now() });
    parts.graph.next({ on: 'read', status: 503, retryAfter: null, flavour: null });
    await steps(run);
    expect((await now(run)).targets[0]).toMatchObject({ state: 'waiting', verdict: null });
  });

  test('whoever booked what nobody agreed to is told that, once', async () => {
    const run = await asksForFull(await carefulTenant(), { booking: bookedIn(hour) });
    parts.clock.turn(25 * hour);
    await steps(run);
    expect(await now(run)).toMatchObject({ endedAt: expect.any(Date) });
    expect(await noticesOf(run)).toEqual(['approval']);
  });

  test('who takes back what somebody else has taken over meanwhile takes back nothing', async () => {
    const tenantId = newTenant();
    const run = await asksForFull(tenantId);
    parts.tokensSay({ kind: 'signed-out', need: 'sign-in' });
    await steps(run);
    parts.tokensSay(null);
    const theirs = await asksForFull(tenantId, { name: 'Jon Vik', askKey: 'press:2' });
    expect(theirs).toMatchObject({ id: run.id, asker: { name: 'Jon Vik' } });
    expect(await cancel(parts, run, run.asker)).toBe('left');
    expect(await now(run)).toMatchObject({ endedAt: null, asker: { name: 'Jon Vik' } });
  });

  test('somebody of another tenant decides nothing, and its rules hold only there', async () => {
    const run = await asksForFull(await carefulTenant());
    const other = newTenant();
    expect(await says(run, 'Jon Vik', 'approved', other)).toBe('over');
    expect((await now(run)).approval?.decision).toBeNull();
    expect((await asksForFull(other)).approval).toBeNull();
  });

  test('what waits for somebody is joined by the next who asks, and they are not asked twice', async () => {
    const tenantId = await carefulTenant();
    const run = await asksForFull(tenantId);
    const joined = await asksForFull(tenantId, { name: 'Mia Chen', askKey: 'press:2' });
    expect(joined).toMatchObject({ id: run.id, asker: { name: 'Ana Ruiz' } });
    expect((await followersOf(store().db, run.id)).map(({ shows }) => shows)).toEqual(['run', 'run']);
  });

  test('whoever takes over an approved run that waits for a sign-in needs a second person anew', async () => {
    const tenantId = await carefulTenant();
    const run = await asksForFull(tenantId);
    await says(run, 'Jon Vik');
    parts.clock.turn(minute);
    parts.tokensSay({ kind: 'signed-out', need: 'sign-in' });
    await steps(run);
    parts.tokensSay(null);
    const before = parts.posts();
    const theirs = await asksForFull(tenantId, { name: 'Jon Vik', askKey: 'press:3' });
    expect(theirs).toMatchObject({ id: run.id, asker: { name: 'Jon Vik' }, approval: { decision: null } });
    await steps(theirs);
    expect(await says(run, 'Mia Chen')).toBe('changed');
    expect(await says(theirs, 'Jon Vik')).toBe('own');
    expect(parts.posts()).toBe(before);
    expect(await says(theirs, 'Mia Chen')).toBe('done');
    await steps(theirs);
    expect(parts.posts()).toBe(before + 1);
  });

  test('who has decided is forgotten where they want to be, and their decision stays', async () => {
    const run = await asksForFull(await carefulTenant());
    await says(run, 'Jon Vik', 'declined');
    await openForget(store())(personOf(run.tenantId, 'Jon Vik'));
    expect(JSON.stringify(await now(run))).not.toContain('Jon Vik');
    expect((await now(run)).approval?.decision).toMatchObject({ kind: 'declined', by: { name: '—' } });
  });
});
