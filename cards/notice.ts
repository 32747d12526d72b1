import { card } from './kit/card.ts';
import { box, subtle, text, verdict } from './kit/elements.ts';
import { mentioning } from './kit/mention.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card, Tone } from './kit/types.ts';
import { type OverView, overLines } from './run-over.ts';
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
  /** The run that it tells the end of, where that was no good one. */
  over: OverView | null;
  /** Whom it calls by name. */
  onCall: { name: string; teamsId: string } | null;
};

export function notice(view: NoticeView, words: Words): Card {
  const called = calling(view.onCall, words);
  const over = view.over ? overLines(view.over, words) : { why: [], next: [] };
  const what = [...view.what, ...over.why];
  return card(words, {
    title: view.title,
    practice: view.practice,
    body: [
      box([verdict(view.verdict), ...what.map((line) => text(line, { spacing: 'Small' }))], view.tone),
      ...over.next,
      ...called.map(({ line }) => line),
      ...view.why.map(subtle),
    ],
    actions: view.buttons.map(pressButton),
    mentions: called.map(({ mention }) => mention),
  });
}

/** At most one line: whoever is on call, with a mention that wakes them. */
export function calling(onCall: NoticeView['onCall'], words: Words): ReturnType<typeof mentioning>[] {
  if (!onCall) return [];
  return [mentioning({ name: onCall.name, id: onCall.teamsId }, (name) => words.say('notice.on-call', { name }))];
}
