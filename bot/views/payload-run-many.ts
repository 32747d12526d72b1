import type { ManyDevicesView } from '../../cards/payload-board.ts';
import { unseenStandings } from '../../cards/payload-counts.ts';
import type { FailedGroup, RefusedGroup, UnseenGroups } from '../../cards/payload-groups.ts';
import { setChange } from '../actions/payload-set.ts';
import type { SeenItem } from '../graph/payload-result.ts';
import type { Run, RunTarget } from '../runs/run.ts';
import { errorFor } from './payload-errors.ts';
import type { RunReader } from './run-reader.ts';
import { refusalOf, refusalToldTo } from './run-refusal.ts';
import type { Screen } from './screen.ts';
import { countsOf, didSome, standingOf } from './targets-status.ts';

type Shown = { run: Run; reader: Pick<RunReader, 'id'> };

/** Many devices: how many stand how, and what went wrong, grouped by its cause. `shared`: all were refused alike. */
export function manyDevices({ run, reader }: Shown, shared: boolean, screen: Screen): ManyDevicesView {
  const { targets } = run;
  return {
    kind: 'many',
    items: changesOf(targets),
    counts: countsOf(targets, run),
    part: targets.filter((target) => standingOf(target, run) === 'failed' && didSome(target)).length,
    changed: changedCounts(run),
    failed: failedGroups(run),
    unseen: unseenGroups(run),
    refused: shared ? [] : refusedGroups({ run, reader }, screen),
  };
}

/** What is done on any of them. */
export function changesOf(targets: readonly RunTarget[]): ManyDevicesView['items'] {
  const all = targets.flatMap((target) => {
    const { adds, restores } = setChange.parse(target.target.wish);
    return [
      ...adds.map((item) => ({ ...item, intent: 'remove' })),
      ...restores.map((item) => ({ ...item, intent: 'restore' })),
    ];
  });
  // Each platform has its own of a name; people know it by the name.
  return [...new Map(all.map((item) => [`${item.intent} ${item.kind} ${item.name ?? item.id}`, item])).values()];
}

/** A round of looks is over within this time. */
const oneRoundMs = 60_000;

function changedCounts(run: Run): ManyDevicesView['changed'] {
  const looked = run.targets.filter(({ sighting }) => sighting?.changed);
  const last = Math.max(...looked.map(({ sighting }) => sighting?.at.getTime() ?? 0));
  const news = looked.filter(
    ({ sighting }) => (sighting?.changed?.length ?? 0) > 0 && last - (sighting?.at.getTime() ?? 0) < oneRoundMs,
  );
  if (looked.length === 0) return null;
  return Object.fromEntries(Object.entries(countsOf(news, run)).filter(([, count]) => count > 0));
}

const firstError = ({ sighting }: RunTarget): SeenItem | null =>
  sighting?.items?.find(({ status }) => status === 'error') ?? null;

function failedGroups(run: Run): FailedGroup[] {
  const failed = run.targets.filter((target) => standingOf(target, run) === 'failed');
  const byCode = Map.groupBy(failed, (target) => firstError(target)?.errorCode ?? '');
  return [...byCode.values()].flatMap((group) => {
    const item = group[0] && firstError(group[0]);
    const error = item && errorFor(item);
    return error ? [{ ...named(group), error }] : [];
  });
}

function unseenGroups(run: Run): UnseenGroups {
  const byStanding = Map.groupBy(run.targets, (target) => standingOf(target, run));
  return Object.fromEntries(unseenStandings.map((one) => [one, named(byStanding.get(one) ?? [])]));
}

function refusedGroups({ run, reader }: Shown, screen: Screen): RefusedGroup[] {
  const refused = run.targets.filter(({ verdict }) => verdict === 'refused');
  const byKind = Map.groupBy(refused, (target) => refusalOf(run, target, screen)?.kind ?? '');
  return [...byKind.values()].flatMap((group) => {
    const refusal = group[0] && refusalToldTo(reader, run, refusalOf(run, group[0], screen));
    return refusal ? [{ ...named(group), refusal }] : [];
  });
}

const named = (targets: readonly RunTarget[]) => ({
  count: targets.length,
  names: targets.slice(0, 5).map(({ target }) => target.label ?? target.id),
});
