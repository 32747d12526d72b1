import { firstFew } from './first-few.ts';
import { card } from './kit/card.ts';
import { subtle, text } from './kit/elements.ts';
import type { Card, Element } from './kit/types.ts';
import { acceptedOf, countLines, countSentence, type DeviceCounts, totalOf } from './payload-counts.ts';
import {
  type FailedGroup,
  failedLines,
  type RefusedGroup,
  refusedLines,
  type UnseenGroups,
  unseenLines,
} from './payload-groups.ts';
import { changesLine, deviceLine, itemLines, itemName, itemStanding, type PayloadItemView } from './payload-items.ts';
import type { RefusalView } from './refusal-lines.ts';
import { type RunFrameView, refusedSentence, runFrame } from './run-frame.ts';
import { type LookView, lookSentences } from './run-look.ts';
import type { TargetsStatus } from './run-status.ts';
import { whyOfRun } from './run-why.ts';
import type { Words } from './words/index.ts';

/** A payload sync, from the first request to the verdict; its `title` says that it is one. */
export type PayloadBoardView = RunFrameView<TargetsStatus> & {
  on: OneDeviceView | ManyDevicesView;
  /** Graph asks to wait before the rest is asked for. */
  pause: { until: Date; left: number; minutes: number | null } | null;
  look: LookView;
  /** When what is removed comes back, if nobody restores it before. */
  comesBack: { from: Date; to: Date } | null;
  /** What Microsoft's support asks for, beside that of the refusal; its button is one of the six a card may have. */
  support: RefusalView['support'];
};

export type OneDeviceView = {
  kind: 'one';
  name: string;
  items: readonly PayloadItemView[];
  /** Ids of what stands differently than at the look before; null where there was none. */
  changed: readonly string[] | null;
  /** Proves that the device has checked in since. */
  checkedIn: { from: Date | null; to: Date } | null;
};

export type ManyDevicesView = {
  kind: 'many';
  /** What is done to them. */
  items: readonly Pick<PayloadItemView, 'name' | 'id' | 'intent'>[];
  counts: DeviceCounts;
  /** Of those that failed, how many took a part of it. */
  part: number;
  /** How many came to stand so since the look before; null where there was none. */
  changed: Partial<DeviceCounts> | null;
  failed: readonly FailedGroup[];
  /** What became of them was not seen to the end. */
  unseen: UnseenGroups;
  /** Where the devices were refused for different reasons; `refusal` is what all share. */
  refused: readonly RefusedGroup[];
};

export function payloadBoard(view: PayloadBoardView, words: Words): Card {
  const { on, support } = view;
  const body = [...pauseLines(view, words), ...targetLines(view, words), ...lookLines(view, words)];
  const evidence = on.kind === 'one' ? checkedInSentences(on, view.now, words) : [];
  const why = [payloadsWhy(view, words), ...silentSentences(view, words), ...evidence];
  return card(words, runFrame(view, { why, body, support }, words));
}

export function payloadsWhy(view: PayloadBoardView, words: Words): string {
  const { status, refusal, now, on } = view;
  switch (status.kind) {
    case 'accepted':
    case 'working':
      return words.say(`status.${status.kind}.until`, { time: words.when(status.until, now) });
    case 'waiting':
      return words.say('board.waiting', { what: on.kind, time: words.when(status.until, now) });
    case 'refused':
      return refusal ? refusedSentence(refusal, view, words) : words.say('board.refused');
    case 'silent':
      return words.say(status.why === 'never-ended' ? 'board.never-ended' : `status.silent.${status.why}`, {
        what: on.kind,
      });
    case 'superseded':
      return words.say('board.superseded', { what: on.kind });
    case 'returned':
      return words.say('board.returned');
    case 'partly':
      return partlySentence(on, words);
    case 'starting':
    case 'approval':
    case 'declined':
    case 'expired':
    case 'sign-in':
    case 'unsure':
    case 'cancelled':
    case 'stopped':
    case 'unwatched':
      return whyOfRun(status, view, words);
    case 'done':
    case 'failed':
      return words.say(`board.${status.kind}`);
  }
}

