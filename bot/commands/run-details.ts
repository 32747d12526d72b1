import type { PressOf } from '../../cards/press.ts';
import { runDetailsCard } from '../views/run-details.ts';
import type { Answer, Turn } from './define.ts';
import { hereOf } from './run-answer.ts';
import { noSuchRun, showRun } from './runs.ts';

/** The devices of a run, page by page; below the board, and from there in its own place. */
export async function showDetails(turn: Turn, { run: number, page, back }: PressOf<'details'>): Promise<Answer> {
  const run = await turn.desk.runs.find(turn.from.tenantId, number);
  if (!run) return noSuchRun(turn, number);
  if (run.targets.length === 1) return showRun(turn, number);
  const isOnBoard = page === 1 && !back;
  return { card: runDetailsCard(run, page, turn.screen), place: isOnBoard ? 'below' : hereOf(turn) };
}
