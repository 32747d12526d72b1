import fc from 'fast-check';
import type { HttpAnswer } from '../../../bot/ports.ts';
import { type Asked, openLoopback, type Told } from '../../helpers/loopback.ts';
import type { SignedGraph } from '../../helpers/signed-graph.ts';
import { graphBody } from '../inputs/graph.ts';
import { answerOf } from '../inputs/http.ts';

/** Answers in turn, again and again. Few of them are what the bot asks again for after a while. */
export const graphAnswers: fc.Arbitrary<readonly HttpAnswer[]> = fc.array(
  fc.tuple(answerOf(graphBody), fc.nat(9)).map(([answer, chance]) => {
    const passes = answer.status === 429 || answer.status >= 500;
    return { ...answer, status: (passes && chance > 0) || chance > 4 ? 200 : answer.status };
  }),
  { minLength: 1, maxLength: 4 },
);

/** A Graph that answers what it is told to, whatever it is asked. */
export type HostileGraph = SignedGraph & { answers(all: readonly HttpAnswer[]): void; writes: string[] };

export async function openHostileGraph(): Promise<HostileGraph> {
  let [planned, asked]: [readonly HttpAnswer[], number] = [[], 0];
  const writes: string[] = [];
  const next = () => planned[asked++ % Math.max(1, planned.length)] ?? { status: 404, headers: {}, body: '' };
  const server = await openLoopback(async (one) => {
    const isBatch = one.path.endsWith('/$batch');
    if (one.method !== 'GET' && !isBatch) writes.push(one.path);
    return isBatch ? batchOf(one, next) : told(next(), server.url);
  });
  return {
    url: `${server.url}/beta`,
    writes,
    answers: (all) => {
      [planned, asked] = [all, 0];
    },
    close: server.close,
  } as HostileGraph;
}

/** Of HTTP's own rules it keeps those without which nothing arrives at all. */
const told = ({ status, headers, body }: HttpAnswer, url: string): Told => ({
  status,
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace(/[^\x20-\x7e]/g, '')]),
  ),
  body: status === 204 || status === 304 ? '' : body.replaceAll('https://graph.example', url),
});

function batchOf({ body }: Asked, next: () => HttpAnswer): Told {
  const { requests } = JSON.parse(body) as { requests: { id: string }[] };
  return { status: 200, body: { responses: requests.map(({ id }) => ({ id, ...next(), body: partOf(next().body) })) } };
}

function partOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