/** Of one device; where there are many, the silent ones have a part of their own. */
export function silentSentences({ status, on }: PayloadBoardView, words: Words): string[] {
  const off = status.kind === 'silent' && status.why === 'never-began' && on.kind === 'one' && !on.checkedIn;
  return off ? [words.say('board.silent')] : [];
}

/** Where each has failed in part, none is done, and yet not nothing. */
function partlySentence(on: PayloadBoardView['on'], words: Words): string {
  const { done, total } = share(on);
  if (on.kind === 'many' && done === 0 && on.part > 0) return words.say('board.partly.each', { part: on.part, total });
  return words.say('board.partly', { what: on.kind, done, total });
}

/** How much of it is done. */
function share(on: PayloadBoardView['on']): { done: number; total: number } {
  if (on.kind === 'many') return { done: on.counts.done, total: totalOf(on.counts) };
  const done = on.items.filter((item) => itemStanding(item) === 'done').length;
  return { done, total: on.items.length };
}

function checkedInSentences({ checkedIn }: OneDeviceView, now: Date, words: Words): string[] {
  if (!checkedIn) return [];
  const to = words.when(checkedIn.to, now);
  if (!checkedIn.from) return [words.say('board.checked-in.first', { to })];
  const from = words.when(checkedIn.from, now);
  // Within one minute both times would read alike.
  return [from === to ? words.say('board.checked-in.at', { to }) : words.say('board.checked-in', { from, to })];
}

function pauseLines({ pause, on }: PayloadBoardView, words: Words): Element[] {
  if (!pause) return [];
  const time = words.toTheSecond(pause.until);
  const wait = words.say('board.pause', { time, left: pause.left, minutes: pause.minutes ?? 0 });
  const progress = on.kind === 'many' ? [acceptedSentence(on.counts, words)] : [];
  return [text([...progress, wait].join(' '))];
}

const acceptedSentence = (counts: DeviceCounts, words: Words): string =>
  words.say('board.accepted', { accepted: acceptedOf(counts), total: totalOf(counts) });

function targetLines({ on, now, status }: PayloadBoardView, words: Words): Element[] {
  if (on.kind === 'one') {
    const isShown = !isUnsent(status) && status.kind !== 'returned';
    return [deviceLine(on.name, words), ...(isShown ? itemLines(on.items, now, words) : changesLine(on.items, words))];
  }
  return [
    ...changesLine(on.items, words),
    ...countLines(on.counts, words),
    ...failedLines(on.failed, words),
    ...refusedLines(on.refused, now, words),
    ...unseenLines(on.unseen, words),
  ];
}

/** Intune cannot show yet what it has not been asked for. */
const isUnsent = (status: TargetsStatus): boolean =>
  unsent.includes(status.kind) || (status.kind === 'sign-in' && status.begun === 'no');

const unsent: readonly TargetsStatus['kind'][] = ['refused', 'cancelled', 'approval', 'declined', 'expired'];

function lookLines({ on, look, comesBack, now }: PayloadBoardView, words: Words): Element[] {
  const sentences = lookSentences({ ...look, found: changedSentences(on, words), now }, words).join(' ');
  return [...backLines(comesBack, now, words), ...(sentences ? [subtle(sentences)] : [])];
}

function backLines(comesBack: PayloadBoardView['comesBack'], now: Date, words: Words): Element[] {
  if (!comesBack) return [];
  const times = { from: words.when(comesBack.from, now), to: words.when(comesBack.to, now) };
  return [text(words.say('board.comes-back', times), { spacing: 'Medium' })];
}

function changedSentences(on: PayloadBoardView['on'], words: Words): string[] {
  if (!on.changed) return [];
  const what = on.kind === 'one' ? changedNames(on, words) : countSentence(on.changed, words);
  return [what ? words.say('board.changed', { what }) : words.say('board.unchanged')];
}

function changedNames({ items, changed }: OneDeviceView, words: Words): string {
  const names = items.filter(({ id }) => changed?.includes(id)).map(itemName);
  return firstFew({ names }, mostChanged, words);
}

const mostChanged = 5;
