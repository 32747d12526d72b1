import { pressButton } from './kit/press-button.ts';
import type { Execute } from './kit/types.ts';
import type { Press } from './press.ts';
import type { Words } from './words/index.ts';

/** The main button of a form: on to the next one. */
export const continueButton = (press: Press, words: Words): Execute =>
  pressButton({ title: words.say('form.continue'), press, main: true });

/** Ends a draft. */
export const dropButton = (draft: string, words: Words): Execute =>
  pressButton({ title: words.say('form.cancel'), press: { press: 'drop-draft', draft } });
