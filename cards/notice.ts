import { card } from './kit/card.ts';
import { box, subtle, text, verdict } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card, Tone } from './kit/types.ts';
import type { Words } from './words/index.ts';

/** A message that nobody asked for at this moment: what happened, why the reader hears of it, and what they can do. */
export type NoticeView = {
  practice: boolean;
  title: string;
  verdict: string;
  tone: Tone;
  /** What happened, in a sentence or two. */
  what: readonly string[];
  /** Why it comes, and how it stops. */
  why: readonly string[];
  buttons: readonly PressButton[];
};

export function notice(view: NoticeView, words: Words): Card {
  return card(words, {
    title: view.title,
    practice: view.practice,
    body: [
      box([verdict(view.verdict), ...view.what.map((line) => text(line, { spacing: 'Small' }))], view.tone),
      ...view.why.map(subtle),
    ],
    actions: view.buttons.map(pressButton),
  });
}
