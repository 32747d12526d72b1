import { type Asking, checkInMs, openAsking, startedAt } from './asking.ts';

const all = '/deviceManagement/managedDevices';
const filter = (text: string) => `${all}?$filter=${encodeURIComponent(text)}&$select=id,deviceName`;

let asking: Asking;
beforeEach(async () => {
  asking = await openAsking();
});
afterEach(() => asking.close());

const names = async (path: string) => (await asking.list(path)).map((row) => row['deviceName']);

describe('the invented devices', () => {
  test('are 64, the same every time, each with an id and a serial of its own', async () => {
    const other = await openAsking();
    const rows = await asking.list(all);
    const again = await other.list(all);
    await other.close();
    expect(rows).toHaveLength(64);
    expect(again).toEqual(rows);
    expect(new Set(rows.map((row) => row['id'])).size).toBe(64);
    expect(new Set(rows.map((row) => row['serialNumber'])).size).toBe(64);
  });

  test('bring every awkward case', async () => {
    const rows = await asking.list(all);
    const called = rows.map((row) => row['deviceName']);
    expect(called.filter((name) => name === 'FRONT-DESK')).toHaveLength(2);
    expect(called).toEqual(
      expect.arrayContaining([
        '**Lobby** _iPad_ `1`',
        '<at>Ana Ruiz</at>',
        '{{DATE(2026-01-01T00:00:00Z,SHORT)}}',
        '[x](http://evil.example)',
        'Планшет-Склад-1',
        'LT-0388',
      ]),
    );
    expect(rows).toContainEqual(expect.objectContaining({ serialNumber: 'R58 M20 AB 31' }));
    expect(rows).toContainEqual(expect.objectContaining({ deviceName: 'KIOSK-01', userId: '', userPrincipalName: '' }));
    expect(rows).toContainEqual(
      expect.objectContaining({ operatingSystem: 'Android', managedDeviceOwnerType: 'personal' }),
    );
    expect(rows).toContainEqual(expect.objectContaining({ lastSyncDateTime: '0001-01-01T00:00:00Z' }));
  });

  test('give Maria Keller two iPads, one of them silent for 41 days', async () => {
    const rows = await asking.list('/users/maria.keller@contoso.example/managedDevices');
    expect(rows.map((row) => row['deviceName'])).toEqual(['IPAD-07', 'IPAD-19']);
    const days = rows.map((row) => Math.round((startedAt - Date.parse(String(row['lastSyncDateTime']))) / 86_400_000));
    expect(days).toEqual([0, 41]);
    expect(rows.every((row) => row['operatingSystem'] === 'iPadOS')).toBe(true);
  });

  test.each(['Ana Ruiz', 'Jon Vik'])('give %s devices of their own, by account and by id', async (person) => {
    const account = `${person.toLowerCase().replace(' ', '.')}@contoso.example`;
    const [first, ...more] = await asking.list(`/users/${account}/managedDevices`);
    expect(first).toMatchObject({ userDisplayName: person, userPrincipalName: account });
    expect(await asking.list(`/users/${first?.['userId']}/managedDevices`)).toEqual([first, ...more]);
  });

  test('can be a thousand', async () => {
    const crowd = await openAsking({ devices: 1000 });
    const rows = await crowd.list(all);
    await crowd.close();
    expect(new Set(rows.map((row) => row['id'])).size).toBe(1000);
    expect(rows.slice(0, 64).map((row) => row['id'])).toEqual((await asking.list(all)).map((row) => row['id']));
  });

  test('that are co-managed have a list of their own', async () => {
    expect(await names('/deviceManagement/comanagedDevices')).toEqual(['LT-0500', 'LT-0501']);
    const { id } = asking.device('LT-0500');
    expect((await asking.get(`/deviceManagement/comanagedDevices/${id}`)).json).toMatchObject({
      deviceName: 'LT-0500',
    });
    const other = asking.device('LT-0388').id;
    expect((await asking.get(`/deviceManagement/comanagedDevices/${other}`)).status).toBe(404);
  });

  test('that were deleted are nowhere', async () => {
    const { id } = asking.device('IPAD-07');
    asking.graph.deletes(id);
    expect((await asking.get(`${all}/${id}`)).status).toBe(404);
    expect(await names(all)).not.toContain('IPAD-07');
    expect(await names('/users/maria.keller@contoso.example/managedDevices')).toEqual(['IPAD-19']);
  });
});

