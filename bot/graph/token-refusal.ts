import type { TokenAnswer } from '../ports.ts';
import type { RefusalKind } from './refusal.ts';

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
