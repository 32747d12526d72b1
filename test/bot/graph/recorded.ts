import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An answer that a real service has given; where and when is written in the file. */
export type Recorded = { name: string; status: number; headers: Record<string, string>; body: string };

const folder = join(import.meta.dirname, '../../recorded/graph');

export function recorded(name: string): Recorded {
  const { status, headers, body } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as {
    status: number;
    headers: Record<string, string>;
    body: unknown;
  };
  return { name, status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

export const allRecorded = (): Recorded[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => recorded(file.replace('.json', '')));
