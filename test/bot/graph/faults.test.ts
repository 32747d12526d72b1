/** Everything that may go wrong between the bot and Graph, for a read and for a write. */
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { Refused, refusalIn } from '../../../bot/graph/errors.ts';
import type { Refusal } from '../../../bot/graph/refusal.ts';
import { always, answer, type Handler, openService, type Service } from './service.ts';

const thing = z.object({ name: z.string() });
/** Only where the end of them is what is waited for: a busy machine needs longer for everything else. */
const short = { connectTimeout: 200, headersTimeout: 150, bodyTimeout: 150 };

let service: Service;
/** Where nothing of ours may ever arrive. */
let elsewhere: Service;
beforeEach(async () => {
  [service, elsewhere] = [await openService(), await openService()];
});
afterEach(async () => {
  await Promise.all([service.close(), elsewhere.close()]);
});

type Told = Partial<Refusal> | 'done';
const toldOf = async (asked: Promise<unknown>): Promise<Told> => {
  try {
    await asked;
    return 'done';
  } catch (error) {
    expect(error).toBeInstanceOf(Refused);
    return refusalIn(error);
  }
};

const partly =
  (then: (response: Parameters<Handler>[0]) => void): Handler =>
  (response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"name"', () => then(response));
  };
const dripping: Handler = (response) => {
  response.writeHead(200);
  const drops = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(drops));
};
const toAnotherHost = (path: string) => (): Handler => (response, call) =>
  answer(307, '', { location: elsewhere.url + path })(response, call);
const html = '<!DOCTYPE html><html><body>Access denied by the proxy of 10.1.2.3</body></html>';
const errorInside = { error: { code: 'BadRequest', message: 'No.' } };
const good = { name: 'a' };

const timeout = { kind: 'unreachable', how: 'timeout' } as const;
const connection = { kind: 'unreachable', how: 'connection' } as const;
const server = { kind: 'unreachable', how: 'server' } as const;
const unreadable = { kind: 'unexpected', how: 'unreadable' } as const;
const other = { kind: 'unexpected', how: 'other' } as const;

type Fault = { handler: () => Handler; read: Told; reads: number; write: Told };
const faults: Record<string, Fault> = {
  'the connection is reset before the answer': {
    handler: () => (response) => response.socket?.resetAndDestroy(),
    ...{ read: connection, reads: 3, write: { ...connection, changed: 'unknown' } },
  },
  'the connection is reset during the answer': {
    handler: () => partly((response) => response.socket?.resetAndDestroy()),
    ...{ read: connection, reads: 3, write: { ...connection, changed: 'unknown' } },
  },
  'the connection is closed during the answer': {
    handler: () => partly((response) => response.socket?.end()),
    ...{ read: connection, reads: 3, write: { ...connection, changed: 'unknown' } },
  },
  'the answer does not begin': {
    handler: () => () => {},
    ...{ read: timeout, reads: 1, write: { ...timeout, changed: 'unknown' } },
  },
  'the answer stops halfway': {
    handler: () => partly(() => {}),
    ...{ read: timeout, reads: 1, write: { ...timeout, changed: 'unknown' } },
  },
  'the answer drips and never ends': {
    handler: () => dripping,
    ...{ read: timeout, reads: 1, write: { ...timeout, changed: 'unknown' } },
  },
  'the answer is not HTTP': {
    handler: () => (response) => response.socket?.end('220 mail.contoso.com ESMTP\r\n\r\n'),
    ...{ read: connection, reads: 3, write: { ...connection, changed: 'unknown' } },
  },
  'the JSON is cut off': {
    handler: () => answer(200, '{"name": "a', { 'content-type': 'application/json' }),
    ...{ read: unreadable, reads: 1, write: { ...unreadable, changed: 'unknown' } },
  },
  'a proxy answers with its own page': {
    handler: () => answer(200, html, { 'content-type': 'text/html' }),
    ...{ read: unreadable, reads: 1, write: { ...unreadable, changed: 'unknown' } },
  },
  'a proxy says in its own page that Graph is not there': {
    handler: () => answer(502, html, { 'content-type': 'text/html' }),
    ...{ read: server, reads: 3, write: { ...server, changed: 'unknown' } },
  },
  'there is an error inside of a 200': {
    handler: () => answer(200, errorInside, { 'content-type': 'application/json' }),
    ...{ read: unreadable, reads: 1, write: { ...unreadable, changed: 'unknown' } },
  },
  'the body is packed although nobody asked for that': {
    handler: () => (response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync(JSON.stringify(good)));
    },
    ...{ read: unreadable, reads: 1, write: { ...unreadable, changed: 'unknown' } },
  },
  'JSON is called text, but is JSON': {
    handler: () => answer(200, good, { 'content-type': 'text/html' }),
    ...{ read: 'done', reads: 1, write: { ...unreadable, changed: 'unknown' } },
  },
  'there is nothing where something should be': {
    handler: () => answer(204),
    ...{ read: unreadable, reads: 1, write: 'done' },
  },
  'the answer has ten megabytes': {
    handler: () => answer(200, { name: 'a'.repeat(10 * 1024 * 1024) }),
    ...{ read: unreadable, reads: 1, write: { ...unreadable, changed: 'unknown' } },
  },
  'the answer leads to another host': {
    handler: toAnotherHost('/things'),
    ...{ read: other, reads: 1, write: { ...other, changed: 'nothing' } },
  },
};

