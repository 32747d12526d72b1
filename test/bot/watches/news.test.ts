import type { SerialStanding } from '../../../bot/actions/serial-standing.ts';
import type { Sight } from '../../../bot/actions/sight.ts';
import { isSameSight, type Pair, seenFrom, toldOf } from '../../../bot/watches/news.ts';
import { keyOf, targetOf, type Watch, type What } from '../../../bot/watches/watch.ts';
import { hour, later, minute, noon } from '../runs/samples.ts';

const autopilot = (status: string, lastSyncAt: Date | null = noon): Sight => ({
  kind: 'autopilot',
  status,
  lastSyncAt,
});
const device = (lastSyncAt: Date | null, pending = 0, failed = 0): Sight => ({
  ...{ kind: 'device', lastSyncAt, pending, failed },
});
const connector = (lastSyncAt: Date | null, status = 'connected'): Sight => ({ kind: 'connector', status, lastSyncAt });

type Asked = { on?: Watch['on']; over?: boolean; at?: Date };
const told = (what: What, pairs: readonly Pair[], { on = 'change', over = false, at = noon }: Asked = {}) =>
  toldOf({ what, on }, pairs, { now: at, over });
const nothing = { news: null, ended: false };

describe('Autopilot', () => {
  const what: What = { kind: 'autopilot' };
  const seenAs = (before: Sight, now: Sight, how?: Asked) => told(what, [{ before, now }], how);

  test('a sync that begins, and one that ends, is news', () => {
    expect(seenAs(autopilot('completed'), autopilot('inProgress')).news).toMatchObject({ status: 'inProgress' });
    expect(seenAs(autopilot('inProgress'), autopilot('completed', later(minute))).news).toMatchObject({
      ...{ kind: 'autopilot', status: 'completed', lastSyncAt: later(minute) },
    });
  });

  test('a whole sync between two looks is news by its time', () => {
    expect(seenAs(autopilot('completed'), autopilot('completed', later(minute))).news).not.toBeNull();
  });

  test('nothing has changed, nothing is told', () => {
    expect(seenAs(autopilot('completed'), autopilot('completed'))).toEqual(nothing);
  });

  test('who wants failures only hears of those only', () => {
    const how = { on: 'failure' } as const;
    expect(seenAs(autopilot('inProgress'), autopilot('completed', later(minute)), how)).toEqual(nothing);
    expect(seenAs(autopilot('inProgress'), autopilot('failed', later(minute)), how).news).not.toBeNull();
  });

  test('at its end it says nothing that it has not seen', () => {
    expect(seenAs(autopilot('completed'), autopilot('completed'), { over: true })).toEqual({ news: null, ended: true });
  });
});

describe('serials', () => {
  const what: What = { kind: 'serials', serials: ['5CG1', '5CG2'] };
  const serial = (standing: SerialStanding): Sight => ({ kind: 'serial', standing });
  const seenAs = (standings: readonly SerialStanding[], over = false) =>
    told(
      what,
      standings.map((standing) => ({ before: serial('pending'), now: serial(standing) })),
      { over },
    );

  test('are told once, when the last of them is ready', () => {
    expect(seenAs(['ready', 'pending'])).toEqual(nothing);
    expect(seenAs(['ready', 'out-of-sync'])).toEqual(nothing);
    const groups = [{ standing: 'ready', count: 2, names: ['5CG1', '5CG2'] }];
    expect(seenAs(['ready', 'ready'])).toEqual({ news: { kind: 'serials', groups }, ended: true });
  });

  test('at the end what is missing is named, and what could not be seen is not called missing', () => {
    expect(seenAs(['ready', 'unregistered'], true)).toMatchObject({
      ...{ ended: true, news: { groups: [{ standing: 'unregistered', names: ['5CG2'] }, { standing: 'ready' }] } },
    });
    expect(toldOf({ what, on: 'change' }, [null, null], { now: noon, over: true }).news).toMatchObject({
      groups: [{ standing: 'unknown', count: 2 }],
    });
  });

  test('are looked for by their keys, whatever signs are in them', () => {
    expect(targetOf(keyOf({ kind: 'serial', id: 'VMware-56 4d:7e' }))).toEqual({
      kind: 'serial',
      id: 'VMware-56 4d:7e',
    });
  });
});

