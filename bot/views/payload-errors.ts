import type { PayloadErrorView } from '../../cards/payload-error.ts';
import type { SeenItem } from '../graph/payload-result.ts';
import { errorCodeFrom, meaningOf } from '../knowledge/error-codes.ts';

/** Why an item failed; null where it has not. */
export function errorFor({ status, errorCode, detail }: SeenItem): PayloadErrorView | null {
  if (status !== 'error') return null;
  const code = errorCode === null ? null : errorCodeFrom(errorCode);
  return { code, detail, known: code && meaningOf(code) };
}

/** Whether another sync can do anything about it; of what is not known, nobody can say that it cannot. */
export function canBeCured({ errorCode }: Pick<SeenItem, 'errorCode'>): boolean {
  const code = errorCode === null ? null : errorCodeFrom(errorCode);
  const known = code && meaningOf(code);
  return !known || known.cure === 'yes';
}
