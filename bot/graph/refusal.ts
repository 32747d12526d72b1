import type { SignInNeed } from '../ports.ts';

/** What the person lacks, as far as the service's answer tells. */
export type Missing =
  | { kind: 'scope'; scopes: readonly string[] }
  /** The answer did not say what; an Intune role permission, a scope group or a scope tag. */
  | { kind: 'role' }
  /** 401 although the token is good: no Intune role or licence at all. */
  | { kind: 'intune-access' }
  /** Conditional access refuses, and nothing the person could prove would help. */
  | { kind: 'policy' }
  /** Multi Admin Approval; the code identifies the request to approve. */
  | { kind: 'approval'; code: string | null };

/** What Microsoft's support asks for; never shown but under "details for support". */
export type Support = {
  at: Date;
  status: number | null;
  code: string | null;
  requestId: string | null;
  clientRequestId: string | null;
  activityId: string | null;
};

/** Whether the service may have acted all the same. */
export type Changed = 'nothing' | 'unknown';

/** Why Graph did not do what was asked: a closed list, and every card answers every member. */
export type RefusalKind =
  | { kind: 'running-already' }
  /** It is no longer as the person saw it when they said yes; `run`: ours that is changing it just now. */
  | { kind: 'changed'; run: number | null }
  | { kind: 'too-early'; retryAt: Date | null }
  | { kind: 'throttled'; retryAt: Date | null }
  | { kind: 'not-allowed'; missing: Missing }
  | { kind: 'not-there'; what: 'action' | 'object' | 'intune' }
  | { kind: 'signed-out'; need: Exclude<SignInNeed, 'policy'> }
  | { kind: 'unreachable'; how: 'timeout' | 'connection' | 'server' }
  /** `settings`: Entra refuses this bot's own credential. */
  | { kind: 'unexpected'; how: 'bad-request' | 'unreadable' | 'settings' | 'other' };

export type Refusal = { changed: Changed; support: Support } & RefusalKind;
