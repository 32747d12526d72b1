/** The invented tenant's Graph with a fleet of devices, in a process of its own; says what it was asked since a moment. */
import { openPracticeClock } from '../../bot/practice/clock.ts';
import { startPracticeGraph } from '../../bot/practice/graph.ts';
import { answersTo } from './asked.ts';

/** `requests`: over HTTP, a `$batch` counted once. */
export type AskedOfGraph = { requests: number; reads: number; writes: number; refused: number };

const graph = await startPracticeGraph({ clock: openPracticeClock(), devices: Number(process.argv[2]) });
const isClear = ({ supported, silent }: { supported: boolean; silent: boolean }) => supported && !silent;

answersTo({
  serials: (count) =>
    graph
      .devices()
      .filter(isClear)
      .slice(0, count as number)
      .map(({ serial }) => serial),
  since: (from) => since(from as number),
});
process.stdout.write(`listening on ${graph.url.replace(/\/beta$/, '')}\n`);

function since(from: number): AskedOfGraph {
  const visits = graph.visits().filter(({ at }) => at.getTime() >= from);
  const alone = visits.filter(({ batched, path }) => !batched && path !== '/$batch').length;
  const batches = graph.batches().filter(({ at }) => at.getTime() >= from).length;
  const writes = visits.filter(({ method }) => method === 'POST');
  return {
    requests: alone + batches,
    reads: visits.filter(({ method, status }) => method === 'GET' && status === 200).length,
    writes: writes.filter(({ status }) => status === 204).length,
    refused: visits.filter(({ status }) => status === 429).length,
  };
}
