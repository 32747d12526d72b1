import { setImmediate as turn } from 'node:timers/promises';
import { together } from '../../../bot/graph/together.ts';
import type { RunId } from '../../../bot/ports.ts';
import type { Parts } from '../../../bot/runs/step.ts';
import type { Tx } from '../../../bot/store/open.ts';
import type { RunParts } from './parts.ts';

/** Where a step is stopped: at so many meetings with the outside, from 1; a read and a write are two each, a transaction three. */
export type Stop = { at: number; how: 'dies' | 'waits' };

/** A write that changed a device: which run made it, and what was off the device before and after. */
export type Written = { runId: RunId; deviceId: string; before: string[]; after: string[] };

/** The process died here. */
export class Died extends Error {}

/** One process: it can die or be held up wherever it meets the outside, and after its death it reaches nothing any more. */
export type Life = {
  /** What one step works with; it may be stopped. */
  parts(runId: RunId, stop: Stop | null): Parts;
  isOver(): boolean;
  /** Waits until nothing is under way but what is held up. */
  rests(): Promise<void>;
  isHolding(): boolean;
  goesOn(): void;
  ends(): void;
};

type Meet = (canWait: boolean) => Promise<void>;

export function openLife(parts: RunParts, written: (one: Written) => void): Life {
  let isOver = false;
  let underWay = 0;
  let held: (() => void)[] = [];

  function goesOn(): void {
    const all = held;
    held = [];
    for (const go of all) go();
  }

  function ends(): void {
    isOver = true;
    goesOn();
  }

  function meetings(stop: Stop | null): Meet {
    let left = stop ? stop.at : Number.POSITIVE_INFINITY;
    return async (canWait) => {
      if (isOver) throw new Died();
      left -= 1;
      if (left > 0 || (stop?.how === 'waits' && !canWait)) return;
      left = Number.POSITIVE_INFINITY;
      if (stop?.how === 'dies') ends();
      else await new Promise<void>((go) => held.push(go));
      if (isOver) throw new Died();
    };
  }

  async function under<T>(real: () => Promise<T>): Promise<T> {
    underWay += 1;
    try {
      return await real();
    } finally {
      underWay -= 1;
    }
  }

  async function meeting<T>(meet: Meet, real: () => Promise<T>): Promise<T> {
    await meet(true);
    const answer = await under(real);
    await meet(true);
    return answer;
  }

  const transactionOn = (meet: Meet) => ({
    execute: <T>(work: (tx: Tx) => Promise<T>) =>
      meeting(meet, () =>
        parts.store.db.transaction().execute(async (tx) => {
          const answer = await work(tx);
          await meet(false);
          return answer;
        }),
      ),
  });

  return {
    isOver: () => isOver,
    isHolding: () => held.length > 0,
    goesOn,
    ends,
    parts: (runId, stop) => {
      const meet = meetings(stop);
      const db = new Proxy(parts.store.db, {
        get(target, name) {
          if (name === 'transaction') return () => transactionOn(meet);
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      });
      return {
        ...parts,
        store: { ...parts.store, db },
        graphFor(person, scopes) {
          const graph = together(parts.graphFor(person, scopes));
          return {
            ...graph,
            get: (path, schema) => meeting(meet, () => graph.get(path, schema)),
            post: (path, options) =>
              meeting(meet, () => watched(parts, { runId, path, written }, () => graph.post(path, options))),
          };
        },
      };
    },
    async rests() {
      for (let calm = 0; calm < 3; calm += 1) {
        await turn();
        if (underWay > 0) calm = -1;
      }
    },
  };
}

/** As one thing to compare, in an order. */
export const setOf = (items: readonly { kind: string; id: string }[]): string[] =>
  items.map(({ kind, id }) => `${kind}/${id}`).sort();

type Watched = { runId: RunId; path: string; written: (one: Written) => void };

/** Whether a write reached the device is seen there, whatever was answered. */
async function watched<T>({ graph }: RunParts, { runId, path, written }: Watched, post: () => Promise<T>): Promise<T> {
  const deviceId = /managedDevices\/([^/]+)\/\w+$/.exec(path)?.[1] ?? '';
  const [life, before] = [graph.intune().lives[deviceId], setOf(graph.removedOn(deviceId))];
  try {
    return await post();
  } finally {
    if (graph.intune().lives[deviceId] !== life)
      written({ runId, deviceId, before, after: setOf(graph.removedOn(deviceId)) });
  }
}