describe('a device', () => {
  const one = (until: 'check-in' | 'done'): What => ({
    ...{ kind: 'devices', until, run: null },
    devices: [{ id: 'd', label: 'IPAD-07' }],
  });
  const seenAs = (until: 'check-in' | 'done', [before, now]: readonly [Sight, Sight], how?: Asked) =>
    told(one(until), [{ before, now }], how);

  test('checks in: told once, and the watch ends', () => {
    const { news, ended } = seenAs('check-in', [device(noon), device(later(minute))]);
    expect(news).toEqual({
      kind: 'devices',
      devices: [{ label: 'IPAD-07', standing: 'checked-in', lastSyncAt: later(minute) }],
    });
    expect(ended).toBe(true);
  });

  test('has something to do: its check-in alone is not the end', () => {
    expect(seenAs('done', [device(noon, 2), device(later(minute), 1)])).toEqual(nothing);
    expect(seenAs('done', [device(noon, 2), device(later(minute))]).news).toMatchObject({
      devices: [{ standing: 'done' }],
    });
    expect(seenAs('done', [device(noon, 2), device(later(minute), 0, 1)]).news).toMatchObject({
      devices: [{ standing: 'failed' }],
    });
  });

  test('stays silent: that is said when the watch ends', () => {
    expect(seenAs('check-in', [device(null), device(null)])).toEqual(nothing);
    expect(seenAs('check-in', [device(null), device(null)], { over: true })).toMatchObject({
      ...{ ended: true, news: { devices: [{ standing: 'silent', lastSyncAt: null }] } },
    });
  });

  test('failures only: a device that does what it should is not worth a message', () => {
    const how = { on: 'failure' } as const;
    expect(seenAs('check-in', [device(noon), device(later(minute))], how)).toEqual({ news: null, ended: true });
    expect(seenAs('check-in', [device(noon), device(noon)], { ...how, over: true }).news).not.toBeNull();
  });
});

test('of several silent devices one message tells, when all have come or the watch ends', () => {
  const devices = ['LT-1', 'LT-2', 'LT-3'].map((label) => ({ id: label, label }));
  const what: What = { kind: 'devices', devices, until: 'done', run: 17 };
  const came: Pair = { before: device(noon, 1), now: device(later(minute)) };
  const silent: Pair = { before: device(noon, 1), now: device(noon, 1) };
  expect(told(what, [came, came, silent])).toEqual(nothing);
  expect(told(what, [came, came, silent], { over: true }).news).toMatchObject({
    devices: [{ standing: 'done' }, { standing: 'done' }, { label: 'LT-3', standing: 'silent' }],
  });
  expect(told(what, [came, came, came])).toMatchObject({ ended: true });
});

describe('a connector', () => {
  const what = (olderThanMs: number | null): What => ({ kind: 'connector', id: 'c', label: 'EX01', olderThanMs });
  const day = 24 * hour;

  test('tells that its last success moved, or its status changed', () => {
    const moved = [{ before: connector(noon), now: connector(later(hour)) }];
    expect(told(what(null), moved).news).toMatchObject({ why: 'moved' });
    const lost = [{ before: connector(noon), now: connector(noon, 'disconnected') }];
    expect(told(what(null), lost, { on: 'failure' }).news).toMatchObject({ why: 'status' });
    expect(told(what(null), moved, { on: 'failure' }).news).toBeNull();
  });

  test('watched by its age, it is told when that has come, once, and when it is fresh again', () => {
    const watch = what(day);
    const fresh = { before: seenFrom(connector(noon), watch, noon), now: connector(noon) };
    expect(told(watch, [fresh], { at: later(day) }).news).toBeNull();
    expect(told(watch, [fresh], { at: later(day + 1) }).news).toMatchObject({ why: 'old' });
    const old = { before: seenFrom(connector(noon), watch, later(day + 1)), now: connector(noon) };
    expect(told(watch, [old], { at: later(2 * day) }).news).toBeNull();
    const again = { ...old, now: connector(later(2 * day)) };
    expect(told(watch, [again], { at: later(2 * day) }).news).toMatchObject({ why: 'fresh' });
    expect(told(watch, [again], { at: later(2 * day), on: 'failure' }).news).toBeNull();
  });

  test('that never succeeded is older than anything', () => {
    const watch = what(day);
    const never = { before: { ...connector(null), old: false }, now: connector(null) };
    expect(told(watch, [never]).news).toMatchObject({ why: 'old', lastSyncAt: null });
  });
});

test('what is stored and read again is the same sight', () => {
  const seen = connector(noon);
  expect(isSameSight(seen, { lastSyncAt: noon, status: 'connected', kind: 'connector' })).toBe(true);
  expect(isSameSight(seen, connector(later(1)))).toBe(false);
});

test('a name of what is watched leads back to it', () => {
  for (const target of [{ kind: 'autopilot' }, { kind: 'device', id: 'a:b' }, { kind: 'connector', id: 'c' }] as const)
    expect(targetOf(keyOf(target))).toEqual(target);
  expect(targetOf('run:17')).toBeNull();
});
