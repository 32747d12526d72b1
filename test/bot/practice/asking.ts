import { request } from 'node:http';
import { openPracticeClock } from '../../../bot/practice/clock.ts';
import { type PracticeGraph, startPracticeGraph } from '../../../bot/practice/graph.ts';
import { holdToContract } from '../../helpers/contract/heard.ts';

export type Json = Record<string, unknown>;
export type Answer = { status: number; headers: Record<string, string>; text: string; json: Json };

/** The invented Graph on loopback, its clock turned by hand, and Ana who asks it. */
export type Asking = {
  graph: PracticeGraph;
  clock: { now(): Date; turn(ms: number): void };
  get(path: string): Promise<Answer>;
  /** The rows of a list. */
  list(path: string): Promise<Json[]>;
  post(path: string, body?: unknown): Promise<Answer>;
  batch(requests: readonly unknown[]): Promise<Answer>;
  /** What the description of Graph would not let pass: it goes where nobody listens. */
  wrongly(method: string, path: string, body?: unknown): Promise<Answer>;
  device(name: string): ReturnType<PracticeGraph['devices']>[number];
  close(): Promise<void>;
};

export const startedAt = Date.parse('2026-03-02T12:00:00Z');

export async function openAsking(options: { devices?: number } = {}): Promise<Asking> {
  const clock = standing();
  const graph = await startPracticeGraph({ clock, ...options });
  holdToContract(graph.url);
  const get = async (path: string) => answerOf(await fetch(addressOf(graph, path), { headers: headersOf('Ana Ruiz') }));
  const post = async (path: string, body?: unknown) =>
    answerOf(
      await fetch(addressOf(graph, path), {
        method: 'POST',
        headers: { ...headersOf('Ana Ruiz'), ...(body === undefined ? {} : json) },
        body: body === undefined ? null : JSON.stringify(body),
      }),
    );
  return {
    ...{ graph, clock, get, post },
    list: async (path) => (await get(path)).json['value'] as Json[],
    batch: (requests) => post('/$batch', { requests }),
    wrongly: (method, path, body) => unheard(addressOf(graph, path), method, body),
    device(name) {
      const found = graph.devices().find((each) => each.name === name);
      if (!found) throw new Error(`no device is called ${name}`);
      return found;
    },
    close: () => graph.close(),
  };
}

const json = { 'content-type': 'application/json' };

/** An address of a page goes on as it is. */
const addressOf = ({ url }: PracticeGraph, path: string) => (path.startsWith('http') ? path : `${url}${path}`);

const headersOf = (name: string) => ({ authorization: `Bearer practice.${Buffer.from(name).toString('base64url')}` });

function standing() {
  const clock = openPracticeClock();
  let at = startedAt;
  return {
    ...clock,
    now: () => new Date(at),
    turn(ms: number) {
      at += ms;
    },
  };
}

async function answerOf(response: Response): Promise<Answer> {
  return answered({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text: await response.text(),
  });
}

function answered({ status, headers, text }: Omit<Answer, 'json'>): Answer {
  const isJson = headers['content-type'] === 'application/json';
  return { status, headers, text, json: isJson ? (JSON.parse(text) as Json) : {} };
}

/** undici is what the contract listens to, so this goes through Node's own client. */
function unheard(url: string, method: string, body?: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers: { ...headersOf('Ana Ruiz'), ...json } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const headers = response.headers as Record<string, string>;
        resolve(answered({ status: response.statusCode ?? 0, headers, text: Buffer.concat(parts).toString('utf8') }));
      });
    });
    asked.on('error', reject);
    asked.end(typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body));
  });
}

export const errorCodeOf = ({ json: body }: Answer): string => String((body['error'] as Json)['code']);

/** Longer than the longest rhythm in which a device checks in after an action. */
export const checkInMs = 8_500;
