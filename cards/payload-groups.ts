import { firstFew } from './first-few.ts';
import { caption, subtle, text } from './kit/elements.ts';
import { shortened } from './kit/shorten.ts';
import type { Element } from './kit/types.ts';
import { type UnseenStanding, unseenStandings } from './payload-counts.ts';
import { errorName, errorSentence, type PayloadErrorView } from './payload-error.ts';
import { nextLines, type RefusalView, refusalSentence } from './refusal-lines.ts';
import type { Words } from './words/index.ts';

/** Devices with the same trouble. */
type Devices = {
  count: number;
  /** A few of them by name. */
  names: readonly string[];
};

export type FailedGroup = Devices & { error: PayloadErrorView };
export type RefusedGroup = Devices & { refusal: RefusalView };
export type UnseenGroups = Partial<Record<UnseenStanding, Devices>>;

const mostGroups = 8;
/** The rest are explained device by device, in the details. */
const mostExplained = 4;
const mostRefusals = 2;
const mostUnseen = 3;
const mostNames = 3;
const mostName = 32;

/** Failures by what went wrong, the most frequent first. */
export function failedLines(groups: readonly FailedGroup[], words: Words): Element[] {
  const sorted = groups.toSorted((a, b) => b.count - a.count);
  return [
    ...sorted.slice(0, mostGroups).flatMap((group, index) => failedGroup(group, index < mostExplained, words)),
    ...moreLine(sorted.slice(mostGroups), words),
  ];
}

function failedGroup({ error, ...devices }: FailedGroup, explained: boolean, words: Words): Element[] {
  return [
    text(words.say('board.failed-on', { count: devices.count, error: errorName(error, words) }), heading),
    ...(explained ? [text(errorSentence(error, words), { spacing: 'None' })] : []),
    subtle(namesOf(devices, mostNames, words)),
  ];
}

/** Refusals by kind, each with its next step. */
export function refusedLines(groups: readonly RefusedGroup[], now: Date, words: Words): Element[] {
  const sorted = groups.toSorted((a, b) => b.count - a.count);
  return [
    ...sorted.slice(0, mostRefusals).flatMap((group) => refusedGroup(group, now, words)),
    ...moreLine(sorted.slice(mostRefusals), words),
  ];
}

function refusedGroup({ refusal, ...devices }: RefusedGroup, now: Date, words: Words): Element[] {
  return [
    text(words.say('board.refused-on', { count: devices.count }), heading),
    text(refusalSentence(refusal, words), { spacing: 'None' }),
    subtle(namesOf(devices, mostNames, words)),
    ...nextLines(refusal, words, now),
  ];
}

/** What became of them was not seen to the end, by the reason why not, the most frequent first. */
export function unseenLines(groups: UnseenGroups, words: Words): Element[] {
  const known = unseenStandings.map((standing) => ({ standing, ...(groups[standing] ?? nobody) }));
  const sorted = known.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  return [
    ...sorted.slice(0, mostUnseen).flatMap(({ standing, ...devices }) => unseenGroup(standing, devices, words)),
    ...moreLine(sorted.slice(mostUnseen), words),
  ];
}

const nobody: Devices = { count: 0, names: [] };

const unseenGroup = (standing: UnseenStanding, devices: Devices, words: Words): Element[] => [
  text(words.say(`board.${standing}-on`, { count: devices.count }), heading),
  text(words.say(`board.${standing}-on.more`), { spacing: 'None' }),
  subtle(namesOf(devices, mostNames, words)),
];

const heading = { weight: 'Bolder', spacing: 'Medium' } as const;

function moreLine(left: readonly Devices[], words: Words): Element[] {
  if (left.length === 0) return [];
  const devices = left.reduce((sum, { count }) => sum + count, 0);
  return [caption(words.say('board.more-groups', { count: devices }))];
}

function namesOf({ count, names }: Devices, most: number, words: Words): string {
  const short = names.slice(0, most).map((name) => shortened(name, mostName));
  return firstFew({ names: short, count }, most, words);
}
