import { pino } from 'pino';
import type { Log } from './ports.ts';

export type LogSettings = { level: string; format: 'json' | 'pretty' };

/** Tokens never belong in a log; these are the places where one could slip in. */
const secrets = ['authorization', 'token', '*.authorization', '*.token', 'err.config', 'err.request', 'err.response'];

export function openLog({ level, format }: LogSettings): Log {
  const options = { level, redact: { paths: secrets, censor: '[secret]' }, base: null };
  if (format === 'json') return pino(options, pino.destination(2));
  return pino({ ...options, transport: { target: 'pino-pretty', options: { destination: 2 } } });
}
