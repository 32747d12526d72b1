import { card } from './kit/card.ts';
import { box, subtle, text, verdict } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card, Container } from './kit/types.ts';
import type { Key, Values, Words } from './words/index.ts';

type Sentence = { key: Key; values?: Values };

/** What became of signing in, signing out, or being forgotten. */
export type SignInView = {
  practice: boolean;
  title: Key;
  standing: Key;
  /** Colour repeats what the standing says, and nothing depends on it. */
  tone: Container['style'];
  why: Sentence;
  /** What was changed, what goes on, and what to do. */
  sentences: readonly Sentence[];
  /** For an administrator. */
  toSend: Sentence | null;
  buttons: readonly PressButton[];
};

export function signIn(view: SignInView, words: Words): Card {
  const said = ({ key, values }: Sentence) => words.say(key, values);
  return card(words, {
    title: words.say(view.title),
    practice: view.practice,
    body: [
      box([verdict(words.say(view.standing)), text(said(view.why), { spacing: 'Small' })], view.tone),
      ...view.sentences.map((sentence) => text(said(sentence))),
      ...(view.toSend ? [box([subtle(words.say('refusal.text-to-send')), text(said(view.toSend))])] : []),
    ],
    actions: view.buttons.map(pressButton),
  });
}
