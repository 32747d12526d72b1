import type { Person, PersonId, TenantId } from '../../../bot/ports.ts';
import { ask } from '../../../bot/runs/ask.ts';
import { cancel } from '../../../bot/runs/cancel.ts';
import { resumeAllFor } from '../../../bot/runs/signed-in.ts';
import { lookStep, startStep } from '../../../bot/runs/steps.ts';
import { openForget } from '../../../bot/store/forget.ts';
import type { Tx } from '../../../bot/store/open.ts';
import { findRun } from '../../../bot/store/runs.ts';
import { claimDue, lookedAtByRun, nextDueOf, saveUnchanged, serialsDue } from '../../../bot/store/watched.ts';
import { findWatch } from '../../../bot/store/watches.ts';
import { endOverdue } from '../../../bot/watches/end.ts';
import { watchStep } from '../../../bot/watches/step.ts';
import { keyOf, keysOf, type NamedDevice, type What } from '../../../bot/watches/watch.ts';
import { mostWatches, openWatches } from '../../../bot/watches/watches.ts';
import { stepOf, wishOf } from '../runs/parts.ts';
import { hour, later, minute, noon } from '../runs/samples.ts';
import { onEachDatabase } from '../store/databases.ts';
import { chatOf, heard, newTenant, personOf } from '../store/samples.ts';
import { openWatching, type Watching } from './watching.ts';

const autopilot: What = { kind: 'autopilot' };
const never = { kind: 'device', lastSyncAt: null, pending: 0, failed: 0 } as const;

