import { openPracticeTenant } from '../../../bot/practice/tenant.ts';
import { holdToContract } from '../../helpers/contract/heard.ts';

/** A place to keep one value, as a database would: what comes out is a copy. */
function keepOf(value: unknown = null) {
  let text = JSON.stringify(value);
  return {
    read: async () => JSON.parse(text) as unknown,
    async write(next: unknown) {
      text = JSON.stringify(next);
    },
    value: () => JSON.parse(text) as Record<string, unknown>,
  };
}

type Tenant = Awaited<ReturnType<typeof openPracticeTenant>>;

const open = async (keep: ReturnType<typeof keepOf>) => {
  const tenant = await openPracticeTenant(keep);
  holdToContract(tenant.graph.url);
  return tenant;
};

const ask = (graph: Tenant['graph'], path: string, body?: object) =>
  fetch(`${graph.url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: 'Bearer practice.QW5h', ...(body ? { 'content-type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : null,
  });

const vpn = { payloadId: '8c1c9f0a-1111-4c3d-9a10-0a0b0c0d0e01', payloadType: 'application' };
const named = (graph: Tenant['graph'], name: string) =>
  graph.devices().find((device) => device.name === name)?.id ?? '';
const connectors = '/deviceManagement/exchangeConnectors';
const connector = `${connectors}/6b2a0c55-0000-4000-8000-0000000000c1`;
const autopilot = {
  ...{ lastSyncAt: '2026-03-01T12:00:00.000Z', lastManualSyncAt: null, runsUntil: null },
  ...{ failsNext: false, lastFailed: false },
};

test('what changed is there again after a restart', async () => {
  const keep = keepOf();
  const first = await open(keep);
  const ipad = named(first.graph, 'IPAD-07');
  await ask(first.graph, `/deviceManagement/managedDevices/${ipad}/syncPayloads`, { deviceActionPayloads: [vpn] });
  await ask(first.graph, `${connector}/sync`, { syncType: 'fullSync' });
  first.graph.deletes(named(first.graph, 'IPAD-19'));
  first.graph.throttle(600);
  first.graph.successor(true);
  first.clock.turn(60_000);
  const left = first.graph.intune();
  await first.close();

  const second = await open(keep);
  expect(second.graph.intune()).toEqual(left);
  expect(second.graph.removedOn(ipad)).toEqual([{ id: vpn.payloadId, kind: 'application' }]);
  expect(named(second.graph, 'IPAD-19')).toBe('');
  const { status, lastSyncDateTime } = (await (await ask(second.graph, connector)).json()) as Record<string, string>;
  expect(status).toBe('connected');
  expect(Date.parse(String(lastSyncDateTime))).toBe(
    Date.parse(String(left.synced[connector.split('/').at(-1) ?? '']?.startedAt)) + 9_000,
  );
  await second.close();
});

test('a tenant that was left when it knew Autopilot only is found, and the rest is new', async () => {
  const keep = keepOf({ offsetMs: 60_000, world: autopilot });
  const tenant = await open(keep);
  expect(tenant.clock.offsetMs()).toBe(60_000);
  expect(tenant.graph.world()).toMatchObject(autopilot);
  expect(tenant.graph.intune()).toMatchObject({ lives: {}, connectors: 'three' });
  await tenant.close();
  expect(keep.value()).toMatchObject({ offsetMs: 60_000, world: autopilot, intune: { successor: false } });
});

test.each<[string, unknown]>([
  ['of another version', { foundAt: 'yesterday', lives: [] }],
  ['of no shape', 'nonsense'],
])('what was kept of Intune %s is begun anew, and Autopilot stays', async (_, intune) => {
  const tenant = await open(keepOf({ offsetMs: 0, world: autopilot, intune }));
  expect(tenant.graph.world()).toMatchObject(autopilot);
  expect(tenant.graph.intune()).toMatchObject({ lives: {}, gone: [] });
  await tenant.close();
});

test('a new start is kept too', async () => {
  const keep = keepOf();
  const first = await open(keep);
  first.graph.connectors('none');
  first.graph.reset();
  await first.close();
  const second = await open(keep);
  expect(await (await ask(second.graph, connectors)).json()).toMatchObject({ value: [{}, {}, {}] });
  await second.close();
});

test('many changes at once are few writes', async () => {
  let writes = 0;
  const keep = keepOf();
  const tenant = await open({
    ...keep,
    async write(value) {
      writes += 1;
      await new Promise(setImmediate);
      return keep.write(value);
    },
  });
  for (const on of Array.from({ length: 100 }, (_, index) => index % 2 === 0)) tenant.graph.successor(on);
  tenant.graph.successor(true);
  await tenant.close();
  expect(writes).toBeLessThan(4);
  expect(keep.value()).toMatchObject({ intune: { successor: true } });
});

test('an answer that HTTP cannot carry breaks off, and the next one comes', async () => {
  const { graph, close } = await open(keepOf());
  graph.next({ on: 'write', status: 409, retryAfter: 'роль', flavour: null });
  await expect(ask(graph, `${connector}/sync`, { syncType: 'fullSync' })).rejects.toThrow();
  expect((await ask(graph, connector)).status).toBe(200);
  await close();
});
