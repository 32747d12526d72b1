import { runDetailsCard } from '../views/run-details.ts';
import type { Answer, Turn } from './define.ts';
import { hereOf } from './run-answer.ts';
import { noSuchRun, showRun } from './runs.ts';

/** The devices of a run, page by page; below the board, and from there in its own place. */
export async function showDetails(turn: Turn, number: number, page: number): Promise<Answer> {
  const run = await turn.desk.runs.find(turn.from.tenantId, number);
  if (!run) return noSuchRun(turn, number);
  if (run.targets.length === 1) return showRun(turn, number);
  const isOnBoard = page === 1;
  return { card: runDetailsCard(run, page, turn.screen), place: isOnBoard ? 'below' : hereOf(turn) };
}
