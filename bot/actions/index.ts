import { autopilotSync } from './autopilot-sync.ts';
import type { Action, ActionName } from './define.ts';
import { exchangeSync } from './exchange-sync.ts';
import { syncPayloads } from './sync-payloads.ts';

const byName: Readonly<Record<ActionName, Action>> = {
  'sync-payloads': syncPayloads,
  'autopilot-sync': autopilotSync,
  'exchange-sync': exchangeSync,
};

/** Everything Intune can be asked to do. */
export const actions: readonly Action[] = Object.values(byName);

export const actionNamed = (name: ActionName): Action => byName[name];
