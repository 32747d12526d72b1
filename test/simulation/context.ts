import { AsyncLocalStorage } from 'node:async_hooks';
import type { RunId } from '../../bot/ports.ts';
import type { Lane } from '../../bot/runs/queue.ts';

/** What is just being done: a step, or what a person wants. `brokenOff`: it never came to its end. */
export type Doing =
  | { kind: 'step'; lane: Lane; runId: RunId | null; brokenOff: boolean }
  | { kind: 'turn'; who: string; brokenOff: boolean };

/** Known wherever it leads, so that a write or a message can be told to belong to it. */
export const doing = new AsyncLocalStorage<Doing>();

/** Whether it is a story that asks: what an earlier test of this process has left running shares Node's modules with it. */
export const telling = new AsyncLocalStorage<true>();
