import { card } from './kit/card.ts';
import { subtle, text } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import { shortened } from './kit/shorten.ts';
import type { Card, Element } from './kit/types.ts';
import type { DeviceStanding } from './payload-counts.ts';
import { errorName, errorSentence, type PayloadErrorView } from './payload-error.ts';
import { type RefusalView, refusalSentence } from './refusal-lines.ts';
import type { Words } from './words/index.ts';

/** The devices of a run, ten a page, what went wrong first. */
export type RunDetailsView = {
  practice: boolean;
  now: Date;
  number: number;
  /** What the run does, as the reader calls it. */
  title: string;
  /** From 1. */
  page: number;
  pages: number;
  /** How many devices the run has in all. */
  devices: number;
  rows: readonly DeviceRowView[];
  buttons: readonly PressButton[];
};

export type DeviceRowView = {
  device: string;
  standing: DeviceStanding;
  /** Since when it stands so. */
  at: Date | null;
  why: DeviceWhy | null;
};

export type DeviceWhy =
  /** `more`: other items that failed on it. */
  | { kind: 'failed'; item: string; error: PayloadErrorView; more: number }
  | { kind: 'refused'; refusal: RefusalView }
  /** Null where it never did. */
  | { kind: 'silent'; checkedInAt: Date | null }
  | { kind: 'superseded' }
  | { kind: 'returned' };

export function runDetails(view: RunDetailsView, words: Words): Card {
  const { title, number, page, pages, devices, now } = view;
  return card(words, {
    title: words.say('run.title', { title, number }),
    practice: view.practice,
    body: [
      text(words.say('details.page', { page, pages, devices }), { weight: 'Bolder' }),
      subtle(words.say('runs.zone', { zone: words.zone })),
      ...view.rows.flatMap((row) => deviceRow(row, now, words)),
    ],
    actions: view.buttons.map(pressButton),
  });
}

const mostName = 48;

function deviceRow({ device, standing, at, why }: DeviceRowView, now: Date, words: Words): Element[] {
  const since = at ? [words.say('item.since', { time: words.short(at, now) })] : [];
  return [
    text(shortened(device, mostName), { weight: 'Bolder', spacing: 'Medium' }),
    text(words.row([standingWord(standing, words), ...since]), { spacing: 'None' }),
    ...(why ? [subtle(whySentence(why, now, words))] : []),
  ];
}

export const standingWord = (standing: DeviceStanding, words: Words): string =>
  words.say(standing === 'pending' ? 'details.pending' : `status.${standing}`);

type Failure = Omit<Extract<DeviceWhy, { kind: 'failed' }>, 'kind'>;

export function failureSentence({ item, error, more }: Failure, words: Words): string {
  const what = words.say('details.failed', { item: shortened(item, mostName), error: errorName(error, words) });
  const others = more > 0 ? [words.say('details.failed.more', { count: more })] : [];
  return [what, errorSentence(error, words), ...others].join(' ');
}

function whySentence(why: DeviceWhy, now: Date, words: Words): string {
  switch (why.kind) {
    case 'failed':
      return failureSentence(why, words);
    case 'refused':
      return refusalSentence(why.refusal, words);
    case 'silent':
      return why.checkedInAt
        ? words.say('details.silent', { ago: words.ago(why.checkedInAt, now) })
        : words.say('details.silent.never');
    case 'superseded':
      return words.say('board.superseded', { what: 'one' });
    case 'returned':
      return words.say('board.returned');
  }
}
