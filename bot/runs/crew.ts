/** The workers of one lane in this process. */
export type Crew = {
  join(id: string): void;
  /** One that has nothing to do looks for work. */
  wake(): void;
  /** What a worker does with what it found. */
  busy(id: string, work: () => Promise<void>): Promise<void>;
};

/** Whoever is done sooner looks again before another one could have helped. */
const helpAfterMs = 50;

/**
 * A step is found by one worker: if all of them looked, in all processes, the database would answer a few dozen questions for it,
 * and many at once are slower than a few. So one that is free looks, and who is not done soon with what it found wakes the next.
 */
export function openCrew(notify: (id: string) => void): Crew {
  const ids: string[] = [];
  const atWork = new Set<string>();
  const wake = () => {
    const free = ids.find((id) => !atWork.has(id));
    if (free) notify(free);
  };
  return {
    join: (id) => {
      ids.push(id);
    },
    wake,
    async busy(id, work) {
      atWork.add(id);
      // There may be more than what was found, and what comes while nobody is free waits for whoever is done first.
      notify(id);
      const help = setTimeout(wake, helpAfterMs);
      await work().finally(() => {
        clearTimeout(help);
        atWork.delete(id);
      });
    },
  };
}
