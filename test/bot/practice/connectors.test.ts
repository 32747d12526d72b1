import { type Asking, openAsking, startedAt } from './asking.ts';

const all = '/deviceManagement/exchangeConnectors';
const hourMs = 3_600_000;
const [works, cutOff, still] = ['c1', 'c2', 'c3'].map((end) => `${all}/6b2a0c55-0000-4000-8000-0000000000${end}`) as [
  string,
  string,
  string,
];

let asking: Asking;
beforeEach(async () => {
  asking = await openAsking();
});
afterEach(() => asking.close());

const stands = async (path: string) => {
  const { status, lastSyncDateTime } = (await asking.get(path)).json;
  return [status, lastSyncDateTime];
};
const at = (ms: number) => new Date(startedAt + ms).toISOString();
const sync = (path: string, syncType: string) => asking.post(`${path}/sync`, { syncType });

test('there are three connectors: one well, one cut off, and one that never synced', async () => {
  const rows = await asking.list(all);
  expect(rows.map((row) => [row['serverName'], row['status'], row['lastSyncDateTime']])).toEqual([
    ['EX01.contoso.example', 'connected', at(-26 * hourMs)],
    ['EX02.contoso.example', 'disconnected', at(-9 * 24 * hourMs)],
    ['EX03.contoso.example', 'connected', '0001-01-01T00:00:00Z'],
  ]);
});

test.each([
  ['fullSync', 9_000],
  ['deltaSync', 5_000],
])('%s is taken, and after a while the time moves', async (kind, takesMs) => {
  expect((await sync(works, kind)).status).toBe(204);
  expect(await stands(works)).toEqual(['connectionPending', at(-26 * hourMs)]);
  asking.clock.turn(takesMs);
  expect(await stands(works)).toEqual(['connected', at(takesMs)]);
});

test('a second sync begins where the first one ended', async () => {
  await sync(works, 'deltaSync');
  asking.clock.turn(hourMs);
  await sync(works, 'fullSync');
  expect(await stands(works)).toEqual(['connectionPending', at(5_000)]);
  asking.clock.turn(9_000);
  expect(await stands(works)).toEqual(['connected', at(hourMs + 9_000)]);
});

test.each([
  ['cut off', cutOff],
  ['still', still],
])('a connector that is %s takes a sync, and nothing comes of it', async (_, path) => {
  const before = await stands(path);
  expect((await sync(path, 'fullSync')).status).toBe(204);
  expect(await stands(path)).toEqual(before);
  asking.clock.turn(hourMs);
  expect(await stands(path)).toEqual(before);
});

test.each<[string, unknown]>([
  ['no body', undefined],
  ['another kind', { syncType: 'quickSync' }],
  ['nothing', { syncType: null }],
  ['something more', { syncType: 'fullSync', force: true }],
])('a sync with %s is refused', async (_, body) => {
  expect((await asking.wrongly('POST', `${works}/sync`, body)).status).toBe(400);
  asking.clock.turn(hourMs);
  expect(await stands(works)).toEqual(['connected', at(-26 * hourMs)]);
});

test('a connector that is not there is not found', async () => {
  expect((await asking.get(`${all}/nobody`)).status).toBe(404);
  expect((await sync(`${all}/nobody`, 'fullSync')).status).toBe(404);
});

test('a tenant may have none', async () => {
  asking.graph.connectors('none');
  expect(await asking.list(all)).toEqual([]);
  expect((await asking.get(works)).status).toBe(404);
  asking.graph.connectors('three');
  expect(await asking.list(all)).toHaveLength(3);
});

test.each<[string, number, string | null, number, boolean]>([
  ['a refusal changes nothing', 403, 'role', 403, false],
  ['one that is silent moves nothing', 204, 'silent', 204, false],
  ['one that fails moves nothing', 204, 'failed', 204, false],
  ['one whose answer is lost moves the time', 500, 'begun', 500, true],
])('a rehearsed sync: %s', async (_, status, flavour, told, moves) => {
  asking.graph.next({ on: 'write', status, flavour, retryAfter: null });
  expect((await sync(works, 'deltaSync')).status).toBe(told);
  asking.clock.turn(hourMs);
  expect(await stands(works)).toEqual(['connected', moves ? at(5_000) : at(-26 * hourMs)]);
});

test('what is asked selectively is answered selectively', async () => {
  expect(await asking.list(`${all}?$select=id,status`)).toContainEqual({
    id: works.split('/').at(-1),
    status: 'connected',
  });
});
