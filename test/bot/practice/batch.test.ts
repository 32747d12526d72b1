import { type Asking, type Json, openAsking } from './asking.ts';

const all = '/deviceManagement/managedDevices';

let asking: Asking;
beforeEach(async () => {
  asking = await openAsking();
});
afterEach(() => asking.close());

const idOf = (name: string) => asking.device(name).id;
const get = (id: string, url: string) => ({ id, method: 'GET', url });
const sync = (id: string, name: string) => ({
  ...{ id, method: 'POST', url: `${all}/${idOf(name)}/syncPayloads` },
  headers: { 'Content-Type': 'application/json', 'client-request-id': `c-${id}` },
  body: { deviceActionPayloads: [] },
});
const responses = async (requests: readonly object[]) => (await asking.batch(requests)).json['responses'] as Json[];

describe('a batch', () => {
  test('answers each part by itself, in another order than asked', async () => {
    const told = await responses([
      get('a', `${all}/${idOf('IPAD-07')}?$select=deviceName`),
      get('b', `${all}/nobody`),
      sync('c', 'IPAD-19'),
    ]);
    expect(told.map(({ id, status }) => `${id} ${status}`)).toEqual(['c 204', 'b 404', 'a 200']);
    expect(told[0]).toEqual({
      ...{ id: 'c', status: 204 },
      headers: { 'request-id': expect.any(String), 'client-request-id': 'c-c' },
    });
    expect(told[1]).toMatchObject({ body: { error: { code: 'ResourceNotFound' } } });
    expect(told[2]).toMatchObject({ headers: { 'Content-Type': 'application/json' }, body: { deviceName: 'IPAD-07' } });
  });

  test('of twenty is the most', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => get(String(index), all));
    expect(await responses(many(20).map((each) => ({ ...each, url: `${all}?$top=1` })))).toHaveLength(20);
    expect((await asking.wrongly('POST', '/$batch', { requests: many(21) })).status).toBe(400);
  });

  test.each<[string, unknown]>([
    ['none', []],
    ['no list', {}],
    ['two of one id', [get('a', all), get('A', all)]],
    ['one without an id', [{ method: 'GET', url: all }]],
    ['an absolute address', [get('a', `https://graph.microsoft.com/beta${all}`)]],
    ['another method', [{ id: 'a', method: 'MERGE', url: all }]],
    ['a body without a type', [{ id: 'a', method: 'POST', url: all, body: {} }]],
    ['nothing at all', [null]],
  ])('with %s is refused as a whole', async (_, requests) => {
    expect((await asking.wrongly('POST', '/$batch', { requests })).status).toBe(400);
    expect(asking.graph.visits()).toEqual([]);
    expect(asking.graph.batches()).toMatchObject([{ status: 400 }]);
  });

  test('is remembered apart from what is in it, so counting writes counts writes', async () => {
    await asking.batch([sync('a', 'IPAD-07'), sync('b', 'IPAD-19'), get('c', `${all}?$top=1`)]);
    await asking.post(`${all}/${idOf('IPAD-07')}/syncPayloads`, { deviceActionPayloads: [] });
    const writes = asking.graph.visits().filter(({ method }) => method === 'POST');
    expect(writes.map(({ batched }) => batched)).toEqual([true, true, false]);
    expect(writes[0]).toMatchObject({
      path: `${all}/${idOf('IPAD-07')}/syncPayloads`,
      person: 'Ana Ruiz',
      status: 204,
      body: { deviceActionPayloads: [] },
    });
    expect(asking.graph.visits()).toHaveLength(4);
    expect(asking.graph.batches()).toEqual([
      { person: 'Ana Ruiz', at: asking.clock.now(), ids: ['a', 'b', 'c'], status: 200 },
    ]);
  });

  test('meets rehearsed answers part by part', async () => {
    asking.graph.next({ on: 'write', status: 429, retryAfter: '24', flavour: null });
    const told = await responses([sync('a', 'IPAD-07'), sync('b', 'IPAD-19')]);
    expect(told).toMatchObject([
      { id: 'b', status: 204 },
      { id: 'a', status: 429, headers: { 'Retry-After': '24' }, body: { error: { code: 'TooManyRequests' } } },
    ]);
  });

  test.each(['broken', 'nonsense'] as const)('is %s as a whole where one of its parts is', async (status) => {
    asking.graph.next({ on: 'write', status, retryAfter: null, flavour: null });
    const answer = await asking.batch([sync('a', 'IPAD-07'), sync('b', 'IPAD-19')]).catch(() => null);
    expect(answer?.headers['content-type'] ?? 'none').toBe(status === 'broken' ? 'none' : 'text/html');
    expect(asking.graph.visits().map((visit) => visit.status)).toEqual([status, 204]);
    expect(asking.graph.batches()).toMatchObject([{ status }]);
  });

  test('of nobody is refused', async () => {
    const answer = await fetch(`${asking.graph.url}/$batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ requests: [get('a', all)] }),
    });
    expect(answer.status).toBe(401);
    expect(asking.graph.batches()).toEqual([]);
  });
});
