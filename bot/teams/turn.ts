import { hash } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import type { Answer, Incoming } from '../commands/define.ts';
import type { TurnEnd } from '../meter.ts';
import type { CardJson, Reader } from '../ports.ts';
import type { LateAnswers } from '../ports-writing.ts';
import type { Line } from '../sending/line.ts';
import type { TeamsActivity } from './activity.ts';
import { type FileParts, handOver, withFile } from './files.ts';
import { fileConsent, incomingFrom } from './incoming.ts';
import type { Arrival } from './once.ts';
import type { TeamsOutbox } from './outbox.ts';
import { placed } from './placing.ts';
import type { Reachability } from './reachability.ts';
import { answerInvoke, cardBody, messageBody, post } from './reply.ts';
import { isSearch, onSearch, type SearchParts } from './search.ts';
import {
  askToSignIn,
  authenticate,
  isSignInInvoke,
  notAuthenticated,
  onSignInInvoke,
  requestLogin,
  type SignInParts,
} from './sign-in.ts';

export type TurnParts = SignInParts &
  SearchParts & {
    answer(incoming: Incoming): Promise<Answer | null>;
    /** For somebody the bot cannot serve. */
    stranger(heard: Reader): CardJson;
    /** Where files come from and go to. */
    files: FileParts;
    outbox: TeamsOutbox;
    line: Line;
    late: LateAnswers;
    reachability: Reachability;
    once(arrival: Arrival, work: () => Promise<object | null>): Promise<object | null>;
  };

/** A person waits at most this long without a sign (store-guidelines 10). */
const typingAfterMs = 1_200;

/** One activity: what it is, what to answer, where the answer goes. */
export async function onTurn(parts: TurnParts, context: TurnContext, activity: TeamsActivity): Promise<TurnEnd> {
  if (isSignInInvoke(activity)) return onSignInInvoke(parts, context, activity).then(answered);
  if (isSearch(activity)) return onSearch(parts, context, activity).then(answered);
  const read = incomingFrom(activity, parts.door);
  if (read.kind === 'incoming') return answerOnce(parts, { context, activity, incoming: read.incoming });
  if (read.kind === 'stranger') {
    await reply(context, activity, { card: parts.stranger(read.heard), place: 'below' });
    return 'stranger';
  }
  parts.log.debug({ why: read.why }, 'activity left alone');
  await refuse(context);
  return 'left-alone';
}

const answered = (): TurnEnd => 'answered';

/** An unknown invoke is not implemented; nobody waits for an answer to anything else. */
async function refuse(context: TurnContext): Promise<void> {
  if (context.activity.type === 'invoke') await answerInvoke(context, 501);
}

type Here = { context: TurnContext; activity: TeamsActivity; incoming: Incoming };

/** A repeated delivery gets the first one's HTTP answer, and nothing else happens. */
async function answerOnce(parts: TurnParts, here: Here): Promise<TurnEnd> {
  const { context, activity, incoming } = here;
  const invoke = activity.type === 'invoke';
  let first = false;
  const body = await parts.once(arrivalOf(here), async () => {
    first = true;
    return invoke ? answerPress(parts, here) : answerMessage(parts, here);
  });
  if (invoke) await answerInvoke(context, 200, body ?? undefined);
  if (first) return 'answered';
  parts.log.info({ key: incoming.key }, 'delivered again; answered once');
  return 'repeated';
}

function arrivalOf({ activity, incoming }: Here): Arrival {
  const { type, text, value, attachments } = activity;
  const said = JSON.stringify([incoming.from.id, incoming.where.id, type, text, value, attachments]);
  const likeness = hash('sha256', said, 'base64url');
  // A press that is sent again after signing in may keep its id.
  return { id: type === 'invoke' ? `${incoming.key} ${likeness}` : incoming.key, likeness };
}

async function answerMessage(parts: TurnParts, here: Here): Promise<null> {
  const { incoming, activity, context } = here;
  const heard = withFile(parts.files, incoming, activity);
  const answer = await whileTyping(parts, here, heard.then(parts.answer));
  if (!answer) return null;
  const asking = { context, activity, person: incoming.from, heard: incoming.heard };
  const asked = answer.signIn && parts.signIn ? await askToSignIn(parts.signIn, asking, answer.signIn) : false;
  if (!asked) await show(parts, here, answer);
  return null;
}

/** A press that needs a sign-in comes back with a token or a code; then it is answered as if nothing had been amiss. */
async function answerPress(parts: TurnParts, here: Here): Promise<object | null> {
  const { incoming, activity, context } = here;
  const { from: person, heard } = incoming;
  const { signIn } = parts;
  const proof = signIn && (await authenticate(signIn, person, activity.value));
  if (proof?.answer.kind === 'refused') return notAuthenticated(parts, proof.how, { why: proof.answer.why, heard });
  const answer = await parts.answer({ ...incoming, signedIn: proof !== null });
  if (answer?.signIn && signIn) return requestLogin(signIn, { context, activity, person, heard }, answer.signIn);
  if (answer) await show(parts, here, answer);
  // Of what follows a question of its own Teams takes no card.
  return answer && activity.name !== fileConsent ? invokeBody(answer) : null;
}

async function whileTyping({ line }: TurnParts, here: Here, answer: Promise<Answer | null>): Promise<Answer | null> {
  const { context, activity, incoming } = here;
  if (activity.type !== 'message') return answer;
  const { tenantId, id: conversationId } = incoming.where;
  const typing = setTimeout(() => {
    // Where others wait to be answered, a sign would only cost one of them their place.
    if (!line.isCalm({ tenantId, conversationId })) return;
    // A sign that cannot be sent is no reason to fail the turn.
    context.sendActivity({ type: 'typing' }).catch(() => {});
  }, typingAfterMs);
  try {
    return await answer;
  } finally {
    clearTimeout(typing);
  }
}

/** Puts the answer where it belongs and says which message it became. */
async function show(parts: TurnParts, { context, activity, incoming }: Here, answer: Answer): Promise<void> {
  const { file } = answer;
  const { where, from: person } = incoming;
  if (file) return handOver(parts, { context, activity }, { ...answer, file });
  const pressedId = (answer.place === 'here' && activity.replyToId) || null;
  const withinMs = patienceMs;
  if (pressedId && answer.kept) await answer.posted?.(pressedId);
  else await placed(parts, { person, where, answer, replaces: pressedId, withinMs });
}

/** How long a turn waits for room. */
const patienceMs = 3_000;

const invokeBody = (answer: Answer): object =>
  answer.place === 'below' && answer.aside ? messageBody(answer.aside) : cardBody(answer.card);

/** An answer that does not come from a command. */
export async function reply(context: TurnContext, activity: { type: string }, answer: Answer): Promise<void> {
  if (activity.type === 'invoke') return answerInvoke(context, 200, messageBody(answer.card.fallbackText));
  await post(context, answer.card);
}
