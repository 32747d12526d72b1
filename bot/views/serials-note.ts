import { fitting, type SerialsNoteView, serialsNote } from '../../cards/serials-note.ts';
import { groupsOf, type SerialRead } from '../actions/serial-standing.ts';
import type { CardJson } from '../ports.ts';
import { sayButton } from './buttons.ts';
import { asJson, type Screen } from './screen.ts';

/** `id`: under which the list is kept. */
type Noted = { read: readonly SerialRead[]; reader: string; id: string };

/** How serials stood at one moment, for whoever reads the change record. */
export const serialsNoteCard = (noted: Noted, screen: Screen): CardJson =>
  asJson(serialsNote(serialsNoteViewFor(noted, screen), screen.words));

export function serialsNoteViewFor({ read, reader, id }: Noted, { words, practice, now }: Screen): SerialsNoteView {
  const look = { title: words.say('button.look-again'), press: { press: 'serials', go: 'look', list: id } } as const;
  const csv = { title: words.say('button.csv'), press: { press: 'serials', go: 'csv', list: id } } as const;
  const serials = read.map(({ serial }) => serial);
  const isWhole = fitting(serials).length === serials.length;
  return {
    ...{ practice, now, reader, groups: groupsOf(read), serials },
    buttons: [look, ...(isWhole ? [] : [csv]), sayButton('autopilot', words), sayButton('help', words)],
  };
}
