import { errorCodeFrom, meaningOf } from '../../../bot/knowledge/error-codes.ts';
import { type Answer, type Asking, checkInMs, errorCodeOf, type Json, openAsking } from './asking.ts';

const hourMs = 3_600_000;
const all = '/deviceManagement/managedDevices';
const states = '/deviceManagement/deviceManagementScripts';

let asking: Asking;
beforeEach(async () => {
  asking = await openAsking();
});
afterEach(() => asking.close());

type Payload = { payloadId: string; payloadType: string };

/** A payload by its name, as a body names it. */
async function payload(name: string, list = 'deviceConfigurations'): Promise<Payload> {
  const path = list === 'mobileApps' ? '/deviceAppManagement/mobileApps' : `/deviceManagement/${list}`;
  const kinds: Record<string, string> = {
    deviceConfigurations: 'deviceConfiguration',
    configurationPolicies: 'deviceManagementConfigurationPolicy',
    mobileApps: 'application',
  };
  const row = (await asking.list(path)).find((each) => (each['displayName'] ?? each['name']) === name);
  if (!row) throw new Error(`no payload is called ${name}`);
  return { payloadId: String(row['id']), payloadType: String(kinds[list]) };
}

const idOf = (name: string) => asking.device(name).id;
const sync = (name: string, payloads: readonly object[]) =>
  asking.post(`${all}/${idOf(name)}/syncPayloads`, { deviceActionPayloads: payloads });
const read = async (name: string) => (await asking.get(`${all}/${idOf(name)}`)).json;

/** The latest action's result. */
async function result(name: string): Promise<Json> {
  const results = (await read(name))['deviceActionResults'] as Json[];
  return results.at(-1) ?? {};
}

const items = async (name: string) => (await result(name))['deviceActionPayloads'] as Json[];
const stands = async (name: string) =>
  (await items(name)).map(({ displayName, intent, status }) => `${displayName}: ${intent} ${status}`);

