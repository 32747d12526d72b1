import { type SetItem, setChange } from '../actions/payload-set.ts';
import type { SeenItem } from '../graph/payload-result.ts';
import type { RunTarget } from '../runs/run.ts';

export type AskedItem = SetItem & { intent: string; seen: SeenItem | null };

/** What was asked for on one device, and what Intune shows of each. */
export function askedItemsOf({ target, sighting }: RunTarget): AskedItem[] {
  const { adds, restores } = setChange.parse(target.wish);
  const seen = new Map(sighting?.items?.map((item) => [item.id.toLowerCase(), item]));
  const asked = (intent: string) => (item: SetItem) => {
    const now = seen.get(item.id.toLowerCase()) ?? null;
    return { ...item, name: item.name ?? now?.name ?? null, intent: now?.intent ?? intent, seen: now };
  };
  return [...adds.map(asked('remove')), ...restores.map(asked('restore'))];
}
