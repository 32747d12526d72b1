import { type Asking, type Json, openAsking } from './asking.ts';

const all = '/deviceManagement/managedDevices';

let asking: Asking;
beforeEach(async () => {
  asking = await openAsking();
});
afterEach(() => asking.close());

const types = (rows: readonly Json[]) => new Set(rows.map((row) => row['@odata.type']));

describe('the tenant’s lists', () => {
  test('of profiles tell what each is', async () => {
    const rows = await asking.list('/deviceManagement/deviceConfigurations');
    expect(rows).toContainEqual(
      expect.objectContaining({ displayName: 'VPN', '@odata.type': '#microsoft.graph.iosVpnConfiguration' }),
    );
    expect(types(rows).size).toBeGreaterThan(10);
  });

  test('of settings catalog policies have a name, not a displayName', async () => {
    const rows = await asking.list('/deviceManagement/configurationPolicies?$select=id,name');
    expect(rows).toContainEqual({ id: expect.any(String), name: 'Restrictions 2026' });
    expect(rows.every((row) => !('displayName' in row))).toBe(true);
  });

  test('of apps are of several kinds', async () => {
    const found = types(await asking.list('/deviceAppManagement/mobileApps?$select=id,displayName'));
    expect(found).toContain('#microsoft.graph.iosVppApp');
    expect(found).toContain('#microsoft.graph.win32LobApp');
  });

  test('hold the same name as different kinds', async () => {
    const [profiles, policies, apps] = await Promise.all([
      asking.list('/deviceManagement/deviceConfigurations'),
      asking.list('/deviceManagement/configurationPolicies'),
      asking.list('/deviceAppManagement/mobileApps'),
    ]);
    expect(profiles?.some((row) => row['displayName'] === 'Passcode')).toBe(true);
    expect(policies?.some((row) => row['name'] === 'Passcode')).toBe(true);
    expect([profiles, apps].every((rows) => rows?.some((row) => row['displayName'] === 'VPN'))).toBe(true);
  });
});

describe('what is applied to a device', () => {
  const states = (name: string) => asking.list(`${all}/${asking.device(name).id}/deviceConfigurationStates`);
  const guid = /^[0-9a-f-]{36}/;

  test('has ids of several parts, the same policy once for each user, and more than the tenant’s lists', async () => {
    const rows = await states('IPAD-07');
    const policyIds = rows.map((row) => guid.exec(String(row['id']))?.[0]);
    const lists = [
      ...(await asking.list('/deviceManagement/deviceConfigurations')),
      ...(await asking.list('/deviceManagement/configurationPolicies')),
    ].map((row) => row['id']);
    expect(rows.every((row) => String(row['id']).length > 36)).toBe(true);
    expect(new Set(rows.map((row) => row['id'])).size).toBe(rows.length);
    expect(new Set(policyIds).size).toBeLessThan(policyIds.length);
    expect([...new Set(policyIds)].filter((id) => !lists.includes(id))).toHaveLength(1);
  });

  test('is in error where a removal will go wrong too', async () => {
    expect(await states('IPAD-0042')).toContainEqual(
      expect.objectContaining({ displayName: 'Mail profile', state: 'error' }),
    );
  });

  test('are more things than one request may name', async () => {
    const { id, user } = asking.device('IPAD-07');
    const apps = (await asking.get(`/users/${user?.upn}/mobileAppIntentAndStates/${id}`)).json[
      'mobileAppList'
    ] as Json[];
    const policies = new Set((await states('IPAD-07')).map((row) => String(row['id']).slice(0, 36)));
    expect(apps.length + policies.size).toBeGreaterThan(30);
  });

  test('fits the platform', async () => {
    const laptop = (await states('LT-0388')).map((row) => row['displayName']);
    expect(laptop).toContain('Update ring');
    expect(laptop).not.toContain('Mail profile');
  });

  test('is nothing for a device that is not there', async () => {
    expect((await asking.get(`${all}/nobody/deviceConfigurationStates`)).status).toBe(404);
    expect((await asking.get(`${all}/nobody/detectedApps`)).status).toBe(404);
  });

  test('a user’s apps are theirs, on their own device only', async () => {
    const { id } = asking.device('IPAD-07');
    const other = asking.device('IPAD-ANA').user?.id;
    expect((await asking.get(`/users/${other}/mobileAppIntentAndStates/${id}`)).status).toBe(404);
  });

  test('a device without a primary user has no list of apps', async () => {
    const { id } = asking.device('KIOSK-01');
    const somebody = asking.device('IPAD-07').user?.id;
    expect((await asking.get(`/users/${somebody}/mobileAppIntentAndStates/${id}`)).status).toBe(404);
    expect(await states('KIOSK-01')).toContainEqual(expect.objectContaining({ userPrincipalName: 'System account' }));
  });
});

describe.each(['deviceHealthScripts', 'deviceManagementScripts', 'deviceComplianceScripts'])('%s', (family) => {
  const path = `/deviceManagement/${family}`;

  test('ran on Windows, and failed somewhere', async () => {
    const [script] = await asking.list(path);
    const rows = await asking.list(`${path}/${script?.['id']}/deviceRunStates`);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.every((row) => String(row['id']).startsWith(`${script?.['id']}:`))).toBe(true);
    const words = rows.map((row) => row['runState'] ?? row['detectionState']);
    expect(words).toEqual(expect.arrayContaining(['success', 'fail']));
  });

  test('lead to the device, in one request or two', async () => {
    const [script] = await asking.list(path);
    const states = `${path}/${script?.['id']}/deviceRunStates`;
    const query = '$select=id&$expand=managedDevice($select=id,deviceName)';
    const rows = await asking.list(`${states}?${query}`);
    const { id, name } = asking.device('LT-0388');
    expect(rows).toContainEqual({ id: `${script?.['id']}:${id}`, managedDevice: { id, deviceName: name } });
    const one = await asking.get(`${states}/${encodeURIComponent(`${script?.['id']}:${id}`)}/managedDevice?$select=id`);
    expect(one.json).toMatchObject({ id });
    expect((await asking.get(`${states}/nobody/managedDevice`)).status).toBe(404);
    expect((await asking.get(`${path}/nobody/deviceRunStates`)).status).toBe(404);
  });
});

describe('detected apps', () => {
  test('are counted, and lead to their devices and back', async () => {
    const rows = await asking.list('/deviceManagement/detectedApps');
    const zip = rows.find((row) => row['displayName'] === '7-Zip');
    const devices = await asking.list(`/deviceManagement/detectedApps/${zip?.['id']}/managedDevices?$select=id`);
    expect(devices).toHaveLength(Number(zip?.['deviceCount']));
    expect(devices.length).toBeGreaterThan(0);
    const [first] = devices;
    expect(await asking.list(`${all}/${first?.['id']}/detectedApps`)).toContainEqual(zip);
    expect((await asking.get('/deviceManagement/detectedApps/nothing/managedDevices')).status).toBe(404);
  });
});
