import type { RefusalView } from '../../cards/refusal-lines.ts';
import { setChange } from '../actions/payload-set.ts';
import type { PersonId } from '../ports.ts';
import type { Run, RunTarget } from '../runs/run.ts';
import { refusalViewFor } from './refusal.ts';
import type { Screen } from './screen.ts';

/** The refusal worth showing: of the start as long as it matters, of the looking once it ended the run or halts it. */
export function refusalOf(run: Run, target: RunTarget, { words }: Screen): RefusalView | null {
  const { outcome, blind, verdict, window, state } = target;
  const context = { action: run.action, window };
  const blinded = verdict === 'silent' || (verdict === null && blind?.kind === 'signed-out');
  if (blinded && blind) {
    const phase = state === 'waiting' ? 'start' : 'read';
    return refusalViewFor(blind, { ...context, phase }, words);
  }
  const moot = verdict === 'done' || verdict === 'failed' || state === 'waiting';
  if (outcome?.kind !== 'refused' || moot) return null;
  const view = refusalViewFor(outcome.refusal, { ...context, phase: 'start' }, words);
  return hasSuccessor(target) ? { ...view, kind: 'renamed-action' } : view;
}

/** Whoever reads it and is somebody else reads who was refused. */
export const refusalToldTo = (
  reader: { id: PersonId | null },
  { asker }: Pick<Run, 'asker'>,
  refusal: RefusalView | null,
): RefusalView | null => (refusal && reader.id !== asker.id ? { ...refusal, other: asker.name } : refusal);

/** Intune does not know the action by its first name, and may know it by its second (graph-contract 0.1). */
export function hasSuccessor({ target, outcome }: Pick<RunTarget, 'target' | 'outcome'>): boolean {
  if (outcome?.kind !== 'refused' || target.kind !== 'device') return false;
  const { refusal } = outcome;
  const isUnknown = refusal.kind === 'not-there' && refusal.what === 'action';
  return isUnknown && setChange.parse(target.wish).vocabulary === 'syncPayloads';
}
