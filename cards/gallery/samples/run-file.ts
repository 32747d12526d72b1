import { wordsFor } from '../../../bot/views/buttons.ts';
import { type RunFileState, type RunFileView, runFile, runFileStates } from '../../run-file.ts';
import type { Words } from '../../words/index.ts';
import { forEach, shown } from '../sample.ts';
import { showRunButton } from './invented.ts';

export const runFileSamples = shown({
  name: 'run-file',
  about: 'The rows of a run as a file, offered before it is sent.',
  card: runFile,
  states: {
    ...forEach(runFileStates, (state) => [state, file(state)]),
    'sent, outside practice': file('sent', { practice: false }),
  },
});

function file(state: RunFileState, change: Partial<RunFileView> = {}) {
  return (words: Words): RunFileView => {
    const csv = { title: words.say('button.csv'), press: { press: 'csv', run: 17 } } as const;
    const again = state === 'declined' || state === 'not-taken';
    return {
      practice: true,
      heading: words.say('run.title', { title: words.say('action.sync-payloads'), number: 17 }),
      say: `${wordsFor('run', words)} 17`,
      state,
      file: 'payload-sync-run-17.csv',
      buttons: [...(again ? [csv] : []), showRunButton(17, words)],
      ...change,
    };
  };
}
