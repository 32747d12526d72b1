import fc from 'fast-check';
import { type DeviceRoute, devicePath } from '../../../bot/graph/device-routes.ts';
import { refusalIn } from '../../../bot/graph/errors.ts';
import { readPayloadResult, startPayloads } from '../../../bot/graph/payload-results.ts';
import { payloadKinds, type Vocabulary, vocabularyNames } from '../../../bot/graph/payload-vocabulary.ts';
import { together } from '../../../bot/graph/together.ts';
import { graphForEach } from './graph-for-each.ts';
import { answersBy, meantAt } from './lists.ts';
import { answer } from './service.ts';

const { service, graph } = graphForEach();

const managed: DeviceRoute = { via: 'managed' };
const path = '/deviceManagement/managedDevices/d1';
const device = {
  ...{ id: 'd1', deviceName: 'IPAD-07', lastSyncDateTime: '2026-03-02T11:00:00Z' },
  ...{ operatingSystem: 'iPadOS', managedDeviceOwnerType: 'company', managementAgent: 'mdm' },
};
const locate = {
  '@odata.type': '#microsoft.graph.locateDeviceActionResult',
  actionName: 'locateDevice',
  actionState: 'done',
  startDateTime: '2026-03-02T11:59:00Z',
  lastUpdatedDateTime: '2026-03-02T11:59:30Z',
};
const sync = {
  '@odata.type': '#microsoft.graph.syncPayloadsActionResult',
  actionName: 'syncPayloads',
  actionState: 'pending',
  startDateTime: '2026-03-02T10:00:00Z',
  lastUpdatedDateTime: '2026-03-02T10:03:12Z',
  deviceActionPayloads: [
    {
      payloadId: 'p1',
      payloadType: 'deviceConfiguration',
      displayName: 'Wi-Fi [Corp](http://x)',
      intent: 'restore',
      status: 'error',
      detail: 'The device did not answer.',
      errorCode: -2016341112,
      lastModifiedDateTime: '2026-03-02T10:03:12Z',
    },
  ],
};
const change = {
  '@odata.type': '#microsoft.graph.changeAssignmentsActionResult',
  actionName: 'changeAssignments',
  actionState: 'active',
  startDateTime: '2026-03-02T10:30:00Z',
  lastUpdatedDateTime: '2026-03-02T10:31:00Z',
  deviceAssignmentItems: [
    {
      itemId: 'p2',
      itemType: 'mobileAppConfiguration',
      itemDisplayName: 'Mail',
      itemSubTypeDisplayName: 'email',
      assignmentItemActionIntent: 'remove',
      assignmentItemActionStatus: 'initiated',
      intentActionMessage: null,
      errorCode: 0,
      lastModifiedDateTime: '0001-01-01T00:00:00Z',
      lastActionDateTime: '2026-03-02T10:31:00Z',
    },
  ],
};

const seen = async (...deviceActionResults: unknown[]) => {
  answersBy(service(), { [path]: { ...device, deviceActionResults } });
  return (await readPayloadResult(graph(), managed, 'd1')).result;
};

