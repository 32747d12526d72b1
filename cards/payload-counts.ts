import { columns, text } from './kit/elements.ts';
import type { Column, Element, Tone } from './kit/types.ts';
import type { Words } from './words/index.ts';

/** How one of many devices stands, in the order of the bar. */
export const deviceStandings = [
  'done',
  'working',
  'waiting',
  'accepted',
  'unsure',
  'pending',
  'cancelled',
  'unwatched',
  'superseded',
  'returned',
  'cannot-look',
  'never-ended',
  'silent',
  'refused',
  'failed',
] as const;
export type DeviceStanding = (typeof deviceStandings)[number];

/** Over, and what became of it was not seen to the end: the most telling reason first. `silent`: no sign of it at all. */
export const unseenStandings = ['unwatched', 'cannot-look', 'never-ended', 'silent', 'superseded', 'returned'] as const;
export type UnseenStanding = (typeof unseenStandings)[number] & DeviceStanding;

export type DeviceCounts = Record<DeviceStanding, number>;

/** Colour repeats what the line below the bar says, and nothing depends on it. */
const tones: Record<DeviceStanding, Tone> = {
  done: 'good',
  working: 'accent',
  waiting: 'accent',
  accepted: 'accent',
  unsure: 'warning',
  pending: 'emphasis',
  cancelled: 'emphasis',
  unwatched: 'emphasis',
  superseded: 'warning',
  returned: 'emphasis',
  'cannot-look': 'warning',
  'never-ended': 'warning',
  silent: 'warning',
  refused: 'warning',
  failed: 'attention',
};

export const totalOf = (counts: DeviceCounts): number => deviceStandings.reduce((sum, one) => sum + counts[one], 0);

/** Those that Graph surely said 204 for, whatever became of them. */
export const acceptedOf = (counts: DeviceCounts): number =>
  totalOf(counts) - counts.unsure - counts.pending - counts.refused - counts.cancelled;

/** A bar, and the same in words. */
export function countLines(counts: DeviceCounts, words: Words): Element[] {
  const cells = barCells(counts);
  // A bar without a colour looks like an empty box.
  const bar = cells.some(({ style }) => style !== 'emphasis')
    ? [{ ...columns(...cells), spacing: 'Medium' as const }]
    : [];
  return [...bar, text(countSentence(counts, words), { spacing: 'Small' })];
}

/** One cell for each colour: with one for each standing, a phone has no room for them. */
function barCells(counts: DeviceCounts): Column[] {
  const least = totalOf(counts) / narrowest;
  return [...Map.groupBy(deviceStandings, (one) => tones[one])].flatMap(([tone, standings]) => {
    const count = standings.reduce((sum, one) => sum + counts[one], 0);
    return count > 0 ? [barCell(tone, Math.max(count, least))] : [];
  });
}

/** One device of a thousand is still seen. */
const narrowest = 25;

const barCell = (style: Tone, share: number): Column => ({
  type: 'Column',
  width: Math.ceil(share * 100),
  style,
  minHeight: '12px',
  spacing: 'None',
  items: [],
});

/** `32 done · 3 without a sign of life · 3 failed` */
export function countSentence(counts: Partial<DeviceCounts>, words: Words): string {
  const parts = deviceStandings.flatMap((one) => {
    const count = counts[one] ?? 0;
    return count > 0 ? [words.say(`board.count.${one}`, { count })] : [];
  });
  return words.row(parts);
}
