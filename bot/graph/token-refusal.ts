import type { TokenAnswer } from '../ports.ts';
import type { Refusal, RefusalKind } from './refusal.ts';

/** Why nothing could be asked in somebody's name; null where it could. */
export function lackOf(answer: TokenAnswer, at: Date): Refusal | null {
  if (answer.kind === 'token') return null;
  const ids = { status: null, code: null, requestId: null, clientRequestId: null, activityId: null };
  return { changed: 'nothing', support: { at, ...ids }, ...refusedToken(answer) };
}

/** Why Graph could not even be asked. */
export function refusedToken(answer: Exclude<TokenAnswer, { kind: 'token' }>): RefusalKind {
  if (answer.kind === 'signed-out') {
    return answer.need === 'policy'
      ? { kind: 'not-allowed', missing: { kind: 'policy' } }
      : { kind: 'signed-out', need: answer.need };
  }
  if (answer.how === 'throttled') return { kind: 'throttled', retryAt: answer.retryAt };
  return answer.how === 'settings' ? { kind: 'unexpected', how: 'settings' } : { kind: 'unreachable', how: answer.how };
}
