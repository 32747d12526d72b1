import type { Key, Values } from '../../../cards/words/index.ts';
import type { Schedule } from '../../schedules/schedule.ts';
import { messageCard } from '../../views/answers.ts';
import { sayButton } from '../../views/buttons.ts';
import { quote } from '../../views/quote.ts';
import { scheduleCard } from '../../views/schedules.ts';
import type { Answer, Turn } from '../define.ts';
import { readerOf } from '../run-answer.ts';
import { scheduleExamples } from './examples.ts';

export const shown = (turn: Turn, schedule: Schedule, place: Answer['place']): Answer => ({
  card: scheduleCard(schedule, readerOf(turn), turn.screen),
  place,
});

/** One sentence about schedules, and ways on. */
export function noted(
  { screen }: Turn,
  { key, values = {} }: { key: Key; values?: Values },
  place: Answer['place'],
): Answer {
  const buttons = [sayButton('schedules', screen.words), sayButton('help', screen.words)];
  return { card: messageCard({ title: 'schedules.title', sentences: [{ key, values }], buttons }, screen), place };
}

/** Nothing is scheduled of what was not understood; `timed`: when was, and this stood beside it. */
export function unread(turn: Turn, said: string, timed: boolean): Answer {
  const { words } = turn.screen;
  const key = timed ? 'schedule.unread-there' : 'schedule.unread';
  const values = { said: quote(said, longestQuote), examples: words.either(scheduleExamples(words)) };
  return noted(turn, { key, values }, 'below');
}

const longestQuote = 60;
