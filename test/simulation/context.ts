import { AsyncLocalStorage } from 'node:async_hooks';
import type { RunId } from '../../bot/ports.ts';
import type { Lane } from '../../bot/runs/queue.ts';

/** What is just being done: a step, or what a person wants. `brokenOff`: it never came to its end. */
export type Doing =
  | { kind: 'step'; lane: Lane; runId: RunId | null; brokenOff: boolean }
  | { kind: 'turn'; who: string; brokenOff: boolean };

/** Known wherever it leads, so that a write or a message can be told to belong to it. */
export const doing = new AsyncLocalStorage<Doing>();
