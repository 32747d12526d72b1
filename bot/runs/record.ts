import type { ActionName } from '../actions/define.ts';
import type { PersonId, TenantId } from '../ports.ts';
import type { RunOutline } from './run.ts';

/** Which of a tenant's runs history shows. */
export type HistoryFilter = {
  tenantId: TenantId;
  /** Asked for by this person, first or by joining. */
  askedBy: PersonId | null;
  action: ActionName | null;
  /** On a device or connector of this name. */
  on: string | null;
  since: Date | null;
};

/** A run as history tells it. */
export type RunRecord = RunOutline & {
  /** Its devices or connectors, the first few; `targetCount`: how many there are. */
  names: readonly string[];
  targetCount: number;
  /** Under which ids Graph answered, the first few; `requestCount`: how many there are. */
  requestIds: readonly string[];
  requestCount: number;
  /** Who joined it, or asked first for what somebody else took over. */
  alsoAsked: readonly string[];
};
