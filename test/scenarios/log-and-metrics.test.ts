import { rm } from 'node:fs/promises';
import { limits } from '../../bot/graph/limits.ts';
import { openLog } from '../../bot/log.ts';
import { lanes } from '../../bot/runs/lanes.ts';
import { counted } from '../../bot/watching/measures.ts';
import { until } from '../helpers/chat.ts';
import { type Desk, openDesk } from '../helpers/desk.ts';
import { type Family, readExposition } from '../helpers/exposition.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';
import { readyFolder } from '../helpers/ready.ts';
import { openTenantDesk, type TenantDesk } from '../helpers/tenant-desk.ts';

type Line = { msg: string; trace?: string; [detail: string]: unknown };

describe('one id in the log', () => {
  let folder: string;
  let desk: Desk;
  let lines: Line[];

  beforeAll(async () => {
    lines = [];
    folder = await readyFolder();
    const log = openLog({ level: 'info', format: 'json' }, { write: (text) => lines.push(JSON.parse(text) as Line) });
    desk = await openDesk({ dataDir: folder, log });
  });
  besideAnotherTenant(() => [desk]);
  afterAll(async () => {
    await desk.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await desk.startsOver();
    lines.length = 0;
  });

  const messagesOf = (trace: string | undefined) =>
    lines.filter((line) => line.trace === trace).map(({ msg, step = '' }) => `${msg} ${step}`.trim());
  const logged = (msg: string, since = 0) =>
    until(
      () => lines.slice(since).some((line) => line.msg === msg),
      () => `"${msg}" is not in the log:\n${lines.map((line) => `${line.trace} ${line.msg}`).join('\n')}`,
    );
  const lineOf = (msg: string) => lines.findLast((line) => line.msg === msg);

  test('leads from a turn through its run and the run’s steps to each request of Graph', async () => {
    await desk.ana.says('sync autopilot');
    const { trace } = lineOf('a run was asked for') ?? {};
    expect(trace).toMatch(/^[0-9a-f]{8}$/);
    await desk.ana.sees(/Accepted|Working/);
    await desk.clock.goesOn(12_000);
    await desk.ana.sees(/^Done$/m);
    await logged('a run is over');
    expect(new Set(messagesOf(trace))).toEqual(
      new Set([
        'graph answered',
        'a run was asked for',
        'turn ended',
        'a step begins start',
        'a step begins look',
        'a run is over',
      ]),
    );
    expect(messagesOf(undefined).filter((message) => message === 'graph answered')).toEqual([]);
    const asked = lines.filter((line) => line.trace === trace && line.msg === 'graph answered');
    expect(asked.map(({ method }) => method)).toContain('POST');
    expect(new Set(asked.map(({ clientRequestId }) => clientRequestId)).size).toBe(asked.length);
  });

  test('is each asker’s own, and says whose run was joined', async () => {
    await desk.ana.says('sync autopilot');
    const first = lineOf('a run was asked for');
    await desk.jon.says('sync autopilot');
    const second = lineOf('a run is joined');
    expect(second).toMatchObject({ runTrace: first?.trace, run: first?.['run'] });
    expect(second?.trace).not.toBe(first?.trace);
    await desk.clock.goesOn(12_000);
    await logged('a run is over');
    expect(lineOf('a run is over')?.trace).toBe(first?.trace);
    expect(messagesOf(second?.trace)).not.toContain('a step begins look');
  });

  test('goes on after a restart', async () => {
    await desk.ana.says('sync autopilot');
    const { trace } = lineOf('a run was asked for') ?? {};
    await desk.ana.sees(/Accepted|Working/);
    await desk.restart();
    const before = lines.length;
    await desk.clock.goesOn(12_000);
    await logged('a run is over', before);
    const after = lines.slice(before).filter((line) => line.trace === trace);
    expect(after.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['a step begins', 'graph answered']));
  });

  test('of a run that somebody else takes back, it is still the run’s', async () => {
    await desk.ana.says('sync autopilot');
    await desk.ana.sees(/Accepted|Working/);
    await desk.clock.goesOn(12_000);
    await desk.ana.sees(/^Done$/m);
    await desk.ana.says('sync autopilot');
    await desk.ana.presses(/^Sync at .+ for me$/);
    const { trace } = lineOf('a run was asked for') ?? {};
    const board = desk.ana.newest();
    await desk.ana.seesOn(board, /^Booked$/m);
    await desk.ana.presses(/^Cancel run/);
    await logged('a run is over');
    expect(lineOf('a run is over')).toMatchObject({ trace, verdict: 'cancelled' });
    expect(lineOf('turn ended')?.trace).not.toBe(trace);
  });
});

