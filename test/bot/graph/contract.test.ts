/** What the bot asks Graph, and what the invented Graph answers, against Microsoft's own description of it. */
import { channel } from 'node:diagnostics_channel';
import { globSync } from 'node:fs';
import type { PracticeAnswer } from '../../../bot/ports.ts';
import { type PracticeGraph, startPracticeGraph } from '../../../bot/practice/graph.ts';
import { root, textOf } from '../../guards/project-files.ts';
import { descriptionFile, notChecked, readDescription } from '../../helpers/contract/description.ts';
import type { Answered, Asked } from '../../helpers/contract/exchange.ts';
import { graphOpened, holdToContract, openEar } from '../../helpers/contract/heard.ts';
import { complaintsAbout } from '../../helpers/contract/verdict.ts';
import { type Contract, openContract } from '../../helpers/contract.ts';
import { requests } from './requests.ts';
import { always, answer, openService, type Service } from './service.ts';

const description = descriptionFile();
const described = description ? describe : describe.skip;
// A skipped test that says nothing is taken for a passed one.
if (!description) console.warn(notChecked);

const opened = openContract();
const contract = (): Contract => {
  if (!opened) throw new Error(notChecked);
  return opened;
};

const settings = '/deviceManagement/windowsAutopilotSettings';
const connector = '/deviceManagement/exchangeConnectors/6b2a0c55-0000-4000-8000-0000000000c1';
const device = '/deviceManagement/managedDevices/3f0c1f0e-8a55-4f0e-9c2b-7d0a5c1e2b34';
const json = 'application/json';

const get = (url: string): Asked => ({ method: 'GET', url, contentType: null, body: '' });
const post = (url: string, body?: object): Asked => ({
  method: 'POST',
  url,
  contentType: body ? json : null,
  body: body ? JSON.stringify(body) : '',
});
const told = (status: number, body?: unknown): Answered => ({
  status,
  contentType: body === undefined ? null : json,
  body: body === undefined ? '' : JSON.stringify(body),
});

