import fc from 'fast-check';
import { type DeviceRoute, devicePath, deviceRoute } from '../../../bot/graph/device-routes.ts';

const script = { script: 's1', state: 's1:d1' };
const m = '/deviceManagement';

test.each<[DeviceRoute, string]>([
  [{ via: 'managed' }, `${m}/managedDevices/d1`],
  [{ via: 'comanaged' }, `${m}/comanagedDevices/d1`],
  [{ via: 'health-script', ...script }, `${m}/deviceHealthScripts/s1/deviceRunStates/s1%3Ad1/managedDevice`],
  [{ via: 'management-script', ...script }, `${m}/deviceManagementScripts/s1/deviceRunStates/s1%3Ad1/managedDevice`],
  [{ via: 'compliance-script', ...script }, `${m}/deviceComplianceScripts/s1/deviceRunStates/s1%3Ad1/managedDevice`],
  [
    { via: 'management-script-user', ...script, user: 'u1' },
    `${m}/deviceManagementScripts/s1/deviceRunStates/s1%3Ad1/managedDevice/users/u1/managedDevices/d1`,
  ],
  [
    { via: 'management-script-app', ...script, app: 'a1' },
    `${m}/deviceManagementScripts/s1/deviceRunStates/s1%3Ad1/managedDevice/detectedApps/a1/managedDevices/d1`,
  ],
])('%j leads to the device', (route, path) => {
  expect(devicePath(route, 'd1')).toBe(path);
});

const id = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/^\.{1,2}$/.test(text));
const anyRoute: fc.Arbitrary<DeviceRoute> = fc.oneof(
  fc.record({ via: fc.constantFrom('managed' as const, 'comanaged' as const) }),
  fc.record({
    via: fc.constantFrom('health-script' as const, 'management-script' as const, 'compliance-script' as const),
    script: id,
    state: id,
  }),
  fc.record({ via: fc.constant('management-script-user' as const), script: id, state: id, user: id }),
  fc.record({ via: fc.constant('management-script-app' as const), script: id, state: id, app: id }),
);

test('whatever is in an id, every one is one segment of the path and comes back from it', () => {
  fc.assert(
    fc.property(anyRoute, id, (route, deviceId) => {
      const { via, ...ids } = route;
      const segments = devicePath(route, deviceId).split('/').map(decodeURIComponent);
      const named = via === 'managed' || via === 'comanaged' || 'user' in ids || 'app' in ids ? [deviceId] : [];
      // /deviceManagement/…/{3}/deviceRunStates/{5}/managedDevice/…/{8}/managedDevices/{10}
      expect(segments.filter((_, at) => [3, 5, 8, 10].includes(at))).toEqual([...Object.values(ids), ...named]);
    }),
    { examples: [[{ via: 'health-script', script: 'a/b', state: "c:d'e%" }, '../../x']] },
  );
});

test('a route is stored and read as it is', () => {
  fc.assert(
    fc.property(anyRoute, (route) => {
      expect(deviceRoute.parse(JSON.parse(JSON.stringify(route)))).toEqual(route);
    }),
  );
});

test.each([
  [{ via: 'elsewhere' }],
  [{ via: 'health-script', script: 's' }],
  [{ via: 'management-script-user', script: 's', state: 't', user: '' }],
  [{}],
])('%j is no route', (stored) => {
  expect(deviceRoute.safeParse(stored).success).toBe(false);
});