describe('what became of an action', () => {
  test('is read from the one device, and only what is needed', async () => {
    answersBy(service(), { [path]: { ...device, deviceActionResults: [] } });
    expect(await readPayloadResult(graph(), managed, 'd1')).toEqual({
      device: {
        ...{ id: 'd1', name: 'IPAD-07', lastSyncAt: new Date('2026-03-02T11:00:00Z') },
        ...{ os: 'iPadOS', owner: 'company', agent: 'mdm' },
      },
      result: null,
    });
    expect(meantAt(service())).toEqual([
      {
        path,
        options: {
          $select:
            'id,deviceName,lastSyncDateTime,deviceActionResults,operatingSystem,managedDeviceOwnerType,managementAgent',
        },
      },
    ]);
  });

  test('is understood in the words of syncPayloads', async () => {
    expect(await seen(sync)).toEqual({
      vocabulary: 'syncPayloads',
      startedAt: new Date('2026-03-02T10:00:00Z'),
      updatedAt: new Date('2026-03-02T10:03:12Z'),
      state: 'pending',
      items: [
        {
          id: 'p1',
          kind: 'deviceConfiguration',
          name: 'Wi-Fi [Corp](http://x)',
          intent: 'restore',
          status: 'error',
          detail: 'The device did not answer.',
          errorCode: '-2016341112',
          changedAt: new Date('2026-03-02T10:03:12Z'),
        },
      ],
    });
  });

  test('is understood in the words of changeAssignments', async () => {
    expect(await seen(change)).toMatchObject({
      vocabulary: 'changeAssignments',
      state: 'active',
      items: [
        {
          ...{ id: 'p2', kind: 'mobileAppConfiguration', name: 'Mail', intent: 'remove', status: 'initiated' },
          ...{ detail: null, errorCode: null, changedAt: null },
        },
      ],
    });
  });

  test.each([
    ['the newest of both', [sync, change], 'changeAssignments'],
    ['the newest in any order', [change, sync], 'changeAssignments'],
    [
      'the newest of one',
      [{ ...sync, startDateTime: '2026-03-01T00:00:00Z', actionState: 'done' }, sync],
      'syncPayloads',
    ],
    [
      'what was started rather than what was not',
      [{ ...change, startDateTime: '0001-01-01T00:00:00Z' }, sync],
      'syncPayloads',
    ],
    [
      'one beside other actions, known and unknown',
      [locate, { '@odata.type': '#x.y' }, sync, null, 'x', {}],
      'syncPayloads',
    ],
    ['one that is told by its name only', [{ ...sync, '@odata.type': undefined }], 'syncPayloads'],
    [
      'one of the plain type that is told by its name',
      [{ ...change, '@odata.type': '#microsoft.graph.deviceActionResult' }],
      'changeAssignments',
    ],
  ])('is %s', async (_, results, vocabulary) => {
    const result = await seen(...results);
    expect(result).toMatchObject({ vocabulary, state: vocabulary === 'syncPayloads' ? 'pending' : 'active' });
    expect(result?.items).toHaveLength(1);
  });

  test.each([[null], [undefined], [[]], [[locate]]])(
    'is nothing where the device says %j',
    async (deviceActionResults) => {
      answersBy(service(), { [path]: { ...device, deviceActionResults } });
      expect((await readPayloadResult(graph(), managed, 'd1')).result).toBeNull();
    },
  );

  test('is nothing to see yet where the list is missing', async () => {
    expect(await seen({ ...sync, deviceActionPayloads: null })).toMatchObject({ state: 'pending', items: [] });
  });

  test('is kept in Graph’s own words where they are new', async () => {
    const item = { payloadId: 'p', payloadType: 'widget', intent: 'pause', status: 'paused', errorCode: 'none' };
    expect(await seen({ ...sync, actionState: 'resting', deviceActionPayloads: [item] })).toMatchObject({
      state: 'resting',
      items: [{ kind: 'widget', intent: 'pause', status: 'paused', errorCode: null, name: null, changedAt: null }],
    });
  });

  test('is not guessed where an item does not say what it is', async () => {
    const error = await seen({ ...sync, deviceActionPayloads: [{ status: 'removed' }] }).catch(
      (reason: unknown) => reason,
    );
    expect(refusalIn(error)).toMatchObject({ kind: 'unexpected', how: 'unreadable', changed: 'nothing' });
  });

  test.each<[DeviceRoute, string]>([
    [{ via: 'comanaged' }, '/deviceManagement/comanagedDevices/d1'],
    [{ via: 'health-script', script: 's', state: 't' }, path],
    [{ via: 'management-script-app', script: 's', state: 't', app: 'a' }, path],
  ])('is looked for where %j leads', async (route, where) => {
    answersBy(service(), { [where]: device });
    expect((await readPayloadResult(graph(), route, 'd1')).device.name).toBe('IPAD-07');
  });
});

