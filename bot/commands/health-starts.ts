import type { ActionName } from '../actions/define.ts';
import { setChange } from '../actions/payload-set.ts';
import type { Vocabulary } from '../graph/payload-vocabulary.ts';
import type { Refusal } from '../graph/refusal.ts';
import type { Outcome } from '../runs/outcome.ts';
import type { RunOutline, RunTarget } from '../runs/run.ts';
import type { Naming } from '../views/health-found.ts';

/** What earlier starts tell: pure. */

/** The latest of somebody's own runs that tells something about their rights. */
export function lastStartOf(own: readonly RunOutline[], action: ActionName): Outcome | null {
  const outcomes = own.filter((run) => run.action === action).flatMap((run) => rightsTold(run) ?? []);
  return latest(outcomes) ?? null;
}

/** One device that was taken proves the right; what was refused for another of the same run is about that one. */
function rightsTold({ samples }: RunOutline): Outcome | undefined {
  const telling = samples.flatMap(({ outcome }) => (outcome && tellsRights(outcome) ? [outcome] : []));
  const accepted = telling.filter(({ kind }) => kind === 'accepted');
  return latest(accepted.length > 0 ? accepted : telling);
}

/** That something began is no proof that it was theirs; and conditional access is asked about anew. */
function tellsRights(outcome: Outcome): boolean {
  if (outcome.kind === 'accepted') return !outcome.inferred;
  const { refusal } = outcome;
  return refusal.kind === 'not-allowed' && refusal.missing.kind !== 'policy';
}

type Named = { action: ActionName; vocabulary: Vocabulary };
type Start = { at: Date; run: { id: RunOutline['id']; number: number }; refusal: Refusal | null };

/** Only a start tells that the tenant's Graph does not know a name, whoever made it. */
export function namingOf(runs: readonly RunOutline[], { action, vocabulary }: Named): Naming {
  if (action !== 'sync-payloads') return { kind: 'first' };
  const starts = runs
    .filter((run) => run.action === action)
    .flatMap((run) => run.samples.flatMap((sample) => startUnder(vocabulary, run, sample)));
  const last = latest(starts);
  if (last?.refusal) {
    const { refusal, at, run } = last;
    return { kind: 'unknown', refusal, at, run: vocabulary === 'syncPayloads' ? run : null };
  }
  return { kind: vocabulary === 'syncPayloads' ? 'first' : 'successor' };
}

/** A start that shows whether the name is known: it was taken, or refused because it is not. */
function startUnder(vocabulary: Vocabulary, { id, number }: RunOutline, { target, outcome }: RunTarget): Start[] {
  if (!outcome || setChange.parse(target.wish).vocabulary !== vocabulary) return [];
  const { at } = outcome;
  const run = { id, number };
  if (outcome.kind === 'accepted') return [{ at, run, refusal: null }];
  const { refusal } = outcome;
  return refusal.kind === 'not-there' && refusal.what === 'action' ? [{ at, run, refusal }] : [];
}

const latest = <T extends { at: Date }>(all: readonly T[]): T | undefined =>
  all.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0];
