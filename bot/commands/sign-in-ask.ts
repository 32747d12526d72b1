import type { Words } from '../../cards/words/index.ts';
import type { SignInAsk } from './define.ts';

/** What Teams shows to somebody who has to sign in. */
export const signInAsk = ({ need, scopes }: Pick<SignInAsk, 'need' | 'scopes'>, words: Words): SignInAsk => ({
  need,
  scopes,
  text: words.say(need === 'sign-in' ? 'sign-in.card.text' : `sign-in.card.text.${need}`),
  button: words.say('sign-in.card.button'),
});
