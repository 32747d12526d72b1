import { readList } from '../../../bot/finding/list.ts';
import type { Graph } from '../../../bot/graph/client.ts';
import { graphForEach } from '../graph/graph-for-each.ts';
import { person, row, tenantOf } from './tenant.ts';

const { service, graph } = graphForEach();

const list = '/deviceManagement/managedDevices';
const numbered = (count: number, name: (number: string) => string) =>
  Array.from({ length: count }, (_, index) => name(String(index).padStart(4, '0')));
const idsOf = (devices: readonly { id: string }[]) => devices.map(({ id }) => id);

/** More names than are asked for one by one. */
const strangers = numbered(70, (number) => `OTHER-${number}`);

describe('a long list', () => {
  test('is compared with the devices by name, by serial with or without its spaces, and by user', async () => {
    tenantOf(service(), {
      [list]: [
        row('d1', { deviceName: 'Café-01' }),
        row('d2', { serialNumber: 'DMPX K1AB 07' }),
        row('d3', person('Jon Vik')),
      ],
    });
    const { found } = await readList(graph(), [...strangers, 'cafe\u0301-01', 'dmpxk1ab07', 'JON.VIK@contoso.example']);
    expect(idsOf(found)).toEqual(['d1', 'd2', 'd3']);
  });

  test('names one device twice and takes it once; a name of two devices is asked about', async () => {
    tenantOf(service(), {
      [list]: [row('d1', { deviceName: 'DESK', serialNumber: 'S1' }), row('d2', { deviceName: 'desk' }), row('d3')],
    });
    const { found, ambiguous } = await readList(graph(), [...strangers, 'S1', 'desk', 'd3', ' D3 ']);
    expect(idsOf(found)).toEqual(['d1', 'd3']);
    expect(ambiguous).toMatchObject([{ said: 'desk', devices: [{ id: 'd1' }, { id: 'd2' }] }]);
  });

  test('gets a suggestion for its first unknown names only, among names that begin alike', async () => {
    tenantOf(service(), {
      [list]: [row('d1', { deviceName: 'OTHER-0007x' }), row('d2', { deviceName: 'XTHER-0008' })],
    });
    const { unknown } = await readList(graph(), strangers);
    expect(unknown).toHaveLength(70);
    expect(unknown[7]).toEqual({ said: 'OTHER-0007', near: 'OTHER-0007x' });
    expect(unknown.slice(20).map(({ near }) => near)).toEqual(Array(50).fill(null));
  });

  test('of a thousand names looks at each of five thousand devices a few times, not a thousand times', async () => {
    const devices = numbered(5_000, (number) => `IPAD-${number}`);
    tenantOf(service(), { [list]: devices.map((name) => row(name, { serialNumber: `S${name}` })) });
    const names = [...devices.slice(0, 600), ...numbered(400, (number) => `IPXD-${number}`)];
    const folding = jest.spyOn(String.prototype, 'normalize');
    const { found, unknown } = await readList(graph(), names);
    const folded = folding.mock.calls.length;
    folding.mockRestore();
    expect([found.length, unknown.length]).toEqual([600, 400]);
    expect(folded).toBeLessThan(10 * (devices.length + names.length));
  });

  test('lets others be answered between its suggestions', async () => {
    const devices = strangers.map((name) => ({ id: name, name: `${name}x`, serial: null, user: null }));
    // Without a network nothing else gives way.
    const immediate = { all: async () => ({ rows: devices, more: false }) } as unknown as Graph;
    let turns = 0;
    const count = () => {
      turns += 1;
      next = setImmediate(count);
    };
    let next = setImmediate(count);
    await readList(immediate, strangers);
    clearImmediate(next);
    expect(turns).toBeGreaterThanOrEqual(20);
  });
});
