import type { Sighting } from '../../../bot/actions/define.ts';
import { baselineOf, payloadSighting, type SetChange, type SetItem } from '../../../bot/actions/payload-set.ts';
import { planFor } from '../../../bot/actions/plan-payloads.ts';
import type { PayloadResult, SeenItem } from '../../../bot/graph/payload-result.ts';
import { joinKeyFor } from '../../../bot/runs/joining.ts';

const now = new Date('2026-03-02T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

const item = (id: string, kind = 'application'): SetItem => ({ id, kind, name: `The ${id}`, type: null });
const seen = (id: string, change: Partial<SeenItem> = {}): SeenItem => ({
  ...{ id, kind: 'application', name: `The ${id}`, intent: 'remove', status: 'inProgress' },
  ...{ detail: null, errorCode: null, changedAt: now },
  ...change,
});
const result = (items: SeenItem[], startedAt = now): PayloadResult => ({
  ...{ vocabulary: 'syncPayloads', startedAt, updatedAt: now, state: 'pending', items },
});
const sight = (items: SeenItem[] | null, startedAt = now) => ({
  device: { lastSyncAt: now },
  result: items && result(items, startedAt),
});
const nothingOff = { removed: [], startedAt: null, lastSyncAt: hoursAgo(3) };
const wish = (change: Partial<SetChange>): SetChange => ({
  ...{ route: { via: 'managed' }, vocabulary: 'syncPayloads', keep: [], adds: [], restores: [], since: null },
  ...change,
});
const device = { id: 'd', name: 'IPAD-07', route: { via: 'managed' } } as const;
const planned = (intent: 'remove' | 'restore', items: SetItem[] | 'all', off: SeenItem[]) =>
  planFor({ ask: { intent, vocabulary: 'syncPayloads' }, device: { ...device, items } }, baselineOf(sight(off), now));

describe('how one item stands, told by status and intent together', () => {
  const removing = wish({ keep: [item('app')], adds: [item('app')] });
  const restoring = wish({ restores: [item('app')] });

  test.each([
    ['remove', 'initiated', 'working'],
    ['remove', 'inProgress', 'working'],
    ['remove', 'removed', 'done'],
    ['remove', 'succeeded', 'working'],
    ['remove', 'error', 'failed'],
    ['remove', 'unknownFutureValue', 'working'],
    ['remove', 'a word of the year 2031', 'working'],
    ['restore', 'inProgress', 'working'],
    ['restore', 'removed', 'working'],
    ['restore', 'succeeded', 'done'],
    ['restore', 'error', 'failed'],
    ['restore', 'unknownFutureValue', 'working'],
  ] as const)('%s and %s: %s', (intent, status, state) => {
    const asked = { wish: intent === 'remove' ? removing : restoring, baseline: nothingOff, last: null };
    expect(payloadSighting(sight([seen('app', { intent, status })]), asked, now).state).toBe(state);
  });

  test('a device that has failed with one thing and goes on with another is still at work', () => {
    const both = wish({ keep: [item('a'), item('b')], adds: [item('a'), item('b')] });
    const items = [seen('a', { status: 'error' }), seen('b')];
    expect(payloadSighting(sight(items), { wish: both, baseline: nothingOff, last: null }, now).state).toBe('working');
  });

  test('a code beyond what a number holds is kept as it is', () => {
    const items = [seen('app', { status: 'error', errorCode: '9007199254740993' })];
    const found = payloadSighting(sight(items), { wish: removing, baseline: nothingOff, last: null }, now);
    expect(found.items?.[0]?.errorCode).toBe('9007199254740993');
  });

  test('a result from before the start says nothing of it', () => {
    const before = { ...nothingOff, startedAt: hoursAgo(1) };
    const found = payloadSighting(
      sight([seen('app')], hoursAgo(1)),
      { wish: removing, baseline: before, last: null },
      now,
    );
    expect(found).toMatchObject({ state: 'waiting', mark: null });
  });

  test('where somebody adds to the set, ours is followed to its end', () => {
    const both = sight([seen('app', { status: 'removed' }), seen('other')]);
    const found = payloadSighting(both, { wish: removing, baseline: nothingOff, last: null }, now);
    expect(found).toMatchObject({ state: 'done', items: [{ id: 'app' }] });
  });

  test('where somebody undoes ours, it has failed if it was ever seen, and else is waited for', () => {
    const others = sight([seen('other')]);
    const ask = (last: Sighting | null) => payloadSighting(others, { wish: removing, baseline: nothingOff, last }, now);
    const first = ask(null);
    expect(first.state).toBe('waiting');
    expect(ask(first).state).toBe('waiting');
    const ours = payloadSighting(sight([seen('app')]), { wish: removing, baseline: nothingOff, last: null }, now);
    expect(ask(ours)).toMatchObject({ state: 'failed', items: ours.items });
    expect(ask(ask(ours)).state).toBe('failed');
  });
});

describe('a plan names everything that is to stay off', () => {
  test('removing more keeps what is off already', () => {
    expect(planned('remove', [item('b')], [seen('a', { status: 'removed' })])).toMatchObject({
      kind: 'change',
      wish: { keep: [{ id: 'a' }, { id: 'b' }], adds: [{ id: 'b' }], restores: [] },
    });
  });

  test('restoring some keeps the rest off, and restoring all keeps nothing', () => {
    const off = [seen('a'), seen('b')];
    expect(planned('restore', [item('A')], off)).toMatchObject({
      wish: { keep: [{ id: 'b' }], restores: [{ id: 'a' }] },
    });
    expect(planned('restore', 'all', off)).toMatchObject({ wish: { keep: [], restores: [{ id: 'a' }, { id: 'b' }] } });
  });

  test('what could not be removed may be asked for once more; what is off or on its way may not', () => {
    const failed = planned('remove', [item('a')], [seen('a', { status: 'error' }), seen('b')]);
    expect(failed).toMatchObject({ wish: { keep: [{ id: 'b' }, { id: 'a' }], adds: [{ id: 'a' }] } });
    expect(planned('remove', [item('b')], [seen('b')])).toMatchObject({ kind: 'nothing-to-do' });
  });

  test('30 fit, and one more does not, whatever is off already', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `item ${index}`);
    const off = (count: number) => many(count).map((id) => seen(id));
    const others = (count: number) => many(count).map((id) => item(`other ${id}`));
    expect(planned('remove', others(1), off(29)).kind).toBe('change');
    expect(planned('remove', others(2), off(29))).toMatchObject({ kind: 'too-many', count: 31 });
    expect(planned('remove', others(31), [])).toMatchObject({ kind: 'too-many', count: 31 });
  });

  test('after a day Intune has put it back by itself, and what comes back is not off', () => {
    const old = seen('old', { status: 'removed', changedAt: hoursAgo(25) });
    expect(planned('restore', 'all', [old, seen('back', { intent: 'restore' })])).toMatchObject({
      kind: 'nothing-to-do',
    });
  });

  test('what has not been taken off after a day is still to be taken off', () => {
    const waiting = seen('waiting', { changedAt: hoursAgo(25) });
    expect(planned('remove', [item('more')], [waiting])).toMatchObject({
      wish: { keep: [{ id: 'waiting' }, { id: 'more' }] },
    });
  });

  test('the same wish for a set that was changed meanwhile is another wish', () => {
    const at = (startedAt: Date) => ({ ...nothingOff, startedAt });
    const ask = { intent: 'remove', vocabulary: 'syncPayloads' } as const;
    const device = { id: 'd', name: 'IPAD-07', route: { via: 'managed' }, items: [item('app')] } as const;
    const keyAt = (startedAt: Date) => {
      const plan = planFor({ ask, device }, at(startedAt));
      return plan.kind === 'change' ? joinKeyFor('sync-payloads', [plan.target]) : plan.kind;
    };
    expect(keyAt(hoursAgo(1))).toBe(keyAt(hoursAgo(1)));
    expect(keyAt(hoursAgo(1))).not.toBe(keyAt(hoursAgo(2)));
  });

  test('things of one id and different kinds are told apart', () => {
    const off = [seen('x', { kind: 'deviceConfiguration' })];
    expect(planned('remove', [item('x')], off)).toMatchObject({ kind: 'change', wish: { keep: [{}, {}] } });
  });
});
