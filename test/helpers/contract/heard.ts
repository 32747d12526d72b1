import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Exchange } from './exchange.ts';

/** The channel on which a Graph of these tests is announced. */
export const graphOpened = 'sync-desk:graph:opened';

/** Says that a Graph of these tests listens here (`GRAPH_URL`): what passes there is held to the description. */
export const holdToContract = (url: string): void => channel(graphOpened).publish({ url });

/** Listens to what this process asks the Graphs it is told of, until it stops. */
export type Ear = { exchanges(): Exchange[]; stop(): void };

/** What undici tells; `headers` are names and values in turn. */
type Told = {
  request: { origin: string | URL; method: string; path: string; headers: string[] };
  response: { statusCode: number; headers: Buffer[] };
  chunk: Uint8Array | string;
};

type Heard = {
  url: string;
  request: Told['request'];
  response?: Told['response'];
  sent: Body;
  received: Body;
  whole: boolean;
};
type Body = (Uint8Array | string)[];

export function openEar(): Ear {
  const graphs = new Set<string>();
  const heard = new Map<object, Heard>();

  function begins(request: Told['request']): void {
    const asked = new URL(request.path, request.origin).href;
    for (const graph of graphs) {
      if (!asked.startsWith(`${graph}/`)) continue;
      heard.set(request, { url: asked.slice(graph.length), request, sent: [], received: [], whole: false });
    }
  }

  const listeners: [name: string, listener: (message: unknown) => void][] = [
    [graphOpened, (message) => graphs.add((message as { url: string }).url)],
    ['undici:request:create', (message) => begins((message as Told).request)],
    ['undici:request:bodyChunkSent', told(({ of, chunk }) => of.sent.push(chunk))],
    ['undici:request:headers', told(({ of, response }) => Object.assign(of, { response }))],
    ['undici:request:bodyChunkReceived', told(({ of, chunk }) => of.received.push(chunk))],
    ['undici:request:trailers', told(({ of }) => Object.assign(of, { whole: true }))],
  ];

  function told(then: (message: Told & { of: Heard }) => unknown): (message: unknown) => void {
    return (message) => {
      const of = heard.get((message as Told).request);
      if (of) then({ ...(message as Told), of });
    };
  }

  for (const [name, listener] of listeners) subscribe(name, listener);
  return {
    exchanges: () => [...heard.values()].map(exchangeOf),
    stop() {
      for (const [name, listener] of listeners) unsubscribe(name, listener);
    },
  };
}

function exchangeOf({ url, request, response, sent, received, whole }: Heard): Exchange {
  const { method, headers } = request;
  const asked = { method, url, contentType: contentTypeIn(headers), body: textOf(sent) };
  if (!response || !whole) return { asked, answered: null };
  const contentType = contentTypeIn(response.headers.map((each) => each.toString('latin1')));
  return { asked, answered: { status: response.statusCode, contentType, body: textOf(received) } };
}

function contentTypeIn(headers: readonly string[]): string | null {
  const at = headers.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === 'content-type');
  return headers[at + 1] && at !== -1 ? String(headers[at + 1]) : null;
}

const textOf = (body: Body): string => Buffer.concat(body.map((part) => Buffer.from(part))).toString('utf8');
