import { autopilotSync } from './autopilot-sync.ts';
import type { Action, ActionName } from './define.ts';

/** Everything Intune can be asked to do. */
export const actions: readonly Action[] = [autopilotSync];

export function actionNamed(name: ActionName): Action {
  const action = actions.find((one) => one.name === name);
  if (!action) throw new Error(`No action "${name}" in actions/index.ts`);
  return action;
}
