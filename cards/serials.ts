import { card } from './kit/card.ts';
import { box, subtle, text, verdict } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card, Tone } from './kit/types.ts';
import { type SerialGroup, serialLine, serialsVerdict } from './serial-lines.ts';
import type { Words } from './words/index.ts';

/** How the serials of a list stand with Windows Autopilot. */
export type SerialsView = {
  practice: boolean;
  tone: Tone;
  count: number;
  /** One for each way to stand, the least ready first. */
  groups: readonly SerialGroup[];
  /** What was said of the list itself, and in whose name it was read. */
  remarks: readonly string[];
  buttons: readonly PressButton[];
};

export function serials(view: SerialsView, words: Words): Card {
  const lines = view.groups.map((group) => text(serialLine(group, words), { spacing: 'Small' }));
  return card(words, {
    title: words.say('serials.title'),
    practice: view.practice,
    body: [box([verdict(serialsVerdict(view, words)), ...lines], view.tone), ...view.remarks.map(subtle)],
    actions: view.buttons.map(pressButton),
  });
}
