import { setTimeout as wait } from 'node:timers/promises';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Meter } from './meter.ts';
import type { Backlog } from './store/queue-backlog.ts';
import { counted, timed, waiting } from './watching/measures.ts';
import { rarely } from './watching/rarely.ts';

/** What `/metrics` answers. */
export type Scraped = { contentType: string; text: string };
export type Metrics = { meter: Meter; scrape(): Promise<Scraped> };

type Parts = {
  /** What waits in the queue. */
  backlog(): Promise<readonly Backlog[]>;
  /** Milliseconds that only go forwards. */
  steadyMs(): number;
};

/** The database is asked this often at most, and not waited for longer than a scraper waits. */
const keptMs = 5_000;
const withinMs = 2_000;

/** In a registry of their own: two bots in one process share nothing. */
export function openMetrics({ backlog, steadyMs }: Parts): Metrics {
  const registry = new Registry();
  const meter = meterOn(registry);
  const showBacklog = backlogOn(registry);
  const readBacklog = rarely(backlog, { keptMs, withinMs, nowMs: steadyMs });
  const watchProcess = processOn(registry);
  return {
    meter,
    async scrape() {
      const [read] = await Promise.all([readBacklog(), watchProcess()]);
      showBacklog(read);
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

function meterOn(registry: Registry): Meter {
  const counters = each(counted, (one) => counterOn(registry, one));
  const histograms = each(timed, (one) => histogramOn(registry, one));
  return {
    count: (name, labels) => counters[name].inc(labels),
    observe: (name, seconds, labels) => histograms[name].observe(labels, seconds),
  };
}

function each<K extends string, V, R>(table: Record<K, V>, make: (row: V) => R): Record<K, R> {
  const made = Object.entries<V>(table).map(([key, row]) => [key, make(row)]);
  return Object.fromEntries(made) as Record<K, R>;
}

type Count = { name: string; help: string; labels: Record<string, readonly string[]> };

function counterOn(registry: Registry, { name, help, labels }: Count): Counter {
  const counter = new Counter({ name, help, labelNames: Object.keys(labels), registers: [registry] });
  for (const values of everyMixOf(Object.entries(labels))) counter.inc(values, 0);
  return counter;
}

function everyMixOf([first, ...rest]: [string, readonly string[]][]): Record<string, string>[] {
  if (!first) return [{}];
  const [name, values] = first;
  return everyMixOf(rest).flatMap((others) => values.map((value) => ({ [name]: value, ...others })));
}

type Time = { name: string; help: string; labels: readonly string[]; buckets: readonly number[] };

const histogramOn = (registry: Registry, { name, help, labels, buckets }: Time): Histogram =>
  new Histogram({ name, help, labelNames: [...labels], buckets: [...buckets], registers: [registry] });

const gaugeOn = (registry: Registry, { name, help, labels }: Omit<Time, 'buckets'>): Gauge =>
  new Gauge({ name, help, labelNames: [...labels], registers: [registry] });

/** Null: the database did not tell, and old numbers would pass for new ones. */
function backlogOn(registry: Registry): (backlog: readonly Backlog[] | null) => void {
  const jobs = gaugeOn(registry, waiting.jobs);
  const oldest = gaugeOn(registry, waiting.oldest);
  return (backlog) => {
    jobs.reset();
    oldest.reset();
    for (const { lane, due, later, oldestDueSeconds } of backlog ?? []) {
      jobs.set({ lane, state: 'due' }, due);
      jobs.set({ lane, state: 'later' }, later);
      oldest.set({ lane }, oldestDueSeconds);
    }
  };
}

/** The delay of the event loop must have been measured a few times before it can be told. */
const firstLookMs = 50;

/** Watched from the first question on, because prom-client cannot be stopped again. */
function processOn(registry: Registry): () => Promise<void> {
  let looked: Promise<void> | null = null;
  const look = async () => {
    collectDefaultMetrics({ register: registry });
    await wait(firstLookMs);
  };
  return () => {
    looked ??= look();
    return looked;
  };
}
