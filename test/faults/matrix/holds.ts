import type { CellTold } from './cell.ts';

/** What is wrong with how a cell ended; nothing where nothing was lost or doubled and all of it came back by itself. */
export function wrongWith(told: CellTold): string[] {
  const { part, verdict, seconds, starts, messages, ended, errors } = told;
  const isDone = verdict.startsWith('Done');
  const wrong = {
    'the process ended': ended,
    'nobody waited for a promise': errors.includes('unhandled rejection'),
    'started twice': starts > 1,
    'done without a start': isDone && starts === 0,
    'not started, though Graph took it': verdict.startsWith('Did not start') && starts > 0,
    'never told how it ended': seconds.run === null && !isStillLookedFor(told),
    'questions are not answered again': seconds.answer === null,
    // Of a message whose answer was lost nobody can know whether it arrived.
    'told twice': messages > (part === 'connector' ? 2 : 1),
    'not told': messages === 0,
  };
  return Object.entries(wrong).flatMap(([what, is]) => (is ? [what] : []));
}

/** A connector may show a sync half an hour late, so for as long nobody says that it did not start. */
const isStillLookedFor = ({ part, action, verdict, starts }: CellTold) =>
  part === 'Graph' && action === 'exchange' && starts === 0 && verdict.startsWith('Not sure');
