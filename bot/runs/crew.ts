/** The workers of one lane in this process. */
export type Crew = {
  join(id: string): void;
  /** One that has nothing to do looks for work. */
  wake(): void;
  /** What a worker does with what it found. */
  busy(id: string, work: () => Promise<void>): Promise<void>;
};

/**
 * A step is found by one worker: if all of them looked, in all processes, the database would answer a few dozen questions for it.
 * So one that is free looks, and whoever finds something wakes the next, until nobody is free or nothing is left.
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
      wake();
      // What comes while nobody is free waits for whoever is done first.
      notify(id);
      await work().finally(() => atWork.delete(id));
    },
  };
}
