import { inventedPayloads } from '../../bot/practice/graph-payload-samples.ts';
import { guidOf } from '../../bot/practice/people.ts';
import { until } from '../helpers/chat.ts';
import { deskForEach } from './desk-for-each.ts';
import { deviceOf, plans, sends } from './payload-forms.ts';

const desk = deskForEach();

const payload = (name: string, platform: string) => {
  const found = inventedPayloads.find((one) => one.name === name && one.platform === platform);
  if (!found) throw new Error(`no payload ${name}`);
  return found;
};
const updateRing = payload('Update ring', 'windows');
const homeScreen = payload('Home screen', 'apple');

/** A script's run on a device has an id of both, with a colon that an address must not carry as it is. */
const runOf = (script: string, device: string) =>
  `${guidOf(`script ${script}`)}/deviceRunStates/${guidOf(`script ${script}`)}%3A${deviceOf(desk(), device).id}`;
const jon = () => deviceOf(desk(), 'LT-0142').user?.id ?? '';
const sevenZip = () => guidOf('detected windows 7-Zip').replaceAll('-', '');

type Route = { en: string; ru: string; device: string; item: typeof updateRing; path: () => string };
const windows = { item: updateRing };

/** What finds the devices, and the way by which the action is then asked for (graph-contract 1.1). */
const routes: Record<string, Route> = {
  'a managed device': {
    en: 'remove "Home screen" on IPAD-07',
    ru: 'удалить "Home screen" на IPAD-07',
    ...{ device: 'IPAD-07', item: homeScreen },
    path: () => `/deviceManagement/managedDevices/${deviceOf(desk(), 'IPAD-07').id}`,
  },
  'a co-managed device': {
    en: 'remove "Update ring" on co-managed LT-0500',
    ru: 'удалить "Update ring" на совместно управляемых LT-0500',
    ...{ ...windows, device: 'LT-0500' },
    path: () => `/deviceManagement/comanagedDevices/${deviceOf(desk(), 'LT-0500').id}`,
  },
  'devices on which a health script failed': {
    en: 'remove "Update ring" on devices where script "Stale certificates" failed',
    ru: 'удалить "Update ring" на устройствах, где скрипт "Stale certificates" завершился ошибкой',
    ...{ ...windows, device: 'LT-0142' },
    path: () => `/deviceManagement/deviceHealthScripts/${runOf('Stale certificates', 'LT-0142')}/managedDevice`,
  },
  'devices on which a management script failed': {
    en: 'remove "Update ring" on devices where script "Map drives" failed',
    ru: 'удалить "Update ring" на устройствах, где скрипт "Map drives" упал',
    ...{ ...windows, device: 'LT-0142' },
    path: () => `/deviceManagement/deviceManagementScripts/${runOf('Map drives', 'LT-0142')}/managedDevice`,
  },
  'devices on which a compliance script failed': {
    en: 'remove "Update ring" on devices where script "Disk space" failed',
    ru: 'удалить "Update ring" на устройствах, где скрипт "Disk space" не выполнился',
    ...{ ...windows, device: 'LT-0142' },
    path: () => `/deviceManagement/deviceComplianceScripts/${runOf('Disk space', 'LT-0142')}/managedDevice`,
  },
  'a user’s devices with a script': {
    en: 'remove "Update ring" on devices with script "Map drives" of jon.vik@contoso.example',
    ru: 'удалить "Update ring" на устройствах со скриптом "Map drives" у jon.vik@contoso.example',
    ...{ ...windows, device: 'LT-0142' },
    path: () =>
      `/deviceManagement/deviceManagementScripts/${runOf('Map drives', 'LT-0142')}/managedDevice` +
      `/users/${jon()}/managedDevices/${deviceOf(desk(), 'LT-0142').id}`,
  },
  'devices with a script and an app': {
    en: 'remove "Update ring" on devices with script "Map drives" with app "7-Zip"',
    ru: 'удалить "Update ring" на устройствах со скриптом "Map drives" с приложением "7-Zip"',
    ...{ ...windows, device: 'LT-0388' },
    path: () =>
      `/deviceManagement/deviceManagementScripts/${runOf('Map drives', 'LT-0388')}/managedDevice` +
      `/detectedApps/${sevenZip()}/managedDevices/${deviceOf(desk(), 'LT-0388').id}`,
  },
};

const languages = [
  ['en', 'sync payloads', 'en-US'],
  ['ru', 'полезные данные', 'ru-RU'],
] as const;

async function runs({ device }: Route, { said, verb, locale }: { said: string; verb: string; locale: string }) {
  desk().ana.speaks(locale);
  await plans(desk().ana, `${verb} ${said}`, { device: deviceOf(desk(), device).id });
  expect(desk().posts()).toEqual([]);
  return startsWith(0);
}

async function startsWith(before: number) {
  await sends(desk().ana, 'run-plan');
  await until(
    () => desk().posts().length > before,
    () => `Nothing was posted:\n${desk().ana.newest().card.fallbackText}`,
  );
  return desk().posts().slice(before);
}

describe.each(Object.entries(routes))('%s', (_name, route) => {
  test.each(languages)(
    'as said in %s: one POST by exactly this way, with exactly this item',
    async (language, verb, locale) => {
      const posts = await runs(route, { said: route[language], verb, locale });
      const { id, kind } = route.item;
      expect(posts).toMatchObject([
        {
          path: `${route.path()}/syncPayloads`,
          body: { deviceActionPayloads: [{ payloadId: id, payloadType: kind, intent: 'remove' }] },
          status: 204,
          person: 'Ana Ruiz',
        },
      ]);
      expect(Object.keys(posts[0]?.body as object)).toEqual(['deviceActionPayloads']);
      expect(desk().graph.removedOn(deviceOf(desk(), route.device).id)).toEqual([{ id, kind }]);
    },
  );
});

/** Of the successor's ways, Graph's description has these two; its documentation names all seven (graph-contract 1.1). */
describe.each(Object.entries(routes).slice(0, 2))('%s', (_name, route) => {
  test('by the successor’s name where the tenant has agreed to it', async () => {
    desk().ana.speaks('en-US');
    desk().graph.successor(true);
    await agreesToSuccessor();
    await plans(desk().ana, `sync payloads ${route.en}`, { device: deviceOf(desk(), route.device).id });
    const { id, kind } = route.item;
    expect(await startsWith(1)).toMatchObject([
      {
        path: `${route.path()}/changeAssignments`,
        body: { deviceAssignmentItems: [{ itemId: id, itemType: kind, assignmentItemActionIntent: 'remove' }] },
        status: 204,
      },
    ]);
  });
});

async function agreesToSuccessor() {
  await plans(desk().ana, 'sync payloads remove "Home screen" on IPAD-0042');
  await sends(desk().ana, 'run-plan');
  await desk().ana.sees(/^Not known here: /m);
  await sends(desk().ana, 'again');
  await sends(desk().ana, 'use-successor');
}
