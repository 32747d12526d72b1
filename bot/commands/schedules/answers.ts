import type { Key, Values } from '../../../cards/words/index.ts';
import type { Schedule } from '../../schedules/schedule.ts';
import { noteCard } from '../../views/answers.ts';
import { sayButton } from '../../views/buttons.ts';
import { scheduleCard } from '../../views/schedules.ts';
import type { Answer, Turn } from '../define.ts';
import { readerOf } from '../run-answer.ts';

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
  return { card: noteCard({ title: 'schedules.title', sentences: [{ key, values }], buttons }, screen), place };
}
