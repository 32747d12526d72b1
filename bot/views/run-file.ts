import { type RunFileState, runFile } from '../../cards/run-file.ts';
import type { CardJson } from '../ports.ts';
import type { Run } from '../runs/run.ts';
import { showButton, wordsFor } from './buttons.ts';
import { asJson, type Screen } from './screen.ts';

export type { RunFileState };

/** What was invented must not be taken for real once it is in somebody's folder. */
export const runFileName = ({ action, number }: Pick<Run, 'action' | 'number'>, { practice }: Screen): string =>
  `${practice ? 'practice-' : ''}${action}-run-${number}.csv`;

/** What became of a run's file. */
export function runFileCard(run: Run, state: RunFileState, screen: Screen): CardJson {
  const { words, practice } = screen;
  const { number } = run;
  const heading = words.say('run.title', { title: words.say(`action.${run.action}`), number });
  const say = `${wordsFor('run', words)} ${number}`;
  const again = { title: words.say('button.csv'), press: { press: 'csv', run: number } } as const;
  const buttons = [...(canAskAgain.has(state) ? [again] : []), showButton(number, words)];
  return asJson(runFile({ practice, heading, say, state, file: runFileName(run, screen), buttons }, words));
}

export const canAskAgain: ReadonlySet<RunFileState> = new Set(['declined', 'not-taken']);
