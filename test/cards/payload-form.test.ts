import { payloadFormSamples } from '../../cards/gallery/samples/payload-form.ts';
import { openLexicon } from '../../cards/words/index.ts';

const words = openLexicon()('en', 'UTC');

/** What the buttons of a form say; the first is the main one if it looks so. */
function buttonsOf(state: string): { titles: string[]; main: string | undefined } {
  const sample = payloadFormSamples.samples.find((one) => one.state === state);
  const actions = (sample?.draw(words).actions ?? []) as { title: string; style?: string }[];
  return {
    titles: actions.map(({ title }) => title),
    main: actions.find(({ style }) => style === 'positive')?.title,
  };
}

test.each(['none fits any more', 'nothing there', 'nothing to restore'])(
  'nobody is sent on where nothing can be chosen: %s',
  (state) => {
    expect(buttonsOf(state).titles).not.toContain('Continue');
  },
);

test('what can be done instead is the main button then', () => {
  expect(buttonsOf('none fits any more').main).toBe('Restore instead');
  expect(buttonsOf('nothing to restore').main).toBe('Remove instead');
});

test.each(['one device', 'too many, and none fits any more', 'none fits any more, but one that failed'])(
  'where something can be chosen, or taken back, one goes on: %s',
  (state) => {
    expect(buttonsOf(state).main).toBe('Continue');
  },
);
