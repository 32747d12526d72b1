import { AsyncLocalStorage } from 'node:async_hooks';
import { type DestinationStream, pino } from 'pino';
import type { Tracing } from './meter.ts';
import type { Log } from './ports.ts';

export type LogSettings = { level: string; format: 'json' | 'pretty' };

/** Tokens never belong in a log; these are the places where one could slip in. */
const secrets = ['authorization', 'token', '*.authorization', '*.token', 'err.config', 'err.request', 'err.response'];

/** Holds nothing itself: what it tells belongs to whoever asks. */
const traces = new AsyncLocalStorage<string | null>();

export const tracing: Tracing = {
  current: () => traces.getStore() ?? null,
  traced: (id, work) => traces.run(id, work),
};

/** Asked for each line that is written. */
function traceOfLine(): { trace?: string } {
  const trace = tracing.current();
  return trace === null ? {} : { trace };
}

/** `to`: where JSON goes; the process's error output, unless somebody listens. */
export function openLog({ level, format }: LogSettings, to?: DestinationStream): Log {
  const options = { level, redact: { paths: secrets, censor: '[secret]' }, base: null, mixin: traceOfLine };
  if (format === 'json') return pino(options, to ?? pino.destination(2));
  return pino({ ...options, transport: { target: 'pino-pretty', options: { destination: 2 } } });
}
