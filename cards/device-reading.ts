import { type DeviceLabel, deviceDetails, deviceLabel, nameOf } from './device-label.ts';
import { dropButton } from './form-buttons.ts';
import { card } from './kit/card.ts';
import { box, caption, checklist, choice, subtle, text, verdict } from './kit/elements.ts';
import { pressButton } from './kit/press-button.ts';
import type { Action, Card, Element } from './kit/types.ts';
import { choiceInput, mostChoices, mostDoubtful, noneOfThese, theRest } from './press.ts';
import type { Key, Words } from './words/index.ts';

/** A pasted list as it was read, before anything is done with it. */
export type DeviceReadingView = {
  practice: boolean;
  now: Date;
  draft: string;
  lines: number;
  /** Found, without those below that a person has to look at. */
  found: number;
  /** Each once, as it was written. */
  repeated: readonly string[];
  /** `near`: what it may have meant. */
  unknown: readonly { said: string; near: string | null }[];
  ambiguous: readonly Ambiguous[];
  /** Found, but with a caution; whoever ticks them takes them along. */
  doubtful: readonly (DeviceLabel & { why: Doubt; ticked: boolean })[];
};

/** `undocumented`: Microsoft does not document the action for what it is. */
export type Doubt = 'undocumented' | 'silent';

/** `chosen`: an id, `noneOfThese`, or null as long as nothing is. */
export type Ambiguous = { said: string; devices: readonly DeviceLabel[]; chosen: string | null };

export function deviceReading(view: DeviceReadingView, words: Words): Card {
  return card(words, {
    title: words.say('reading.title'),
    practice: view.practice,
    body: [
      box([verdict(words.say('reading.verdict', { count: devicesIn(view) })), text(linesRead(view, words), small)]),
      ...unsure('reading.unknown', view.unknown.map(unknownLine(words)), words),
      ...unsure('reading.repeated', view.repeated.map(nameOf), words),
      ...ambiguousParts(view, words),
      ...doubtfulParts(view, words),
    ],
    actions: actionsFor(view, words),
  });
}

const small = { spacing: 'Small' } as const;

/** What would go on as it stands. */
function devicesIn({ found, doubtful, ambiguous }: DeviceReadingView): number {
  const chosen = ambiguous.filter((one) => one.chosen !== null && one.chosen !== noneOfThese);
  const ticked = shownOf(doubtful).filter((one) => one.ticked).length;
  return found + ticked + (isRestTicked(doubtful) ? restOf(doubtful).length : 0) + chosen.length;
}

const linesRead = ({ lines, found, doubtful, ambiguous, unknown, repeated }: DeviceReadingView, words: Words) =>
  words.row([
    words.say('reading.lines', { count: lines }),
    words.say('reading.found', { count: found + doubtful.length }),
    ...counted('reading.count.repeated', repeated.length, words),
    ...counted('reading.count.unknown', unknown.length, words),
    ...counted('reading.count.ambiguous', ambiguous.length, words),
  ]);

const counted = (key: Key, count: number, words: Words) => (count > 0 ? [words.say(key, { count })] : []);

/** Lines about names that lead nowhere. */
function unsure(title: Key, lines: readonly string[], words: Words): Element[] {
  if (lines.length === 0) return [];
  const left = lines.length - mostLines;
  return [
    caption(words.say(title)),
    ...lines.slice(0, mostLines).map((line) => text(line, { spacing: 'None' })),
    ...(left > 0 ? [subtle(words.say('reading.more', { count: left }))] : []),
  ];
}

const mostLines = 6;

const unknownLine =
  (words: Words) =>
  ({ said, near }: DeviceReadingView['unknown'][number]) =>
    near ? words.say('reading.near', { said: nameOf(said), near: nameOf(near) }) : nameOf(said);

function ambiguousParts({ ambiguous, now }: DeviceReadingView, words: Words): Element[] {
  if (ambiguous.length === 0) return [];
  const asked = ambiguous.slice(0, mostChoices);
  const left = ambiguous.length - asked.length;
  const most = Math.min(mostOfOneName, Math.floor(mostToChoose / asked.length));
  return [
    caption(words.say('reading.ambiguous')),
    ...asked.map((one, index) => ambiguousChoice(one, { index, most, now, words })),
    ...(left > 0 ? [subtle(words.say('reading.ambiguous.more', { count: left }))] : []),
  ];
}

/** What a card has room for, of one name and of all. */
const mostOfOneName = 15;
const mostToChoose = 30;

type Place = { index: number; most: number; now: Date; words: Words };

/** All of them bear the name that the label says. */
function ambiguousChoice({ said, devices, chosen }: Ambiguous, { index, most, now, words }: Place): Element {
  const none = { title: words.say('reading.none-of-these'), value: noneOfThese };
  const some = devices.slice(0, most);
  const choices = some.map((one) => ({ title: words.row(deviceDetails(one, now, words)), value: one.id }));
  return choice({
    id: choiceInput(index),
    label: words.say(devices.length > some.length ? 'reading.which.some' : 'reading.which', {
      said: nameOf(said),
      count: devices.length,
      shown: some.length,
    }),
    placeholder: words.say('reading.choose'),
    style: 'compact',
    value: chosen ?? '',
    choices: [...choices, none],
  });
}

function doubtfulParts({ doubtful, now }: DeviceReadingView, words: Words): Element[] {
  if (doubtful.length === 0) return [];
  const shown = shownOf(doubtful);
  const left = restOf(doubtful).length;
  const rest = left > 0 ? [{ title: words.say('reading.doubtful.rest', { count: left }), value: theRest }] : [];
  const title = (one: (typeof shown)[number]) =>
    words.row([
      deviceLabel(one, now, words),
      ...(one.why === 'undocumented' ? [words.say('reading.undocumented')] : []),
    ]);
  return [
    checklist({
      id: 'ticked',
      label: words.say('reading.doubtful'),
      choices: [...shown.map((one) => ({ title: title(one), value: one.id })), ...rest],
      ticked: [
        ...shown.flatMap(({ id, ticked }) => (ticked ? [id] : [])),
        ...(isRestTicked(doubtful) ? [theRest] : []),
      ],
    }),
  ];
}

type Doubtful = DeviceReadingView['doubtful'];

const shownOf = (doubtful: Doubtful) => doubtful.slice(0, mostDoubtful);
/** They go along together or not at all: nobody ticks one by one what they cannot see. */
const restOf = (doubtful: Doubtful) => doubtful.slice(mostDoubtful);
const isRestTicked = (doubtful: Doubtful) => restOf(doubtful).length > 0 && restOf(doubtful).every((one) => one.ticked);

function actionsFor(view: DeviceReadingView, words: Words): Action[] {
  const { draft, ambiguous, doubtful } = view;
  const count = devicesIn(view);
  const canGoOn = count > 0 || ambiguous.length > 0 || doubtful.length > 0;
  const title = count > 0 ? words.say('reading.continue', { count }) : words.say('form.continue');
  const goOn = pressButton({ title, press: { press: 'settle-list', draft }, main: true });
  const fix = pressButton({ title: words.say('reading.fix'), press: { press: 'pick-again', draft }, main: !canGoOn });
  return [...(canGoOn ? [goOn] : []), fix, dropButton(draft, words)];
}
