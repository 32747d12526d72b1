import fc from 'fast-check';
import { detectedAppsNamed, devicesWithApp } from '../../../bot/graph/detected-apps.ts';
import { graphForEach } from './graph-for-each.ts';
import { answersBy, meantAt } from './lists.ts';
import { answer } from './service.ts';

const { service, graph } = graphForEach();

const list = '/deviceManagement/detectedApps';
const zoom = { id: 'a1', displayName: 'Zoom Workplace', version: '6.4', platform: 'ios', deviceCount: 12 };

test('apps are found by a part of their name, and only those, although Graph answers with everything', async () => {
  answersBy(service(), { [list]: [zoom, { id: 'a2', displayName: 'Slack' }, { id: 'a3', displayName: 'ZOOM Rooms' }] });
  expect(await detectedAppsNamed(graph(), ' zoom ', 10)).toEqual({
    rows: [
      { id: 'a1', name: 'Zoom Workplace', version: '6.4', platform: 'ios', devices: 12 },
      { id: 'a3', name: 'ZOOM Rooms', version: null, platform: 'unknown', devices: 0 },
    ],
    more: false,
  });
  const options = {
    $select: 'id,displayName,version,platform,deviceCount',
    $filter: "contains(displayName,'zoom')",
    $top: '10',
  };
  expect(meantAt(service())).toEqual([{ path: list, options }]);
});

test.each(['', ' ', '\u00a0'])('no app is asked for by the name %j', async (text) => {
  expect(await detectedAppsNamed(graph(), text, 10)).toEqual({ rows: [], more: false });
  expect(service().calls).toEqual([]);
});

test('an app with any name at all is found by it', async () => {
  const rows: object[] = [];
  service().otherwise((response, call) => answer(200, { value: rows })(response, call));
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (displayName) => {
      fc.pre(displayName.trim() !== '');
      rows.splice(0, rows.length, { ...zoom, displayName }, { ...zoom, id: 'a2', displayName: '' });
      const found = await detectedAppsNamed(graph(), displayName, 10);
      expect(found.rows.map(({ id }) => id)).toContain('a1');
      const filter = `contains(displayName,'${displayName.trim().replaceAll("'", "''")}')`;
      expect(meantAt(service()).at(-1)?.options['$filter']).toBe(filter);
    }),
    { numRuns: 50, examples: [["Tom's & Jerry's 100% #1"], ['Почта']] },
  );
});

test('the devices that have an app are devices like any other', async () => {
  answersBy(service(), { [`${list}/a%2F1/managedDevices`]: [{ id: 'd1', deviceName: 'IPAD-07' }] });
  expect(await devicesWithApp(graph(), 'a/1', 10)).toMatchObject({
    rows: [{ id: 'd1', name: 'IPAD-07' }],
    more: false,
  });
});
