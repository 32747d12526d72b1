import { keyOf, type RemovedItem, type SetItem } from '../../actions/payload-set.ts';
import type { DevicePlan, SetRead } from '../../actions/plan-payloads.ts';
import type { Offered } from '../../finding/payloads.ts';

/** Intune's result of an earlier start names items without their type; what can be chosen there tells it. */
type Types = ReadonlyMap<string, string | null>;

export const typesIn = (offered: readonly Offered[]): Types =>
  new Map(offered.flatMap(({ kind, variants }) => variants.map(({ id, type }) => [keyOf({ kind, id }), type])));

const typed = <T extends SetItem>(items: readonly T[], types: Types): T[] =>
  items.map((item) => ({ ...item, type: item.type ?? types.get(keyOf(item)) ?? null }));

/** What is off the devices, each once. */
export function removedIn(sets: readonly SetRead[], types: Types): RemovedItem[] {
  const items = sets.flatMap((set) => (set.kind === 'read' ? set.baseline.removed : []));
  return typed([...new Map(items.map((item) => [keyOf(item), item])).values()], types);
}

/** The same plan with what its items are, so that preview and board call them as the form did. */
export function withTypes(plan: DevicePlan, types: Types): DevicePlan {
  if (plan.kind !== 'change') return plan;
  const { keep, restores } = plan.wish;
  const wish = { ...plan.wish, keep: typed(keep, types), restores: typed(restores, types) };
  return { ...plan, wish, target: { ...plan.target, wish } };
}

/** What is off the device and is not asked for once more takes places of its own. */
export const withoutChosen = (removed: readonly RemovedItem[], chosen: readonly Offered[]): RemovedItem[] => {
  const again = new Set(chosen.map(keyOf));
  return removed.filter((item) => !again.has(keyOf(item)));
};

/** What failed to go is still there, and can be asked for again. */
export const isOff = ({ failed }: RemovedItem): boolean => failed !== true;
