import { appliedTo, tenantPayloads } from '../../../bot/graph/device-payloads.ts';
import { refusalIn } from '../../../bot/graph/errors.ts';
import { graphForEach } from './graph-for-each.ts';
import { answersBy, meantAt } from './lists.ts';
import { answer, type Handler } from './service.ts';

const { service, graph } = graphForEach();

const guid = (end: string) => `8c1c9f0a-0000-4c3d-9a10-${end.padStart(12, '0')}`;
const [wifi, mail, catalog, firewall, notes, ana, ipad] = ['1', '2', '3', '4', '5', 'a', 'd'].map(guid) as [
  ...[string, string, string, string, string, string, string],
];

const states = `/deviceManagement/managedDevices/${ipad}/deviceConfigurationStates`;
const ofUser = `/users/${ana}/mobileAppIntentAndStates/${ipad}`;
const configurations = '/deviceManagement/deviceConfigurations';
const policies = '/deviceManagement/configurationPolicies';
const apps = '/deviceAppManagement/mobileApps';

const tenant = {
  [configurations]: [
    { '@odata.type': '#microsoft.graph.iosWiFiConfiguration', id: wifi, displayName: 'Wi-Fi Corp' },
    { '@odata.type': '#microsoft.graph.iosEasEmailProfileConfiguration', id: mail, displayName: 'Mail' },
  ],
  [policies]: [
    { id: catalog, name: 'Restrictions', templateReference: { templateFamily: 'none', templateDisplayName: '' } },
    { id: firewall, name: 'Firewall', templateReference: { templateFamily: 'endpointSecurityFirewall' } },
  ],
  [apps]: [{ '@odata.type': '#microsoft.graph.iosVppApp', id: notes, displayName: 'Contoso Notes' }],
};
const state = (id: string, word?: string) => ({ id, displayName: 'as the device calls it', state: word });
const app = (applicationId: string | null, installState: string, displayName: string | null = 'Contoso Notes') => ({
  ...{ applicationId, installState, displayName, mobileAppIntent: 'requiredInstall' },
});
const device = { id: ipad, userId: ana };
const applied = async (deviceStates: object[], appList: object[] | null = []) => {
  answersBy(service(), { ...tenant, [states]: deviceStates, [ofUser]: { id: 'x', mobileAppList: appList } });
  return appliedTo(graph(), device);
};
const brief = (rows: { name: string; state: string }[]) => rows.map((row) => `${row.name}: ${row.state}`);

describe('what is on a device', () => {
  test('is told with its kind, its type, the tenant’s name and how it stands, the failed first, then by name', async () => {
    const rows = await applied(
      [state(mail, 'compliant'), state(catalog, 'compliant'), state(wifi, 'error'), state(firewall, 'conflict')],
      [app(notes, 'failed')],
    );
    expect(rows).toEqual([
      { id: notes, kind: 'application', name: 'Contoso Notes', type: null, state: 'failed', failed: true },
      {
        ...{ id: firewall, kind: 'deviceManagementConfigurationPolicy', name: 'Firewall' },
        ...{ type: 'endpointSecurityFirewall', state: 'conflict', failed: true },
      },
      {
        ...{ id: wifi, kind: 'deviceConfiguration', name: 'Wi-Fi Corp', type: 'iosWiFiConfiguration' },
        ...{ state: 'error', failed: true },
      },
      {
        ...{ id: mail, kind: 'deviceConfiguration', name: 'Mail', type: 'iosEasEmailProfileConfiguration' },
        ...{ state: 'compliant', failed: false },
      },
      {
        ...{ id: catalog, kind: 'deviceManagementConfigurationPolicy', name: 'Restrictions', type: null },
        ...{ state: 'compliant', failed: false },
      },
    ]);
  });

  test.each([
    ['beginning', `${wifi}_${ana}_${ipad}`],
    ['middle', `${ana}_${wifi}_${ipad}`],
    ['whole, in capitals', wifi.toUpperCase()],
  ])('is recognized by the policy’s id in the %s of its own', async (_, id) => {
    expect(await applied([state(id, 'compliant')])).toMatchObject([{ id: wifi, name: 'Wi-Fi Corp' }]);
  });

  test('leaves out what is no policy of these kinds, a compliance policy for example', async () => {
    expect(await applied([state(guid('99'), 'error'), state('DefaultDeviceCompliancePolicy', 'compliant')])).toEqual(
      [],
    );
  });

  test.each([
    [['compliant', 'error', 'notApplicable'], 'error'],
    [['notApplicable', 'compliant'], 'compliant'],
    [['compliant', 'conflict', 'nonCompliant'], 'conflict'],
    [['compliant', 'aWordOfTheFuture'], 'aWordOfTheFuture'],
    [['aWordOfTheFuture', 'error'], 'error'],
  ])('comes once although it is there for several users, %j as %s', async (words, worst) => {
    const rows = await applied(words.map((word, index) => state(`${wifi}_${guid(String(index))}`, word)));
    expect(brief(rows)).toEqual([`Wi-Fi Corp: ${worst}`]);
  });

  test('has no state where Graph says none', async () => {
    expect(brief(await applied([state(wifi)]))).toEqual(['Wi-Fi Corp: unknown']);
  });

  test('counts an app once, and not where it has no id', async () => {
    const rows = await applied([], [app(notes, 'installed'), app(notes, 'uninstallFailed'), app(null, 'failed')]);
    expect(brief(rows)).toEqual(['Contoso Notes: uninstallFailed']);
  });

  test('names an app by its id where it has no name', async () => {
    expect(brief(await applied([], [app(notes, 'installed', '')]))).toEqual([`${notes}: installed`]);
    expect(await applied([], null)).toEqual([]);
  });
});