test('every function that asks Graph something stands in the table that is checked', () => {
  // One that gives a Graph back asks nothing itself.
  const exported = globSync('bot/graph/*.ts', { cwd: root }).flatMap((file) =>
    [...textOf(file).matchAll(/^export (?:async )?function (\w+)\(\s*graph: Graph\b(?!.*\): Graph \{$)/gm)].map(
      ([, name]) => `${file}: ${name}`,
    ),
  );
  const inTable = Object.entries(requests).flatMap(([file, functions]) =>
    Object.keys(functions).map((name) => `${file}: ${name}`),
  );
  expect({ 'test/bot/graph/requests.ts': inTable.sort() }).toEqual({
    'test/bot/graph/requests.ts': exported.sort(),
  });
});

test('every helper that opens the invented Graph holds it to the description', () => {
  const opening = globSync('test/{bot,helpers,scenarios}/**/*.ts', { cwd: root }).filter((file) =>
    textOf(file).includes('startPracticeGraph('),
  );
  const silent = opening.filter((file) => !textOf(file).includes('holdToContract('));
  expect(opening.length).toBeGreaterThan(1);
  expect({ 'call holdToContract in': silent }).toEqual({ 'call holdToContract in': [] });
});

test('this very run is listened to', () => {
  // If not, jest.config.mjs has lost its testEnvironment.
  expect(channel(graphOpened).hasSubscribers).toBe(true);
});

described('what the bot asks', () => {
  let service: Service;
  beforeEach(async () => {
    service = await openService();
  });
  afterEach(() => service.close());

  const asked = (): Asked[] =>
    service.calls.map(({ method, path, headers, body }) => ({
      method,
      url: path.replace(/^\/beta/, ''),
      contentType: headers['content-type'] ?? null,
      body,
    }));

  test.each(
    Object.entries(requests).flatMap(([file, functions]) =>
      Object.entries(functions).map(([name, ask]) => [name, file, ask] as const),
    ),
  )('%s of %s is what Graph takes', async (_, __, ask) => {
    // Whether the answer is understood is not the question here.
    service.otherwise((response, call) => answer(call.method === 'GET' ? 200 : 204, '')(response, call));
    await Promise.allSettled([ask(service.as(always('t')))].flat());
    expect(asked()).not.toEqual([]);
    expect(asked().flatMap(contract().aboutRequest)).toEqual([]);
  });

  test('a batch is what Graph takes', async () => {
    service.will(answer(200, { responses: [{ id: '0', status: 200, body: {} }] }));
    await service.as(always('t')).bulk([{ id: 'a', method: 'GET', path: settings }], { answered() {} });
    expect(asked()).toMatchObject([{ method: 'POST', url: '/$batch' }]);
    expect(asked().flatMap(contract().aboutRequest)).toEqual([]);
  });
});

described('the judge lets pass', () => {
  test.each<[string, Asked]>([
    ['a read', get(settings)],
    ['a read of two properties', get(`${settings}?$select=id,syncStatus`)],
    ['a write without a body', post(`${settings}/sync`)],
    ['a write with its body', post(`${connector}/sync`, { syncType: 'fullSync' })],
    [
      'a list, filtered and in pages',
      get(
        `/deviceManagement/managedDevices?$filter=${encodeURIComponent("deviceName eq 'A,B'")}&$top=25&$count=true&$orderby=deviceName`,
      ),
    ],
    [
      'a list with what belongs to each row',
      get(
        '/deviceManagement/deviceHealthScripts/s1/deviceRunStates?$expand=managedDevice($select=id,deviceName)&$select=id',
      ),
    ],
    ['a next page', get('/deviceManagement/managedDevices?$skiptoken=LastDeviceName%3d%27x%27')],
    [
      'payloads',
      post(`${device}/syncPayloads`, {
        deviceActionPayloads: [{ payloadId: 'p1', payloadType: 'application', intent: 'remove' }],
      }),
    ],
    [
      'a batch',
      post('/$batch', {
        requests: [
          { id: '1', method: 'GET', url: `${device}?$select=id` },
          {
            id: '2',
            method: 'POST',
            url: `${connector}/sync`,
            headers: { 'content-type': json },
            body: { syncType: 'deltaSync' },
            dependsOn: ['1'],
          },
        ],
      }),
    ],
  ])('%s', (_, asked) => {
    expect(contract().aboutRequest(asked)).toEqual([]);
  });

  test('every example of the description itself', () => {
    const examples = examplesOf(description ?? '');
    expect(examples.length).toBeGreaterThan(10);
    expect(examples.flatMap(([asked, answered]) => contract().aboutAnswer(asked, answered))).toEqual([]);
  });
});

/** The description's examples of answers, each as the answer to its own request. */
function examplesOf(file: string): [Asked, Answered][] {
  const { childrenOf, within, top } = readDescription(file);
  return childrenOf(top, 'paths').flatMap(([template, path]) =>
    childrenOf(path).flatMap(([method, operation]) =>
      childrenOf(operation, 'responses').flatMap(([status, response]) =>
        childrenOf(response, 'content', json, 'examples').map(([, example]): [Asked, Answered] => [
          { ...get(template.replaceAll(/[{}]/g, '')), method: method.toUpperCase() },
          told(status === 'default' ? 418 : Number(status), within(example, 'value')?.node),
        ]),
      ),
    ),
  );
}

described('the judge finds', () => {
  const sync = `${connector}/sync`;
  const payload = { payloadId: 'p1', payloadType: 'application' };

  test.each<[string, Asked, string]>([
    [
      'a misspelt path',
      get(`${settings}x`),
      `GET ${settings}x: the description of Graph has no such path. Edit bot/graph/<resource>.ts.`,
    ],
    ['a path with nothing where an id belongs', post('/deviceManagement/exchangeConnectors//sync'), 'no such path'],
    ['a wrong method', post(settings), 'only GET is described there. Edit bot/graph/windows-autopilot-settings.ts.'],
    [
      'an unknown query parameter',
      get(`${settings}?$top=1`),
      'it takes no `$top` in its query, there is only `$select`',
    ],
    ['a misspelt query parameter', get(`${settings}?$slect=id`), 'did you mean `$select`?'],
    [
      'a misspelt property in $select',
      get(`${settings}?$select=id,syncState`),
      'cannot be `syncState`, did you mean `syncStatus`?',
    ],
    ['a number that is none', get('/deviceManagement/managedDevices?$top=all'), 'in `$top` it must be integer'],
    ['a body where none belongs', post(`${settings}/sync`, {}), 'it takes no body, and this one has'],
    ['a missing body', post(sync), 'it needs a body'],
    [
      'a misspelt property in a body',
      post(sync, { syncType: 'fullSync', sycnType: 'x' }),
      '`sycnType` is unknown, did you mean `syncType`?',
    ],
    ['a missing property in a body', post(sync, {}), "it must have required property 'syncType'"],
    [
      'a wrong word in a body',
      post(sync, { syncType: 'full' }),
      '`syncType` cannot be `full`, did you mean `fullSync`?',
    ],
    ['a body that is no JSON', { ...post(sync, {}), body: '{' }, 'its body is no JSON'],
    [
      'a body that says it is something else',
      { ...post(sync, {}), contentType: 'text/plain' },
      'should be application/json and is text/plain',
    ],
    [
      'a misspelt property deep in a body',
      post(`${device}/syncPayloads`, { deviceActionPayloads: [payload, { ...payload, intend: 'remove' }] }),
      '`deviceActionPayloads/1/intend` is unknown, did you mean `intent`?',
    ],
    [
      'a property that only Graph sets',
      post(`${device}/syncPayloads`, { deviceActionPayloads: [{ ...payload, displayName: 'Mail' }] }),
      '`deviceActionPayloads/0/displayName` is only for Graph to set',
    ],
    [
      'a wrong request in a batch',
      post('/$batch', { requests: [{ id: '1', method: 'GET', url: `${device}?$select=deviceNam` }] }),
      'did you mean `deviceName`?',
    ],
    [
      'two requests of one id in a batch',
      post('/$batch', { requests: ['a', 'A'].map((id) => ({ id, method: 'GET', url: device })) }),
      'two of its requests have the id a',
    ],
    [
      'a request in a batch that waits for nobody',
      post('/$batch', { requests: [{ id: '1', method: 'GET', url: device, dependsOn: ['0'] }] }),
      'a request depends on 0, which is not in the batch',
    ],
    ['an empty batch', post('/$batch', { requests: [] }), '`requests` must NOT have fewer than 1 items'],
  ])('%s', (_, asked, complaint) => {
    expect(contract().aboutRequest(asked)).toEqual([expect.stringContaining(complaint)]);
  });

  const fine = { id: 'x', syncStatus: 'completed' };
  const batch = post('/$batch', { requests: [{ id: '1', method: 'GET', url: settings }] });

  test.each<[string, Asked, Answered, string]>([
    [
      'a misspelt property',
      get(settings),
      told(200, { ...fine, lastSyncDatetime: '2026-03-02T12:00:00Z' }),
      'did you mean `lastSyncDateTime`?',
    ],
    [
      'a word that Graph does not say',
      get(settings),
      told(200, { ...fine, syncStatus: 'done' }),
      '`syncStatus` cannot be `done`',
    ],
    [
      'a time that is none',
      get(settings),
      told(200, { ...fine, lastSyncDateTime: 'yesterday' }),
      'must match format "date-time"',
    ],
    ['a list without its rows', get('/deviceManagement/managedDevices'), told(200, {}), "required property 'value'"],
    [
      'a success that is not described',
      post(`${settings}/sync`),
      told(200, fine),
      'no such answer to it is described. Edit bot/practice/graph-autopilot.ts.',
    ],
    [
      'a body where none is described',
      post(`${settings}/sync`),
      told(204, fine),
      'it has a body, and none is described',
    ],
    [
      'an error in a shape of its own',
      get(settings),
      told(400, { message: 'no' }),
      "must have required property 'error'",
    ],
    ['an error without a body', get(settings), told(503), 'Edit bot/practice/graph-errors.ts.'],
    [
      'a wrong answer in a batch',
      batch,
      told(200, { responses: [{ id: '1', status: 200, headers: { 'Content-Type': json }, body: { id: 1 } }] }),
      '`id` must be string',
    ],
    ['a request that a batch forgot', batch, told(200, { responses: [] }), 'the request 1 was not answered'],
    [
      'a derived type with a property of another',
      get(device),
      told(200, {
        id: 'x',
        deviceActionResults: [
          { '@odata.type': '#microsoft.graph.syncPayloadsActionResult', deviceAssignmentItems: [] },
        ],
      }),
      '`deviceActionResults/0/deviceAssignmentItems` is unknown',
    ],
  ])('in an answer %s', (_, asked, answered, complaint) => {
    const complaints = contract().aboutAnswer(asked, answered);
    expect(complaints).toContainEqual(expect.stringContaining(complaint));
  });
});

described('what the invented Graph answers', () => {
  let graph: PracticeGraph;
  let clock: { now(): Date };
  beforeEach(async () => {
    clock = { now: () => new Date('2026-03-02T12:00:00Z') };
    graph = await startPracticeGraph({ clock });
    holdToContract(graph.url);
  });
  afterEach(() => graph.close());

  const ask = async (asked: Asked): Promise<string[]> => {
    const authorization = `Bearer practice.${Buffer.from('Ana Ruiz').toString('base64url')}`;
    const answered = await fetch(graph.url + asked.url, { method: asked.method, headers: { authorization } });
    const contentType = answered.headers.get('content-type');
    return contract().aboutAnswer(asked, { status: answered.status, contentType, body: await answered.text() });
  };

  const forced: [PracticeAnswer['status'], string | null][] = [
    ...[null, 'role', 'access'].map((flavour): [number, string | null] => [401, flavour]),
    ...[null, 'scope', 'role', 'approval'].map((flavour): [number, string | null] => [403, flavour]),
    ...[null, 'action', 'intune'].map((flavour): [number, string | null] => [400, flavour]),
    ...[404, 409, 418, 429, 500, 502, 503, 504].map((status): [number, null] => [status, null]),
  ];

  test.each(forced)('%s %s is an error as Graph writes it', async (status, flavour) => {
    graph.next({ on: 'read', status, flavour, retryAfter: null });
    graph.next({ on: 'write', status, flavour, retryAfter: null });
    expect(await ask(get(settings))).toEqual([]);
    expect(await ask(post(`${settings}/sync`))).toEqual([]);
  });

  test('the settings are as Graph has them, before, while and after a sync runs', async () => {
    expect(await ask(get(settings))).toEqual([]);
    expect(await ask(post(`${settings}/sync`))).toEqual([]);
    expect(await ask(post(`${settings}/sync`))).toEqual([]);
    expect(await ask(get(settings))).toEqual([]);
    clock.now = () => new Date('2026-03-02T12:01:00Z');
    expect(await ask(get(settings))).toEqual([]);
    expect(await ask(post(`${settings}/sync`))).toEqual([]);
  });
});

describe('what passes in a test', () => {
  test('is heard as it travelled, and only what passes at a Graph', async () => {
    const ear = openEar();
    const graph = await startPracticeGraph({ clock: { now: () => new Date() } });
    const service = await openService();
    holdToContract(graph.url);
    service.will(answer(200, { name: 'a' }));
    const headers = { authorization: 'Bearer practice.QW5h' };
    const body = await (await fetch(`${graph.url}${settings}?$select=id`, { headers })).text();
    await fetch(`${service.url}/things`);
    const heard = ear.exchanges();
    ear.stop();
    await graph.close();
    await service.close();
    expect(heard).toEqual([
      { asked: get(`${settings}?$select=id`), answered: { status: 200, contentType: json, body } },
    ]);
  });

  test('is not judged where it is no answer of Graph’s', () => {
    const page = { status: 200, contentType: 'text/html', body: '<html></html>' };
    for (const answered of [null, page]) expect(complaintsAbout([{ asked: get(settings), answered }])).toEqual([]);
  });
});

described('a test file', () => {
  test('fails with every complaint once, if anything did not fit', () => {
    const wrong = { asked: get(`${settings}?$slect=id`), answered: told(200, { id: 'x', state: 'y' }) };
    const [error, ...more] = complaintsAbout([wrong, wrong, { asked: get(settings), answered: null }]);
    expect(more).toEqual([]);
    expect(error?.message.match(/ Edit /g)).toHaveLength(2);
  });
});
