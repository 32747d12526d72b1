import { card } from './kit/card.ts';
import { box, text, verdict } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card, Tone } from './kit/types.ts';
import type { Words } from './words/index.ts';

/** The rows of a run, or history, as a file: it is offered before it is sent, and only ever in a personal chat. */
export type RunFileView = {
  practice: boolean;
  heading: string;
  /** What to say to find the button again. */
  say: string;
  state: RunFileState;
  /** The file's name. */
  file: string;
  buttons: readonly PressButton[];
};

export const runFileStates = [
  'offered',
  'offered-elsewhere',
  'sent',
  'declined',
  'not-taken',
  'only-personal',
] as const;
export type RunFileState = (typeof runFileStates)[number];

export function runFile({ heading, say, state, file, ...view }: RunFileView, words: Words): Card {
  const more = words.say(`details.file.${state}.more`, { file, say });
  return card(words, {
    title: heading,
    practice: view.practice,
    body: [box([verdict(words.say(`details.file.${state}`)), text(more, { spacing: 'Small' })], tones[state])],
    actions: view.buttons.map(pressButton),
  });
}

const tones: Record<RunFileState, Tone> = {
  offered: 'emphasis',
  'offered-elsewhere': 'emphasis',
  sent: 'good',
  declined: 'emphasis',
  'not-taken': 'warning',
  'only-personal': 'emphasis',
};
