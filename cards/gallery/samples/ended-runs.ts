import type { Target } from '../../../bot/actions/define.ts';
import type { SeenItem } from '../../../bot/graph/payload-result.ts';
import type { Refusal, RefusalKind } from '../../../bot/graph/refusal.ts';
import type { PersonId, RunId, TenantId } from '../../../bot/ports.ts';
import type { Run, RunTarget } from '../../../bot/runs/run.ts';
import { ago, ana, inMinutes } from './invented.ts';

/** Runs that did not come to a good end, as the bot keeps them. */

const asker = { tenantId: 't' as TenantId, id: 'p-ana' as PersonId, name: ana, teamsId: '29:ana' };

const target = (of: Target, change: Partial<RunTarget>): RunTarget => ({
  ...{ position: 0, target: of, state: 'ended', verdict: null, revision: 3, dueAt: null, attempts: 1 },
  ...{ startedAt: ago(9), lookUntil: ago(1), window: null, outcome: null, sighting: null, blind: null },
  ...change,
});

const run = (action: Run['action'], targets: readonly RunTarget[]): Run => ({
  ...{ id: 'r' as RunId, tenantId: asker.tenantId, number: 17, action, asker, askedAt: ago(40), bookedFor: ago(9) },
  ...{ joinedElsewhere: false, approval: null, cancelledBy: null, endedAt: ago(1), pausedUntil: null },
  ...{ resumedAt: null, trace: null, targets: targets.map((one, position) => ({ ...one, position })) },
});

const accepted = { kind: 'accepted', at: ago(9), requestId: null, inferred: false } as const;
const support = { at: ago(9), code: null, requestId: null, clientRequestId: null, activityId: null };
const refused = (status: number, kind: RefusalKind): Partial<RunTarget> => ({
  verdict: 'refused',
  outcome: {
    kind: 'refused',
    at: ago(9),
    refusal: { changed: 'nothing', support: { ...support, status }, ...kind } as Refusal,
  },
});
const role = refused(403, { kind: 'not-allowed', missing: { kind: 'role' } });

const tenant: Target = { kind: 'tenant', id: 'tenant', label: null, wish: null, baseline: null };
const tooEarly = { ...refused(429, { kind: 'too-early', retryAt: inMinutes(4) }), window: window(4) };

function window(minutes: number): RunTarget['window'] {
  return { opensAt: inMinutes(minutes), basis: 'service' };
}

const connector = (label: string): Target => ({
  ...{ kind: 'connector', id: label, label, wish: { sync: 'full' } },
  baseline: { lastSyncAt: ago(1600), status: 'connected' },
});
const lookedAt = { at: ago(1), moved: null };
const still = {
  verdict: 'silent',
  outcome: accepted,
  sighting: { ...lookedAt, state: 'waiting', mark: 'connected' },
} as const;
const cutOff = {
  verdict: 'failed',
  outcome: accepted,
  sighting: { ...lookedAt, state: 'failed', mark: 'disconnected' },
} as const;
const synced = {
  verdict: 'done',
  outcome: accepted,
  sighting: { state: 'done', at: ago(1), mark: 'connected', moved: { from: ago(1600), to: ago(2) } },
} as const;

const names = ['Mail profile', 'Wi-Fi Corp'].map((name) => ({ id: name, kind: 'deviceConfiguration', name }));
const device = (label: string, adds = names.slice(0, 1)): Target => ({
  ...{ kind: 'device', id: label, label },
  wish: { route: { via: 'managed' }, vocabulary: 'syncPayloads', keep: adds, adds, restores: [] },
  baseline: { removed: [], startedAt: null, lastSyncAt: ago(200) },
});
const item = (index: number, errorCode: string | null): SeenItem => ({
  ...{ id: '', kind: '', name: null, ...names[index], intent: 'remove', status: errorCode ? 'error' : 'removed' },
  ...{ detail: null, errorCode, changedAt: ago(3) },
});
const seen = (...items: SeenItem[]) => ({ ...lookedAt, state: 'failed' as const, mark: 'failed', items });
const locked = '-2016341112';
const fails = { verdict: 'failed', outcome: accepted } as const;
const off = { verdict: 'silent', outcome: accepted, sighting: { ...lookedAt, state: 'waiting', mark: null } } as const;
const removed = { verdict: 'done', outcome: accepted, sighting: { ...seen(item(0, null)), state: 'done' } } as const;

const many = (...groups: readonly (readonly [number, Partial<RunTarget>])[]) =>
  groups.flatMap(([count, change], group) =>
    Array.from({ length: count }, (_, index) =>
      target(device(`IPAD-${group + 1}${String(index).padStart(2, '0')}`), change),
    ),
  );

export const endedRuns = {
  'a sync that failed': run('autopilot-sync', [target(tenant, { verdict: 'failed', outcome: accepted })]),
  'a sync that was not allowed': run('autopilot-sync', [target(tenant, role)]),
  'a sync that came too early': run('autopilot-sync', [target(tenant, tooEarly)]),
  'a sync that never began': run('autopilot-sync', [target(tenant, { verdict: 'silent', outcome: accepted })]),
  'a connector that did not move': run('exchange-sync', [target(connector('EX01'), still)]),
  'a connector that lost its connection': run('exchange-sync', [target(connector('EX01'), cutOff)]),
  'a connector without a right to it': run('exchange-sync', [target(connector('EX01'), role)]),
  'one connector of two': run('exchange-sync', [target(connector('EX01'), synced), target(connector('EX02'), role)]),
  'a locked device': run('sync-payloads', [target(device('IPAD-07'), { ...fails, sighting: seen(item(0, locked)) })]),
  'a device with one of two': run('sync-payloads', [
    target(device('IPAD-07', names), { ...fails, sighting: seen(item(0, null), item(1, '-2016341110')) }),
  ]),
  'a device that is off': run('sync-payloads', [target(device('IPAD-07'), off)]),
  'a device without a right to it': run('sync-payloads', [target(device('IPAD-07'), role)]),
  'many devices, most of them locked': run(
    'sync-payloads',
    many([88, removed], [11, { ...fails, sighting: seen(item(0, locked)) }], [2, off], [1, role]),
  ),
  'many devices, most of them refused': run('sync-payloads', many([3, removed], [9, role], [2, off])),
  'many devices, all refused': run('sync-payloads', many([12, role])),
  'many devices, most of them off': run('sync-payloads', many([30, removed], [4, off])),
} as const;
