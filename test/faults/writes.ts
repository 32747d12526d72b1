import type { PracticeGraph } from '../../bot/practice/graph.ts';

/** How often each device was written to. The invented Graph remembers its latest visits only, so it is read while they come. */
export type Writes = { to(deviceId: string): number; stop(): void };

const everyMs = 200;

export function countWrites(graph: PracticeGraph): Writes {
  const seen = new Set<ReturnType<PracticeGraph['visits']>[number]>();
  const read = () => {
    for (const visit of graph.visits()) if (visit.method === 'POST' && visit.status === 204) seen.add(visit);
  };
  const reading = setInterval(read, everyMs);
  return {
    to(deviceId) {
      read();
      return [...seen].filter(({ path }) => path.includes(deviceId)).length;
    },
    stop: () => clearInterval(reading),
  };
}
