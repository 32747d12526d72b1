import { openMetrics } from '../../bot/metrics.ts';
import { counted, timed, waiting } from '../../bot/watching/measures.ts';
import { type Family, readExposition } from '../helpers/exposition.ts';

const backlog = [
  { lane: 'start', due: 3, later: 1, oldestDueSeconds: 4.5 },
  { lane: 'tell', due: 0, later: 0, oldestDueSeconds: 0 },
];
const steadyMs = () => performance.now();

const own = [...Object.values(counted), ...Object.values(timed), ...Object.values(waiting)].map(({ name }) => name);

async function scraped(metrics: ReturnType<typeof openMetrics>): Promise<Map<string, Family>> {
  const { contentType, text } = await metrics.scrape();
  expect(contentType).toMatch(/^text\/plain; version=0\.0\.4/);
  return readExposition(text);
}

test('every number says what it is and how to read it, those of the process too', async () => {
  const families = await scraped(openMetrics({ backlog: async () => backlog, steadyMs }));
  for (const name of [...own, 'nodejs_eventloop_lag_p99_seconds', 'process_cpu_seconds_total'])
    expect(families.get(name)).toMatchObject({ help: expect.stringMatching(/\w/), type: expect.stringMatching(/\w/) });
  expect([...families.keys()].filter((name) => name.startsWith('sync_desk_')).sort()).toEqual(own.sort());
});

test('the delay of the event loop is a measured one at the first reading already', async () => {
  const families = await scraped(openMetrics({ backlog: async () => backlog, steadyMs }));
  const [mean] = families.get('nodejs_eventloop_lag_mean_seconds')?.series ?? [];
  expect(mean?.value).toBeGreaterThan(0);
});

test('what never happened yet is there as 0, so that the first time is seen as a rise', async () => {
  const { meter, ...metrics } = openMetrics({ backlog: async () => backlog, steadyMs });
  meter.count('runs', { action: 'autopilot-sync', verdict: 'done' });
  const families = await scraped({ meter, ...metrics });
  const runs = families.get('sync_desk_runs_total')?.series ?? [];
  expect(runs).toHaveLength(counted.runs.labels.action.length * counted.runs.labels.verdict.length);
  expect(runs.filter(({ value }) => value > 0)).toEqual([
    { name: 'sync_desk_runs_total', labels: { action: 'autopilot-sync', verdict: 'done' }, value: 1 },
  ]);
});

test('what was timed is counted, and falls into its bucket', async () => {
  const { meter, ...metrics } = openMetrics({ backlog: async () => backlog, steadyMs });
  meter.observe('turn', 0.2, { kind: 'said', ended: 'answered' });
  meter.observe('turn', 3, { kind: 'said', ended: 'answered' });
  const series = (await scraped({ meter, ...metrics })).get('sync_desk_turn_seconds')?.series ?? [];
  const bucket = (le: string) => series.find(({ labels }) => labels['le'] === le)?.value;
  expect([bucket('0.1'), bucket('0.25'), bucket('5'), bucket('+Inf')]).toEqual([0, 1, 2, 2]);
  expect(series.find(({ name }) => name.endsWith('_sum'))?.value).toBeCloseTo(3.2);
});

test('the queue tells what waits in each lane, and for how long', async () => {
  const families = await scraped(openMetrics({ backlog: async () => backlog, steadyMs }));
  const valuesOf = (name: string) =>
    families.get(name)?.series.map(({ labels, value }) => [...Object.values(labels), value].join(' '));
  expect(valuesOf('sync_desk_queue_jobs')).toEqual(['start due 3', 'start later 1', 'tell due 0', 'tell later 0']);
  expect(valuesOf('sync_desk_queue_oldest_due_seconds')).toEqual(['start 4.5', 'tell 0']);
});

test('a queue that could be asked once and not again tells nothing old, and everything else is told', async () => {
  let now = 0;
  let away = false;
  const read = async () => {
    if (away) throw new Error('the database is away');
    return backlog;
  };
  const metrics = openMetrics({ backlog: read, steadyMs: () => now });
  expect((await scraped(metrics)).get('sync_desk_queue_jobs')?.series).toHaveLength(4);
  away = true;
  now = 5_000;
  const families = await scraped(metrics);
  expect(families.get('sync_desk_queue_jobs')?.series).toEqual([]);
  expect(families.get('sync_desk_queue_oldest_due_seconds')?.series).toEqual([]);
  expect(families.get('sync_desk_runs_total')?.series).not.toEqual([]);
});

test('two bots in one process do not count for each other', async () => {
  const [one, other] = [1, 2].map(() => openMetrics({ backlog: async () => backlog, steadyMs }));
  one?.meter.count('refusals', { kind: 'throttled' });
  const families = await scraped(other!);
  expect(families.get('sync_desk_refusals_total')?.series.every(({ value }) => value === 0)).toBe(true);
});
