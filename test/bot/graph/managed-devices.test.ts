import fc from 'fast-check';
import { refusalIn } from '../../../bot/graph/errors.ts';
import {
  type DeviceWish,
  devicesOfUser,
  findComanaged,
  findDevices,
  listDevices,
  readDevice,
} from '../../../bot/graph/managed-devices.ts';
import { graphForEach } from './graph-for-each.ts';
import { answersBy, meantAt } from './lists.ts';
import { answer } from './service.ts';

const { service, graph } = graphForEach();

const list = '/deviceManagement/managedDevices';
const ipad = {
  id: 'd1',
  deviceName: 'IPAD-07',
  userPrincipalName: 'maria.keller@contoso.example',
  userId: 'u1',
  userDisplayName: 'Maria Keller',
  serialNumber: 'DMPX K1AB CD',
  operatingSystem: 'iPadOS',
  osVersion: '18.4',
  model: 'iPad Air',
  managedDeviceOwnerType: 'company',
  managementAgent: 'mdm',
  lastSyncDateTime: '2026-03-02T11:00:00Z',
  enrolledDateTime: '2026-01-05T08:00:00Z',
};
const laptop = {
  ...ipad,
  id: 'd2',
  deviceName: 'LT-0388',
  userPrincipalName: 'jon.vik@contoso.example',
  userDisplayName: 'Jon Vik',
  serialNumber: 'PF0AAAA1',
  operatingSystem: 'Windows',
};

const idsOf = ({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id);
const filters = () => meantAt(service()).map(({ options }) => options['$filter']);
const found = async (wish: DeviceWish) => idsOf(await findDevices(graph(), wish, 25));

describe('a device', () => {
  test('is told by what people know it by, and asked for no more than that', async () => {
    answersBy(service(), { [`${list}/d1`]: ipad });
    expect(await readDevice(graph(), 'd1')).toEqual({
      id: 'd1',
      name: 'IPAD-07',
      user: 'maria.keller@contoso.example',
      userId: 'u1',
      userName: 'Maria Keller',
      serial: 'DMPX K1AB CD',
      os: 'iPadOS',
      osVersion: '18.4',
      model: 'iPad Air',
      owner: 'company',
      agent: 'mdm',
      lastSyncAt: new Date('2026-03-02T11:00:00Z'),
      enrolledAt: new Date('2026-01-05T08:00:00Z'),
    });
    expect(meantAt(service())[0]?.options['$select']?.split(',').sort()).toEqual(Object.keys(ipad).sort());
  });

  test('that nobody uses has no user, however Graph says so', async () => {
    const nobody = { userPrincipalName: '', userId: '00000000-0000-0000-0000-000000000000', userDisplayName: null };
    answersBy(service(), { [`${list}/d1`]: { ...ipad, ...nobody, lastSyncDateTime: '0001-01-01T00:00:00Z' } });
    expect(await readDevice(graph(), 'd1')).toMatchObject({
      user: null,
      userId: null,
      userName: null,
      lastSyncAt: null,
    });
  });

  test('of which Graph says nothing but its id still has a name', async () => {
    answersBy(service(), {
      [`${list}/d1`]: { id: 'd1' },
      [`${list}/d2`]: { id: 'd2', serialNumber: 'S', deviceName: ' ' },
    });
    expect(await readDevice(graph(), 'd1')).toMatchObject({
      name: 'd1',
      os: 'unknown',
      owner: 'unknown',
      agent: 'unknown',
    });
    expect((await readDevice(graph(), 'd2')).name).toBe('S');
  });

  test('with an owner of the future is read all the same', async () => {
    answersBy(service(), { [`${list}/d1`]: { ...ipad, managedDeviceOwnerType: 'shared' } });
    expect((await readDevice(graph(), 'd1')).owner).toBe('unknown');
  });

  test.each(['gone', '', '..', 'a/b'])('with the id %j is not there', async (id) => {
    answersBy(service(), { [list]: [ipad], [`${list}/`]: ipad });
    const error = await readDevice(graph(), id).catch((reason: unknown) => reason);
    expect(refusalIn(error)).toMatchObject({ kind: 'not-there', what: 'object' });
  });
});

describe('devices are found', () => {
  beforeEach(() => answersBy(service(), { [list]: [ipad, laptop] }));

  test.each<[DeviceWish, string[]]>([
    [{ by: 'name', value: 'IPAD-07', exact: true }, ["deviceName eq 'IPAD-07'"]],
    [{ by: 'name', value: 'ipad', exact: false }, ["contains(deviceName,'ipad')"]],
    [
      { by: 'serial', value: 'dmpx k1ab cd', exact: true },
      ["serialNumber eq 'dmpx k1ab cd'", "serialNumber eq 'dmpxk1abcd'"],
    ],
    [{ by: 'serial', value: 'K1A', exact: false }, ["contains(serialNumber,'K1A')"]],
    [
      { by: 'user', value: 'Maria.Keller@contoso.example', exact: true },
      ["userPrincipalName eq 'Maria.Keller@contoso.example'"],
    ],
    [{ by: 'user', value: 'keller', exact: false }, ["startswith(userPrincipalName,'keller')"]],
  ])('by %j, and only what fits although Graph answers with everything', async (wish, asked) => {
    expect(await found(wish)).toEqual(['d1']);
    expect(filters().sort()).toEqual(asked.sort());
  });

  test.each<[DeviceWish]>([
    [{ by: 'name', value: 'IPAD', exact: true }],
    [{ by: 'serial', value: 'K1AB', exact: true }],
    [{ by: 'user', value: 'Maria Keller', exact: true }],
    [{ by: 'name', value: 'PF0AAAA1', exact: false }],
  ])('not by %j', async (wish) => {
    expect(await found(wish)).toEqual([]);
  });

  test.each(['name', 'serial', 'user'] as const)('without asking Graph where no %s is given', async (by) => {
    for (const value of ['', '  ', '\u00a0\t'])
      for (const exact of [true, false]) expect(await found({ by, value, exact })).toEqual([]);
    expect(await findComanaged(graph(), ' ', 25)).toEqual({ rows: [], more: false });
    expect(await devicesOfUser(graph(), ' ', 25)).toEqual({ rows: [], more: false });
    expect(service().calls).toEqual([]);
  });
});

test('a device with any name at all is found by it, and nothing but the name is asked for', async () => {
  const rows: object[] = [];
  service().otherwise((response, call) => answer(200, { value: rows })(response, call));
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), fc.boolean(), async (name, exact) => {
      fc.pre(name.trim() !== '');
      rows.splice(0, rows.length, { ...ipad, deviceName: name }, { ...ipad, id: 'd2', deviceName: `${name}x` });
      expect(await found({ by: 'name', value: name, exact })).toEqual(exact ? ['d1'] : ['d1', 'd2']);
      const quoted = `'${name.trim().replaceAll("'", "''")}'`;
      expect(filters().at(-1)).toBe(exact ? `deviceName eq ${quoted}` : `contains(deviceName,${quoted})`);
    }),
    {
      numRuns: 100,
      examples: [
        ["O'Neil & sons 100% #1", true],
        ['iPad Анны', false],
        ["' or id ne '", true],
      ],
    },
  );
});

