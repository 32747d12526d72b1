import type { Share } from './shares.ts';
import type { Answers } from './windows.ts';

type Where = { tenantId: string; conversationId: string };

/** What several processes that send to the same tenants tell one another, in the database, by its clock. */
export type Together = {
  /** Changes who has which part of a tenant's places, nobody else at the same time; the answer is what `change` made of it. */
  shares(tenantId: string, change: (shares: readonly Share[], now: number) => Share[]): Promise<Share[]>;
  /** The turn in a conversation, with what was sent there lately, counted from now (`at` is below 0); null while another has it. */
  takeChat(where: Where): Promise<Answers | null>;
  leaveChat(where: Where, answers: Answers): Promise<void>;
};
