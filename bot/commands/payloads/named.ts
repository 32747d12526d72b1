import { type Offered, payloadsCalled } from '../../finding/payloads.ts';
import type { DraftContent } from './draft.ts';

type Named = Pick<DraftContent, 'wanted' | 'joined'>;

/** What was named, among what there is: `chosen` is clear, `search` is the first that is not; null where all of it is clear. */
export function namedAmong(offered: readonly Offered[], said: Named): { chosen: Offered[]; search: string | null } {
  const named = namesIn(offered, said).map((name) => ({ name, found: payloadsCalled(offered, name) }));
  const chosen = named.flatMap(({ found }) => (found.length === 1 ? found : []));
  return { chosen, search: named.find(({ found }) => found.length !== 1)?.name ?? null };
}

/** "Outlook and Teams" is one name where something is called so, else two where something is called like each of them. */
function namesIn(offered: readonly Offered[], { wanted, joined }: Named): string[] {
  const isThere = (name: string) => payloadsCalled(offered, name).length > 0;
  return wanted.flatMap((name) => {
    const parts = joined.find((one) => one.name === name)?.parts ?? [];
    return parts.length > 0 && !isThere(name) && parts.every(isThere) ? parts : [name];
  });
}
