import type { CancelAnswer } from '../runs/cancel.ts';
import type { Run } from '../runs/run.ts';
import { messageCard } from '../views/answers.ts';
import { runCard } from '../views/run.ts';
import type { Answer, Command, Turn } from './define.ts';
import { hereOf, ownPlace, readerOf } from './run-answer.ts';
import { noSuchRun } from './runs.ts';

export const cancel: Command = {
  name: 'cancel',
  phrases: {
    en: ['cancel', 'cancel run', 'stop run'],
    ru: ['отменить', 'отмени', 'отменить запуск', 'отмена'],
    de: ['abbrechen', 'lauf abbrechen', 'zurücknehmen', 'lauf zurücknehmen', 'stornieren'],
  },
  takes: 'number',
  about: 'command.cancel',
  run: (turn, argument) => cancelRun(turn, Number(argument)),
};

/** Takes a run back if it has not begun, leaves it if it is somebody else's, and says which. */
export const cancelRun = (turn: Turn, number: number): Promise<Answer> => endRun(turn, number, 'cancel');

/** What has begun goes on at Microsoft; nobody looks at it any more. */
export const stopLooking = (turn: Turn, number: number): Promise<Answer> => endRun(turn, number, 'stopLooking');

async function endRun(turn: Turn, number: number, how: 'cancel' | 'stopLooking'): Promise<Answer> {
  const { desk, from } = turn;
  const run = await desk.runs.find(from.tenantId, number);
  if (!run) return noSuchRun(turn, number);
  const became = await desk.runs[how](run, from);
  return became === 'cancelled' ? cancelledRun(turn, number) : cancelNote(turn, run, became);
}

async function cancelledRun(turn: Turn, number: number): Promise<Answer> {
  const { desk, from, screen } = turn;
  const run = await desk.runs.find(from.tenantId, number);
  if (!run) return noSuchRun(turn, number);
  const card = runCard(run, { id: readerOf(turn), waiting: await desk.runs.waiting(run) }, screen);
  return { card, place: hereOf(turn) };
}

function cancelNote(turn: Turn, run: Run, became: Exclude<CancelAnswer, 'cancelled'>): Answer {
  const values = { number: run.number, name: run.asker.name };
  const sentences = [{ key: `cancel.${became}`, values } as const];
  const place = became === 'left' && turn.cardId ? ownPlace(turn, 'here') : 'below';
  return { card: messageCard({ title: 'cancel.title', sentences }, turn.screen), place };
}
