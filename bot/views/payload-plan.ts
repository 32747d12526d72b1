import { payloadPlan } from '../../cards/payload-plan.ts';
import { type LeftOut, type LeftOutWhy, leftOutReasons, type PlanCaution } from '../../cards/plan-cautions.ts';
import type { PlanGroup } from '../../cards/plan-groups.ts';
import { backByItself } from '../actions/payload-set.ts';
import type { DevicePlan } from '../actions/plan-payloads.ts';
import type { FoundDevice } from '../finding/devices.ts';
import type { Offered } from '../finding/payloads.ts';
import { payloadSupportOf } from '../knowledge/platforms.ts';
import type { CardJson } from '../ports.ts';
import type { ApprovalReason } from '../runs/run.ts';
import type { Once } from './buttons.ts';
import { namesOf, waysAmong } from './payload-forms.ts';
import { isSilent, payloadLabelFor } from './payload-labels.ts';
import { asJson, type Screen } from './screen.ts';

export { leftOutReasons };

type Change = Extract<DevicePlan, { kind: 'change' }>;

/** What would happen to the devices that somebody chose, and to which nothing would. */
export type Planned = {
  draft: string;
  once: Once;
  intent: 'remove' | 'restore';
  devices: readonly FoundDevice[];
  plans: readonly DevicePlan[];
  /** Devices that a run is just changing, and which run. */
  underWay: ReadonlyMap<string, number>;
  /** Named, but not among the devices, and why. */
  notChosen: readonly { why: LeftOutWhy; names: readonly string[] }[];
  /** What may be a device's way to Intune and goes along. */
  chosen: readonly Offered[];
  asker: { name: string; isReader: boolean };
  /** Why a second person has to agree. */
  approval: readonly ApprovalReason[];
};

export const backBetween = (from: Date) => ({
  from: new Date(from.getTime() + backByItself.fromMs),
  to: new Date(from.getTime() + backByItself.toMs),
});

export function planCard(planned: Planned, { words, practice, now }: Screen): CardJson {
  const { draft, once, asker } = planned;
  const changes = changesIn(planned);
  return asJson(
    payloadPlan(
      {
        ...{ practice, now, draft, once },
        groups: groupsOf(changes),
        cautions: cautionsFor(planned, changes, now),
        leftOut: leftOutOf(planned),
        back: changes.some(({ wish }) => wish.adds.length > 0) ? backBetween(now) : null,
        asker: asker.name,
        readerIsAsker: asker.isReader,
        approval: planned.approval,
      },
      words,
    ),
  );
}

/** What a press on Run would start. */
export const changesIn = ({ plans, underWay }: Pick<Planned, 'plans' | 'underWay'>): Change[] =>
  plans.filter((plan) => plan.kind === 'change').filter(({ device }) => !underWay.has(device.id));

type Named = { device: { name: string }; wish: Change['wish'] };

export function groupsOf(changes: readonly Named[]): PlanGroup[] {
  const labelled = changes.map(({ device, wish }) => ({ device, ...labelsOf(wish) }));
  // Each platform has its own of a name, and people read names.
  const alike = Map.groupBy(labelled, ({ device: _, ...labels }) => JSON.stringify(labels));
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, devices: namesOf(group.map(({ device }) => device)) }] : [];
  });
}

function labelsOf({ adds, keep, restores }: Change['wish']): Omit<PlanGroup, 'devices'> {
  const stay = keep.filter((item) => !adds.some((one) => one.id === item.id));
  return {
    remove: adds.map(payloadLabelFor),
    stay: stay.map(payloadLabelFor),
    restore: restores.map(payloadLabelFor),
  };
}

function cautionsFor(planned: Planned, changes: readonly Change[], now: Date): PlanCaution[] {
  const touched = new Set(changes.map(({ device }) => device.id));
  const devices = planned.devices.filter(({ id }) => touched.has(id));
  const undocumented = Map.groupBy(
    devices.filter((device) => payloadSupportOf(device) === 'undocumented'),
    ({ os }) => os,
  );
  const silent = devices.filter((device) => isSilent(device, now));
  const runs = Map.groupBy(
    planned.devices.filter(({ id }) => planned.underWay.has(id)),
    ({ id }) => planned.underWay.get(id) ?? 0,
  );
  const ways = planned.intent === 'remove' ? waysAmong(planned.chosen) : [];
  return [
    ...[...undocumented].map(([system, some]) => ({ kind: 'undocumented' as const, system, ...namesOf(some) })),
    ...(silent.length > 0 ? [{ kind: 'silent' as const, since: oldestOf(silent), ...namesOf(silent) }] : []),
    ...[...runs].map(([run, some]) => ({ kind: 'under-way' as const, run, ...namesOf(some) })),
    ...(ways.length > 0 && devices.length > 0
      ? [{ kind: 'connectivity' as const, items: ways.map(({ item }) => payloadLabelFor(item)), ...namesOf(devices) }]
      : []),
  ];
}

function oldestOf(devices: readonly FoundDevice[]): Date | null {
  const times = devices.map(({ lastSyncAt }) => lastSyncAt?.getTime() ?? 0);
  const oldest = Math.min(...times);
  return oldest === 0 ? null : new Date(oldest);
}

function leftOutOf({ plans, notChosen, intent }: Planned): LeftOut[] {
  const why = (plan: DevicePlan): LeftOutWhy | null => {
    if (plan.kind === 'change') return null;
    if (plan.kind === 'nothing-to-do') return intent === 'remove' ? 'same-already' : 'not-on-it';
    return plan.kind === 'too-many' ? 'too-many' : 'unreadable';
  };
  const grouped = Map.groupBy(plans, why);
  const read = [...grouped].flatMap(([reason, some]) =>
    reason ? [{ why: reason, ...namesOf(some.map(({ device }) => device)) }] : [],
  );
  const named = notChosen.filter(({ names }) => names.length > 0);
  return [
    ...read,
    ...named.map(({ why: reason, names }) => ({ why: reason, ...namesOf(names.map((name) => ({ name }))) })),
  ];
}
