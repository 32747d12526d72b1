import { readSets, type SetRead } from '../../actions/plan-payloads.ts';
import type { FoundDevice } from '../../finding/devices.ts';
import { mostRead } from '../../finding/payloads.ts';
import type { Turn } from '../define.ts';
import type { DraftContent, Open } from './draft.ts';
import { graphOf } from './shared.ts';

/** So long what was read of very many devices is not read again: Graph lets nobody read each twice in the time there is. */
const freshForMs = 60_000;

/** What is off each device of a draft, in their order; each start compares again with what is there by then. */
export async function setsFor(turn: Turn, { content }: Open): Promise<SetRead[]> {
  const { devices } = content;
  const known = new Map(stillFresh(turn, content).map(({ id, ...set }) => [id, { kind: 'read' as const, ...set }]));
  const missing = devices.filter(({ id }) => !known.has(id));
  const sets = await readSets(graphOf(turn), missing, turn.screen.now);
  const read = new Map(missing.map(({ id }, index) => [id, sets[index]]));
  return devices.flatMap(({ id }) => known.get(id) ?? read.get(id) ?? []);
}

type Sets = NonNullable<DraftContent['sets']>;

/** Of a few devices what was read counts in the same turn only. */
function stillFresh({ key, screen }: Turn, { sets, devices }: DraftContent): Sets['read'] {
  if (sets?.turn === key) return sets.read;
  const isFresh = sets && screen.now.getTime() - sets.at.getTime() < freshForMs;
  return isFresh && devices.length > mostRead ? sets.read : [];
}

/** For the draft: what could be read. */
export function remembered(turn: Turn, devices: readonly FoundDevice[], sets: readonly SetRead[]): Sets {
  const read = devices.flatMap(({ id }, index): Sets['read'] => {
    const set = sets[index];
    return set?.kind === 'read' ? [{ id, baseline: set.baseline, platform: set.platform }] : [];
  });
  return { at: turn.screen.now, turn: turn.key, read };
}

/** The devices as they were just read: those of an earlier run come with their names only. */
export const asRead = (devices: readonly FoundDevice[], sets: readonly SetRead[]): FoundDevice[] =>
  devices.map((device, index) => {
    const set = sets[index];
    if (set?.kind !== 'read') return device;
    const known = device.os === 'unknown' ? { ...device, ...set.platform } : device;
    return { ...known, lastSyncAt: set.baseline.lastSyncAt ?? device.lastSyncAt };
  });
