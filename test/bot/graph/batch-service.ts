import type { BulkAnswer } from '../../../bot/graph/batch.ts';
import type { BulkAsk } from '../../../bot/graph/batch-wire.ts';
import type { Graph } from '../../../bot/graph/client.ts';
import { answer, type Handler, type Service } from './service.ts';

/** One request inside of a batch, as it arrived. */
export type Part = { id: string; method: string; url: string; headers: Record<string, string>; body?: unknown };

/** What the batch says of one part: anything at all, since whoever answers may be broken. */
export type Said = unknown;

export const partsOf = (body: string): Part[] => (JSON.parse(body) as { requests: Part[] }).requests;

/** Every part that arrived, batch by batch. */
export const batchesAt = ({ calls }: Service): Part[][] => calls.map(({ body }) => partsOf(body));

export type Decide = (part: Part, nth: number) => Said[];

/** Answers each part by itself, in any order; `nth`: how often it was asked, from 1. */
export function partByPart(decide: Decide): Handler {
  const seen = new Map<string, number>();
  return (response, call) => {
    const responses = partsOf(call.body).flatMap((part) => {
      const key = `${part.method} ${part.url}`;
      const nth = (seen.get(key) ?? 0) + 1;
      seen.set(key, nth);
      return decide(part, nth);
    });
    answer(200, { responses: responses.reverse() }, { 'content-type': 'application/json' })(response, call);
  };
}

/** Done or read, as Graph says it. */
export const fine = ({ id, method, url }: Part): Said =>
  method === 'GET' ? { id, status: 200, headers: {}, body: { url } } : { id, status: 204, headers: {}, body: null };

export const allFine = partByPart((part) => [fine(part)]);

export const saidOf =
  (status: number, headers: Record<string, string> = {}, body: unknown = {}) =>
  ({ id }: Part): Said => ({
    ...{ id, status, headers, body },
  });

const device = (index: number) => `/deviceManagement/managedDevices/d${index}`;
export const read = (index: number): BulkAsk => ({ id: `read ${index}`, method: 'GET', path: device(index) });
export const write = (index: number, name = 'syncPayloads'): BulkAsk => ({
  id: `${name} ${index}`,
  method: 'POST',
  path: `${device(index)}/${name}`,
  body: { deviceActionPayloads: [] },
});
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

export type Told = { answers: BulkAnswer[]; waits: { until: Date; left: number }[] };

/** Asks everything, and says what was told. */
export async function toldBy(graph: Graph, asks: readonly BulkAsk[]): Promise<Told> {
  const told: Told = { answers: [], waits: [] };
  await graph.bulk(asks, {
    answered: (one) => told.answers.push(one),
    waits: (waiting) => told.waits.push(waiting),
  });
  return told;
}

export const byId = ({ answers }: Told): Record<string, BulkAnswer> =>
  Object.fromEntries(answers.map((one) => [one.id, one]));
