import { autopilotSync } from './autopilot-sync.ts';
import type { Action, ActionName } from './define.ts';
import { exchangeSync } from './exchange-sync.ts';
import { syncPayloads } from './sync-payloads.ts';

/** Everything Intune can be asked to do. */
export const actions: readonly Action[] = [syncPayloads, autopilotSync, exchangeSync];

export function actionNamed(name: ActionName): Action {
  const action = actions.find((one) => one.name === name);
  if (!action) throw new Error(`No action "${name}" in actions/index.ts`);
  return action;
}
