import type { Share } from './shares.ts';
import type { Answers } from './windows.ts';

/** What a conversation was sent lately, and until when Teams takes nothing there. */
export type Lately = { answers: Answers; notBefore: number };

type Where = { tenantId: string; conversationId: string };

/** What a process takes, keeps and leaves. */
export type Turn = Where & { process: string };

/** What several processes that send to the same tenants tell one another, in the database, by its clock. */
export type Together = {
  /** Changes who has which part of a tenant's places, nobody else at the same time; the answer is what `change` made of it. */
  shares(tenantId: string, change: (shares: readonly Share[], now: number) => Share[]): Promise<Share[]>;
  /** The turn in a conversation, with what is known of it, counted from now (`at` is below 0); null while another has it. */
  takeChat(turn: Turn): Promise<Lately | null>;
  /** Whoever writes for longer says so every few seconds: a turn that nobody keeps is over in six. */
  keepChat(turn: Turn): Promise<void>;
  leaveChat(turn: Turn, lately: Lately): Promise<void>;
};
