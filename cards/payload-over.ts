import type { Element } from './kit/types.ts';
import { type ManyDevicesView, type PayloadBoardView, payloadsWhy, silentSentences } from './payload-board.ts';
import { failedLines, refusedLines, unseenLines } from './payload-groups.ts';
import { changesLine, deviceLine, itemName, type PayloadItemView } from './payload-items.ts';
import { failureSentence } from './run-details.ts';
import { nextAfter, type OverLines } from './run-frame.ts';
import type { Words } from './words/index.ts';

/** What a message about a payload sync that is over says of it: of many devices the commonest trouble, which the counts stand above. */
export function payloadsOver(view: PayloadBoardView, words: Words): OverLines {
  const { on, refusal } = view;
  const asked = changesLine(on.items, words);
  if (on.kind === 'many' && !refusal) return { why: [], next: [...asked, ...commonest(on, view.now, words)] };
  const failed = on.kind === 'one' ? on.items.filter(({ error }) => error) : [];
  const why = failed.length > 0 ? failures(failed, words) : [payloadsWhy(view, words), ...silentSentences(view, words)];
  const where = on.kind === 'one' ? [deviceLine(on.name, words)] : [];
  return { why, next: [...nextAfter(view, words), ...where, ...asked] };
}

/** The first of them in full. */
function failures([first, ...others]: readonly PayloadItemView[], words: Words): string[] {
  if (!first?.error) return [];
  return [failureSentence({ item: itemName(first), error: first.error, more: others.length }, words)];
}

function commonest({ failed, refused, unseen }: ManyDevicesView, now: Date, words: Words): Element[] {
  const groups = [
    ...failed.map((one) => ({ count: one.count, lines: () => failedLines([one], words) })),
    ...refused.map((one) => ({ count: one.count, lines: () => refusedLines([one], now, words) })),
    ...Object.entries(unseen).map(([standing, one]) => ({
      count: one.count,
      lines: () => unseenLines({ [standing]: one }, words),
    })),
  ];
  return groups.toSorted((a, b) => b.count - a.count)[0]?.lines() ?? [];
}
