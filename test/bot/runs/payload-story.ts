import type { Target } from '../../../bot/actions/define.ts';
import { payloadBaseline, type SetItem, setChange } from '../../../bot/actions/payload-set.ts';
import { type PayloadAsk, plansFor, readSets } from '../../../bot/actions/plan-payloads.ts';
import { syncPayloads as action } from '../../../bot/actions/sync-payloads.ts';
import type { Person, RunId } from '../../../bot/ports.ts';
import { inventedPayloads } from '../../../bot/practice/graph-payload-samples.ts';
import { ask } from '../../../bot/runs/ask.ts';
import { cancel } from '../../../bot/runs/cancel.ts';
import { startOver } from '../../../bot/runs/recovery.ts';
import type { Run, RunTarget } from '../../../bot/runs/run.ts';
import { lookStep, startStep } from '../../../bot/runs/steps.ts';
import type { StepOnItsWay } from '../../../bot/store/rows.ts';
import { findRun, findRunAskedBy, stepsOnTheirWay } from '../../../bot/store/runs.ts';
import { chatOf, heard, newTenant, personOf } from '../store/samples.ts';
import { Died, openLife, type Stop, setOf, type Written } from './lives.ts';
import type { RunParts } from './parts.ts';

type Who = 0 | 1;
type Plan = { deed: 'plans'; who: Who; devices: number[]; intent: 'remove' | 'restore'; items: number[] | 'all' };

/** What two people, the admin center, Graph and the machine may do: plain data, so that a story can be told again. */
export type Deed =
  | Plan
  /** Plans, and presses Run at once. */
  | (Omit<Plan, 'deed'> & { deed: 'asks'; stop: Stop | null })
  | { deed: 'presses run'; who: Who; stop: Stop | null }
  /** Whatever is due is done, beginning somewhere; or only the one there. */
  | { deed: 'steps'; from: number; only: boolean; twice: boolean; stop: Stop | null }
  | { deed: 'an old step'; which: number }
  | { deed: 'goes on' }
  | { deed: 'time'; ms: number }
  | { deed: 'dies'; alone: boolean }
  | { deed: 'elsewhere'; device: number; items: number[] }
  | { deed: 'graph'; answers: keyof typeof answers }
  | { deed: 'cancels'; who: Who };

export const answers = {
  'nothing, but does it': { status: 'broken', flavour: 'begun' },
  nothing: { status: 'broken', flavour: null },
  'an error, but does it': { status: 500, flavour: 'begun' },
  'an error': { status: 500, flavour: null },
  no: { status: 403, flavour: 'role' },
  'too many': { status: 429, flavour: null },
} as const;

/** One of them fails and one never ends. */
const items: readonly SetItem[] = ['Wi-Fi Guest', 'Home screen', 'Teams', 'Expenses', 'Field Maps'].flatMap((name) => {
  const found = inventedPayloads.find((one) => one.platform === 'apple' && one.name === name);
  return found ? [{ id: found.id, kind: found.kind, name }] : [];
});
export const itemCount = items.length;
/** One that answers, one that is switched off, and one more. */
const deviceNames = ['IPAD-07', 'IPAD-19', 'IPAD-0042'];
export const deviceCount = deviceNames.length;

type Preview = { targets: readonly Target[]; askKey: string };
type Promised = { before: string[]; after: string[] };

/** Off the device is all that was to come off, and nothing of what was to come back. */
const isGiven = ({ before, after }: Promised, off: readonly string[]) =>
  after.every((one) => before.includes(one) || off.includes(one)) &&
  before.every((one) => after.includes(one) || !off.includes(one));

/** A story as it goes on; `broken`: what ought never to be true and was. */
export type Story = { happens(deed: Deed): Promise<void>; ends(): Promise<void>; broken: readonly string[] };

