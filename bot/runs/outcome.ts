import type { Refusal } from '../graph/refusal.ts';

/** What Graph answered to the start of one target. */
export type Outcome =
  | {
      kind: 'accepted';
      at: Date;
      requestId: string | null;
      /** True where the answer was lost and the sync was seen to have begun. */
      inferred: boolean;
    }
  | { kind: 'refused'; at: Date; refusal: Refusal };
