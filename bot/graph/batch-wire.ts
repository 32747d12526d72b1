import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Answered } from './ask.ts';
import type { Meanings } from './errors.ts';

/** `$batch` as Graph spells it (graph-contract 7.3). */

/** One of many things to ask; `id` is the caller's own. */
export type BulkAsk = { id: string; method: 'GET' | 'POST'; path: string; body?: unknown; meanings?: Meanings };

/** `tried`: how often passing trouble came in its way; `renewed`: its token was refused once, and replaced. */
export type Item = { ask: BulkAsk; tried: number; renewed: boolean };

/** One ask on its way, with the id its own log entry at Microsoft has. */
export type Sent = Item & { clientRequestId: string };

export function batchBody(sent: readonly Sent[]): object {
  return {
    requests: sent.map(({ ask, clientRequestId }, index) => ({
      id: String(index),
      method: ask.method,
      url: ask.path,
      headers: {
        'client-request-id': clientRequestId,
        ...(ask.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(ask.body === undefined ? {} : { body: ask.body }),
    })),
  };
}

export const newClientRequestId = (): string => randomUUID();

const outer = z.object({ responses: z.array(z.unknown()) });

const item = z.object({
  id: z.coerce.string(),
  status: z.number().int().min(200).max(599),
  headers: z.record(z.string(), z.coerce.string()).optional().catch(undefined),
  body: z.unknown().optional(),
});

/** By position in the batch; null where the answer says nothing of one, or contradicts itself, or cannot be understood. */
export function itemsIn(body: unknown, sent: readonly Sent[]): (Answered | null)[] {
  const read = outer.safeParse(body);
  const rows = read.success ? read.data.responses.map((row) => item.safeParse(row)) : [];
  const byId = Map.groupBy(
    rows.flatMap((row) => (row.success ? [row.data] : [])),
    ({ id }) => id,
  );
  return sent.map(({ clientRequestId }, index) => {
    const [found, ...others] = byId.get(String(index)) ?? [];
    const isClear = found && others.every(({ status }) => status === found.status);
    return isClear ? answeredFrom(found, clientRequestId) : null;
  });
}

function answeredFrom({ status, headers = {}, body }: z.infer<typeof item>, clientRequestId: string): Answered {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return { status, headers: Object.fromEntries(lower), body: textOf(body), clientRequestId };
}

const textOf = (body: unknown): string =>
  body === undefined || body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body);