describe('removing', () => {
  test('is taken, is in progress, and is done after the next check-in, which moves the last sync', async () => {
    const before = (await read('IPAD-07'))['lastSyncDateTime'];
    expect((await sync('IPAD-07', [await payload('Mail profile')])).status).toBe(204);
    expect(await stands('IPAD-07')).toEqual(['Mail profile: remove inProgress']);
    expect(await result('IPAD-07')).toMatchObject({ actionName: 'syncPayloads', actionState: 'pending' });
    expect((await read('IPAD-07'))['lastSyncDateTime']).toBe(before);

    asking.clock.turn(3_500);
    expect(await stands('IPAD-07')).toEqual(['Mail profile: remove inProgress']);
    asking.clock.turn(5_000);
    expect(await stands('IPAD-07')).toEqual(['Mail profile: remove removed']);
    expect(await result('IPAD-07')).toMatchObject({ actionState: 'done' });
    expect(Date.parse(String((await read('IPAD-07'))['lastSyncDateTime']))).toBeGreaterThan(Date.parse(String(before)));
    expect(asking.graph.removedOn(idOf('IPAD-07'))).toEqual([
      { id: (await payload('Mail profile')).payloadId, kind: 'deviceConfiguration' },
    ]);
  });

  test('stands beside an older result of another kind', async () => {
    await sync('IPAD-07', [await payload('Mail profile')]);
    expect((await read('IPAD-07'))['deviceActionResults']).toMatchObject([
      { actionName: 'locateDevice' },
      { actionName: 'syncPayloads' },
    ]);
  });

  test('never ends on a device that is switched off, and its last sync stays', async () => {
    const before = (await read('IPAD-19'))['lastSyncDateTime'];
    await sync('IPAD-19', [await payload('Mail profile')]);
    asking.clock.turn(24 * hourMs);
    expect(await stands('IPAD-19')).toEqual(['Mail profile: remove inProgress']);
    expect((await read('IPAD-19'))['lastSyncDateTime']).toBe(before);
  });

  test('a Mail profile fails on one iPad because it is locked, and a repeat cures it', async () => {
    const mail = await payload('Mail profile');
    await sync('IPAD-0042', [mail]);
    asking.clock.turn(checkInMs);
    expect(await items('IPAD-0042')).toMatchObject([{ status: 'error', errorCode: -2016341112 }]);
    expect(-2016341112 + 2 ** 32).toBe(0x87d11388);
    expect(await result('IPAD-0042')).toMatchObject({ actionState: 'failed' });
    await sync('IPAD-0042', [mail]);
    expect(await stands('IPAD-0042')).toEqual(['Mail profile: remove inProgress']);
    asking.clock.turn(checkInMs);
    expect(await stands('IPAD-0042')).toEqual(['Mail profile: remove removed']);
  });

  test('one app hangs for ever, and another answers with a code beyond what a number holds', async () => {
    await sync('IPAD-07', [await payload('Field Maps', 'mobileApps'), await payload('Expenses', 'mobileApps')]);
    asking.clock.turn(7 * hourMs);
    expect(await stands('IPAD-07')).toEqual(['Field Maps: remove inProgress', 'Expenses: remove error']);
    const { text } = await asking.get(`${all}/${idOf('IPAD-07')}?$select=deviceActionResults`);
    expect(text).toContain('"errorCode":9007199254740993,');
    const { text: batched } = await asking.batch([{ id: '1', method: 'GET', url: `${all}/${idOf('IPAD-07')}` }]);
    expect(batched).toContain('"errorCode":9007199254740993,');
  });

  test('of something that the device does not have turns out there', async () => {
    await sync('IPAD-07', [{ payloadId: 'e0f7c7f6-0000-4000-8000-00000000dead', payloadType: 'application' }]);
    asking.clock.turn(checkInMs);
    expect(await items('IPAD-07')).toMatchObject([{ displayName: null, status: 'error', errorCode: -2147023728 }]);
  });

  test.each(['LT-0388', 'LT-0500', 'MAC-0021', 'Galaxy of Petra'])(
    'on %s is not supported, and says so at once',
    async (name) => {
      expect((await sync(name, [await payload('Root CA')])).status).toBe(204);
      expect(await result(name)).toMatchObject({ actionState: 'notSupported' });
      expect(await items(name)).toMatchObject([{ status: 'error', errorCode: -2147024846 }]);
    },
  );

  test('is seen in what is applied to the device', async () => {
    const mail = await payload('Mail profile');
    const outlook = await payload('Outlook', 'mobileApps');
    const device = asking.device('IPAD-07');
    const applied = async () => {
      const rows = await asking.list(`${all}/${device.id}/deviceConfigurationStates`);
      const apps = (await asking.get(`/users/${device.user?.id}/mobileAppIntentAndStates/${device.id}`)).json;
      return [
        rows.find((row) => String(row['id']).startsWith(mail.payloadId))?.['state'],
        (apps['mobileAppList'] as Json[]).find((app) => app['applicationId'] === outlook.payloadId)?.['installState'],
      ];
    };
    await sync('IPAD-07', [mail, outlook]);
    expect(await applied()).not.toContain('notApplicable');
    asking.clock.turn(checkInMs);
    expect(await applied()).toEqual(['notApplicable', 'notInstalled']);
  });
});

