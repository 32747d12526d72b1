import { type RunFileState, runFile } from '../../cards/run-file.ts';
import type { Key, Words } from '../../cards/words/index.ts';
import type { SerialRead, SerialStanding } from '../actions/serial-standing.ts';
import type { CardJson } from '../ports.ts';
import { sayButton, wordsFor } from './buttons.ts';
import { asJson, type Screen } from './screen.ts';

/** What was invented must not be taken for real once it is in somebody's folder. */
export const serialsFileName = ({ practice, now }: Screen): string =>
  `${practice ? 'practice-' : ''}autopilot-serials-${now.toISOString().slice(0, 10)}.csv`;

/** What became of the file of a list of serials. */
export function serialsFileCard(state: RunFileState, screen: Screen): CardJson {
  const { words, practice } = screen;
  const buttons = [sayButton('autopilot', words), sayButton('help', words)];
  const heading = words.say('serials.title');
  const file = serialsFileName(screen);
  return asJson(runFile({ practice, heading, say: wordsFor('autopilot', words), state, file, buttons }, words));
}

const columns = ['serials.column.serial', 'serials.column.standing', 'serials.column.enrollment'] as const;

const standingWords: Record<SerialStanding, Key> = {
  unregistered: 'serials.word.unregistered',
  failed: 'serials.word.failed',
  unknown: 'serials.word.unknown',
  'not-assigned': 'serials.word.not-assigned',
  pending: 'serials.word.pending',
  'out-of-sync': 'serials.word.out-of-sync',
  ready: 'serials.word.ready',
};

/** The service's own word for what has no short one of ours. */
export function serialRows(read: readonly SerialRead[], words: Words) {
  const header = columns.map((column) => words.say(column));
  const rows = read.map(({ serial, standing, enrollment }) => [
    serial,
    words.say(standingWords[standing]),
    standing === 'unregistered' ? '' : enrollment,
  ]);
  return { header, rows };
}
