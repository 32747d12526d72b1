import type { Clock } from '../ports.ts';
import { approvalCodeIn, requestIdIn } from './answer-ids.ts';
import { claimsIn } from './claims-challenge.ts';
import { type ErrorFacts, errorFactsFrom } from './error-body.ts';
import type { Changed, Missing, Refusal, RefusalKind, Support } from './refusal.ts';
import { retryAtFor } from './retry-after.ts';

/** Thrown by the Graph door and caught in one place only, where it becomes an `Outcome` or an answer. */
export class Refused extends Error {
  readonly refusal: Refusal;
  /** When the service said to come again, whatever it refused for. */
  readonly retryAt: Date | null;

  constructor(refusal: Refusal, { retryAt = null, cause }: { retryAt?: Date | null; cause?: unknown } = {}) {
    super(`Graph refused: ${refusal.kind} (status ${refusal.support.status ?? 'none'})`, cause ? { cause } : undefined);
    this.name = 'Refused';
    this.refusal = refusal;
    this.retryAt = retryAt;
  }
}

/** A refusal on its way, and when the service said to come again. */
export type Trouble = Pick<Refused, 'refusal' | 'retryAt'>;

/** The refusal in an error, or the error again if it is a surprise. */
export const refusalIn = (error: unknown): Refusal => troubleIn(error).refusal;

export function troubleIn(error: unknown): Trouble {
  if (error instanceof Refused) return error;
  throw error;
}

/** What 409 and 429 mean on a route that has its own rules, such as the Autopilot sync. */
export type Meanings = { conflict?: 'running-already'; tooMany?: 'too-early' };

/** An answer that is not a success, freed of the HTTP client. */
export type ErrorAnswer = {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
  clientRequestId: string;
  /** Whether the request could have changed something: a write is not known to be undone by a 5xx. */
  write: boolean;
  meanings: Meanings;
};

/** Decides which refusal an error answer is (the table in graph-contract 6.3). */
export function refusalFor(answer: ErrorAnswer, clock: Clock): Refusal {
  const facts = errorFactsFrom(answer.body);
  const support = supportFor(answer, facts, clock);
  const changed: Changed = answer.write && answer.status >= 500 ? 'unknown' : 'nothing';
  return { changed, support, ...kindFor(answer, facts, clock) };
}

function kindFor(answer: ErrorAnswer, facts: ErrorFacts, clock: Clock): RefusalKind {
  const { status, meanings } = answer;
  if (status === 401) return unauthorizedFor(answer, facts);
  if (status === 403 && facts.code === 'insufficient_claims') return { kind: 'signed-out', need: 'proof' };
  if (status === 403) return { kind: 'not-allowed', missing: missingFor(answer, facts) };
  if (status === 404) return { kind: 'not-there', what: 'object' };
  if (status === 429)
    return { kind: meanings.tooMany ?? 'throttled', retryAt: retryAtFor(answer.headers['retry-after'] ?? null, clock) };
  if (status === 409 && meanings.conflict) return { kind: meanings.conflict };
  if (status === 400) return badRequestFor(facts);
  if (status >= 500) return { kind: 'unreachable', how: 'server' };
  return { kind: 'unexpected', how: 'other' };
}

/** Intune says 401 for "no Intune role or licence"; a new token would not help there (graph-contract 0.5). */
function unauthorizedFor({ headers }: ErrorAnswer, facts: ErrorFacts): RefusalKind {
  if (facts.forbiddenInside || facts.fromIntune) return { kind: 'not-allowed', missing: { kind: 'intune-access' } };
  return { kind: 'signed-out', need: claimsIn(headers['www-authenticate']) ? 'proof' : 'sign-in' };
}

/** More than one request ever needs. */
const mostScopes = 10;

function missingFor(answer: ErrorAnswer, facts: ErrorFacts): Missing {
  const code = approvalCodeIn(answer.headers);
  if (facts.code === 'ApprovalRequired' || code !== null) return { kind: 'approval', code };
  const listed = /following scopes:\s*([A-Za-z0-9_.,\s]+)/i.exec(facts.text)?.[1] ?? '';
  const scopes = listed.match(/\b(?=[A-Za-z.]{1,80}\b)[A-Za-z]+(?:\.[A-Za-z]+)+/g)?.slice(0, mostScopes) ?? [];
  return scopes.length > 0 ? { kind: 'scope', scopes } : { kind: 'role' };
}

/** Graph answers 400, not 404, for an action it does not know (graph-contract 6.3). */
function badRequestFor(facts: ErrorFacts): RefusalKind {
  if (/not found for the segment/i.test(facts.text)) return { kind: 'not-there', what: 'action' };
  if (/not applicable to target tenant/i.test(facts.text)) return { kind: 'not-there', what: 'intune' };
  return { kind: 'unexpected', how: 'bad-request' };
}

function supportFor(answer: ErrorAnswer, facts: ErrorFacts, clock: Clock): Support {
  return {
    at: clock.now(),
    status: answer.status,
    code: facts.code,
    requestId: requestIdIn(answer.headers) ?? facts.requestId,
    clientRequestId: answer.clientRequestId,
    activityId: facts.activityId,
  };
}
