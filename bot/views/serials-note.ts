import { serialsNote } from '../../cards/serials-note.ts';
import { groupsOf, type SerialRead } from '../actions/serial-standing.ts';
import type { CardJson } from '../ports.ts';
import { sayButton } from './buttons.ts';
import { asJson, type Screen } from './screen.ts';

/** `id`: under which the list is kept. */
type Noted = { read: readonly SerialRead[]; reader: string; id: string };

/** How serials stood at one moment, for whoever reads the change record. */
export function serialsNoteCard({ read, reader, id }: Noted, { words, practice, now }: Screen): CardJson {
  const look = { title: words.say('button.look-again'), press: { press: 'serials', go: 'look', list: id } } as const;
  const view = {
    ...{ practice, now, reader, groups: groupsOf(read), serials: read.map(({ serial }) => serial) },
    buttons: [look, sayButton('autopilot', words), sayButton('help', words)],
  };
  return asJson(serialsNote(view, words));
}
