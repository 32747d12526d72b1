import { card } from './kit/card.ts';
import { box, caption, column, columns, subtle, text, verdict } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card, Container, Element } from './kit/types.ts';
import { type RefusalView, refusalSentence } from './refusal-lines.ts';
import type { Key, Values, Words } from './words/index.ts';

type Sentence = { key: Key; values?: Values };

/** What works for one person here and now, what is missing, and who can mend it. */
export type HealthView = {
  practice: boolean;
  now: Date;
  /** The count is of what the verdict is about. */
  verdict: { kind: 'works' | 'untried' | 'unclear' | 'limited' | 'missing' | 'signed-out'; count: number };
  things: readonly ThingView[];
  letters: readonly LetterView[];
  buttons: readonly PressButton[];
};

export type ThingView = {
  name: Sentence;
  /**
   * `ready`: nothing is missing as far as anybody can tell without trying it, which would change something. `absent`: there is
   * nothing here that it could be done to. `clear`: there is none of what would be in the way.
   */
  state: 'works' | 'ready' | 'absent' | 'missing' | 'limited' | 'unknown' | 'clear';
  findings: readonly FindingView[];
};

export type FindingView = {
  /** What works in spite of it. */
  but: Sentence | null;
  why: Sentence | RefusalView;
  /** When that was, if it was not just now. */
  since: Sentence | null;
  /** Who can do something about it. */
  mends: Sentence | null;
};

/** A text to send to whoever can mend something: what is asked for, and each thing with what it is for. */
export type LetterView = { to: Key; text: Sentence; rows: readonly { names: readonly string[]; use: string }[] };

export function health(view: HealthView, words: Words): Card {
  const { kind, count } = view.verdict;
  const more = text(words.say(`health.verdict.${kind}.more`), { spacing: 'Small' });
  return card(words, {
    title: words.say('health.title'),
    practice: view.practice,
    body: [
      box([verdict(words.say(`health.verdict.${kind}`, { count })), more], tones[kind]),
      ...thingLines(view.things, words),
      ...[...Map.groupBy(view.letters, ({ to }) => to)].map(([to, letters]) => lettersBox(to, letters, words)),
      caption(words.say('changed.only-read')),
    ],
    actions: view.buttons.map(pressButton),
  });
}

/** Colour repeats what the verdict says, and nothing depends on it. */
const tones: Record<HealthView['verdict']['kind'], Container['style']> = {
  works: 'good',
  untried: 'good',
  unclear: 'emphasis',
  limited: 'emphasis',
  missing: 'warning',
  'signed-out': 'warning',
};

type Line = { said: string; small: boolean };

/** What is true of several things in a row is said once, below the last of them. */
function thingLines(things: readonly ThingView[], words: Words): Element[] {
  const told = things.map((thing) => ({ thing, lines: linesOf(thing, words) }));
  const saidOf = (index: number) => told[index]?.lines.map(({ said }) => said).join('\n') ?? '';
  return told.flatMap(({ thing, lines }, index): Element[] => {
    const isFirst = index === 0 || saidOf(index - 1) !== saidOf(index);
    const isLast = saidOf(index + 1) !== saidOf(index) || index === told.length - 1;
    return [{ ...headOf(thing, words), spacing: isFirst ? 'Medium' : 'Small' }, ...(isLast ? lines.map(drawn) : [])];
  });
}

const headOf = ({ name, state }: ThingView, words: Words): Element =>
  columns(
    column('stretch', [text(words.say(name.key, name.values), { weight: 'Bolder' })]),
    column('auto', [text(words.say(`health.state.${state}`))]),
  );

function linesOf({ findings }: ThingView, words: Words): Line[] {
  const lines = findings.flatMap(({ but, why, since, mends }) => [
    ...[but, why, since].flatMap((one) => (one ? [{ said: sentenceOf(one, words), small: false }] : [])),
    ...(mends ? [{ said: sentenceOf(mends, words), small: true }] : []),
  ]);
  return lines.filter(({ said }, index) => lines.findIndex((one) => one.said === said) === index);
}

const sentenceOf = (one: Sentence | RefusalView, words: Words): string =>
  'key' in one ? words.say(one.key, one.values) : refusalSentence(one, words);

const drawn = ({ said, small }: Line): Element => (small ? subtle(said) : text(said, { spacing: 'Small' }));

/** Everything for one reader together. */
const lettersBox = (to: Key, letters: readonly LetterView[], words: Words): Element =>
  box([subtle(words.say(to)), ...letters.flatMap((letter) => letterLines(letter, words))]);

function letterLines({ text: asked, rows }: LetterView, words: Words): Element[] {
  const lines = rows.map(({ names, use }) => words.say('health.letter.row', { name: words.either(names), use }));
  return [text(sentenceOf(asked, words)), ...lines.map((line) => text(line, { spacing: 'Small' }))];
}
