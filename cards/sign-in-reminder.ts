import { card } from './kit/card.ts';
import { box, text } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card } from './kit/types.ts';
import { needSentence, type SignInWait, waitLines } from './sign-in-lines.ts';
import type { Words } from './words/index.ts';

/** A run waits for its asker; as soon as it goes on, its board takes the place of this card. */
export type SignInReminderView = SignInWait & {
  practice: boolean;
  number: number;
  /** What is being done, as the reader calls it. */
  title: string;
  askedAt: Date;
  buttons: readonly PressButton[];
};

export function signInReminder(view: SignInReminderView, words: Words): Card {
  const { need, number, now } = view;
  const what = words.say('reminder.what', { title: view.title, time: words.when(view.askedAt, now) });
  return card(words, {
    title: words.say(view.readerIsAsker ? 'reminder.title' : 'reminder.title.other', { number }),
    practice: view.practice,
    body: [
      box([text(what), text(needSentence(need, view, words), { spacing: 'Small' })], 'warning'),
      ...waitLines(view, words),
    ],
    actions: view.buttons.map(pressButton),
  });
}
