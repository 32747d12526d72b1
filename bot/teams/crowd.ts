/** Keeps the number of turns that are worked on at once small, so that those who came first are answered first. */
export type Crowd = {
  /** Waits until this turn is worked on; `leave` lets the next one in. */
  enter(): Promise<Entered>;
};
type Entered =
  | { kind: 'in'; leave: () => void }
  /** It has waited for so long that whoever asked should be told. */
  | { kind: 'late' }
  /** So many wait that one more would wait in vain. */
  | { kind: 'full' };

export type CrowdLimits = {
  atOnce: number;
  /** A turn that takes longer waits for somebody else, and holds nobody up meanwhile. */
  holdMs: number;
  longestWaitMs: number;
  mostWaiting: number;
};

/** A turn costs some milliseconds and Teams waits 15 s for each (teams-platform 1.5). */
export const crowdLimits: CrowdLimits = { atOnce: 32, holdMs: 1_000, longestWaitMs: 10_000, mostWaiting: 4_000 };

/**
 * A thousand turns side by side would all be answered with the last of them. In line, the first is answered at once, and what Teams
 * takes in a second is sent from the first second on.
 */
export function openCrowd(limits: CrowdLimits = crowdLimits): Crowd {
  const waiting: Waiting = new Set();
  let inside = 0;
  const next = () => {
    const [first] = waiting;
    if (first) first();
    else inside -= 1;
  };
  return {
    async enter() {
      if (inside < limits.atOnce) inside += 1;
      else if (waiting.size >= limits.mostWaiting) return { kind: 'full' };
      else if (!(await comesIn(waiting, limits.longestWaitMs))) return { kind: 'late' };
      return { kind: 'in', leave: onceOrAfter(limits.holdMs, next) };
    },
  };
}

/** Those who wait to be let in, in the order in which they came. */
type Waiting = Set<() => void>;

function comesIn(waiting: Waiting, withinMs: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const over = (isIn: boolean) => {
    clearTimeout(tooLate);
    waiting.delete(letIn);
    resolve(isIn);
  };
  const letIn = () => over(true);
  const tooLate = setTimeout(over, withinMs, false);
  waiting.add(letIn);
  return promise;
}

function onceOrAfter(ms: number, act: () => void): () => void {
  let isDone = false;
  const once = () => {
    clearTimeout(timer);
    if (!isDone) act();
    isDone = true;
  };
  const timer = setTimeout(once, ms);
  return once;
}
