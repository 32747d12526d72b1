import type { ActionName } from '../actions/define.ts';
import type { SerialGroup, SerialList } from '../actions/serial-standing.ts';
import type { RunVerdict } from '../meter.ts';
import type { PersonId, RunId, TenantId } from '../ports.ts';
import type { Missed } from '../schedules/schedule.ts';
import type { BlindReason, News } from '../watches/news-told.ts';
import type { What } from '../watches/watch.ts';
import type { Counts, Decision } from './run.ts';

/** What a notice tells: finished facts, so that it can be drawn at any time and in any language. */
export type NoticeContent =
  /** Where somebody has been reading their run the bot can no longer write. */
  | { kind: 'cannot-write'; number: number; action: ActionName }
  /** Where somebody has asked for something the bot cannot write. */
  | { kind: 'cannot-answer'; at: Date }
  /** A run that had been booked for later is over. */
  | {
      kind: 'run-over';
      number: number;
      action: ActionName;
      verdict: RunVerdict;
      asker: string;
      bookedFor: Date;
      counts: Counts;
      /** So that its button is the same as that of its board, and spent with it; unknown of older ones. */
      over?: { id: RunId; at: Date } | undefined;
    }
  /** What became of asking a second person; `by` and `reason` where one decided. */
  | {
      kind: 'approval';
      number: number;
      action: ActionName;
      how: Decision['kind'] | 'expired';
      by: string | null;
      reason: string | null;
      until: Date;
    }
  /** Before a schedule's time: nothing can be done in its owner's name. `missed`: what becomes of that time. */
  | { kind: 'schedule-sign-in'; number: number; action: ActionName; owner: string; at: Date; missed: Missed }
  /** A schedule's time passed while nothing could be done; `run`: the one that does it late, null where it was left out. */
  | {
      kind: 'schedule-missed';
      number: number;
      action: ActionName;
      owner: string;
      at: Date;
      run: number | null;
      nextAt: Date | null;
    }
  /** Planned anew at a schedule's time, it is not what its owner saw; `run`: the one that does it, null where nothing is left. */
  | {
      kind: 'schedule-changed';
      number: number;
      action: ActionName;
      owner: string;
      at: Date;
      run: number | null;
      differs: readonly Differs[];
    }
  /** How the serials stand with which somebody had asked for a sync that has completed; `name`: in whose name they were read. `owner`: theirs, unknown of older ones. */
  | {
      kind: 'run-serials';
      run: number;
      owner?: string | undefined;
      name: string;
      at: Date;
      groups: readonly SerialGroup[];
      heard: Omit<SerialList, 'serials'>;
    }
  /** It has completed, and they could not be read. */
  | {
      kind: 'serials-unread';
      run: number;
      owner?: string | undefined;
      name: string;
      count: number;
      why: UnreadWhy;
    }
  /** A watch tells. `by`: whose start here led to it. `endsAt`: null where the watch has ended with it. */
  | { kind: 'watch'; watch: number; what: What; news: News; by: Starter | null; endsAt: Date | null }
  /** Watches of a person that can no longer look, told once. */
  | { kind: 'watch-blind'; reason: BlindReason; name: string; watches: readonly { watch: number; what: What }[] }
  /** What was watched is not there any more, or may not be seen any more. */
  | { kind: 'watch-gone'; watch: number; what: What }
  /** A watch ended while nothing could be looked at in somebody's name. */
  | { kind: 'watch-unseen'; watch: number; what: What };

/** Why serials could not be read in somebody's name. */
export const unreadWhys = ['sign-in', 'consent', 'proof', 'not-allowed', 'unreadable'] as const;
export type UnreadWhy = (typeof unreadWhys)[number];

/** How a plan that is made anew differs from what was agreed to. */
export const differsWhys = ['other-set', 'nothing-to-do', 'too-many', 'unread'] as const;
export type DiffersWhy = (typeof differsWhys)[number];
export type Differs = { why: DiffersWhy; count: number; names: readonly string[] };

/** The others are counted. */
export const mostNamed = 5;

export type Starter = { name: string; run: number };

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

/** Notices that somebody has in hand, as long as they are due then; another one who takes them moves that. */
export type Taken = { ids: readonly string[]; dueAt: Date };

/**
 * `posting`: somebody is just handing it to Teams; found so after a crash, it is posted again, because Teams cannot be asked
 * whether a message has arrived.
 */
export const noticeStates = ['waiting', 'posting', 'posted', 'lost'] as const;

/**
 * What waited, for instance for the end of quiet hours, is told in one message; not what somebody has to answer on its own card.
 */
const together: Record<NoticeContent['kind'], boolean> = {
  'run-over': true,
  approval: false,
  'cannot-write': false,
  'cannot-answer': false,
  'schedule-changed': false,
  'schedule-sign-in': false,
  'schedule-missed': true,
  'run-serials': true,
  'serials-unread': true,
  watch: true,
  'watch-gone': true,
  'watch-unseen': true,
  'watch-blind': false,
};

export const toldTogether = (Object.keys(together) as NoticeContent['kind'][]).filter((kind) => together[kind]);