describe('the numbers', () => {
  let desk: Desk;
  let families: Map<string, Family>;
  let text: string;

  const names = ['Ana Ruiz', 'Mallory {x="y"}\n# TYPE injected counter'];

  beforeAll(async () => {
    desk = await openDesk();
    const mallory = desk.person(names[1] ?? '', { conversationId: '19:secret-channel', kind: 'channel' });
    await desk.ana.says('practice next 403');
    await desk.ana.says('sync autopilot');
    await desk.ana.sees(/Did not start/);
    await desk.ana.says('sync autopilot');
    await desk.ana.sees(/Accepted|Working/);
    await mallory.says('device LT-0388');
    await mallory.sends({ type: 'invoke', name: 'Mallory/invented', value: {} });
    await mallory.sends({ type: 'invented by Mallory' });
    for (const id of ['delivered', 'delivered']) await mallory.says('help', { id });
    await mallory.submits({ v: 1, press: 'invented' });
    await desk.clock.goesOn(12_000);
    await desk.ana.sees(/^Done$/m);
    await until(
      () => desk.logged.filter(({ message }) => message === 'a run is over').length === 2,
      () => 'the runs are not over',
    );
    const response = await fetch(`${desk.app.url}/metrics`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    text = await response.text();
    families = readExposition(text);
  });
  afterAll(() => desk.close());

  const own = () => [...families.values()].filter(({ name }) => name.startsWith('sync_desk_'));
  const sum = (name: string, labels: Record<string, string>) =>
    (families.get(name.replace(/_count$/, ''))?.series ?? [])
      .filter((one) => one.name === name && Object.entries(labels).every(([key, value]) => one.labels[key] === value))
      .reduce((all, { value }) => all + value, 0);

  test('tell what happened', () => {
    expect(sum('sync_desk_turn_seconds_count', { kind: 'said', ended: 'answered' })).toBe(5);
    expect(sum('sync_desk_turn_seconds_count', { kind: 'said', ended: 'repeated' })).toBe(1);
    expect(sum('sync_desk_turn_seconds_count', { kind: 'other', ended: 'left-alone' })).toBe(2);
    expect(sum('sync_desk_runs_total', { action: 'autopilot-sync', verdict: 'done' })).toBe(1);
    expect(sum('sync_desk_runs_total', { action: 'autopilot-sync', verdict: 'refused' })).toBe(1);
    expect(sum('sync_desk_runs_total', {})).toBe(2);
    expect(sum('sync_desk_refusals_total', { kind: 'not-allowed' })).toBe(1);
    expect(sum('sync_desk_refusals_total', {})).toBe(1);
    expect(sum('sync_desk_request_seconds_count', { service: 'graph', outcome: 'refused' })).toBe(1);
    const asked = desk.graph.visits().filter(({ batched }) => !batched).length + desk.graph.batches().length;
    expect(sum('sync_desk_request_seconds_count', { service: 'graph' })).toBe(asked);
    expect(sum('sync_desk_request_seconds_count', { service: 'connector', outcome: 'ok' })).toBeGreaterThan(4);
    expect(sum('sync_desk_throttle_wait_seconds_count', { family: 'devices', kind: 'read' })).toBeGreaterThan(0);
    expect(sum('sync_desk_step_seconds_count', { lane: 'start', ended: 'done' })).toBeGreaterThan(0);
    expect(sum('sync_desk_outbox_lag_seconds_count', {})).toBeGreaterThan(0);
    expect(families.get('sync_desk_queue_jobs')?.series).toHaveLength(2 * lanes.length);
  });

  test('have labels of closed lists only, however people, devices and activities are named', () => {
    const closed: Record<string, Record<string, readonly string[]>> = {
      ...Object.fromEntries(Object.values(counted).map(({ name, labels }) => [name, labels])),
      sync_desk_turn_seconds: {
        kind: ['said', 'pressed', 'searched', 'answered-offer', 'edited', 'arrived', 'signing-in', 'other'],
        ended: ['answered', 'repeated', 'stranger', 'left-alone', 'failed'],
      },
      sync_desk_step_seconds: { lane: lanes, ended: ['done', 'failed'] },
      sync_desk_request_seconds: {
        service: ['graph', 'entra', 'connector', 'channel-keys', 'files'],
        outcome: ['ok', 'refused', 'throttled', 'server', 'timeout', 'connection', 'unreadable'],
      },
      sync_desk_throttle_wait_seconds: { family: Object.keys(limits), kind: ['read', 'write'] },
      sync_desk_outbox_lag_seconds: {},
      sync_desk_queue_jobs: { lane: lanes, state: ['due', 'later'] },
      sync_desk_queue_oldest_due_seconds: { lane: lanes },
    };
    expect(
      own()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(closed).sort());
    const open = own().flatMap(({ name, series }) =>
      series.flatMap(({ labels }) =>
        Object.entries(labels)
          .filter(([key, value]) => key !== 'le' && !closed[name]?.[key]?.includes(value))
          .map(([key, value]) => `${name}{${key}="${value}"}`),
      ),
    );
    expect({ 'close the list of': open }).toEqual({ 'close the list of': [] });
  });

  test('name nobody and nothing', () => {
    for (const secret of [
      ...names,
      'Mallory',
      'Ruiz',
      'LT-0388',
      'secret-channel',
      'contoso',
      desk.app.tenant?.graph.url ?? '?',
    ])
      expect(text).not.toContain(secret);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  test('are not there for whoever comes through a proxy, as a page that never was', async () => {
    const through = await fetch(`${desk.app.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    const nowhere = await fetch(`${desk.app.url}/nowhere`);
    expect([through.status, await through.text()]).toEqual([nowhere.status, await nowhere.text()]);
    expect(through.status).toBe(404);
    expect(through.headers.get('content-type')).toBe(nowhere.headers.get('content-type'));
  });
});

describe('on a real tenant', () => {
  const token = 'only-for-the-scraper';
  let desk: TenantDesk;
  beforeAll(async () => {
    desk = await openTenantDesk({ env: { METRICS_TOKEN: token } });
  });
  afterAll(() => desk.close());

  const scrapes = (headers: Record<string, string>) => fetch(`${desk.app.url}/metrics`, { headers });
  const passedOn = { 'x-forwarded-for': '203.0.113.9' };

  test('another machine reads the numbers with the token only', async () => {
    expect((await scrapes({ ...passedOn, authorization: `Bearer ${token}` })).status).toBe(200);
    expect((await scrapes({ ...passedOn, authorization: 'Bearer only-for-somebody-else' })).status).toBe(404);
    expect((await scrapes(passedOn)).status).toBe(404);
  });

  test('who signs in is counted once, however many clients bring the token, and who could not by why', async () => {
    await desk.ana.says('autopilot');
    const offer = desk.ana.signInCard().signIn.tokenExchangeResource?.id ?? '';
    await desk.ana.tokenExchange(offer, { token: 'nonsense' });
    await desk.ana.tokenExchange(offer, { clients: 3 });
    await desk.ana.sees(/Autopilot clock/);
    const families = readExposition(await (await scrapes({})).text());
    const counts = (name: string) =>
      families
        .get(name)
        ?.series.filter(({ value }) => value > 0)
        .map(({ labels, value }) => `${Object.values(labels).join(' ')} ${value}`);
    expect(counts('sync_desk_sign_ins_total')?.sort()).toEqual(['signed-in 1', 'wrong-token 1']);
    const services = families.get('sync_desk_request_seconds')?.series.map(({ labels }) => labels['service']);
    expect(new Set(services)).toEqual(new Set(['channel-keys', 'connector', 'entra', 'graph']));
    for (const secret of [...desk.secrets(), desk.ana.account.id, desk.ana.account.name])
      expect(JSON.stringify([...families])).not.toContain(secret);
  });
});