describe('restoring', () => {
  test('happens to what the next request leaves out, and what it names again stays removed as it was', async () => {
    const [mail, wifi] = [await payload('Mail profile'), await payload('Wi-Fi Guest')];
    await sync('IPAD-07', [mail, wifi]);
    asking.clock.turn(checkInMs);
    const [before] = await items('IPAD-07');
    await sync('IPAD-07', [mail]);
    expect(await stands('IPAD-07')).toEqual(['Mail profile: remove removed', 'Wi-Fi Guest: restore inProgress']);
    expect((await items('IPAD-07'))[0]).toEqual(before);
    expect(asking.graph.removedOn(idOf('IPAD-07'))).toEqual([{ id: mail.payloadId, kind: 'deviceConfiguration' }]);
    asking.clock.turn(checkInMs);
    expect(await stands('IPAD-07')).toEqual(['Mail profile: remove removed', 'Wi-Fi Guest: restore succeeded']);
  });

  test('of everything is an empty list; what is back is told once', async () => {
    await sync('IPAD-07', [await payload('Mail profile')]);
    asking.clock.turn(checkInMs);
    expect((await sync('IPAD-07', [])).status).toBe(204);
    asking.clock.turn(checkInMs);
    expect(await stands('IPAD-07')).toEqual(['Mail profile: restore succeeded']);
    await sync('IPAD-07', []);
    expect(await items('IPAD-07')).toEqual([]);
  });

  test('happens by itself twelve hours after the removal', async () => {
    const mail = await payload('Mail profile');
    await sync('IPAD-07', [mail]);
    asking.clock.turn(hourMs);
    await sync('IPAD-07', [mail, await payload('Wi-Fi Guest')]);
    asking.clock.turn(11 * hourMs - checkInMs);
    expect(await stands('IPAD-07')).toEqual(['Mail profile: remove removed', 'Wi-Fi Guest: remove removed']);
    asking.clock.turn(4 * checkInMs);
    expect(await stands('IPAD-07')).toEqual(['Mail profile: restore succeeded', 'Wi-Fi Guest: remove removed']);
    expect(asking.graph.removedOn(idOf('IPAD-07'))).toHaveLength(1);
    asking.clock.turn(hourMs);
    expect(asking.graph.removedOn(idOf('IPAD-07'))).toEqual([]);
  });

  test('what came back may be removed again', async () => {
    const mail = await payload('Mail profile');
    await sync('IPAD-07', [mail]);
    asking.clock.turn(13 * hourMs);
    await sync('IPAD-07', [mail]);
    expect(await stands('IPAD-07')).toEqual(['Mail profile: remove inProgress']);
  });
});

test('what somebody does in the admin center is seen like any other action', async () => {
  const vpn = await payload('VPN');
  asking.graph.changesElsewhere(idOf('IPAD-07'), [{ id: vpn.payloadId, kind: 'deviceConfiguration' }]);
  expect(await stands('IPAD-07')).toEqual(['VPN: remove inProgress']);
  expect(() => asking.graph.changesElsewhere('nobody', [])).toThrow('no device nobody');
});

describe('a request that Graph would not understand changes nothing', () => {
  const one = { payloadId: '8c1c9f0a-1111-4c3d-9a10-0a0b0c0d0e01', payloadType: 'application' };
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...one, payloadId: `${one.payloadId.slice(0, -2)}${10 + index}` }));

  test.each<[string, unknown]>([
    ['no body', undefined],
    ['no JSON', '{"deviceActionPayloads": ['],
    ['a list', [one]],
    ['another name for the list', { deviceAssignmentItems: [one] }],
    ['something beside the list', { deviceActionPayloads: [one], force: true }],
    ['no list', { deviceActionPayloads: one }],
    ['31 items', { deviceActionPayloads: many(31) }],
    ['the same item twice', { deviceActionPayloads: [one, one] }],
    ['an item without an id', { deviceActionPayloads: [{ payloadType: 'application' }] }],
    ['an item with an empty id', { deviceActionPayloads: [{ ...one, payloadId: ' ' }] }],
    ['an item without a kind', { deviceActionPayloads: [{ payloadId: one.payloadId }] }],
    ['a kind that does not exist', { deviceActionPayloads: [{ ...one, payloadType: 'script' }] }],
    ['a kind of the successor', { deviceActionPayloads: [{ ...one, payloadType: 'mobileAppConfiguration' }] }],
    ['names of the successor', { deviceActionPayloads: [{ itemId: one.payloadId, itemType: 'application' }] }],
    ['a wish to restore', { deviceActionPayloads: [{ ...one, intent: 'restore' }] }],
  ])('%s', async (_, body) => {
    const answer = await asking.wrongly('POST', `${all}/${idOf('IPAD-07')}/syncPayloads`, body);
    expect([answer.status, errorCodeOf(answer)]).toEqual([400, 'ModelValidationFailure']);
    expect(asking.graph.removedOn(idOf('IPAD-07'))).toEqual([]);
  });

  test('a profile called an app', async () => {
    const { payloadId } = await payload('VPN');
    expect((await sync('IPAD-07', [{ payloadId, payloadType: 'application' }])).status).toBe(400);
  });

  test('30 items are taken', async () => {
    expect((await sync('IPAD-07', many(30))).status).toBe(204);
    expect(await items('IPAD-07')).toHaveLength(30);
  });

  test('a device that is gone', async () => {
    const { id } = asking.device('IPAD-07');
    asking.graph.deletes(id);
    expect((await asking.post(`${all}/${id}/syncPayloads`, { deviceActionPayloads: [one] })).status).toBe(404);
  });
});

