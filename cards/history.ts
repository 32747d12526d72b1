import { firstFew } from './first-few.ts';
import { card } from './kit/card.ts';
import { caption, subtle, text } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import { shortened } from './kit/shorten.ts';
import type { Card, Element } from './kit/types.ts';
import { supportButton, supportLines } from './refusal-lines.ts';
import type { StatusName } from './run-status.ts';
import type { Words } from './words/index.ts';

/** What ran, newest first, ten a page. */
export type HistoryView = {
  practice: boolean;
  now: Date;
  /** What it is narrowed to. `askedBy`: whose runs; `action`: of what; `isOlder`: not the newest page. */
  filter: { askedBy: string | null; action: string | null; days: number | null; on: string | null; isOlder: boolean };
  rows: readonly HistoryRowView[];
  /** There are older ones that fit. */
  older: boolean;
  buttons: readonly PressButton[];
};

/** What a second person said, where one was asked. */
export type DecisionView = { kind: 'approved' | 'declined'; name: string };

/** `count`: how many there are, where not all are named. */
type Some = { names: readonly string[]; count: number };

export type HistoryRowView = {
  number: number;
  title: string;
  status: StatusName;
  asker: string;
  at: Date;
  on: Some;
  alsoAsked: readonly string[];
  decision: DecisionView | null;
  requestIds: Some;
};

export function history(view: HistoryView, words: Words): Card {
  const { rows, now } = view;
  const support = { support: rows.flatMap((row) => supportOf(row, words)) };
  return card(words, {
    title: words.say('history.title'),
    practice: view.practice,
    body: [
      ...filterLines(view, words),
      ...(rows.length === 0 ? emptyLines(view, words) : [subtle(words.say('runs.zone', { zone: words.zone }))]),
      ...rows.flatMap((row) => rowLines(row, now, words)),
      ...(rows.length > 0 && !view.older ? [caption(words.say('history.oldest'))] : []),
      ...supportLines(support, words),
    ],
    actions: [...view.buttons.map(pressButton), ...supportButton(support, words)],
  });
}

const mostName = 48;
const most = { devices: 3, people: 5, ids: 2 };

function filterLines({ filter }: HistoryView, words: Words): Element[] {
  const { askedBy, action, days, on, isOlder } = filter;
  const parts = [
    ...(action ? [action] : []),
    ...(askedBy ? [words.say('history.by', { name: shortened(askedBy, mostName) })] : []),
    ...(on ? [words.say('history.called', { name: shortened(on, mostName) })] : []),
    ...(days ? [words.say('history.days', { days })] : []),
    ...(isOlder ? [words.say('history.older')] : []),
  ];
  return parts.length > 0 ? [text(words.row(parts), { weight: 'Bolder' })] : [];
}

function emptyLines({ filter }: HistoryView, words: Words): Element[] {
  const { askedBy, action, days, on } = filter;
  if (!askedBy && !action && !days && !on) return [text(words.say('runs.none'))];
  return [text(words.say('history.none')), ...(on ? [text(words.say('history.none.called'))] : [])];
}

function rowLines({ number, title, status, asker, at, ...row }: HistoryRowView, now: Date, words: Words): Element[] {
  const line = words.say('history.line', {
    status: words.say(`status.${status}`),
    name: shortened(asker, mostName),
    time: words.short(at, now),
  });
  const { on, alsoAsked, decision } = row;
  const parts = [...onSentences(on, words), ...alsoSentences(alsoAsked, words), ...decisionSentences(decision, words)];
  const more = parts.join(' ');
  return [
    text(words.row([words.say('runs.row', { number }), title]), { weight: 'Bolder', spacing: 'Medium' }),
    text(line, { spacing: 'None' }),
    ...(more ? [subtle(more)] : []),
  ];
}

const few = ({ names, count }: Some, mostShown: number, words: Words): string =>
  firstFew({ names: names.slice(0, mostShown).map((name) => shortened(name, mostName)), count }, mostShown, words);

const onSentences = (on: Some, words: Words): string[] =>
  on.count > 0 ? [words.say('history.on', { names: few(on, most.devices, words) })] : [];

const alsoSentences = (names: readonly string[], words: Words): string[] =>
  names.length > 0
    ? [words.say('history.also', { names: few({ names, count: names.length }, most.people, words) })]
    : [];

export const decisionSentences = (decision: DecisionView | null, words: Words): string[] =>
  decision ? [words.say(`history.${decision.kind}`, { name: decision.name })] : [];

function supportOf({ number, requestIds }: HistoryRowView, words: Words) {
  if (requestIds.count === 0) return [];
  return [{ name: words.say('runs.row', { number }), value: few(requestIds, most.ids, words) }];
}
