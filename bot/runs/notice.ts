import type { ActionName } from '../actions/define.ts';
import type { RunVerdict } from '../meter.ts';
import type { PersonId, TenantId } from '../ports.ts';
import type { Decision } from './run.ts';

/** What a notice tells: finished facts, so that it can be drawn at any time and in any language. */
export type NoticeContent =
  /** A run that had been booked for later is over. */
  | { kind: 'run-over'; number: number; action: ActionName; verdict: RunVerdict; asker: string; bookedFor: Date }
  /** What became of asking a second person; `by` and `reason` where one decided. */
  | {
      kind: 'approval';
      number: number;
      action: ActionName;
      how: Decision['kind'] | 'expired';
      by: string | null;
      reason: string | null;
      until: Date;
    };

/** A message that the bot is to send unasked. */
export type Notice = {
  tenantId: TenantId;
  personId: PersonId;
  conversationId: string;
  /** What it tells of: in a tenant nothing is told twice. */
  key: string;
  content: NoticeContent;
  askedAt: Date;
  /** When to post it at the earliest. */
  dueAt: Date;
};

/**
 * `posting`: somebody is just handing it to Teams; found so after a crash, it is posted again, because Teams cannot be asked
 * whether a message has arrived.
 */
export const noticeStates = ['waiting', 'posting', 'posted', 'lost'] as const;
