import { card } from './kit/card.ts';
import { typed } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card } from './kit/types.ts';
import { type SerialGroup, serialLine } from './serial-lines.ts';
import { utcMinute } from './ticket-note.ts';
import type { Words } from './words/index.ts';

/** A paragraph about a list of serials for a change record: read outside of Teams, in any time zone. */
export type SerialsNoteView = {
  practice: boolean;
  now: Date;
  reader: string;
  groups: readonly SerialGroup[];
  /** All of them. */
  serials: readonly string[];
  buttons: readonly PressButton[];
};

/** In a field, because phones copy nothing else out of a card. */
export function serialsNote(view: SerialsNoteView, words: Words): Card {
  const value = noteText(view, words);
  const label = words.say('serials.note.label');
  return card(words, {
    title: words.say('serials.note.title'),
    practice: view.practice,
    body: [typed({ id: 'note', label, value, isMultiline: true, maxLength: Math.max(value.length, 1) })],
    actions: view.buttons.map(pressButton),
  });
}

/** Teams takes no larger card; each comes with what parts it from the next. */
const roomForSerials = 11_200;

/** Those that fit into a note; of two hundred only the longest do not. */
export function fitting(serials: readonly string[]): readonly string[] {
  let room = roomForSerials;
  const over = serials.findIndex((serial) => {
    room -= serial.length + 2;
    return room < 0;
  });
  return over === -1 ? serials : serials.slice(0, over);
}

function noteText({ practice, now, reader, groups, serials }: SerialsNoteView, words: Words): string {
  const [count, named] = [serials.length, fitting(serials)];
  const left = count - named.length;
  const ready = groups.find(({ standing }) => standing === 'ready')?.count ?? 0;
  const verdict = ready === count ? 'serials.note.verdict.ready' : 'serials.note.verdict.missing';
  return [
    ...(practice ? [words.say('serials.note.practice')] : []),
    words.say(verdict, { ready, count }),
    ...groups.filter(({ standing }) => standing !== 'ready').map((group) => serialLine(group, words)),
    words.say('serials.note.read', { time: utcMinute(now), name: reader }),
    words.say('serials.note.all', { names: named.join(', ') }),
    ...(left > 0 ? [words.say('serials.note.more', { count: left })] : []),
  ].join(' ');
}
