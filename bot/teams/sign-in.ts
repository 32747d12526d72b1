import type { TurnContext } from 'botbuilder';
import type { SignInAsk } from '../commands/define.ts';
import type { CardJson, Log, Person, Reader, SignIn, SignInAnswer, SignInFailure } from '../ports.ts';
import type { TeamsActivity } from './activity.ts';
import { type Door, senderOf } from './incoming.ts';
import { answerInvoke, cardBody, post } from './reply.ts';
import {
  authenticatedSchema,
  cancelledState,
  exchanged,
  exchangeFailed,
  failureSchema,
  incorrectAuthCode,
  loginRequest,
  oauthCard,
  preconditionFailed,
  tokenExchangeSchema,
  verifyStateSchema,
} from './sign-in-wire.ts';

export type SignInParts = {
  door: Door;
  log: Log;
  /** Null where nobody needs to sign in. */
  signIn: SignIn | null;
  /** What a person sees when they could not be signed in and Teams shows nothing of it. */
  signInFailed(why: ToldFailure, heard: Reader): CardJson;
};

type ToldFailure = SignInFailure | 'not-silent' | 'cancelled';

type Here = { context: TurnContext; activity: TeamsActivity; person: Person; heard: Reader };

export const isSignInInvoke = ({ type, name }: TeamsActivity): boolean =>
  type === 'invoke' && (name?.startsWith('signin/') ?? false);

/** Teams has a token, a code, or bad news. */
export async function onSignInInvoke(parts: SignInParts, context: TurnContext, activity: TeamsActivity): Promise<void> {
  const sender = senderOf(activity, parts.door);
  const { signIn } = parts;
  // Whoever cannot be told from others is not signed in; Teams may ask them.
  if (!signIn) return answerInvoke(context, 200);
  if (!sender) return answerInvoke(context, 412);
  const here = { context, activity, ...sender };
  switch (activity.name) {
    case 'signin/tokenExchange':
      return exchange(parts, here, signIn);
    case 'signin/verifyState':
      return verify(parts, here, signIn);
    case 'signin/failure':
      return failed(parts, here);
    default:
      return answerInvoke(context, 501);
  }
}

async function exchange(parts: SignInParts, here: Here, signIn: SignIn): Promise<void> {
  const { context, activity, person } = here;
  const sent = tokenExchangeSchema.safeParse(activity.value);
  if (!sent.success) return answerInvoke(context, 400);
  const { id } = sent.data;
  const answer = await signIn.exchange(person, sent.data);
  if (answer.kind === 'signed-in') return answerInvoke(context, 200, exchanged(id));
  const inGroup = activity.conversation.conversationType === 'groupChat';
  // There every member's client answers an offer that was made to one of them.
  if (inGroup && answer.why === 'not-yours') return answerInvoke(context, 200, exchanged(id));
  await answerInvoke(context, 412, exchangeFailed(id, answer.why));
  const helpless = inGroup ? [...needsWords, 'expired-offer'] : needsWords;
  if (helpless.includes(answer.why) && !answer.again) await tell(parts, here, answer.why);
}

/** After the answer to the invoke, which must stand whatever becomes of the card. */
async function tell(parts: SignInParts, { context, heard }: Here, why: ToldFailure): Promise<void> {
  try {
    await post(context, parts.signInFailed(why, heard));
  } catch (error) {
    parts.log.warn({ err: error, why }, 'the person could not be told why they are not signed in');
  }
}

/** Here the button that Teams shows would not help, or not yet. */
const needsWords: readonly SignInFailure[] = ['throttled', 'unavailable', 'settings'];

async function verify(parts: SignInParts, here: Here, signIn: SignIn): Promise<void> {
  const { context, activity, person } = here;
  const sent = verifyStateSchema.safeParse(activity.value);
  if (!sent.success) return answerInvoke(context, 400);
  if (sent.data.state === cancelledState) {
    await answerInvoke(context, 200);
    return tell(parts, here, 'cancelled');
  }
  const answer = await signIn.redeem(person, sent.data.state);
  if (answer.kind === 'signed-in') return answerInvoke(context, 200);
  await answerInvoke(context, 412);
  if (!answer.again) await tell(parts, here, answer.why);
}

/** Of these Teams shows nothing to the person, so the bot must. */
const silentFailures = [
  'installedappnotfound',
  'invokeerror',
  'resourcematchfailed',
  'oauthcardnotvalid',
  'tokenmissing',
];

async function failed(parts: SignInParts, here: Here): Promise<void> {
  const { context, activity } = here;
  const { data } = failureSchema.safeParse(activity.value);
  const code = /^[a-z]{1,40}$/i.test(data?.code ?? '') ? (data?.code ?? '').toLowerCase() : 'unknown';
  parts.log.warn({ code }, 'Teams could not get a token in silence; `npm run doctor` checks the registration');
  await answerInvoke(context, 200);
  // In a group every member's client would bring it.
  const personal = activity.conversation.conversationType === 'personal';
  if (personal && silentFailures.includes(code)) await tell(parts, here, 'not-silent');
}

type Asking = { context: TurnContext; activity: TeamsActivity; person: Person; heard: Reader };

/**
 * Asks Teams to sign the person in. In a channel there is no silent way, and a link made for one person must not be seen by
 * others: false there, and the card's own button asks.
 */
export async function askToSignIn(signIn: SignIn, asking: Asking, ask: SignInAsk): Promise<boolean> {
  const { context, activity, person, heard } = asking;
  const personal = activity.conversation.conversationType !== 'groupChat';
  if (activity.conversation.conversationType === 'channel') return false;
  if (!personal && ask.need !== 'sign-in') return false;
  const { need, scopes } = ask;
  const offer = await signIn.offer(person, { need, scopes, heard, pending: { ...activity } });
  await context.sendActivity(oauthCard(ask, offer, personal ? offer.link : offer.sharedLink));
  return true;
}

/** The answer to a press by somebody who is not signed in; seen by them only. */
export async function requestLogin(signIn: SignIn, { person, heard }: Asking, ask: SignInAsk): Promise<object> {
  const { need, scopes } = ask;
  return loginRequest(ask, await signIn.offer(person, { need, scopes, heard, pending: null }));
}

/** What a press that Teams sends again brings along: null where it brings nothing. */
export async function authenticate(signIn: SignIn, person: Person, value: unknown): Promise<Authenticated | null> {
  const sent = authenticatedSchema.safeParse(value);
  if (!sent.success) return null;
  if ('authentication' in sent.data) {
    return { how: 'token', answer: await signIn.exchange(person, sent.data.authentication) };
  }
  return { how: 'code', answer: await signIn.redeem(person, sent.data.state) };
}

export type Authenticated = { how: 'token' | 'code'; answer: SignInAnswer };

/** Where Teams' own way on would not help, the person reads why. */
export function notAuthenticated(
  parts: SignInParts,
  how: Authenticated['how'],
  tell: { why: SignInFailure; heard: Reader },
) {
  const { why, heard } = tell;
  if (needsWords.includes(why)) return cardBody(parts.signInFailed(why, heard));
  return how === 'token' ? preconditionFailed(why) : incorrectAuthCode;
}
