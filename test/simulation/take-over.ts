import nodeCrypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import promises from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { telling } from './context.ts';
import type { Dice } from './dice.ts';
import type { Time } from './time.ts';

/**
 * Waits, the time, chance and new ids, as this process knows them, come from the simulation: whatever the bot sleeps through
 * passes at once, and the same seed is the same story. The answer gives them back.
 */
export function takeOver(time: Time, dice: () => Dice): () => void {
  const database = databaseAtWork();
  const { setTimeout: sleeps } = promises;
  const { timeout } = AbortSignal;
  const { randomUUID } = nodeCrypto;
  const given = [
    database.giveBack,
    put(globalThis, { ...timersOf(time, database.isAtWork), Date: dateOf(time) }),
    put(promises, {
      setTimeout: (ms: number, value: unknown, how?: Sleep) =>
        isTold() ? sleep(time, { ms, value, ...how }) : sleeps(ms, value, how),
    }),
    put(performance, { now: () => time.steadyMs() }),
    put(Math, { random: () => dice().chance() }),
    put(AbortSignal, {
      timeout: (ms: number) => (isTold() ? timeoutOf(time, ms) : timeout.call(AbortSignal, ms)),
    }),
    put(nodeCrypto, { randomUUID: () => (isTold() ? uuidOf(dice()) : randomUUID()) }),
  ];
  syncBuiltinESMExports();
  return () => {
    for (const back of given) back();
    syncBuiltinESMExports();
  };
}

const isTold = () => telling.getStore() === true;

/** Also the database's clock, which is this process's. */
function dateOf(time: Time): DateConstructor {
  const now = () => time.nowMs();
  return new Proxy(Date, {
    construct: (real, given) => Reflect.construct(real, given.length === 0 ? [now()] : given) as Date,
    get: (real, name) => (name === 'now' ? now : (Reflect.get(real, name) as unknown)),
  });
}

type Sleep = { signal?: AbortSignal };

/** What was there comes back. */
function put(where: object, what: object): () => void {
  const names = Object.keys(what);
  const was = names.map((name) => [name, Object.getOwnPropertyDescriptor(where, name)] as const);
  for (const [name, value] of Object.entries(what))
    Object.defineProperty(where, name, { value, configurable: true, writable: true, enumerable: true });
  return () => {
    for (const [name, descriptor] of was) {
      if (descriptor) Object.defineProperty(where, name, descriptor);
      else Reflect.deleteProperty(where, name);
    }
  };
}

/** It works in this thread, and sets timers of its own (for its statistics, say), which are part of no story. */
function databaseAtWork(): { isAtWork(): boolean; giveBack(): void } {
  const { execProtocolRawSync } = PGlite.prototype;
  let depth = 0;
  const giveBack = put(PGlite.prototype, {
    execProtocolRawSync(this: PGlite, message: Uint8Array) {
      depth += 1;
      try {
        return execProtocolRawSync.call(this, message);
      } finally {
        depth -= 1;
      }
    },
  });
  return { giveBack, isAtWork: () => depth > 0 };
}

function timersOf(time: Time, isOfTheDatabase: () => boolean) {
  const handle = (stop: () => void) => {
    const timer = { stop, unref: () => timer, ref: () => timer, hasRef: () => false };
    return timer;
  };
  const { clearTimeout: clears } = globalThis;
  // What was set before the take-over ends as it began.
  const clear = (timer: { stop?(): void } | undefined) =>
    timer?.stop ? timer.stop() : clears(timer as NodeJS.Timeout | undefined);
  return {
    setTimeout: (act: (...all: unknown[]) => void, ms = 1, ...all: unknown[]) =>
      handle(isOfTheDatabase() ? () => {} : time.after(ms, () => act(...all)).stop),
    setInterval: (act: () => void, ms: number) => handle(time.every(ms, act).stop),
    clearTimeout: clear,
    clearInterval: clear,
  };
}

function sleep(time: Time, { ms, value, signal }: Sleep & { ms: number; value: unknown }): Promise<unknown> {
  if (ms <= 0 && !signal?.aborted) return Promise.resolve(value);
  return new Promise((resolve, reject) => {
    const stopped = () => reject(signal?.reason);
    if (signal?.aborted) return stopped();
    time.after(ms, () => resolve(value));
    signal?.addEventListener('abort', stopped, { once: true });
  });
}

function timeoutOf(time: Time, ms: number): AbortSignal {
  const late = new AbortController();
  time.after(ms, () => late.abort(new DOMException('The time is over', 'TimeoutError')));
  return late.signal;
}

function uuidOf(dice: Dice): string {
  const hex = Array.from({ length: 32 }, () => dice.below(16).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