onEachDatabase((store) => {
  let watching: Watching;
  beforeAll(async () => {
    watching = await openWatching(store());
  });
  beforeEach(() => {
    watching.parts.graph.reset();
    watching.parts.tokensSay(null);
  });
  afterAll(() => watching.parts.close());

  const round = (tenantId: TenantId) => watchStep(watching.parts, { tenantId });
  const idOf = (name: string) => watching.parts.graph.devices().find((one) => one.name === name)?.id ?? '';
  const device = (name: string) => devicesOf([name]);
  const devicesOf = (names: readonly string[], others: readonly NamedDevice[] = []): What => {
    const known = names.map((name) => ({ id: idOf(name), label: name }));
    return { kind: 'devices', devices: [...known, ...others], until: 'check-in', run: null };
  };
  const kinds = async (tenantId: TenantId) => (await watching.told(tenantId)).map(({ content }) => content.kind);
  const devices = { kind: 'watch', news: { kind: 'devices' } };

  test('a device that checks in is told once to everybody who watches it, however many rounds there are', async () => {
    const tenantId = newTenant();
    for (const name of ['Ana', 'Jon']) await watching.begins(personOf(tenantId, name), device('IPAD-07'));
    await round(tenantId);
    expect(await watching.told(tenantId)).toEqual([]);
    watching.turns(9 * hour);
    await Promise.all([round(tenantId), round(tenantId), round(tenantId)]);
    watching.turns(hour);
    await round(tenantId);
    const told = await watching.told(tenantId);
    expect(told.map(({ personId }) => personId).sort()).toEqual(['id of Ana', 'id of Jon']);
    expect(told.map(({ content }) => content)).toMatchObject([devices, devices]);
  });

  test('twenty who watch one device cost one look a round, and nobody looks once it is told', async () => {
    const tenantId = newTenant();
    for (let one = 0; one < 20; one++) await watching.begins(personOf(tenantId, `Person ${one}`), device('IPAD-07'));
    const before = watching.looks();
    watching.turns(2 * minute);
    await round(tenantId);
    expect(watching.looks()).toBe(before + 1);
    watching.turns(9 * hour);
    await round(tenantId);
    expect(watching.looks()).toBe(before + 2);
    expect(await watching.told(tenantId)).toHaveLength(20);
    watching.turns(9 * hour);
    await round(tenantId);
    expect(watching.looks()).toBe(before + 2);
  });

  test('forty devices of one round are looked at in two requests', async () => {
    const tenantId = newTenant();
    const devices = watching.parts.graph
      .devices()
      .slice(0, 40)
      .map(({ id, name }) => ({ id, label: name }));
    await watching.begins(personOf(tenantId), { kind: 'devices', devices, until: 'check-in', run: null });
    await round(tenantId);
    const before = watching.looks();
    watching.turns(2 * minute);
    await round(tenantId);
    expect(watching.looks()).toBe(before + 2);
  });

  test('nothing of one tenant is told in another', async () => {
    const [one, other] = [newTenant(), newTenant()];
    await watching.begins(personOf(one), device('IPAD-07'));
    await watching.begins(personOf(other), device('IPAD-07'));
    watching.turns(9 * hour);
    await round(one);
    expect(await kinds(one)).toEqual(['watch']);
    expect(await kinds(other)).toEqual([]);
    expect(await findWatch(store().db, one, 1)).toMatchObject({ state: 'ended' });
    expect(await findWatch(store().db, other, 1)).toMatchObject({ state: 'active', tenantId: other });
  });

  test('who is signed out is told once, and the watch goes on after they have signed in', async () => {
    const tenantId = newTenant();
    const ana = personOf(tenantId);
    await watching.begins(ana, device('IPAD-07'));
    await watching.begins(ana, autopilot);
    watching.parts.tokensSay({ kind: 'signed-out', need: 'sign-in' });
    for (let hours = 0; hours < 3; hours++) {
      watching.turns(hour);
      await round(tenantId);
    }
    const [first, ...others] = await watching.told(tenantId);
    expect(first?.content).toMatchObject({
      kind: 'watch-blind',
      reason: 'sign-in',
      watches: [{ watch: 1 }, { watch: 2 }],
    });
    expect(others).toEqual([]);
    watching.parts.tokensSay(null);
    await store()
      .db.transaction()
      .execute((tx) => resumeAllFor(watching.parts, tx, ana));
    watching.turns(9 * hour);
    await round(tenantId);
    expect(await kinds(tenantId)).toEqual(['watch-blind', 'watch']);
  });

  test('where one of two watchers can no longer look, the other looks for both that can', async () => {
    const tenantId = newTenant();
    const [ana, jon] = [personOf(tenantId, 'Ana'), personOf(tenantId, 'Jon')];
    await watching.begins(ana, device('IPAD-07'));
    await watching.begins(jon, device('IPAD-07'));
    await watching.begins(ana, device('IPAD-ANA'));
    watching.parts.graph.next({ on: 'read', status: 403, retryAfter: null, flavour: null });
    watching.turns(9 * hour);
    await round(tenantId);
    watching.turns(minute);
    await round(tenantId);
    const told = await watching.told(tenantId);
    const blind = told.filter(({ content }) => content.kind === 'watch-blind');
    expect(blind).toMatchObject([{ content: { reason: 'not-allowed' } }]);
    const heard = told.filter(({ content }) => content.kind === 'watch').map(({ personId }) => personId);
    expect(heard).not.toContain(blind[0]?.personId);
    expect(heard).toHaveLength(1);
  });

  const serials: What = { kind: 'serials', serials: ['5CG4200R60'] };
  const notDue = (tenantId: TenantId) =>
    store()
      .db.updateTable('watched')
      .set({ due_at: new Date(watching.parts.clock.now().getTime() + hour) })
      .where('tenant_id', '=', tenantId)
      .where('key', 'not like', 'serial:%')
      .execute();

  test.each([
    ['a role that lacks it', 403, 'role', ['serials']],
    ['a permission that others need too', 403, null, ['autopilot', 'serials']],
    ['no Intune role at all', 401, 'role', ['autopilot', 'devices', 'serials']],
  ] as const)('a refused look at serials stops what it would meet too: %s', async (_, status, flavour, stopped) => {
    const tenantId = newTenant();
    const ana = personOf(tenantId);
    for (const what of [autopilot, device('IPAD-19'), serials]) await watching.begins(ana, what);
    watching.turns(2 * minute);
    await notDue(tenantId);
    watching.parts.graph.next({ on: 'read', status, retryAfter: null, flavour });
    await round(tenantId);
    const own = await openWatches(watching.parts).of(ana);
    expect(own.filter(({ state }) => state === 'blind').map(({ what }) => what.kind)).toEqual(stopped);
  });

  test('serials are looked at as soon as a sync has completed, and those of another tenant are not', async () => {
    const [tenantId, other] = [newTenant(), newTenant()];
    for (const tenant of [tenantId, other]) await watching.begins(personOf(tenant), serials);
    watching.turns(3 * hour);
    for (const tenant of [tenantId, other]) await round(tenant);
    const { run } = await ask(watching.parts, await wishOf(watching.parts, tenantId));
    await startStep(watching.parts, stepOf(run));
    const dueIn = async (tenant: TenantId) =>
      Number(await nextDueOf(store().db, tenant)) - watching.parts.clock.now().getTime();
    expect(await dueIn(tenantId)).toBeGreaterThan(0);
    for (let looks = 0; looks < 3; looks++) {
      watching.turns(minute / 4);
      const found = await findRun(store().db, run.id);
      if (found) await lookStep(watching.parts, stepOf(found));
    }
    expect(await findRun(store().db, run.id)).toMatchObject({ targets: [{ verdict: 'done' }] });
    expect(await dueIn(tenantId)).toBeLessThanOrEqual(0);
    expect(await dueIn(other)).toBeGreaterThan(0);
  });

  test.each<[string, What, (tx: Tx, tenantId: TenantId, now: Date) => Promise<unknown>]>([
    ['a sync that completes', serials, serialsDue],
    [
      'a change that a run sees',
      autopilot,
      (tx, tenantId, dueAt) => lookedAtByRun(tx, tenantId, [{ key: 'autopilot', dueAt, changed: true }]),
    ],
  ])('%s is looked at by a round that comes after it, not one on its way', async (_, what, happens) => {
    const [tenantId, { db }] = [newTenant(), store()];
    await watching.begins(personOf(tenantId), what);
    watching.turns(3 * hour);
    const now = watching.parts.clock.now();
    const onItsWay = await claimDue(db, tenantId, { dueBy: now, until: later(minute, now), most: 1, ending: [] });
    await db.transaction().execute((tx) => happens(tx, tenantId, now));
    await saveUnchanged(
      db,
      tenantId,
      onItsWay.map((one) => ({ ...one, dueAt: later(hour, now) })),
    );
    expect(onItsWay).toHaveLength(1);
    expect(await nextDueOf(db, tenantId)).toEqual(now);
  });

  test('who was refused hears nothing that others see, and after another look of their own all of it, once', async () => {
    const tenantId = newTenant();
    const [ana, jon] = [personOf(tenantId, 'Ana'), personOf(tenantId, 'Jon')];
    await watching.begins(ana, device('IPAD-07'));
    watching.parts.tokensSay({ kind: 'signed-out', need: 'sign-in' });
    watching.turns(2 * minute);
    await round(tenantId);
    watching.parts.tokensSay(null);
    await watching.begins(jon, device('IPAD-07'));
    watching.turns(9 * hour);
    await round(tenantId);
    const heardBy = async ({ id }: Person) =>
      (await watching.told(tenantId)).filter(({ personId }) => personId === id).map(({ content }) => content.kind);
    expect([await heardBy(ana), await heardBy(jon)]).toEqual([['watch-blind'], ['watch']]);
    const looksAgain = () => openWatches(watching.parts).tryAgain(ana);
    watching.parts.graph.next({ on: 'read', status: 403, retryAfter: null, flavour: null });
    await looksAgain();
    await round(tenantId);
    expect(await heardBy(ana)).toEqual(['watch-blind', 'watch-blind']);
    watching.turns(minute);
    await looksAgain();
    for (let rounds = 0; rounds < 2; rounds++) await round(tenantId);
    expect(await heardBy(ana)).toEqual(['watch-blind', 'watch-blind', 'watch']);
  });

  test('what is gone is told, and ends the watch', async () => {
    const tenantId = newTenant();
    const ana = personOf(tenantId);
    const gone: What = {
      ...{ kind: 'devices', until: 'check-in', run: null },
      devices: [{ id: '00000000-0000-4000-8000-00000000dead', label: 'IPAD-OLD' }],
    };
    await watching.begins(ana, gone, { seen: new Map(keysOf(gone).map((key) => [key, never])) });
    watching.turns(2 * minute);
    await round(tenantId);
    expect(await kinds(tenantId)).toEqual(['watch-gone']);
    expect(await findWatch(store().db, tenantId, 1)).toMatchObject({ state: 'ended' });
  });

  test('one of several that is gone ends nothing: the others are told, and it is said', async () => {
    const tenantId = newTenant();
    const gone = { id: '00000000-0000-4000-8000-00000000dead', label: 'IPAD-OLD' };
    const [ana, there] = [personOf(tenantId), ['IPAD-07', 'IPAD-19']];
    const seen = await watching.sees(ana, devicesOf(there));
    seen.set(keyOf({ kind: 'device', id: gone.id }), never);
    await watching.begins(ana, devicesOf(there, [gone]), { seen });
    watching.turns(2 * minute);
    for (let rounds = 0; rounds < 2; rounds++) await round(tenantId);
    expect(await findWatch(store().db, tenantId, 1)).toMatchObject({ state: 'active' });
    watching.turns(25 * hour);
    await round(tenantId);
    expect((await watching.told(tenantId)).map(({ content }) => content)).toMatchObject([
      { news: { devices: [{ standing: 'checked-in' }, {}, { label: 'IPAD-OLD', standing: 'gone' }] } },
    ]);
  });

  test('a last look comes before the last word', async () => {
    const tenantId = newTenant();
    await watching.begins(personOf(tenantId), device('IPAD-07'));
    watching.turns(25 * hour);
    await round(tenantId);
    const [told] = await watching.told(tenantId);
    expect(told?.content).toMatchObject({ news: { devices: [{ standing: 'checked-in' }] }, endsAt: null });
  });

  test('where nobody could look until the end, that is said, and not that it was silent', async () => {
    const tenantId = newTenant();
    await watching.begins(personOf(tenantId), device('IPAD-19'));
    await watching.begins(personOf(tenantId), autopilot);
    watching.parts.tokensSay({ kind: 'signed-out', need: 'sign-in' });
    watching.turns(hour);
    await round(tenantId);
    watching.turns(25 * hour);
    await round(tenantId);
    expect(await kinds(tenantId)).toEqual(['watch-blind', 'watch-unseen']);
    for (const number of [1, 2])
      expect(await findWatch(store().db, tenantId, number)).toMatchObject({ state: 'ended' });
  });

  test('passing trouble is looked through', async () => {
    const tenantId = newTenant();
    await watching.begins(personOf(tenantId), device('IPAD-07'));
    watching.parts.tokensSay({ kind: 'unavailable', how: 'server', retryAt: null });
    watching.turns(9 * hour);
    await round(tenantId);
    expect(await kinds(tenantId)).toEqual([]);
    watching.parts.tokensSay(null);
    watching.turns(hour);
    await round(tenantId);
    expect(await kinds(tenantId)).toEqual(['watch']);
  });

  test('a watch ends by itself, and says so where something is left', async () => {
    const tenantId = newTenant();
    await watching.begins(personOf(tenantId), device('IPAD-19'));
    await watching.begins(personOf(tenantId), autopilot);
    watching.turns(25 * hour);
    await round(tenantId);
    const told = await watching.told(tenantId);
    expect(told).toMatchObject([{ content: { news: { devices: [{ standing: 'silent' }] }, endsAt: null } }]);
    for (const number of [1, 2])
      expect(await findWatch(store().db, tenantId, number)).toMatchObject({ state: 'ended' });
  });

  test('a connector is told when its last success is too long ago', async () => {
    const tenantId = newTenant();
    const ex01: What = {
      ...{ kind: 'connector', id: '6b2a0c55-0000-4000-8000-0000000000c1', label: 'EX01' },
      olderThanMs: 30 * hour,
    };
    await watching.begins(personOf(tenantId), ex01);
    await round(tenantId);
    expect(await kinds(tenantId)).toEqual([]);
    watching.turns(5 * hour);
    await round(tenantId);
    watching.turns(hour);
    await round(tenantId);
    expect(await watching.told(tenantId)).toMatchObject([{ content: { news: { kind: 'connector', why: 'old' } } }]);
  });

  test('a run that is over is told to whoever watches it, and not twice to its asker', async () => {
    const tenantId = newTenant();
    const { run } = await ask(watching.parts, await wishOf(watching.parts, tenantId));
    const what: What = { kind: 'run', runId: run.id, number: run.number, action: run.action };
    await watching.begins(run.asker, what);
    await watching.begins(personOf(tenantId, 'Jon Vik'), what, { on: 'failure' });
    await cancel(watching.parts, run, run.asker);
    const told = await watching.told(tenantId);
    const news = { kind: 'run', verdict: 'cancelled', asker: 'Ana Ruiz' };
    expect(told).toMatchObject([{ content: { news } }, { content: { news } }]);
  });

  test('one ask leads to one watch, and nobody watches without end', async () => {
    const tenantId = newTenant();
    const ana = personOf(tenantId);
    const [one, again] = [
      await watching.begins(ana, autopilot, { askKey: 'press' }),
      await watching.begins(ana, autopilot, { askKey: 'press' }),
    ];
    expect(again).toEqual(one);
    const older = (hours: number): What => ({ kind: 'connector', id: 'c', label: 'EX01', olderThanMs: hours * hour });
    const seen = new Map();
    for (let count = 1; count < mostWatches; count++) await watching.begins(ana, older(count), { seen });
    await expect(watching.begins(ana, older(mostWatches), { seen })).rejects.toThrow('too-many');
    expect(await watching.begins(ana, older(1), { seen })).toMatchObject({ number: 2, already: true });
    expect(await watching.begins(ana, autopilot, { askKey: 'press' })).toEqual(one);
    expect(await openWatches(watching.parts).endAll(ana)).toBe(mostWatches);
    expect(await openWatches(watching.parts).of(ana)).toEqual([]);
  });

  describe('the very same watch, asked for once more', () => {
    const inADay = () => later(24 * hour, watching.parts.clock.now());

    test('goes on until the later end, and is waited for until then', async () => {
      const ana = personOf(newTenant());
      const one = await watching.begins(ana, device('IPAD-07'));
      watching.turns(hour);
      const sent: unknown[] = [];
      const queue = { ...watching.parts.queue, send: async (_tx: unknown, parcel: unknown) => void sent.push(parcel) };
      const same = { person: ana, where: chatOf(ana.tenantId), heard, what: device('IPAD-07'), on: 'change' as const };
      const wish = { ...same, askKey: 'once more', seen: new Map(), endsAt: inADay() };
      const again = await openWatches({ ...watching.parts, queue }).begin(wish);
      expect(again).toEqual({ ...one, already: true, endsAt: inADay() });
      expect(sent).toEqual([{ lane: 'watch', work: { tenantId: ana.tenantId }, dueAt: inADay() }]);
      const sooner = await watching.begins(ana, device('IPAD-07'), { endsAt: later(hour, noon) });
      expect(sooner).toEqual(again);
      expect(await openWatches(watching.parts).of(ana)).toHaveLength(1);
    });

    test('is one watch too where it is said five times in the same moment', async () => {
      const ana = personOf(newTenant());
      const begun = await Promise.all(Array.from({ length: 5 }, () => watching.begins(ana, device('IPAD-07'))));
      expect(new Set(begun.map(({ number }) => number))).toEqual(new Set([1]));
      expect(await openWatches(watching.parts).of(ana)).toHaveLength(1);
    });

    test('is not ended by a round that had found its time over before', async () => {
      const ana = personOf(newTenant());
      const { id } = await watching.begins(ana, autopilot);
      await endOverdue(watching.parts, ana.tenantId, [id]);
      expect(await findWatch(store().db, ana.tenantId, 1)).toMatchObject({ state: 'active' });
    });

    test('is a second one for other news, devices, ends and places, and beside one that tells nothing now', async () => {
      const ana = personOf(newTenant());
      const what = device('IPAD-07');
      const one = await watching.begins(ana, what);
      const others = [
        await watching.begins(ana, what, { on: 'failure' }),
        await watching.begins(ana, { ...what, until: 'done' } as What),
        await watching.begins(ana, device('IPAD-19')),
        await watching.begins(ana, what, { where: chatOf(ana.tenantId, 'another') }),
        await watching.begins(personOf(ana.tenantId, 'Jon Vik'), what),
      ];
      await openWatches(watching.parts).mute(one, inADay());
      others.push(await watching.begins(ana, what));
      await store().db.updateTable('watch').set({ state: 'blind' }).where('tenant_id', '=', ana.tenantId).execute();
      others.push(await watching.begins(ana, what));
      expect(others.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    });
  });

  test('two who begin to watch the same devices in another order do not wait for each other', async () => {
    const tenantId = newTenant();
    const names = ['IPAD-07', 'IPAD-19', 'IPAD-ANA'];
    const both = [devicesOf(names), devicesOf(names.toReversed())];
    const begun = both.map((what, index) => watching.begins(personOf(tenantId, `Person ${index}`), what));
    expect((await Promise.all(begun)).map(({ number }) => number).sort()).toEqual([1, 2]);
  });

  test('a run that has ended meanwhile is not watched', async () => {
    const tenantId = newTenant();
    const { run } = await ask(watching.parts, await wishOf(watching.parts, tenantId));
    await cancel(watching.parts, run, run.asker);
    const what: What = { kind: 'run', runId: run.id, number: run.number, action: run.action };
    await expect(watching.begins(personOf(tenantId, 'Jon Vik'), what)).rejects.toThrow('over');
  });

  test('somebody who is forgotten watches nothing', async () => {
    const tenantId = newTenant();
    const ana = personOf(tenantId);
    await watching.begins(ana, device('IPAD-07'));
    await openForget(store())({ tenantId, id: 'id of Ana Ruiz' as PersonId });
    watching.turns(9 * hour);
    await round(tenantId);
    expect(await openWatches(watching.parts).of(ana)).toEqual([]);
    expect(await watching.told(tenantId)).toEqual([]);
  });
});
