import { account } from '../../cards/account.ts';
import type { PressButton } from '../../cards/kit/press-button.ts';
import { signIn } from '../../cards/sign-in.ts';
import type { Key } from '../../cards/words/index.ts';
import type { CardJson, SignInNeed } from '../ports.ts';
import { accountView, type Standing, signInButton } from './account-view.ts';
import { messageCard } from './answers.ts';
import { type Once, sayButton } from './buttons.ts';
import { asJson, type Screen } from './screen.ts';
import {
  type FailedSignIn,
  failedView,
  forgottenView,
  type LeftRuns,
  type SignedIn,
  signedInView,
  signedOutView,
} from './sign-in-views.ts';

/** Who am I? */
export const accountCard = (standing: Standing, screen: Screen): CardJson =>
  asJson(account(accountView(standing, screen), screen.words));

export const signedInCard = (who: SignedIn, screen: Screen): CardJson =>
  asJson(signIn(signedInView(who, screen), screen.words));

/** Null where nobody was signed in. */
export const signedOutCard = (left: LeftRuns | null, screen: Screen): CardJson =>
  asJson(signIn(signedOutView(left, screen), screen.words));

export const signInFailedCard = (failed: FailedSignIn, screen: Screen): CardJson =>
  asJson(signIn(failedView(failed, screen), screen.words));

export const forgottenCard = (left: LeftRuns, screen: Screen): CardJson =>
  asJson(signIn(forgottenView(left, screen), screen.words));

/** Asks first. `once` is spent by the deletion. */
export function forgetCard(once: Once, screen: Screen): CardJson {
  const { words } = screen;
  const sentences = forgetSentences.map((key) => ({ key }));
  const remove: PressButton = { title: words.say('button.forget'), press: { press: 'forget', ...once } };
  const keep: PressButton = { ...sayButton('help', words), title: words.say('button.keep') };
  return messageCard({ title: 'forget.title', sentences, buttons: [remove, keep] }, screen);
}

const forgetSentences = ['forget.what', 'forget.cancels', 'forget.stays', 'forget.ask'] as const;

/** Where others would see a link made for one person: the button asks Teams for a sign-in of whoever presses it. */
export const signInCard = (need: Exclude<SignInNeed, 'policy'>, screen: Screen): CardJson =>
  messageCard(
    {
      title: 'sign-in.title',
      sentences: [{ key: needed[need] }],
      buttons: [signInButton(screen.words), sayButton('help', screen.words)],
    },
    screen,
  );

const needed: Record<Exclude<SignInNeed, 'policy'>, Key> = {
  'sign-in': 'sign-in.card.text',
  consent: 'sign-in.card.text.consent',
  proof: 'sign-in.card.text.proof',
};
