import { type BulkAsk, type Item, newClientRequestId, type Sent } from './batch-wire.ts';
import { batchSize } from './ledger.ts';

/**
 * What is still to be asked of one limit. Two writes to one device are never on their way at the same time: Graph would do them
 * side by side, and the later one is the one that counts.
 */
export type Queue = {
  items: Item[];
  /** Which write each device has on its way, or about to be asked again; null where reading only. */
  taken: Map<string, BulkAsk> | null;
};

export const newQueue = (kind: 'read' | 'write'): Queue => ({ items: [], taken: kind === 'write' ? new Map() : null });

/** The next ones that may go together, at most so many; they stay in the queue. */
function readyIn({ items, taken }: Queue, most: number): Item[] {
  if (!taken) return items.slice(0, most);
  const ready: Item[] = [];
  const seen = new Set<string>();
  for (const item of items) {
    if (ready.length === most) break;
    const device = deviceOf(item.ask);
    const isFree = [undefined, item.ask].includes(taken.get(device));
    if (!isFree || seen.has(device)) continue;
    ready.push(item);
    seen.add(device);
  }
  return ready;
}

/** How many places the next batch can use. */
export const readyCount = (queue: Queue): number => readyIn(queue, batchSize).length;

/** Takes the next batch out of the queue. */
export function nextBatch(queue: Queue, most: number): Sent[] {
  const batch = readyIn(queue, most);
  takeOut(queue.items, batch);
  for (const { ask } of batch) queue.taken?.set(deviceOf(ask), ask);
  return batch.map((item) => ({ ...item, clientRequestId: newClientRequestId() }));
}

/** They lie near the front: of a long queue the rest is not touched. */
function takeOut(items: Item[], batch: readonly Item[]): void {
  const last = batch.at(-1);
  const front = last ? items.indexOf(last) + 1 : 0;
  items.splice(0, front, ...items.slice(0, front).filter((item) => !batch.includes(item)));
}

/** It is known what became of it. */
export function settled({ taken }: Queue, ask: BulkAsk): void {
  const device = deviceOf(ask);
  if (taken?.get(device) === ask) taken.delete(device);
}

/** An action's path without the action. */
const deviceOf = ({ path }: BulkAsk) => path.replace(/\/[^/]*$/, '').toLowerCase();
