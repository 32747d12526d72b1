import { namesOf } from './device-label.ts';
import { card } from './kit/card.ts';
import { caption, checklist, subtle, text, typed, verdict } from './kit/elements.ts';
import { shortened } from './kit/shorten.ts';
import type { Card, Element } from './kit/types.ts';
import { payloadFormButtons } from './payload-form-buttons.ts';
import {
  isOnlyTold,
  nothingThere,
  type PayloadFormView,
  type PayloadRow,
  withoutRowsIfFull,
} from './payload-form-view.ts';
import { mostPayloads, payloadLabel, removalSentence } from './payload-label.ts';
import type { Words } from './words/index.ts';

/** One page of it. The order is: what is taken already, what was chosen before, what can be chosen here. */
export function payloadForm(whole: PayloadFormView, words: Words): Card {
  const view = withoutRowsIfFull(whole);
  return card(words, {
    title: words.say(`payloads.title.${view.intent}`),
    practice: view.practice,
    body: [
      text(words.say('payloads.on', { names: namesOf(view.devices, words) })),
      ...(nothingThere(view) && !isOnlyTold(view) ? [] : [verdict(counter(view, words))]),
      ...(view.complaint ? [text(complaintSentence(view.complaint, view, words), { weight: 'Bolder' })] : []),
      ...removedAlready(view, words),
      ...listed(
        'payloads.elsewhere',
        view.elsewhere.map((one) => payloadLabel(one, words)),
        words,
      ),
      ...(isOnlyTold(view) ? [] : rowsOf(view, words)),
      ...(nothingThere(view)
        ? []
        : [typed({ id: 'search', label: words.say('payloads.search'), value: view.search, maxLength: mostSearch })]),
    ],
    actions: payloadFormButtons(view, words),
  });
}

const mostSearch = 100;

/** How many places are taken: what stays removed takes one too. */
function counter({ intent, ticked, elsewhere, removed }: PayloadFormView, words: Words): string {
  const chosen = ticked.length + elsewhere.length;
  if (intent === 'restore') return words.say('payloads.counter.restore', { chosen, removed: removed.length });
  const total = chosen + removed.length;
  return words.say('payloads.counter.remove', { chosen, removed: removed.length, total, most: mostPayloads });
}

function complaintSentence(complaint: 'nothing' | 'too-many', { removed }: PayloadFormView, words: Words): string {
  if (complaint === 'nothing') return words.say('payloads.nothing');
  return words.say('payloads.too-many', { most: mostPayloads, left: mostPayloads - removed.length });
}

const removedAlready = ({ intent, removed, now }: PayloadFormView, words: Words): Element[] =>
  intent === 'restore'
    ? []
    : listed(
        'payloads.removed',
        removed.map((one) => words.row([payloadLabel(one, words), removalSentence(one, now, words)])),
        words,
      );

/** Lines that are told, not chosen from. */
function listed(title: 'payloads.elsewhere' | 'payloads.removed', lines: readonly string[], words: Words): Element[] {
  if (lines.length === 0) return [];
  const left = lines.length - mostListed;
  return [
    caption(words.say(title)),
    ...lines.slice(0, mostListed).map((line) => text(line, { size: 'Small', spacing: 'None' })),
    ...(left > 0 ? [subtle(words.say('payloads.more', { count: left }))] : []),
  ];
}

const mostListed = 8;

function rowsOf(view: PayloadFormView, words: Words): Element[] {
  const { rows, search, ticked } = view;
  if (rows.length === 0) {
    const none = search === '' ? words.say(`payloads.none.${view.intent}`) : foundNothing(search, words);
    return [text(none)];
  }
  const labels = rows.map((row) => payloadLabel(row, words));
  const choices = rows.map((row, index) => ({ title: rowLine(row, labels, { index, view, words }), value: row.value }));
  return [checklist({ id: 'items', label: listLabel(view, words), choices, ticked })];
}

function listLabel({ search, page, pages }: PayloadFormView, words: Words): string {
  const key = search === '' ? 'payloads.list' : 'payloads.list.found';
  const list = words.say(key, { search: shortened(search, mostSearch) });
  return words.row(pages > 1 ? [list, words.say('payloads.page', { page, pages })] : [list]);
}

const foundNothing = (search: string, words: Words) =>
  words.say('payloads.none.found', { search: shortened(search, mostSearch) });

type Line = { index: number; view: PayloadFormView; words: Words };

function rowLine(row: PayloadRow, labels: readonly string[], { index, view, words }: Line): string {
  const { removal, on, value, state } = row;
  const { now, devices } = view;
  const label = labels[index] ?? '';
  const isTwin = labels.indexOf(label) !== labels.lastIndexOf(label);
  return words.row([
    label,
    ...(isTwin ? [words.say('payloads.id', { end: value.slice(-4) })] : []),
    removal ? removalSentence(removal, now, words) : words.say(`payload.state.${state}`),
    ...(on === null ? [] : [words.say('payloads.of-devices', { on, count: devices.count })]),
  ]);
}