test.each(Object.entries(faults))('%s', async (_, { handler, read, reads, write }) => {
  if (read === timeout) {
    await service.close();
    service = await openService({ waits: short });
  }
  service.otherwise(handler());
  const graph = service.as(always('secret-1'));
  const told = await Promise.all([toldOf(graph.get('/things', thing)), toldOf(graph.post('/things/sync'))]);
  expect(told).toEqual([read, write].map((one) => (one === 'done' ? one : expect.objectContaining(one))));
  if (told[0] !== 'done') expect(told[0]).toMatchObject({ changed: 'nothing' });
  const methods = service.calls.map(({ method }) => method);
  expect(methods.filter((method) => method === 'GET')).toHaveLength(reads);
  expect(methods.filter((method) => method === 'POST')).toHaveLength(1);
  expect(elsewhere.calls).toEqual([]);
  expect(service.logged()).not.toMatch(/secret-1|10\.1\.2\.3/);
});

test('a list goes on at another host: what was read is refused, and nobody is asked there', async () => {
  const link = `${elsewhere.url}/things?$skiptoken=1`;
  service.otherwise(answer(200, { value: [good], '@odata.nextLink': link }));
  const graph = service.as(always('secret-1'));
  const listed = graph.all('/things', thing, { most: 100 });
  expect(await toldOf(listed)).toMatchObject({ ...unreadable, changed: 'nothing' });
  // To a write it means nothing: it has no next page.
  expect(await toldOf(graph.post('/things/sync'))).toMatchObject({ ...unreadable, changed: 'unknown' });
  expect(service.calls.map(({ method }) => method)).toEqual(['GET', 'POST']);
  expect(elsewhere.calls).toEqual([]);
});

test('the connection is reset after the answer: the next request opens another one', async () => {
  service.will(answer(200, good), answer(204), answer(204));
  const graph = service.as(always('t'));
  await graph.get('/things', thing);
  await service.breakConnections();
  await graph.post('/things/sync');
  await service.breakConnections();
  await graph.post('/things/sync');
  expect(service.calls.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
});

test('the time was over before anything was sent: nothing was sent, and nothing has changed', async () => {
  const over = service.as(always('t'), AbortSignal.abort());
  expect(await toldOf(over.post('/things/sync'))).toMatchObject({ ...timeout, changed: 'nothing' });
  expect(await toldOf(over.get('/things', thing))).toMatchObject({ ...timeout, changed: 'nothing' });
  expect(service.calls).toEqual([]);
});

test('trouble that passes is not noticed by whoever reads', async () => {
  service.will(answer(503), (response) => response.socket?.resetAndDestroy(), answer(200, good));
  expect(await service.as(always('t')).get('/things', thing)).toEqual(good);
});
