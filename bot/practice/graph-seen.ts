import type { PracticeAnswer } from '../ports.ts';
import type { Batch } from './graph-batch.ts';

/** What reached the invented Graph; each part of a batch is a visit of its own. */
export type Visit = {
  method: string;
  path: string;
  person: string;
  at: Date;
  status: PracticeAnswer['status'];
  batched: boolean;
  /** Parsed JSON; null where there was none. */
  body: unknown;
};

/** Long practice must not fill the memory. */
const most = 5_000;

/** Remembers what came, the latest of it. */
export function openSeen() {
  let visits: Visit[] = [];
  let batches: Batch[] = [];
  return {
    visit(visit: Visit): void {
      visits.push(visit);
      if (visits.length > 2 * most) visits = visits.slice(-most);
    },
    batch(batch: Batch): void {
      batches.push(batch);
      if (batches.length > 2 * most) batches = batches.slice(-most);
    },
    visits: (): readonly Visit[] => [...visits],
    batches: (): readonly Batch[] => [...batches],
    forget(): void {
      visits = [];
      batches = [];
    },
  };
}