test('two spellings of a serial are two questions, and a device that answers both comes once', async () => {
  answersBy(service(), { [list]: [ipad, { ...ipad, id: 'd3', serialNumber: 'DMPXK1ABCD' }] });
  const wish = { by: 'serial', value: 'DMPX K1AB CD', exact: true } as const;
  expect(await findDevices(graph(), wish, 25)).toMatchObject({ rows: [{ id: 'd1' }, { id: 'd3' }], more: false });
  expect(await findDevices(graph(), wish, 1)).toMatchObject({ rows: [{ id: 'd1' }], more: true });
});

test('a list is read in small pages, up to as many as are wanted', async () => {
  const next = `${service().url}${list}?$skiptoken=2`;
  service().will(
    answer(200, { value: [ipad], '@odata.nextLink': next }),
    answer(200, { value: [laptop], '@odata.nextLink': next }),
  );
  expect(await listDevices(graph(), 2)).toMatchObject({ rows: [{ id: 'd1' }, { id: 'd2' }], more: true });
  expect(meantAt(service())[0]?.options).toMatchObject({ $top: '2' });
  expect(meantAt(service())[0]?.options['$filter']).toBeUndefined();
});

test('co-managed devices are found in their own list', async () => {
  answersBy(service(), { '/deviceManagement/comanagedDevices': [ipad, laptop] });
  expect(idsOf(await findComanaged(graph(), 'lt-03', 25))).toEqual(['d2']);
  expect(filters()).toEqual(["contains(deviceName,'lt-03')"]);
});

test('a user’s devices are read under the user', async () => {
  answersBy(service(), { '/users/maria.keller%40contoso.example/managedDevices': [ipad] });
  expect(idsOf(await devicesOfUser(graph(), 'maria.keller@contoso.example', 25))).toEqual(['d1']);
});
