import { type RunFileState, runFile } from '../../cards/run-file.ts';
import type { CardJson } from '../ports.ts';
import type { Run } from '../runs/run.ts';
import { showButton } from './buttons.ts';
import { asJson, type Screen } from './screen.ts';

/** What was invented must not be taken for real once it is in somebody's folder. */
export const runFileName = ({ action, number }: Pick<Run, 'action' | 'number'>, { practice }: Screen): string =>
  `${practice ? 'practice-' : ''}${action}-run-${number}.csv`;

/** What became of a run's file. */
export function runFileCard(run: Run, state: RunFileState, screen: Screen): CardJson {
  const { words, practice } = screen;
  const { number } = run;
  const title = words.say(`action.${run.action}`);
  const again = { title: words.say('button.csv'), press: { press: 'csv', run: number } } as const;
  const buttons = [...(canAskAgain.has(state) ? [again] : []), showButton(number, words)];
  return asJson(runFile({ practice, number, title, state, file: runFileName(run, screen), buttons }, words));
}

const canAskAgain: ReadonlySet<RunFileState> = new Set(['declined', 'not-taken']);