describe('the seven ways to a device', () => {
  async function waysTo(): Promise<[string, string][]> {
    const laptop = asking.device('LT-0388');
    const [script, health, compliance] = await Promise.all(
      [states, '/deviceManagement/deviceHealthScripts', '/deviceManagement/deviceComplianceScripts'].map(
        async (path) => `${path}/${(await asking.list(path))[0]?.['id']}`,
      ),
    );
    const state = (path = '') =>
      `${path}/deviceRunStates/${encodeURIComponent(`${path.split('/').at(-1)}:${laptop.id}`)}`;
    const [app] = await asking.list(`${all}/${laptop.id}/detectedApps`);
    return [
      ['LT-0388', `${all}/${laptop.id}`],
      ['LT-0500', `/deviceManagement/comanagedDevices/${idOf('LT-0500')}`],
      ['LT-0388', `${state(health)}/managedDevice`],
      ['LT-0388', `${state(script)}/managedDevice`],
      ['LT-0388', `${state(compliance)}/managedDevice`],
      ['LT-0388', `${state(script)}/managedDevice/users/${laptop.user?.id}/managedDevices/${laptop.id}`],
      ['LT-0388', `${state(script)}/managedDevice/detectedApps/${app?.['id']}/managedDevices/${laptop.id}`],
    ];
  }

  test('lead to it under the old name', async () => {
    const body = { deviceActionPayloads: [await payload('Outlook', 'mobileApps')] };
    for (const [name, way] of await waysTo()) {
      asking.graph.reset();
      expect([way, (await asking.post(`${way}/syncPayloads`, body)).status]).toEqual([way, 204]);
      expect(asking.graph.removedOn(idOf(name))).toHaveLength(1);
    }
  });

  test('lead to it under the new name', async () => {
    const { payloadId } = await payload('Outlook', 'mobileApps');
    const body = { deviceAssignmentItems: [{ itemId: payloadId, itemType: 'application' }] };
    for (const [name, way] of await waysTo()) {
      asking.graph.reset();
      asking.graph.successor(true);
      // Only the first two stand in the description of Graph.
      expect([way, (await asking.wrongly('POST', `${way}/changeAssignments`, body)).status]).toEqual([way, 204]);
      expect(asking.graph.removedOn(idOf(name))).toHaveLength(1);
    }
  });

  test('lead nowhere where a part of them is not true', async () => {
    const body = { deviceActionPayloads: [] };
    const ways = (await waysTo()).map(([, way]) => way);
    const wrong = [
      `/deviceManagement/comanagedDevices/${idOf('LT-0388')}`,
      String(ways[2]).replace('%3A', '%3A0'),
      String(ways[3]).replace(idOf('LT-0388'), idOf('IPAD-07')),
      String(ways[5]).replace(/users\/[^/]+/, 'users/nobody'),
      String(ways[6]).replace(/detectedApps\/[^/]+/, 'detectedApps/none'),
    ];
    for (const way of wrong) expect((await asking.post(`${way}/syncPayloads`, body)).status).toBe(404);
    expect((await asking.wrongly('POST', `${all}/%E0%A4%A/syncPayloads`, body)).status).toBe(400);
  });
});

