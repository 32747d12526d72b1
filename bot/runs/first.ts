import { setTimeout as sleep } from 'node:timers/promises';

/** Lets the first who wants something go ahead, and everybody else look a little later what came of it. */
export type First = <T>(key: string, work: (isFirst: boolean) => Promise<T>) => Promise<T>;

/** Those who come second wait for the first, but not for a Graph that takes its time. */
const othersWaitMs = 3_000;

/** In one process: across several the database decides whose run it is. */
export function openFirst(): First {
  const going = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const first = going.get(key);
    if (first !== undefined) {
      await Promise.race([first.catch(() => {}), sleep(othersWaitMs, undefined, { ref: false })]);
      return work(false);
    }
    const mine = work(true);
    going.set(key, mine);
    return mine.finally(() => going.delete(key));
  };
}
