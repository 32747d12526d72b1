import type { z } from 'zod';
import { requestIdIn } from './answer-ids.ts';
import { type Answered, type Asker, askSigned, type Bound, type GraphParts, type Receipt, unreadable } from './ask.ts';
import { type BulkAnswer, type BulkTell, bulk } from './batch.ts';
import type { BulkAsk } from './batch-wire.ts';
import { type Meanings, Refused } from './errors.ts';
import { jsonOf } from './json.ts';
import { type Pages, type PagesWish, readPages } from './pages.ts';
import { retrying } from './retry.ts';

export type { Asker, Receipt, TokenSource } from './ask.ts';

/** Microsoft Graph in one person's name. Every failure is a `Refused`. */
export type Graph = {
  /** With the version segment. */
  url: string;
  /** Asked again, a little later, after passing trouble. */
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>;
  /** A list, page by page, as long as the service says that it goes on; `schema` is that of a row. */
  all<T>(path: string, schema: z.ZodType<T>, wish: PagesWish<T>): Promise<Pages<T>>;
  /** Never repeated after it may have reached the service. */
  post(path: string, options?: { body?: unknown; meanings?: Meanings }): Promise<Receipt>;
  /** Any number of asks, in batches and at the pace the service takes; each is told what became of it, once. */
  bulk(asks: readonly BulkAsk[], tell: BulkTell): Promise<void>;
  /** What a bulk was told, as `get` would have understood it. */
  understood<T>(answer: BulkAnswered, schema: z.ZodType<T>): T;
};

type BulkAnswered = Extract<BulkAnswer, { kind: 'answered' }>;

export type GraphDoor = (asker: Asker) => Graph;

/** Opens the one door to Microsoft Graph. */
export const openGraph =
  (parts: GraphParts): GraphDoor =>
  (asker) =>
    graphFor({ ...parts, ...asker });

function graphFor(bound: Bound): Graph {
  const get: Graph['get'] = (path, schema) =>
    retrying(bound, async () => {
      const { body, ...answer } = await askSigned(bound, { method: 'GET', path });
      return parsed(bound, { ...answer, body: jsonOf(body) }, schema);
    });
  return {
    url: bound.url,
    get,
    all: (path, schema, wish) => readPages({ url: bound.url, get }, { path, schema }, wish),
    async post(path, options = {}) {
      return receiptFor(bound, await askSigned(bound, { method: 'POST', path, ...options }));
    },
    bulk: (asks, tell) => bulk(bound, asks, tell),
    understood: (answer, schema) => parsed(bound, partOf(answer), schema),
  };
}

type Read = Omit<Answered, 'body'> & { body: unknown };

const partOf = ({ status, body, receipt: { requestId, clientRequestId } }: BulkAnswered): Read => ({
  ...{ status, body, clientRequestId },
  headers: requestId === null ? {} : { 'request-id': requestId },
});

function parsed<T>(bound: Bound, answer: Read, schema: z.ZodType<T>): T {
  const result = schema.safeParse(answer.body);
  if (result.success) return result.data;
  const { clientRequestId } = answer;
  bound.log.warn({ clientRequestId, issues: result.error.issues }, 'graph answer not understood');
  throw new Refused(unreadable(bound, answer, 'nothing'));
}

/** 204 is what the actions promise; a page of text with 200 proves nothing. */
function receiptFor(bound: Bound, answer: Answered): Receipt {
  if (answer.body.trim() !== '') throw new Refused(unreadable(bound, answer, 'unknown'));
  const { clientRequestId, headers } = answer;
  return { at: bound.clock.now(), requestId: requestIdIn(headers), clientRequestId };
}
