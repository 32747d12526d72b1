import type { TurnContext } from 'botbuilder';
import type { CardJson, Clock, Outbox, Reader, Sender } from '../ports.ts';
import { openAccess, practiceAccess } from './access.ts';
import type { TeamsActivity } from './activity.ts';
import { Adapter } from './adapter.ts';
import { type ChannelAddresses, isLoopback, loopbackOnly } from './channel-address.ts';
import { type CloudName, channels } from './clouds.ts';
import type { BotToken } from './connector.ts';
import { answerTo, type ChannelRequest } from './inbound.ts';
import { openOnce } from './once.ts';
import { openOutbox } from './outbox.ts';
import { answerInvoke, messageBody, post } from './reply.ts';
import { resume } from './resume.ts';
import { onTurn, type TurnParts } from './turn.ts';

export type Teams = {
  /** One HTTP request of the channel, answered. */
  process(request: ChannelRequest, response: { send(status: number, body?: unknown): unknown }): Promise<void>;
  outbox: Outbox;
  /** Does again what somebody had asked for before they signed in. */
  resume(pending: object): Promise<void>;
};

/** How the bot and the channel know each other. */
export type Registration = {
  appId: string;
  cloud: CloudName;
  /** The OpenID configuration of the channel's keys, where it is not the cloud's own. */
  openIdUrl: string | null;
  /** The bot's own token for the connector. */
  botToken: BotToken;
};

type Parts = Omit<TurnParts, 'once'> & {
  /** Null in practice mode, where everything is on loopback and nothing is signed. */
  registration: Registration | null;
  send: Sender;
  /** Milliseconds that only go forwards. */
  steadyMs(): number;
  /** The time of the world outside, which nobody turns: tokens are checked against it. */
  worldClock: Clock;
  newId(): string;
  /** What a person sees when something breaks here. */
  trouble(heard: Reader, reference: string): CardJson;
};

/** Teams as the rest of the bot sees it. Nothing outside this folder knows the SDK. */
export function openTeams(parts: Parts): Teams {
  const { registration, send, log } = parts;
  const addresses = addressesOf(registration);
  const adapter = new Adapter(registration?.appId ?? '', { send, addresses, botToken: registration?.botToken ?? null });
  adapter.onTurnError = (context, error) => troubleInTurn(parts, context, error);
  const turn: TurnParts = { ...parts, once: openOnce(parts.steadyMs) };
  const inbound = {
    log,
    refusalOf: registration ? accessFor(parts, registration) : practiceAccess,
    turn: (body: Record<string, unknown>, activity: TeamsActivity) =>
      adapter.turn(body, (context) => onTurn(turn, context, activity)),
  };
  const outbox = openOutbox(adapter, addresses);
  const { door, answer } = parts;
  return {
    async process(request, response) {
      const { status, body } = await answerTo(request, inbound);
      response.send(status, body);
    },
    outbox,
    resume: (pending) => resume({ door, log, outbox, answer }, pending),
  };
}

function addressesOf(registration: Registration | null): ChannelAddresses {
  if (!registration) return loopbackOnly;
  const { cloud, openIdUrl } = registration;
  // Whoever takes the channel's keys from loopback plays the channel there too.
  return { hosts: channels[cloud].hosts, loopback: openIdUrl !== null && isLoopback(openIdUrl) };
}

function accessFor({ send, log, steadyMs, worldClock, door }: Parts, registration: Registration) {
  const { appId, cloud, openIdUrl } = registration;
  return openAccess({
    appId,
    issuer: channels[cloud].issuer,
    openIdUrl: openIdUrl ?? channels[cloud].openIdUrl,
    addresses: addressesOf(registration),
    allowedTenants: door.allowedTenants,
    send,
    clock: worldClock,
    steadyMs,
    log,
  });
}

/** One sentence and a reference for the person, the details under the same reference for the log. */
async function troubleInTurn(parts: Parts, context: TurnContext, error: Error): Promise<void> {
  const reference = parts.newId().slice(0, 8);
  parts.log.error({ err: error, reference, activity: context.activity.id }, 'a turn failed');
  const language = /^ru\b/i.test(context.activity.locale ?? '') ? 'ru' : 'en';
  const card = parts.trouble({ language, zone: 'UTC' }, reference);
  try {
    // A sign-in that broke here is not done: at 412 Teams offers its button.
    if (context.activity.name?.startsWith('signin/')) await answerInvoke(context, 412);
    else if (context.activity.type === 'invoke') await answerInvoke(context, 200, messageBody(card.fallbackText));
    else if (context.activity.type === 'message') await post(context, card);
  } catch (second) {
    parts.log.error({ err: second, reference }, 'the person could not be told');
  }
}
