import { z } from 'zod';
import { deviceRoute } from '../graph/device-routes.ts';
import type { PayloadResult, SeenItem } from '../graph/payload-result.ts';
import { vocabularyNames } from '../graph/payload-vocabulary.ts';
import type { Sighting, Target } from './define.ts';
import { movedBetween } from './moved.ts';

/**
 * What is taken off a device is a set. A start names all of it: what it leaves out, comes back (graph-contract 0.2). So whoever
 * wants to change the set has to know it, and everything here is about two such sets.
 */

export const setItem = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string().nullable(),
  /** What tells more closely what it is, where that is known. */
  type: z.string().nullable().optional(),
});
export type SetItem = z.infer<typeof setItem>;

/** The result holds no more (graph-contract 1.2). */
export const mostItems = 30;

/** What is to be done with a device. `keep` is all that is to stay off it, which is what is sent. */
export const setChange = z.object({
  route: deviceRoute,
  vocabulary: z.enum(vocabularyNames),
  keep: z.array(setItem),
  adds: z.array(setItem),
  restores: z.array(setItem),
  /** When the set that it changes was named; the same wish for a later set is another one. */
  since: z.coerce.date().nullable().default(null),
});
export type SetChange = z.infer<typeof setChange>;

const date = z.coerce.date().nullable();

/** `failed`: it is to be off the device, and the last try did not get it off. */
const removedItem = setItem.extend({ failed: z.boolean().optional() });
export type RemovedItem = z.infer<typeof removedItem>;

/** What was on the device before: the set, when it was last changed, and the device's last check-in. */
export const payloadBaseline = z.object({ removed: z.array(removedItem), startedAt: date, lastSyncAt: date });
export type PayloadBaseline = z.infer<typeof payloadBaseline>;

type Read = { device: { lastSyncAt: Date | null }; result: PayloadResult | null };

export const baselineOf = ({ device, result }: Read, now: Date): PayloadBaseline => ({
  removed: (result?.items ?? [])
    .filter((item) => isRemoved(item, now))
    .map(({ id, kind, name, status }) => ({ id, kind, name, ...(status === 'error' ? { failed: true } : {}) })),
  startedAt: result?.startedAt ?? null,
  lastSyncAt: device.lastSyncAt,
});

/** Intune puts back by itself what nobody did, so long after it was taken off (graph-contract 1.6). */
const hour = 60 * 60_000;
export const backByItself = { fromMs: 8 * hour, toMs: 24 * hour };

/** What has not been taken off yet cannot have come back: its device may lie in a drawer for days. */
export function isRemoved({ intent, status, changedAt }: SeenItem, now: Date): boolean {
  if (intent !== 'remove' || status !== endOf.remove || changedAt === null) return intent === 'remove';
  return now.getTime() - changedAt.getTime() < backByItself.toMs;
}

/** Graph does not always write an id in the same case. */
export const keyOf = ({ kind, id }: Pick<SetItem, 'kind' | 'id'>) => `${kind}:${id.toLowerCase()}`;
const keysOf = (items: readonly Pick<SetItem, 'kind' | 'id'>[]) => new Set(items.map(keyOf));

export function isSameSet(one: readonly SetItem[], other: readonly SetItem[]): boolean {
  const [a, b] = [keysOf(one), keysOf(other)];
  return a.size === b.size && [...a].every((key) => b.has(key));
}

export function without(items: readonly SetItem[], others: readonly SetItem[]): SetItem[] {
  const gone = keysOf(others);
  return items.filter((item) => !gone.has(keyOf(item)));
}

/** The mark of a sighting in which somebody else's set is seen. */
export const superseded = 'superseded';

/** A connector's mark is its status, in words from outside. */
export const isSuperseded = (seen: { target: Target; sighting: Sighting | null }): boolean =>
  seen.target.kind === 'device' && seen.sighting?.mark === superseded;

/** How each item stands, told by status and intent together (graph-contract 1.3). */
export const endOf = { remove: 'removed', restore: 'succeeded' } as const;

type Before = { wish: SetChange; baseline: PayloadBaseline; last: Sighting | null };

/** What the device's result says of a start that was made after `baseline`. */
export function payloadSighting({ device, result }: Read, { wish, baseline, last }: Before, now: Date): Sighting {
  const at = { at: now, moved: movedBetween(baseline.lastSyncAt, device.lastSyncAt) };
  if (!result || !isNewer(result, baseline)) return { ...at, state: 'waiting', mark: null };
  if (!holds(result.items, wish)) return { ...at, ...overtaken(last) };
  const ours = keysOf([...wish.adds, ...wish.restores]);
  const items = result.items.filter((item) => ours.has(keyOf(item)));
  const state = items.length < ours.size ? 'working' : stateOf(items);
  return { ...at, state, mark: result.state, items, changed: changedSince(last?.items, items) };
}

/** What was asked for is part of the set that was named last, whoever named it and whatever else is in it. */
function holds(items: readonly SeenItem[], { adds, restores }: SetChange): boolean {
  const declared = keysOf(items.filter(({ intent }) => intent === 'remove'));
  return adds.every((item) => declared.has(keyOf(item))) && !restores.some((item) => declared.has(keyOf(item)));
}

/** Somebody has named a set since that undoes ours; what became of it cannot be seen any more, nor whether it ever was there. */
function overtaken(last: Sighting | null): Pick<Sighting, 'state' | 'mark' | 'items'> {
  const seen = last?.items?.length ? last.items : undefined;
  return { state: seen ? 'failed' : 'waiting', mark: superseded, items: seen };
}

function changedSince(before: readonly SeenItem[] | undefined, items: readonly SeenItem[]): string[] | undefined {
  const was = new Map(before?.map((item) => [keyOf(item), `${item.intent} ${item.status}`]));
  return before && items.filter((item) => was.get(keyOf(item)) !== `${item.intent} ${item.status}`).map(({ id }) => id);
}

function stateOf(items: readonly SeenItem[]): Sighting['state'] {
  if (items.some((item) => !hasEnded(item))) return 'working';
  return items.some(({ status }) => status === 'error') ? 'failed' : 'done';
}

/** Words that nobody has seen yet do not end anything. */
export function hasEnded({ intent, status }: SeenItem): boolean {
  return status === 'error' || status === (intent === 'restore' ? endOf.restore : endOf.remove);
}

const isNewer = ({ startedAt }: PayloadResult, { startedAt: before }: PayloadBaseline) =>
  startedAt?.getTime() !== before?.getTime();