describe('a filter', () => {
  test.each<[string, string[]]>([
    ["deviceName eq 'ipad-07'", ['IPAD-07']],
    ["contains(deviceName,'front')", ['FRONT-DESK', 'FRONT-DESK']],
    ["startswith(deviceName,'KIOSK')", ['KIOSK-01']],
    ["deviceName eq 'O''Neill''s iPad'", ["O'Neill's iPad"]],
    ["serialNumber eq 'R58 M20 AB 31'", ['SCANNER-01']],
    ["contains(serialNumber,'XK1AB')", ['IPAD-07', 'IPAD-19']],
    ["userPrincipalName eq 'maria.keller@contoso.example'", ['IPAD-07', 'IPAD-19']],
    ["operatingSystem eq 'macOS'", ['MAC-0021']],
    ["startswith(operatingSystem,'mac')", ['MAC-0021']],
    ["startswith(deviceName,'IPAD-') and contains(serialNumber,'AB07')", ['IPAD-07']],
    // Of two fields only one side is applied.
    ["deviceName eq 'IPAD-07' or serialNumber eq 'DMPXK1AB19'", ['IPAD-07']],
    ["deviceName eq 'Nobody has it'", []],
  ])('that is honoured: %s', async (text, expected) => {
    expect(await names(filter(text))).toEqual(expected);
  });

  test('on the last check-in finds the silent ones', async () => {
    const silent = await names(filter('lastSyncDateTime lt 2026-02-01T00:00:00Z'));
    expect(silent).toContain('IPAD-19');
    expect(silent).not.toContain('IPAD-07');
    expect(await names(filter('lastSyncDateTime gt 2026-02-01T00:00:00Z'))).not.toContain('IPAD-19');
  });

  test.each([
    "userId eq '5f1d2c3b-0000-4000-8000-00000000a001'",
    "startswith(userPrincipalName,'maria')",
    "deviceName eq ''",
    "skuFamily eq 'Pro'",
    "constructor eq 'x'",
  ])('that is not, %s, answers everything', async (text) => {
    expect(await names(filter(text))).toHaveLength(64);
  });

  test.each(["contains(roleScopeTagIds,'0')", "deviceName eq 'open", 'nonsense'])('%s is refused', async (text) => {
    expect((await asking.get(filter(text))).status).toBe(400);
  });
});

describe('a list', () => {
  test('is read page by page, where it says it goes on', async () => {
    const found: unknown[] = [];
    let next = `${all}?$top=25&$select=deviceName&$count=true`;
    for (let pages = 0; next && pages < 5; pages += 1) {
      const { json } = await asking.get(next);
      expect(json['@odata.count']).toBe(64);
      found.push(...(json['value'] as object[]));
      next = String(json['@odata.nextLink'] ?? '');
    }
    expect(found).toEqual(await asking.list(`${all}?$select=deviceName`));
    expect(found).toHaveLength(64);
  });

  test('begins where it is told to', async () => {
    const rows = await asking.list(`${all}?$select=deviceName`);
    expect(await asking.list(`${all}?$select=deviceName&$skip=60&$top=2`)).toEqual(rows.slice(60, 62));
  });

  test('of more than a page’s worth goes on', async () => {
    const crowd = await openAsking({ devices: 1001 });
    const { json } = await crowd.get(`${all}?$select=id`);
    const rest = await crowd.list(String(json['@odata.nextLink']));
    await crowd.close();
    expect([json['value'], rest].map((rows) => (rows as object[]).length)).toEqual([1000, 1]);
  });

  test('refuses a page size that is no number', async () => {
    expect((await asking.wrongly('GET', `${all}?$top=many`)).status).toBe(400);
  });
});

describe('the action results of a device', () => {
  const results = async (path: string) => (await asking.get(path)).json['deviceActionResults'];

  test('are filled for one device, and empty in every list', async () => {
    const { id } = asking.device('IPAD-07');
    expect(await results(`${all}/${id}`)).toHaveLength(1);
    expect(await results(`${all}/${id}?$select=id,deviceActionResults`)).toHaveLength(1);
    expect(await results(`${all}/${id}?$select=id`)).toBeUndefined();
    const rows = [
      ...(await asking.list(`${all}?$select=deviceActionResults`)),
      ...(await asking.list(`/users/maria.keller@contoso.example/managedDevices`)),
    ];
    expect(new Set(rows.map((row) => JSON.stringify(row['deviceActionResults'])))).toEqual(new Set(['[]']));
  });

  test('of another kind stand there from before', async () => {
    const { id } = asking.device('IPAD-07');
    expect(await results(`${all}/${id}`)).toMatchObject([{ actionName: 'locateDevice', actionState: 'done' }]);
  });
});

test('a device that is left alone checks in by itself every eight hours, a silent one never', async () => {
  const lastSync = async (name: string) =>
    Date.parse(String((await asking.get(`${all}/${asking.device(name).id}`)).json['lastSyncDateTime']));
  const before = [await lastSync('IPAD-07'), await lastSync('IPAD-19')];
  asking.clock.turn(checkInMs);
  expect([await lastSync('IPAD-07'), await lastSync('IPAD-19')]).toEqual(before);
  asking.clock.turn(8 * 3_600_000);
  expect([await lastSync('IPAD-07'), await lastSync('IPAD-19')]).toEqual([
    Number(before[0]) + 8 * 3_600_000,
    before[1],
  ]);
});
