import { z } from 'zod';
import type { Graph } from '../../../bot/graph/client.ts';
import { Refused, refusalIn } from '../../../bot/graph/errors.ts';
import { together } from '../../../bot/graph/together.ts';
import { allFine, batchesAt, fine, type Part, partByPart, saidOf, times } from './batch-service.ts';
import { graphForEach } from './graph-for-each.ts';
import { always, answer, now, openService } from './service.ts';

const place = z.object({ url: z.string() });
const device = (index: number) => `/deviceManagement/managedDevices/d${index}`;

const { service, graph: oneByOne } = graphForEach('secret-1');
let graph: Graph;
beforeEach(() => {
  graph = together(oneByOne());
});

const refusalOf = async (asked: Promise<unknown>) => {
  const error: unknown = await asked.then(
    () => new Error('Graph did not refuse'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Refused);
  return refusalIn(error);
};

describe('what is asked at the same time', () => {
  test('goes out as one batch, and each asker gets their own answer', async () => {
    service().will(allFine);
    const asked = times(20, (index) => graph.get(device(index), place));
    expect(await Promise.all(asked)).toEqual(times(20, (index) => ({ url: device(index) })));
    expect(batchesAt(service())).toHaveLength(1);
  });

  test('goes out together although some of it had to be awaited first', async () => {
    service().will(allFine);
    const later = async (index: number) => {
      await Promise.resolve();
      return graph.get(device(index), place);
    };
    await Promise.all([graph.get(device(1), place), later(2)]);
    expect(batchesAt(service()).map((parts) => parts.length)).toEqual([2]);
  });

  test('is asked in batches of twenty', async () => {
    service().otherwise(allFine);
    await Promise.all(times(45, (index) => graph.get(device(index), place)));
    expect(batchesAt(service()).map((parts) => parts.length)).toEqual([20, 20, 5]);
  });

  test('is read and written side by side, each write with its body and its proof', async () => {
    service().otherwise(allFine);
    const body = { deviceActionPayloads: [] };
    const [read, receipt] = await Promise.all([
      graph.get(device(1), place),
      graph.post(`${device(2)}/syncPayloads`, { body }),
    ]);
    expect(read).toEqual({ url: device(1) });
    const write = batchesAt(service())
      .flat()
      .find(({ method }) => method === 'POST');
    expect(write).toMatchObject({ url: `${device(2)}/syncPayloads`, body });
    expect(receipt).toEqual({ at: now, requestId: null, clientRequestId: write?.headers['client-request-id'] });
  });

  test('is each asked for, also where two ask for the same', async () => {
    service().otherwise(allFine);
    const path = `${device(1)}/syncPayloads`;
    const receipts = await Promise.all(times(2, () => graph.post(path, { body: { deviceActionPayloads: [] } })));
    const sent = batchesAt(service()).flat();
    expect(sent.map(({ url }) => url)).toEqual([path, path]);
    expect(new Set(receipts.map(({ clientRequestId }) => clientRequestId)).size).toBe(2);
  });

  test('is understood by whoever asked: what one of them cannot read leaves the others alone', async () => {
    const told = (part: Part) => saidOf(200, { 'request-id': `r-${part.id}` }, { url: part.url })(part);
    service().will(partByPart((part) => [told(part)]));
    const [good, bad] = await Promise.all([
      graph.get(device(1), place),
      refusalOf(graph.get(device(2), z.object({ name: z.string() }))),
    ]);
    expect(good).toEqual({ url: device(1) });
    expect(bad).toMatchObject({ kind: 'unexpected', how: 'unreadable', changed: 'nothing' });
    expect(bad.support).toMatchObject({ status: 200, requestId: 'r-1' });
    expect(bad.support.clientRequestId).toBe(batchesAt(service())[0]?.[1]?.headers['client-request-id']);
    expect(service().logged()).toContain('graph answer not understood');
    expect(service().logged()).toContain(bad.support.clientRequestId);
  });

  test('is refused one by one', async () => {
    const gone = saidOf(404, { 'request-id': 'r-1' }, { error: { code: 'ResourceNotFound', message: 'gone' } });
    service().otherwise(partByPart((part) => [part.url === device(2) ? gone(part) : fine(part)]));
    const [good, bad] = await Promise.all([graph.get(device(1), place), refusalOf(graph.get(device(2), place))]);
    expect(good).toEqual({ url: device(1) });
    expect(bad).toMatchObject({ kind: 'not-there', what: 'object', support: { requestId: 'r-1' } });
  });

  test('keeps what a refusal means on its own route', async () => {
    service().otherwise(partByPart((part) => [saidOf(409)(part)]));
    const meanings = { conflict: 'running-already' } as const;
    const [known, other] = await Promise.all([
      refusalOf(graph.post(`${device(1)}/sync`, { meanings })),
      refusalOf(graph.post(`${device(2)}/sync`)),
    ]);
    expect([known.kind, other.kind]).toEqual(['running-already', 'unexpected']);
  });

  test('may have changed something where a write is answered with a page', async () => {
    service().otherwise(partByPart((part) => [saidOf(200, {}, '<html>')(part)]));
    const refusals = await Promise.all(times(2, (index) => refusalOf(graph.post(`${device(index)}/sync`))));
    for (const refusal of refusals) expect(refusal).toMatchObject({ how: 'unreadable', changed: 'unknown' });
  });
});

describe('what is asked alone', () => {
  test('goes the plain way', async () => {
    service().will(answer(200, { url: 'plain' }), answer(204));
    expect(await graph.get(device(1), place)).toEqual({ url: 'plain' });
    expect((await graph.post(`${device(1)}/sync`)).at).toEqual(now);
    expect(service().calls.map(({ method, path }) => [method, path])).toEqual([
      ['GET', `/beta${device(1)}`],
      ['POST', `/beta${device(1)}/sync`],
    ]);
  });

  test('is refused as ever', async () => {
    service().will(answer(403));
    expect((await refusalOf(graph.get(device(1), place))).kind).toBe('not-allowed');
  });
});

test('lists that are read at the same time share their requests, page by page', async () => {
  const pages: Record<string, object> = {
    '/a': { value: [{ url: 'a1' }], '@odata.nextLink': `${service().url}/a?$skiptoken=2` },
    '/a?$skiptoken=2': { value: [{ url: 'a2' }] },
    '/b': { value: [{ url: 'b1' }], '@odata.nextLink': `${service().url}/b?$skiptoken=2` },
    '/b?$skiptoken=2': { value: [{ url: 'b2' }] },
  };
  service().otherwise(partByPart((part) => [saidOf(200, {}, pages[part.url])(part)]));
  const lists = await Promise.all(['/a', '/b'].map((path) => graph.all(path, place, { most: 5 })));
  expect(lists.map(({ rows }) => rows.map(({ url }) => url))).toEqual([
    ['a1', 'a2'],
    ['b1', 'b2'],
  ]);
  expect(batchesAt(service()).map((parts) => parts.length)).toEqual([2, 2]);
});

test('a list alone is read as ever, and a bulk stays a bulk of its own', async () => {
  service().will(answer(200, { value: [{ url: 'a' }] }), allFine);
  expect(await graph.all('/things', place, { most: 5 })).toEqual({ rows: [{ url: 'a' }], more: false });
  const told: string[] = [];
  await graph.bulk([{ id: 'mine', method: 'GET', path: device(1) }], { answered: ({ id }) => told.push(id) });
  expect(told).toEqual(['mine']);
});

test('a surprise on the way is everybody’s surprise, and nobody waits for ever', async () => {
  const broken = new Error('the ledger is gone');
  const plain = service().as(always('t'));
  const surprised = together({ ...plain, bulk: () => Promise.reject(broken) });
  const asked = [surprised.get(device(1), place), surprised.post(`${device(2)}/sync`)];
  expect(await Promise.allSettled(asked)).toEqual(asked.map(() => ({ status: 'rejected', reason: broken })));
});

test('waiting is told, with how many are left', async () => {
  const slow = await openService({ limits: () => ({ windowMs: 400, places: 5 }) });
  slow.otherwise(allFine);
  const waits: number[] = [];
  const telling = together(slow.as(always('t')), { waits: ({ left }) => waits.push(left) });
  await Promise.all(times(8, (index) => telling.get(device(index), place)));
  await slow.close();
  expect(waits.length).toBeGreaterThan(0);
  for (const left of waits) expect(left).toBeGreaterThan(0);
});