describe('the successor', () => {
  const assign = (name: string, list: readonly object[]) =>
    asking.post(`${all}/${idOf(name)}/changeAssignments`, { deviceAssignmentItems: list });

  test('is unknown until the tenant has it, and the old name is afterwards', async () => {
    const answer = await assign('IPAD-07', []);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("Resource not found for the segment 'changeAssignments'.");
    asking.graph.successor(true);
    expect((await assign('IPAD-07', [])).status).toBe(204);
    const old = await sync('IPAD-07', []);
    expect(old.status).toBe(400);
    expect(old.text).toContain("Resource not found for the segment 'syncPayloads'.");
  });

  test('tells the same in its own words', async () => {
    asking.graph.successor(true);
    const { payloadId } = await payload('Wi-Fi Corp');
    await assign('IPAD-07', [{ itemId: payloadId, itemType: 'deviceConfiguration' }]);
    const told = async () => {
      const { deviceAssignmentItems, ...rest } = await result('IPAD-07');
      return [rest, (deviceAssignmentItems as Json[])[0]];
    };
    expect(await told()).toMatchObject([
      { '@odata.type': '#microsoft.graph.changeAssignmentsActionResult', actionName: 'changeAssignments' },
      {
        itemId: payloadId,
        itemDisplayName: 'Wi-Fi Corp',
        itemSubTypeDisplayName: 'wiFi',
        assignmentItemActionIntent: 'remove',
        assignmentItemActionStatus: 'initiated',
      },
    ]);
    asking.clock.turn(2_000);
    expect(await told()).toMatchObject([{}, { assignmentItemActionStatus: 'inProgress' }]);
    asking.clock.turn(checkInMs);
    expect(await told()).toMatchObject([{}, { assignmentItemActionStatus: 'removed', errorCode: 0 }]);
  });

  test('knows configurations of apps, which the old name did not', async () => {
    asking.graph.successor(true);
    const item = { itemId: '8c1c9f0a-2222-4c3d-9a10-0a0b0c0d0e02', itemType: 'mobileAppConfiguration' };
    expect((await assign('IPAD-07', [item])).status).toBe(204);
  });
});