/** Told with the real steps, store and door, on the invented Graph. */
export function openStory(parts: RunParts): Story {
  const { clock, graph, store } = parts;
  const tenantId = newTenant();
  const people = ['Ana Ruiz', 'Jon Vik'].map((name) => personOf(tenantId, name)) as [Person, Person];
  const devices = deviceNames.map((name) => ({ name, id: graph.devices().find((one) => one.name === name)?.id ?? '' }));
  const previews: [Preview | null, Preview | null] = [null, null];
  const pressed: Preview[] = [];
  const promises = new Map<string, Promised>();
  const runs = new Set<RunId>();
  /** Runs on a device over whose write somebody else has written since, or who were given by somebody else what they had promised. */
  const overtaken = new Set<string>();
  /** Starts whose process died before it knew what Graph said: they are looked for, and made if they do not show themselves. */
  const unheard = new Set<string>();
  const broken: string[] = [];
  const taken: StepOnItsWay[] = [];
  let writes: Written[] = [];
  let held: Promise<unknown>[] = [];
  let presses = 0;
  const born = () => openLife(parts, wrote);
  let life = born();

  function wrote(one: Written): void {
    writes = [...writes, one];
    const isOverwritten = overtaken.delete(keyOf(one));
    const promised = promises.get(keyOf(one));
    const said = (set: readonly string[] | undefined) => `{${set?.map(nameOf).join(', ') ?? 'nothing'}}`;
    const where = `on ${nameOfDevice(one.deviceId)}`;
    // One that the admin center undid before anybody looked shows itself nowhere any more.
    const cannotBeSeen = isOverwritten && unheard.has(keyOf(one));
    if (!cannotBeSeen && writes.filter((other) => keyOf(other) === keyOf(one)).length > 1)
      broken.push(`the same was written twice ${where}`);
    if (said(promised?.after) !== said(one.after))
      broken.push(`${said(promised?.after)} was promised, ${said(one.after)} was written ${where}`);
    if (said(promised?.before) !== said(one.before))
      broken.push(`written ${where} over ${said(one.before)}, while people had seen ${said(promised?.before)}`);
  }

  const nameOfDevice = (id: string) => devices.find((device) => device.id === id)?.name ?? id;

  async function does(deed: Deed): Promise<void> {
    switch (deed.deed) {
      case 'plans':
        return plans(deed);
      case 'asks':
        await plans({ ...deed, deed: 'plans' });
        return pressesRun(deed.who, deed.stop);
      case 'presses run':
        return pressesRun(deed.who, deed.stop);
      case 'steps':
        return steps(deed);
      case 'an old step': {
        const step = taken[deed.which % (taken.length || 1)];
        return step && takes(step, null);
      }
      case 'goes on':
        return goesOn();
      case 'time':
        // Nothing is held up for so long that anybody else would take it for dead.
        if (deed.ms > 30_000) await goesOn();
        clock.turn(deed.ms);
        return;
      case 'dies':
        life.ends();
        return isBornAgain(deed.alone);
      case 'elsewhere':
        return elsewhere(deed);
      case 'graph':
        graph.next({ on: 'write', retryAfter: deed.answers === 'too many' ? '1' : null, ...answers[deed.answers] });
        return;
      case 'cancels':
        return cancels(people[deed.who]);
    }
  }

  async function plans({ who, devices: which, intent, items: named }: Plan): Promise<void> {
    const chosen = named === 'all' ? 'all' : named.flatMap((one) => items[one] ?? []);
    const of = which.flatMap((one) => devices[one] ?? []);
    const wish: PayloadAsk = {
      ...{ intent, vocabulary: 'syncPayloads' },
      devices: of.map((device) => ({ ...device, route: { via: 'managed' }, items: chosen })),
    };
    const planned = plansFor(wish, await readSets(parts.graphFor(people[who], []), wish.devices, clock.now()));
    const targets = planned.flatMap((plan) => (plan.kind === 'change' ? [plan.target] : []));
    presses += 1;
    previews[who] = targets.length > 0 ? { targets, askKey: `press:${presses}` } : null;
  }

  /** Twice, as people do who are in a hurry. */
  async function pressesRun(who: Who, stop: Stop | null): Promise<void> {
    const preview = previews[who];
    if (!preview) return;
    const wish = { action, opening: { kind: 'free' }, booking: null, heard, cardId: null } as const;
    const asking = { ...wish, ...preview, asker: people[who], where: chatOf(tenantId) };
    const hurried = life.parts('' as RunId, stop);
    pressed.push(preview);
    for (const _ of ['once', 'twice']) await until(ask(hurried, asking));
    await learns();
  }

  /** Of the runs that were written, their process may have died before it said so. */
  async function learns(): Promise<void> {
    for (const preview of pressed) {
      const run = await findRunAskedBy(parts.store.db, tenantId, preview.askKey);
      if (run) confirmed(run, preview);
    }
  }

  function confirmed(run: Run, { targets }: Preview): void {
    runs.add(run.id);
    for (const target of targets) {
      const { keep } = setChange.parse(target.wish);
      const before = setOf(payloadBaseline.parse(target.baseline).removed);
      promises.set(`${run.id} ${target.id}`, { before, after: setOf(keep) });
    }
  }

  async function steps({ from, only, twice, stop }: Extract<Deed, { deed: 'steps' }>): Promise<void> {
    const due = await stepsOnTheirWay(store.db, { dueBy: clock.now() });
    const first = from % (due.length || 1);
    for (const [index, step] of [...due.slice(first), ...due.slice(0, first)].entries()) {
      await takes(step, index === 0 ? stop : null);
      if (twice) await takes(step, null);
      if (only || life.isOver()) return;
    }
  }

  async function takes(step: StepOnItsWay, stop: Stop | null): Promise<void> {
    taken.push(step);
    const { runId, position, revision, state } = step;
    const take = state === 'following' ? lookStep : startStep;
    await until(take(life.parts(runId, stop), { runId, position, revision }));
  }

  /** Until it is over, one way or another, or held up. */
  async function until<T>(work: Promise<T>): Promise<T | null> {
    let isDone = false;
    const done = work.catch(surviving).finally(() => {
      isDone = true;
    });
    held.push(done);
    while (!isDone && !life.isHolding()) await life.rests();
    await life.rests();
    return isDone ? done : null;
  }

  async function goesOn(): Promise<void> {
    life.goesOn();
    const all = held;
    held = [];
    await Promise.all(all);
    await learns();
  }

  /** `alone`: knows that nobody else works on this database; else it waits until the lease of a start is over. */
  async function isBornAgain(alone: boolean): Promise<void> {
    await goesOn();
    await life.rests();
    for (const { id, targets } of await all())
      for (const { state, target } of targets) if (state === 'starting') unheard.add(`${id} ${target.id}`);
    life = born();
    if (alone) await startOver(parts);
  }

  function elsewhere({ device, items: named }: Extract<Deed, { deed: 'elsewhere' }>): Promise<void> {
    const { id = '' } = devices[device] ?? {};
    const set = named.flatMap((one) => items[one] ?? []);
    for (const one of writes) if (one.deviceId === id) overtaken.add(keyOf(one));
    for (const [key, promised] of promises)
      if (key.endsWith(` ${id}`) && isGiven(promised, setOf(set))) overtaken.add(key);
    graph.changesElsewhere(id, set as Parameters<typeof graph.changesElsewhere>[1]);
    return Promise.resolve();
  }

  async function cancels(person: Person): Promise<void> {
    for (const run of await all()) if (run.asker.id === person.id) await cancel(parts, run, person);
  }

  const all = async () => (await Promise.all([...runs].map((id) => findRun(store.db, id)))).flatMap((run) => run ?? []);

  async function happens(deed: Deed): Promise<void> {
    // No two things happen in the same millisecond: that is as fine as Graph's times are.
    clock.turn(1);
    // Between reading a device and writing to it, nobody can keep the admin center from writing there.
    if (deed.deed === 'elsewhere' || deed.deed === 'dies') await goesOn();
    await does(deed);
    if (life.isOver()) await isBornAgain(true);
  }

  /** Longer than any run may take. */
  async function ends(): Promise<void> {
    await goesOn();
    for (let minutes = 0; minutes < 90 && (await all()).some(({ endedAt }) => !endedAt); minutes += 0.5) {
      clock.turn(30_000);
      await steps({ deed: 'steps', from: 0, only: false, twice: false, stop: null });
    }
    for (const run of await all()) {
      if (!run.endedAt) broken.push(`run ${run.number} never ended`);
      for (const target of run.targets) broken.push(...untruths(run, target));
    }
  }

  /** What the run says at last, beside what it did. */
  function untruths(run: Run, { target, verdict, outcome }: RunTarget): string[] {
    const key = `${run.id} ${target.id}`;
    const wasWritten = writes.some((one) => keyOf(one) === key);
    const says = `run ${run.number} says of ${target.label}: ${verdict}, ${JSON.stringify(outcome)}`;
    const isSaid = saysWritten(verdict, outcome);
    if (isSaid !== null && isSaid !== wasWritten && !overtaken.has(key)) return [`${says}; written: ${wasWritten}`];
    const last = writes.findLast(({ deviceId }) => deviceId === target.id);
    if (verdict !== 'done' || !last || keyOf(last) !== key || overtaken.has(key)) return [];
    const isThere = setOf(graph.removedOn(target.id)).join() === promises.get(key)?.after.join();
    return isThere ? [] : [`${says}; that is not what is there`];
  }

  return { happens, ends, broken };
}

/** Null where it says itself that it does not know. */
function saysWritten(verdict: RunTarget['verdict'], outcome: RunTarget['outcome']): boolean | null {
  if (outcome?.kind === 'accepted' || verdict === 'done' || verdict === 'failed') return true;
  return verdict === 'refused' || verdict === 'cancelled' ? false : null;
}

const keyOf = ({ runId, deviceId }: Pick<Written, 'runId' | 'deviceId'>) => `${runId} ${deviceId}`;
const nameOf = (key: string) => items.find(({ kind, id }) => `${kind}/${id}` === key)?.name ?? key;

/** A death, or somebody else's start that was written first: then the queue tries again later. */
function surviving(error: unknown): null {
  if (error instanceof Died || (error as { code?: string }).code === '23505') return null;
  throw error;
}
