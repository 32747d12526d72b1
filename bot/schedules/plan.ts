import { tenantTarget } from '../actions/define.ts';
import { isSameSet } from '../actions/payload-set.ts';
import { type DevicePlan, plansFor, readSets } from '../actions/plan-payloads.ts';
import { syncPayloads } from '../actions/sync-payloads.ts';
import type { Graph } from '../graph/client.ts';
import type { Vocabulary } from '../graph/payload-vocabulary.ts';
import type { Person, Scope, TenantId } from '../ports.ts';
import { unread, type Wish } from '../runs/ask.ts';
import { type Differs, type DiffersWhy, mostNamed } from '../runs/notice.ts';
import { scopesFor } from '../runs/step.ts';
import type { Schedule } from './schedule.ts';
import type { ScheduledWork } from './work.ts';

export type PlanParts = {
  graphFor(person: Person, scopes: readonly Scope[]): Graph;
  /** What a tenant's Graph calls the payload action. */
  vocabularyOf(tenantId: TenantId): Promise<Vocabulary>;
};

/** What is to be done now, and how that differs from what was agreed to. */
export type Planned = { targets: Wish['targets']; differs: readonly Differs[] };

/** Only payloads are read for it: what is off a device now decides what is sent. Anything else its run reads. */
export async function planFor(parts: PlanParts, { work, owner }: Schedule, now: Date): Promise<Planned> {
  switch (work.action) {
    case 'autopilot-sync':
      return { targets: [unread(tenantTarget)], differs: [] };
    case 'exchange-sync':
      return { targets: connectorTargets(work), differs: [] };
    case 'sync-payloads':
      return payloadsNow(parts, { work, owner }, now);
  }
}

type Of<A extends ScheduledWork['action']> = Extract<ScheduledWork, { action: A }>;

const connectorTargets = ({ connectors, sync }: Of<'exchange-sync'>) =>
  connectors.map(({ id, name }) => unread({ kind: 'connector', id, label: name, wish: { sync } }));

type Whose = { work: Of<'sync-payloads'>; owner: Person };

async function payloadsNow(parts: PlanParts, { work, owner }: Whose, now: Date): Promise<Planned> {
  const { intent, devices } = work;
  const sets = await readSets(parts.graphFor(owner, scopesFor(syncPayloads)), devices, now);
  const vocabulary = await parts.vocabularyOf(owner.tenantId);
  const plans = plansFor({ devices, intent, vocabulary }, sets);
  return {
    targets: plans.flatMap((plan) => (plan.kind === 'change' ? [plan.target] : [])),
    differs: differsIn(work, plans),
  };
}

/** By reason, each with the first few names. */
function differsIn({ devices }: Of<'sync-payloads'>, plans: readonly DevicePlan[]): Differs[] {
  const agreed = new Map(devices.map(({ id, keep }) => [id, keep]));
  const grouped = Map.groupBy(plans, (plan) => whyOf(plan, agreed.get(plan.device.id) ?? []));
  return [...grouped].flatMap(([why, some]) =>
    why ? [{ why, count: some.length, names: some.slice(0, mostNamed).map(({ device }) => device.name) }] : [],
  );
}

function whyOf(plan: DevicePlan, agreed: Of<'sync-payloads'>['devices'][number]['keep']): DiffersWhy | null {
  if (plan.kind === 'change') return isSameSet(plan.wish.keep, agreed) ? null : 'other-set';
  return plan.kind === 'refused' ? 'unread' : plan.kind;
}
