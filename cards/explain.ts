import { card } from './kit/card.ts';
import { box, caption, rows, subtle, text, verdict } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card, Element } from './kit/types.ts';
import type { Key, Words } from './words/index.ts';

/** An error code: what it means, whether a repeat can cure it, and who must act. */
export type ExplainView = {
  practice: boolean;
  code: { hex: string; signed: string; unsigned: string };
  /** What was asked about, where that is the code without its minus. */
  said: string | null;
  /** Null where the code is in no list. */
  known: KnownCode | null;
  buttons: readonly PressButton[];
};

export type KnownCode = {
  meaning: Key;
  /** Null where it is not documented; so below. */
  cure: 'yes' | 'no' | 'not-for-seven-days' | null;
  acts: 'nobody' | 'person' | 'administrator' | 'packager' | null;
  source: string;
};

export function explain(view: ExplainView, words: Words): Card {
  const { code, known, said } = view;
  return card(words, {
    title: words.say('explain.title.hex', { hex: code.hex }),
    practice: view.practice,
    body: [
      ...(known ? knownLines(known, words) : unknownLines(words)),
      caption(words.say('explain.spellings')),
      rows([
        [words.say('explain.hex'), code.hex],
        [words.say('explain.signed'), code.signed],
        [words.say('explain.unsigned'), code.unsigned],
      ]),
      ...(said === null ? [] : [subtle(words.say('explain.without-minus', { said }))]),
      ...(known ? [subtle(words.say('explain.source', { source: known.source }))] : []),
    ],
    actions: view.buttons.map(pressButton),
  });
}

function knownLines({ meaning, cure, acts }: KnownCode, words: Words): Element[] {
  const word = cure ?? 'undocumented';
  const more = text(words.say(meaning), { spacing: 'Small' });
  return [
    box([verdict(words.say(`explain.cure.${word}`)), more]),
    text(words.say(`explain.next.${word}`, { acts: acts ?? 'other' })),
  ];
}

const unknownLines = (words: Words): Element[] => [
  box([verdict(words.say('explain.cure.unknown')), text(words.say('explain.unknown'), { spacing: 'Small' })]),
];
