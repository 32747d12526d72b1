import type { TokenAnswer } from '../ports.ts';
import type { Bound } from './ask.ts';
import type { Result } from './batch-outcome.ts';
import { claimsIn } from './claims-challenge.ts';
import type { Trouble } from './errors.ts';
import { refusedToken } from './token-refusal.ts';

/** The token of one bulk, as far as parts of its batches found it refused; `times`: how often it was replaced. */
export type Renewal = { times: number; last: TokenAnswer | null; running: Promise<TokenAnswer> | null };

export const newRenewal = (): Renewal => ({ times: 0, last: null, running: null });

/** Batches that find out at the same time share one new token; one that has come since the batch was sent is good enough. */
async function renewed({ bound, renewal }: Of, { times, claims }: { times: number; claims: string | undefined }) {
  if (renewal.last && renewal.times > times) return renewal.last;
  renewal.running ??= bound.token({ fresh: true, claims }).finally(() => {
    renewal.running = null;
    renewal.times += 1;
  });
  renewal.last = await renewal.running;
  return renewal.last;
}

type Of = { bound: Bound; renewal: Renewal };

/**
 * A token may run out, or be called back, in the middle of a long bulk, and then parts are refused that changed nothing. They are
 * marked to be asked once more with a fresh one, or have the reason why there is none.
 */
export async function withFreshToken(of: Of, results: readonly Result[], times: number): Promise<readonly Result[]> {
  const stale = results.filter(isStale);
  if (stale.length === 0) return results;
  const challenges = stale.map(({ answer }) => claimsIn(answer?.headers['www-authenticate']));
  const fresh = await renewed(of, { times, claims: challenges.find((one) => one !== undefined) });
  return results.map((result) => (isStale(result) ? { ...result, ...outcomeOf(result, fresh) } : result));
}

/** A batch that was refused as a whole has had its fresh token. */
const isStale = ({ sent, answer, trouble }: Result) =>
  answer !== null && trouble?.refusal.kind === 'signed-out' && !sent.renewed;

function outcomeOf({ trouble }: Result, fresh: TokenAnswer): { trouble: Trouble | null; renew: boolean } {
  if (fresh.kind === 'token' || !trouble) return { trouble, renew: true };
  return { trouble: { ...trouble, refusal: { ...trouble.refusal, ...refusedToken(fresh) } }, renew: false };
}
