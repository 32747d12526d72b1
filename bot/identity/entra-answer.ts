import { z } from 'zod';
import { retryAtFor } from '../graph/retry-after.ts';
import { breakOf } from '../graph/send.ts';
import type { Clock, HttpAnswer } from '../ports.ts';

/** Why Entra gave no token. */
export type EntraRefusal =
  | { kind: 'refused'; why: 'consent' | 'expired-assertion' | 'sign-in' }
  /** `claims`: what must be proved, as JSON, where Entra says so. */
  | { kind: 'refused'; why: 'proof'; claims: string | null }
  | { kind: 'unavailable'; how: 'timeout' | 'connection' | 'server' | 'throttled' | 'settings'; retryAt: Date | null };

/** What was heard of one exchange with Entra: an answer, or how it broke; null where nothing was asked. */
export type Heard = { answer: HttpAnswer } | { error: unknown } | null;

const body = z.object({
  error: z.string().catch(''),
  suberror: z.string().optional().catch(undefined),
  error_codes: z.array(z.number()).catch([]),
  claims: z.string().max(8_000).optional().catch(undefined),
});

const token = z.object({ access_token: z.string().min(1) });

/** Decided from the wire, because the library's errors lose the codes on their way (teams-platform 2.6). */
export function entraRefusalFor(heard: Heard, clock: Clock): EntraRefusal {
  if (heard === null) return { kind: 'refused', why: 'sign-in' };
  if ('error' in heard) {
    const { how } = breakOf(heard.error);
    return { kind: 'unavailable', how: how === 'unreadable' ? 'server' : how, retryAt: null };
  }
  const { status, headers } = heard.answer;
  const retryAt = retryAtFor(headers['retry-after'] ?? null, clock);
  if (status === 429) return { kind: 'unavailable', how: 'throttled', retryAt };
  // A token that the library would not take, such as one with another nonce: it was made for somebody else's question.
  if (status < 400 && token.safeParse(jsonFrom(heard.answer.body)).success) return { kind: 'refused', why: 'sign-in' };
  if (status >= 500 || status < 400) return { kind: 'unavailable', how: 'server', retryAt };
  return refusalIn(heard.answer.body);
}

/** The AADSTS numbers of "prove it": more factors, a managed device, a fresh sign-in, a rule of conditional access. */
const proofCodes = [
  50072, 50074, 50076, 50078, 50079, 50097, 50158, 53000, 53001, 53002, 53003, 530021, 530031, 530032,
];
const consentCodes = [65001, 65004, 90094, 90008];
const expiredAssertion = 500133;
/** The grant itself is no longer good: the password was changed, the session revoked, the token too old. */
const grantErrors = ['invalid_grant', 'interaction_required', 'login_required'];

function refusalIn(text: string): EntraRefusal {
  const read = body.safeParse(jsonFrom(text));
  if (!read.success) return { kind: 'unavailable', how: 'server', retryAt: null };
  const { error, suberror, error_codes: codes, claims = null } = read.data;
  const has = (known: readonly number[]) => codes.some((code) => known.includes(code));
  if (suberror === 'consent_required' || error === 'consent_required' || has(consentCodes))
    return { kind: 'refused', why: 'consent' };
  if (claims !== null || has(proofCodes)) return { kind: 'refused', why: 'proof', claims };
  if (has([expiredAssertion])) return { kind: 'refused', why: 'expired-assertion' };
  if (grantErrors.includes(error)) return { kind: 'refused', why: 'sign-in' };
  return { kind: 'unavailable', how: 'settings', retryAt: null };
}

/** The numbers an operator needs; the sentences around them may name people. */
export function codesIn(heard: Heard): string[] {
  if (heard === null || !('answer' in heard)) return [];
  return [...new Set(heard.answer.body.match(/AADSTS\d{4,7}/g) ?? [])].slice(0, 5);
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
