import { readSerials } from '../../../bot/actions/serials.ts';
import { refusalIn } from '../../../bot/graph/errors.ts';
import { together } from '../../../bot/graph/together.ts';
import { autopilotDevicesOf, profileStatuses } from '../../../bot/graph/windows-autopilot-device-identities.ts';
import { graphForEach } from './graph-for-each.ts';
import { answersBy, meantAt } from './lists.ts';
import { answer } from './service.ts';

const { service, graph } = graphForEach();

const list = '/deviceManagement/windowsAutopilotDeviceIdentities';
const row = {
  id: 'a1',
  serialNumber: '5CG4200R01',
  deploymentProfileAssignmentStatus: 'assignedUnkownSyncState',
  enrollmentState: 'notContacted',
};
const understood = { id: 'a1', serial: '5CG4200R01', profile: 'assignedUnkownSyncState', enrollment: 'notContacted' };
const refusalOf = async (asked: Promise<unknown>) => refusalIn(await asked.catch((error: unknown) => error));

test('a serial is asked for as a part of one, and only the whole one counts, however it is typed', async () => {
  answersBy(service(), { [list]: [{ ...row, id: 'a2', serialNumber: '5CG4200R01X' }, row, { id: 'a3' }] });
  expect(await autopilotDevicesOf(graph(), '5cg4200r01')).toEqual({ rows: [understood], more: false });
  expect(meantAt(service())).toEqual([{ path: list, options: { $filter: "contains(serialNumber,'5cg4200r01')" } }]);
});

test('one that is printed in groups is looked for in groups and in one piece', async () => {
  answersBy(service(), { [list]: [{ ...row, serialNumber: '5CG 4200 R01' }] });
  const { rows } = await autopilotDevicesOf(graph(), '5CG 4200 R01');
  expect(rows).toMatchObject([{ id: 'a1' }]);
  expect(meantAt(service()).map(({ options }) => options['$filter'])).toEqual([
    "contains(serialNumber,'5CG 4200 R01')",
    "contains(serialNumber,'5CG4200R01')",
  ]);
});

test('the list is read to its last page', async () => {
  const next = `${service().url}${list}?$filter=contains(serialNumber,'5CG4200R01')&$skiptoken=2`;
  service().will(
    answer(200, { value: [{ ...row, id: 'a2', serialNumber: '5CG4200R011' }], '@odata.nextLink': next }),
    answer(200, { value: [row] }),
  );
  expect((await autopilotDevicesOf(graph(), '5CG4200R01')).rows).toEqual([understood]);
});

test('what is not found in a list whose end was not reached is not said to be missing', async () => {
  const next = `${service().url}${list}?$skiptoken=2`;
  service().otherwise(answer(200, { value: [], '@odata.nextLink': next }));
  expect(await readSerials(graph(), ['5CG4200R01'])).toMatchObject([{ standing: 'unknown' }]);
});

test.each<[string | null, string]>([
  ['assignedInSync', 'ready'],
  ['assignedUnkownSyncState', 'ready'],
  ['assignedOutOfSync', 'out-of-sync'],
  ['notAssigned', 'not-assigned'],
  ['pending', 'pending'],
  ['failed', 'failed'],
  ['unknown', 'unknown'],
  ['unknownFutureValue', 'unknown'],
  [null, 'unknown'],
])('a profile that is %s is %s', async (status, standing) => {
  answersBy(service(), { [list]: [{ ...row, deploymentProfileAssignmentStatus: status }] });
  expect(await readSerials(graph(), ['5CG4200R01'])).toEqual([
    { serial: '5CG4200R01', standing, enrollment: 'notContacted' },
  ]);
  expect(profileStatuses).toHaveLength(7);
});

test('of two records of one serial the less ready one counts', async () => {
  const other = { ...row, id: 'a2', deploymentProfileAssignmentStatus: 'failed' };
  answersBy(service(), { [list]: [row, other] });
  expect(await readSerials(graph(), ['5CG4200R01'])).toMatchObject([{ standing: 'failed' }]);
});

test('sixty serials are three requests', async () => {
  const serials = Array.from({ length: 60 }, (_, index) => `5CG42${String(index).padStart(3, '0')}Z`);
  service().otherwise((response, call) => {
    const { requests } = JSON.parse(call.body) as { requests: { id: string; url: string }[] };
    const rowsFor = (url: string) =>
      serials.filter((one) => url.includes(one)).slice(1 - Number(!url.includes('007Z')));
    const responses = requests.map(({ id, url }) => ({
      ...{ id, status: 200, headers: { 'content-type': 'application/json' } },
      body: { value: rowsFor(url).map((serialNumber) => ({ ...row, id: serialNumber, serialNumber })) },
    }));
    answer(200, { responses })(response, call);
  });
  const read = await readSerials(together(graph()), serials);
  expect(service().calls.map(({ path }) => path)).toEqual(['/beta/$batch', '/beta/$batch', '/beta/$batch']);
  expect(read.map(({ serial }) => serial)).toEqual(serials);
  expect(new Set(read.map(({ standing }) => standing))).toEqual(new Set(['unregistered', 'ready']));
});

test('what Graph refuses for now is asked again, and none of it is called missing meanwhile', async () => {
  const part = (id: string, status: number, body: object) => ({
    ...{ id, status, body, headers: { 'content-type': 'application/json', 'retry-after': '0' } },
  });
  const found = (serialNumber: string) => ({ value: [{ ...row, serialNumber }] });
  const tooMany = { error: { code: 'TooManyRequests', message: 'later' } };
  service().otherwise((response, call) => {
    const { requests } = JSON.parse(call.body) as { requests: { id: string; url: string }[] };
    const isFirst = service().calls.length === 1;
    const responses = requests.map(({ id, url }, index) =>
      isFirst && index > 0 ? part(id, 429, tooMany) : part(id, 200, found(/5CG4200R\d\d/.exec(url)?.[0] ?? '')),
    );
    answer(200, { responses })(response, call);
  });
  const read = await readSerials(together(graph()), ['5CG4200R01', '5CG4200R02', '5CG4200R03']);
  expect(read.map(({ standing }) => standing)).toEqual(['ready', 'ready', 'ready']);
  expect(service().calls.length).toBeGreaterThan(1);
});

test.each<[string, number, object]>([
  ['nobody who lacks the right', 403, { kind: 'not-allowed' }],
  ['nobody where there is no such list', 404, { kind: 'not-there' }],
])('%s is told that serials are missing', async (_, status, told) => {
  service().otherwise(answer(status, { error: { code: 'x', message: 'y' } }));
  expect(await refusalOf(readSerials(graph(), ['5CG4200R01']))).toMatchObject(told);
});

test.each([[{}], [{ value: 'none' }], [{ value: [{ serialNumber: '5CG4200R01' }] }]])(
  'an answer like %j is not believed',
  async (body) => {
    service().otherwise(answer(200, body));
    expect(await refusalOf(readSerials(graph(), ['5CG4200R01']))).toMatchObject({
      kind: 'unexpected',
      how: 'unreadable',
    });
  },
);
