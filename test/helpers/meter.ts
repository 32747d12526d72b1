import type { Meter, Tracing } from '../../bot/meter.ts';

/** What was counted and timed, as `name label=value …`. */
export type RecordingMeter = Meter & { seen: string[] };

export function recordingMeter(): RecordingMeter {
  const seen: string[] = [];
  const see = (name: string, labels: object) =>
    seen.push([name, ...Object.entries(labels).map((label) => label.join('='))].join(' '));
  return { seen, count: (name, labels) => see(name, labels), observe: (name, _seconds, labels) => see(name, labels) };
}

export const silentMeter: Meter = { count() {}, observe() {} };

export const noTracing: Tracing = { current: () => null, traced: (_, work) => work() };

/** For a web server whose numbers nobody reads. */
export const noMetrics = { token: null, scrape: async () => ({ contentType: 'text/plain', text: '' }) };
