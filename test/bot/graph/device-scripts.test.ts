import { runStates, type ScriptFamily, scriptsNamed } from '../../../bot/graph/device-scripts.ts';
import { refusalIn } from '../../../bot/graph/errors.ts';
import { graphForEach } from './graph-for-each.ts';
import { answersBy, meantAt } from './lists.ts';
import { answer } from './service.ts';

const { service, graph } = graphForEach();

const collections = {
  'health-script': '/deviceManagement/deviceHealthScripts',
  'management-script': '/deviceManagement/deviceManagementScripts',
  'compliance-script': '/deviceManagement/deviceComplianceScripts',
};
const tenant = {
  [collections['health-script']]: [
    { id: 'h1', displayName: 'Map drives (repair)' },
    { id: 'h2', displayName: 'Disk' },
  ],
  [collections['management-script']]: [{ id: 'm1', displayName: 'MAP DRIVES' }],
  [collections['compliance-script']]: [{ id: 'c1', displayName: 'Диски' }],
};

describe('scripts', () => {
  test('are found by a part of their name in all three families', async () => {
    answersBy(service(), tenant);
    expect(await scriptsNamed(graph(), 'map drives', 10)).toEqual({
      rows: [
        { id: 'h1', name: 'Map drives (repair)', family: 'health-script' },
        { id: 'm1', name: 'MAP DRIVES', family: 'management-script' },
      ],
      more: false,
      refused: [],
    });
    expect((await scriptsNamed(graph(), 'диски', 10)).rows.map(({ id }) => id)).toEqual(['c1']);
  });

  test('are asked for without what is in them', async () => {
    answersBy(service(), tenant);
    await scriptsNamed(graph(), 'x', 10);
    expect(meantAt(service())).toHaveLength(3);
    for (const { options } of meantAt(service())) expect(options).toEqual({ $select: 'id,displayName', $top: '100' });
  });

  test('are all shown where no name is given, up to as many as are wanted', async () => {
    answersBy(service(), tenant);
    expect((await scriptsNamed(graph(), '', 10)).rows).toHaveLength(4);
    expect(await scriptsNamed(graph(), '', 3)).toMatchObject({ rows: { length: 3 }, more: true });
  });

  test('of a family that may not be looked at are left out, and that is told', async () => {
    const message = 'User must have one of the following scopes: DeviceManagementScripts.Read.All';
    answersBy(service(), {
      ...tenant,
      [collections['health-script']]: answer(403, { error: { code: 'Forbidden', message } }),
    });
    const { rows, refused } = await scriptsNamed(graph(), 'map', 10);
    expect(rows.map(({ id }) => id)).toEqual(['m1']);
    const missing = { kind: 'scope', scopes: ['DeviceManagementScripts.Read.All'] };
    expect(refused).toMatchObject([{ kind: 'not-allowed', missing }]);
  });

  test('are refused where Graph does not work', async () => {
    answersBy(service(), { ...tenant, [collections['health-script']]: answer(418) });
    const error = await scriptsNamed(graph(), 'map', 10).catch((reason: unknown) => reason);
    expect(refusalIn(error)).toMatchObject({ kind: 'unexpected', how: 'other' });
  });
});

describe('what came of a script', () => {
  const row = (id: string, words: object) => ({
    ...{ id, lastStateUpdateDateTime: '2026-03-02T11:00:00Z', ...words },
    managedDevice: { id: `d-${id}`, deviceName: `LT-${id}` },
  });
  const states = (family: ScriptFamily) => `${collections[family]}/s%2F1/deviceRunStates`;
  const told = async (family: ScriptFamily, rows: object[], only: 'failed' | 'all') => {
    answersBy(service(), { [states(family)]: rows });
    const found = await runStates(graph(), { family, id: 's/1' }, { only, most: 10 });
    return found.rows.map(({ id, state }) => `${id} ${state}`);
  };

  const health = [
    row('1', { detectionState: 'success', remediationState: 'skipped' }),
    row('2', { detectionState: 'fail', remediationState: 'unknown' }),
    row('3', { detectionState: 'success', remediationState: 'remediationFailed' }),
    row('4', { detectionState: 'scriptError', remediationState: 'skipped' }),
    row('5', { detectionState: 'pending' }),
    row('6', {}),
  ];

  test('is told of every device, with the word that says of a failure', async () => {
    const all = ['1 success', '2 fail', '3 remediationFailed', '4 scriptError', '5 pending', '6 unknown'];
    expect(await told('health-script', health, 'all')).toEqual(all);
    expect(await told('health-script', health, 'failed')).toEqual(['2 fail', '3 remediationFailed', '4 scriptError']);
  });

  test('is told in the words of each family', async () => {
    const management = [row('1', { runState: 'fail', detectionState: 'success' }), row('2', { runState: 'success' })];
    expect(await told('management-script', management, 'failed')).toEqual(['1 fail']);
    const compliance = [row('1', { detectionState: 'scriptError' }), row('2', { detectionState: 'notApplicable' })];
    expect(await told('compliance-script', compliance, 'failed')).toEqual(['1 scriptError']);
  });

  test('comes with its device in one question', async () => {
    answersBy(service(), { [states('management-script')]: [row('a:b', { runState: 'fail' })] });
    const { rows } = await runStates(graph(), { family: 'management-script', id: 's/1' }, { only: 'all', most: 10 });
    expect(rows).toEqual([
      { id: 'a:b', device: { id: 'd-a:b', name: 'LT-a:b' }, state: 'fail', at: new Date('2026-03-02T11:00:00Z') },
    ]);
    expect(meantAt(service())).toEqual([
      {
        path: states('management-script'),
        options: {
          $select: 'id,lastStateUpdateDateTime,runState',
          $expand: 'managedDevice($select=id,deviceName)',
          $top: '10',
        },
      },
    ]);
  });

  test('has no device where Graph does not say which', async () => {
    answersBy(service(), {
      [states('management-script')]: [{ id: 'x', runState: 'fail', managedDevice: null }, { id: 'y' }],
    });
    const { rows } = await runStates(graph(), { family: 'management-script', id: 's/1' }, { only: 'all', most: 10 });
    expect(rows).toEqual([
      { id: 'x', device: null, state: 'fail', at: null },
      { id: 'y', device: null, state: 'unknown', at: null },
    ]);
  });
});