describe('the apps of a device', () => {
  const unknown = [
    { id: notes, kind: 'application', name: 'Contoso Notes', type: 'iosVppApp', state: 'unknown', failed: false },
  ];

  test('without a primary user are those of the tenant, and how they stand is not known', async () => {
    answersBy(service(), { ...tenant, [states]: [] });
    expect(await appliedTo(graph(), { id: ipad, userId: null })).toEqual(unknown);
  });

  test('of a user of whom Graph knows nothing are those of the tenant too', async () => {
    answersBy(service(), { ...tenant, [states]: [] });
    expect(await appliedTo(graph(), device)).toEqual(unknown);
  });

  test('that may not be looked at are a refusal, not an empty list', async () => {
    answersBy(service(), { ...tenant, [states]: [], [ofUser]: answer(403) });
    const error = await appliedTo(graph(), device).catch((reason: unknown) => reason);
    expect(refusalIn(error).kind).toBe('not-allowed');
  });

  test('need no permission for the tenant’s apps where the user’s are known', async () => {
    await applied([]);
    expect(meantAt(service()).map(({ path }) => path)).not.toContain(apps);
  });
});

test('of a device that is gone nothing is told', async () => {
  answersBy(service(), tenant);
  const error = await appliedTo(graph(), device).catch((reason: unknown) => reason);
  expect(refusalIn(error)).toMatchObject({ kind: 'not-there', what: 'object' });
});

describe('what a tenant has', () => {
  test('is told by name, with what each is', async () => {
    answersBy(service(), tenant);
    const { rows, more } = await tenantPayloads(graph(), { most: 50 });
    expect(rows.map(({ name, kind, type }) => [name, kind, type])).toEqual([
      ['Contoso Notes', 'application', 'iosVppApp'],
      ['Firewall', 'deviceManagementConfigurationPolicy', 'endpointSecurityFirewall'],
      ['Mail', 'deviceConfiguration', 'iosEasEmailProfileConfiguration'],
      ['Restrictions', 'deviceManagementConfigurationPolicy', null],
      ['Wi-Fi Corp', 'deviceConfiguration', 'iosWiFiConfiguration'],
    ]);
    expect(more).toBe(false);
    expect(meantAt(service())).toEqual(
      expect.arrayContaining([
        { path: apps, options: { $select: 'id,displayName', $top: '50' } },
        { path: policies, options: { $select: 'id,name,templateReference', $top: '50' } },
      ]),
    );
  });

  test('ends somewhere, and says that there is more', async () => {
    const long: Handler = answer(200, {
      value: tenant[apps],
      '@odata.nextLink': `${service().url}${apps}?$skiptoken=2`,
    });
    answersBy(service(), { ...tenant, [apps]: long });
    const { rows, more } = await tenantPayloads(graph(), { most: 2 });
    expect(rows).toHaveLength(6);
    expect(more).toBe(true);
  });

  test('has an order that holds', async () => {
    const named = (id: string, displayName: string) => ({ id, displayName });
    const list = [named('2', 'App 10'), named('3', 'app 2'), named('1', 'App 10'), named('4', 'Ёлка'), named('5', '')];
    answersBy(service(), { ...tenant, [configurations]: [], [policies]: [], [apps]: list });
    const { rows } = await tenantPayloads(graph(), { most: 50 });
    expect(rows.map(({ id, name }) => `${id} ${name}`)).toEqual(['5 5', '3 app 2', '1 App 10', '2 App 10', '4 Ёлка']);
  });
});
