import { failures } from './graph-device-samples.ts';
import type { InventedDevice } from './graph-devices.ts';
import { inventedPayloads } from './graph-payload-samples.ts';
import type { DeviceLife, Item, PayloadRef, Vocabulary } from './graph-world.ts';

/** What happens on a device after an action, as functions of the time: nothing here changes anything. */

export type Failure = (typeof failures)[keyof typeof failures];
export type Standing = {
  status: 'initiated' | 'inProgress' | 'removed' | 'error' | 'succeeded';
  failure: Failure | null;
  changedAt: Date;
};

const hourMs = 3_600_000;
/** Within the 8 to 24 hours after which what was removed comes back by itself (graph-contract 1.6). */
const comesBackMs = 12 * hourMs;
const ownRhythmMs = 8 * hourMs;
/** After an action a device checks in so often in its own rhythm of a few seconds. */
const livelyCheckIns = 15;

/** Between check-ins after an action: 4 to 8 seconds, always the same for a device. */
export const rhythmMs = ({ id }: InventedDevice): number => 4_000 + (Number.parseInt(id.slice(0, 8), 16) % 4_001);

export function standingOf(device: InventedDevice, item: Item, now: Date): Standing {
  const since = new Date(item.since);
  if (!device.supported) return { status: 'error', failure: failures.notSupported, changedAt: since };
  const endsAt = new Date(since.getTime() + rhythmMs(device));
  if (device.silent || now < endsAt || stalls(item))
    return { status: waitingWord(since, now), failure: null, changedAt: since };
  const failure = failureOf(device, item);
  if (failure) return { status: 'error', failure, changedAt: endsAt };
  return { status: item.intent === 'remove' ? 'removed' : 'succeeded', failure: null, changedAt: endsAt };
}

/** The successor has a word for what has only been noted. */
const waitingWord = (since: Date, now: Date) => (now.getTime() - since.getTime() < 1_000 ? 'initiated' : 'inProgress');

const nameOf = ({ id }: PayloadRef): string | null => payloadById.get(id)?.name ?? null;
const payloadById = new Map(inventedPayloads.map((payload) => [payload.id, payload]));
export const payloadOf = ({ id }: PayloadRef) => payloadById.get(id.toLowerCase()) ?? null;

/** One app that hangs for ever, so that waiting has an end to show. */
const stalls = (item: Item): boolean => item.intent === 'remove' && nameOf(item) === 'Field Maps';

function failureOf({ mishap, platform }: InventedDevice, item: Item): Failure | null {
  if (item.fails) return platform === 'apple' ? failures.busy : failures.unanswered;
  if (item.intent === 'restore') return null;
  const name = nameOf(item);
  if (name === null && item.kind !== 'mobileAppConfiguration') return failures.notFound;
  if (name === 'Expenses') return failures.huge;
  if (mishap?.payload !== name) return null;
  return mishap && (!mishap.once || item.tries === 1) ? failures[mishap.failure] : null;
}

/** The items by now: what was removed long enough ago is coming back, or is back. */
export const itemsOf = (device: InventedDevice, life: DeviceLife, now: Date): Item[] =>
  life.items.map((item) => {
    const { status, changedAt } = standingOf(device, item, now);
    const backAt = new Date(changedAt.getTime() + comesBackMs);
    if (status !== 'removed' || backAt > now) return item;
    return { ...item, intent: 'restore', since: backAt.toISOString(), tries: 1, fails: false };
  });

export type Declaration = { named: readonly PayloadRef[]; vocabulary: Vocabulary; fails: boolean; now: Date };

/** An action names everything that is to stay removed; what it leaves out is restored (graph-contract 0.2). */
export function declared(device: InventedDevice, life: DeviceLife | null, declaration: Declaration): DeviceLife {
  const { named, vocabulary, now } = declaration;
  const before = life ? itemsOf(device, life, now) : [];
  const kept = named.map((one) => removedFrom(device, { one, before }, declaration));
  const left = before.filter(({ id }) => !named.some((one) => one.id === id));
  const restored = left.flatMap((item) => restoredFrom(device, item, declaration));
  // A result holds no more (graph-contract 1.3).
  return { startedAt: now.toISOString(), vocabulary, items: [...kept, ...restored].slice(0, 30) };
}

type Named = { one: PayloadRef; before: readonly Item[] };

function removedFrom(device: InventedDevice, { one, before }: Named, { now, fails }: Declaration): Item {
  const item = before.find(({ id }) => id === one.id);
  const fresh: Item = { id: one.id, kind: one.kind, intent: 'remove', since: now.toISOString(), tries: 1, fails };
  if (!item || item.intent === 'restore') return fresh;
  const failed = standingOf(device, item, now).status === 'error';
  return failed ? { ...fresh, tries: item.tries + 1 } : item;
}

function restoredFrom(device: InventedDevice, item: Item, { now, fails }: Declaration): Item[] {
  if (item.intent === 'remove') return [{ ...item, intent: 'restore', since: now.toISOString(), tries: 1, fails }];
  const { status } = standingOf(device, item, now);
  return status === 'initiated' || status === 'inProgress' ? [item] : [];
}

/** When it last checked in: by itself every few hours, and in quick succession after an action. Null: never. */
export function lastSyncOf(
  device: InventedDevice,
  { foundAt, life }: { foundAt: string; life: DeviceLife | null },
  now: Date,
): Date | null {
  const { lastSyncMinutes, silent } = device;
  if (lastSyncMinutes === null) return null;
  const first = Date.parse(foundAt) - lastSyncMinutes * 60_000;
  if (silent) return new Date(first);
  const marks = life ? [life.startedAt, ...itemsOf(device, life, now).map(({ since }) => since)] : [];
  const rhythm = rhythmMs(device);
  const lively = marks.map((mark) => steps(Date.parse(mark), { now, every: rhythm, most: livelyCheckIns }));
  return new Date(Math.max(steps(first, { now, every: ownRhythmMs, most: Number.POSITIVE_INFINITY }), ...lively));
}

type Steps = { now: Date; every: number; most: number };

/** The latest of regular moments; long ago where not even the first has come. */
function steps(from: number, { now, every, most }: Steps): number {
  const passed = Math.min(most, Math.floor((now.getTime() - from) / every));
  return passed < 1 && most !== Number.POSITIVE_INFINITY ? 0 : from + Math.max(0, passed) * every;
}