describe('a rehearsed answer to a write', () => {
  const next = (status: number | 'timeout', flavour: string | null = null, retryAfter: string | null = null) =>
    asking.graph.next({ on: 'write', status, flavour, retryAfter });

  test.each([403, 409, 429, 500])('%s changes nothing, and is given once', async (status) => {
    const vpn = await payload('VPN');
    next(status, null, status === 429 ? '24' : null);
    const answer = await sync('IPAD-07', [vpn]);
    expect([answer.status, answer.headers['retry-after']]).toEqual([status, status === 429 ? '24' : undefined]);
    expect(asking.graph.removedOn(idOf('IPAD-07'))).toEqual([]);
    expect((await sync('IPAD-07', [vpn])).status).toBe(204);
  });

  test('403 names the permission that this action really takes', async () => {
    next(403, 'scope');
    expect((await sync('IPAD-07', [])).text).toContain('DeviceManagementManagedDevices.PrivilegedOperations.All');
  });

  test('that failed: it is taken, and every item goes wrong', async () => {
    next(204, 'failed');
    await sync('IPAD-07', [await payload('VPN'), await payload('Wi-Fi Guest')]);
    asking.clock.turn(checkInMs);
    expect(await stands('IPAD-07')).toEqual(['VPN: remove error', 'Wi-Fi Guest: remove error']);
    await sync('IPAD-07', [await payload('VPN')]);
    asking.clock.turn(checkInMs);
    expect(await stands('IPAD-07')).toContain('VPN: remove removed');
  });

  test.each([
    ['IPAD-ANA', '0x87D136B9'],
    ['IPAD-1004', '0x87D136B9'],
    ['PIXEL-0301', '0x87D10198'],
  ])('that failed on %s: with a code that devices of its kind report', async (name, hex) => {
    next(204, 'failed');
    await sync(name, [await payload('VPN')]);
    asking.clock.turn(checkInMs);
    const [item] = await items(name);
    const code = errorCodeFrom(String(item?.['errorCode']));
    expect(code?.hex).toBe(hex);
    expect(code && meaningOf(code)?.meaning).toBe(name === 'PIXEL-0301' ? 'code.answer-late' : 'code.device-locked');
  });

  test('what goes wrong on an iPad by itself is no installation on a Mac', async () => {
    await sync('IPAD-1004', [await payload('Root CA')]);
    asking.clock.turn(checkInMs);
    const code = errorCodeFrom(String((await items('IPAD-1004'))[0]?.['errorCode']));
    expect(code && meaningOf(code)).toMatchObject({ meaning: 'code.device-error', cure: null });
  });

  test('that is silent: it is taken, and nothing happens', async () => {
    next(204, 'silent');
    expect((await sync('IPAD-07', [await payload('VPN')])).status).toBe(204);
    expect((await read('IPAD-07'))['deviceActionResults']).toHaveLength(1);
  });

  test.each([500, 'timeout'] as const)('%s begun: it happened all the same', async (status) => {
    next(status, 'begun');
    const body = { deviceActionPayloads: [await payload('VPN')] };
    const asked = fetch(`${asking.graph.url}${all}/${idOf('IPAD-07')}/syncPayloads`, {
      method: 'POST',
      headers: { authorization: 'Bearer practice.QW5h', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (status === 'timeout') asked.catch(() => {});
    else expect((await asked).status).toBe(500);
    while (asking.graph.visits().every(({ method }) => method === 'GET')) await new Promise(setImmediate);
    expect(asking.graph.removedOn(idOf('IPAD-07'))).toHaveLength(1);
  });
});

describe('throttling', () => {
  test('lets a few writes pass, refuses the rest, and ends', async () => {
    asking.graph.throttle(24);
    const answers: Answer[] = [];
    for (let count = 0; count < 7; count += 1) answers.push(await sync('IPAD-07', []));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204, 429, 429]);
    expect(answers[6]?.headers['retry-after']).toBe('24');
    expect((await asking.get(`${all}/${idOf('IPAD-07')}`)).status).toBe(200);
    asking.clock.turn(14_500);
    expect((await sync('IPAD-07', [])).headers['retry-after']).toBe('10');
    asking.clock.turn(9_500);
    expect((await sync('IPAD-07', [])).status).toBe(204);
  });

  test('refuses before it looks at what is asked', async () => {
    asking.graph.throttle(24);
    for (let count = 0; count < 5; count += 1) await sync('IPAD-07', []);
    expect((await asking.post(`${all}/nobody/syncPayloads`, { deviceActionPayloads: [] })).status).toBe(429);
  });
});

test('a new start forgets everything', async () => {
  await sync('IPAD-07', [await payload('VPN')]);
  asking.graph.deletes(idOf('IPAD-19'));
  asking.graph.successor(true);
  asking.graph.throttle(60);
  asking.graph.reset();
  expect(asking.graph.removedOn(idOf('IPAD-07'))).toEqual([]);
  expect(asking.graph.visits()).toEqual([]);
  expect(idOf('IPAD-19')).toBeTruthy();
  expect((await sync('IPAD-07', [])).status).toBe(204);
});
