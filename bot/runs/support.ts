import type { Refusal } from '../graph/refusal.ts';

/** For what no answer of Microsoft tells: there is nothing that they could look up. */
export const supportAt = (at: Date): Refusal['support'] => ({
  ...{ at, status: null, code: null, requestId: null, clientRequestId: null, activityId: null },
});
