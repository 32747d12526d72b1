import { actionNamed } from '../actions/index.ts';
import type { Person, Scope } from '../ports.ts';
import { findRunsAskedBy } from '../store/run-askers.ts';
import { isParked } from './parking.ts';
import type { Run, RunTarget } from './run.ts';
import { type Parts, scopesFor } from './step.ts';

/** What a person has to give so that what waits for them goes on. */
export type Lacking = { need: 'sign-in' | 'consent' | 'proof'; scopes: readonly Scope[] };

/** Null where nothing waits for them. What takes more than signing in comes first, because it includes it. */
export async function lackingOf({ store }: Pick<Parts, 'store'>, person: Person): Promise<Lacking | null> {
  const runs = await findRunsAskedBy(store.db, person);
  const lacks = runs.flatMap((run) => run.targets.flatMap((target) => lackingIn(run, target)));
  return lacks.find(({ need }) => need !== 'sign-in') ?? lacks[0] ?? null;
}

function lackingIn(run: Run, target: RunTarget): Lacking[] {
  const { blind } = target;
  if (blind?.kind !== 'signed-out' || !isParked(target)) return [];
  return [{ need: blind.need, scopes: scopesFor(actionNamed(run.action)) }];
}