describe('an error code', () => {
  const withCode = (code: string) =>
    JSON.stringify({ ...device, deviceActionResults: [sync] }).replace('-2016341112', code);
  const codeIn = async (code: string) => {
    service().will(answer(200, withCode(code)));
    return (await readPayloadResult(graph(), managed, 'd1')).result?.items[0]?.errorCode;
  };

  test.each([
    ['9007199254740993', '9007199254740993'],
    ['-2016341112', '-2016341112'],
    ['"9007199254740993"', '9007199254740993'],
    ['0', null],
    ['"0"', null],
    ['-0', null],
    ['null', null],
    ['1.5', null],
  ])('%s is told as %s', async (written, told) => {
    expect(await codeIn(written)).toBe(told);
  });

  test('of 64 bits is exact, asked for alone or with others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), async (code) => {
        expect(await codeIn(String(code))).toBe(code === 0n ? null : String(code));
      }),
      { numRuns: 50 },
    );
    const part = (id: number, code: string) => `{"id":"${id}","status":200,"headers":{},"body":${withCode(code)}}`;
    service().will(answer(200, `{"responses":[${part(1, '-9223372036854775808')},${part(0, '9007199254740993')}]}`));
    const both = together(graph());
    const results = await Promise.all(['d1', 'd1'].map((id) => readPayloadResult(both, managed, id)));
    expect(results.map(({ result }) => result?.items[0]?.errorCode)).toEqual([
      '9007199254740993',
      '-9223372036854775808',
    ]);
  });
});

describe('a start', () => {
  const sent = () =>
    service().calls.map(({ method, path, body }) => ({ method, path, body: JSON.parse(body) as unknown }));
  const route: DeviceRoute = { via: 'management-script-user', script: 's/1', state: 's:d', user: 'ü' };

  test('names everything that is to be off the device, in the words of syncPayloads', async () => {
    service().will(answer(204));
    const items = [{ id: 'p1', kind: 'application', name: 'Zoom' } as const];
    await startPayloads(graph(), { vocabulary: 'syncPayloads', route, deviceId: 'd1', items });
    expect(sent()).toEqual([
      {
        method: 'POST',
        path: `/beta${devicePath(route, 'd1')}/syncPayloads`,
        body: { deviceActionPayloads: [{ payloadId: 'p1', payloadType: 'application', intent: 'remove' }] },
      },
    ]);
  });

  test('names it in the words of changeAssignments', async () => {
    service().will(answer(204));
    const items = [{ id: 'p1', kind: 'deviceConfiguration' } as const];
    await startPayloads(graph(), { vocabulary: 'changeAssignments', route: managed, deviceId: 'd1', items });
    expect(sent()).toEqual([
      {
        method: 'POST',
        path: `/beta${path}/changeAssignments`,
        body: {
          deviceAssignmentItems: [
            { itemId: 'p1', itemType: 'deviceConfiguration', assignmentItemActionIntent: 'remove' },
          ],
        },
      },
    ]);
  });

  test.each<[Vocabulary, object]>([
    ['syncPayloads', { deviceActionPayloads: [] }],
    ['changeAssignments', { deviceAssignmentItems: [] }],
  ])('%s without an item puts everything back', async (vocabulary, body) => {
    service().will(answer(204));
    await startPayloads(graph(), { vocabulary, route: managed, deviceId: 'd1', items: [] });
    expect(sent()[0]?.body).toEqual(body);
  });

  test('sends every id as it is, whatever is in it', async () => {
    service().otherwise(answer(204));
    const item = fc.record({ id: fc.string({ unit: 'grapheme' }), kind: fc.constantFrom(...payloadKinds) });
    await fc.assert(
      fc.asyncProperty(fc.array(item), fc.constantFrom(...vocabularyNames), async (items, vocabulary) => {
        await startPayloads(graph(), { vocabulary, route: managed, deviceId: 'd1', items });
        const [list] = Object.values(sent().at(-1)?.body as Record<string, Record<string, string>[]>);
        expect(list?.map((one) => Object.values(one))).toEqual(items.map(({ id, kind }) => [id, kind, 'remove']));
      }),
      { numRuns: 50 },
    );
  });

  test('of an action that Graph does not know here is refused as such', async () => {
    service().will(
      answer(400, { error: { code: 'BadRequest', message: "Resource not found for the segment 'syncPayloads'." } }),
    );
    const wish = { vocabulary: 'syncPayloads', route: managed, deviceId: 'd1', items: [] } as const;
    const error = await startPayloads(graph(), wish).catch((reason: unknown) => reason);
    expect(refusalIn(error)).toMatchObject({ kind: 'not-there', what: 'action', changed: 'nothing' });
  });
});
