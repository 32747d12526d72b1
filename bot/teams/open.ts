import type { TurnContext } from 'botbuilder';
import type { Incoming } from '../commands/define.ts';
import type { Tracing } from '../meter.ts';
import { type CardJson, type Clock, languageOf, type Reader, type Sender } from '../ports.ts';
import type { WriteInTurn } from '../ports-writing.ts';
import { type Line, openLine } from '../sending/line.ts';
import type { Together } from '../sending/together.ts';
import { openAccess, practiceAccess } from './access.ts';
import type { TeamsActivity } from './activity.ts';
import { Adapter } from './adapter.ts';
import { type ChannelAddresses, isLoopback, loopbackOnly } from './channel-address.ts';
import { type CloudName, channels } from './clouds.ts';
import type { BotToken, InTurn } from './connector.ts';
import type { Crowd } from './crowd.ts';
import type { FileAddresses } from './file-address.ts';
import { inCrowd } from './in-crowd.ts';
import { answerTo, type ChannelRequest } from './inbound.ts';
import { tenantFor } from './incoming.ts';
import { sendLate } from './late.ts';
import { type Measuring, measured } from './measured.ts';
import { openOnce } from './once.ts';
import { openOutbox } from './outbox.ts';
import { noteReachability, type Reachability } from './reachability.ts';
import { answerInvoke, messageBody, post } from './reply.ts';
import { resume } from './resume.ts';
import { traceOf } from './trace.ts';
import { onTurn, type TurnParts } from './turn.ts';
import { openWritten } from './written.ts';

export type Teams = {
  /** One HTTP request of the channel, answered. */
  process(request: ChannelRequest, response: ChannelResponse): Promise<void>;
  inTurn: WriteInTurn;
  /** Sends an answer that found no room in its turn. */
  sendLate(id: string): Promise<void>;
  /** Does again what somebody had asked for before they signed in. */
  resume(pending: object): Promise<void>;
};

type ChannelResponse = { send(status: number, body?: unknown, headers?: Readonly<Record<string, string>>): unknown };

/** How the bot and the channel know each other. */
export type Registration = {
  appId: string;
  cloud: CloudName;
  /** The OpenID configuration of the channel's keys, where it is not the cloud's own. */
  openIdUrl: string | null;
  /** The bot's own token for the connector. */
  botToken: BotToken;
};

export type TeamsParts = Omit<TurnParts, 'once' | 'files' | 'outbox' | 'line'> &
  Measuring & {
    /** Null in practice mode, where everything is on loopback and nothing is signed. */
    registration: Registration | null;
    senders: { connector: Sender; channelKeys: Sender; files: Sender };
    tracing: Tracing;
    /** Milliseconds that only go forwards. */
    steadyMs(): number;
    /** The time of the world outside, which nobody turns: tokens are checked against it. */
    worldClock: Clock;
    /** From 0 to 1. */
    random(): number;
    reachability: Reachability;
    /** Who is worked on now, and who waits for that. */
    crowd: Crowd;
    /** Null for a process that is alone with its database. */
    together: Together | null;
    newId(): string;
    /** What a person sees when too many ask at once. */
    busy(heard: Reader): CardJson;
    /** What a person sees when something breaks here. */
    trouble(heard: Reader, what: { reference: string; error: Error }): Promise<CardJson>;
  };

/** Teams as the rest of the bot sees it. Nothing outside this folder knows the SDK. */
export function openTeams(parts: TeamsParts): Teams {
  const { registration, senders, log, tracing, newId } = parts;
  const addresses = addressesOf(registration);
  const connector = {
    ...{ send: senders.connector, addresses, written: openWritten() },
    botToken: registration?.botToken ?? null,
  };
  const adapter = new Adapter(registration?.appId ?? '', connector);
  adapter.onTurnError = (context, error) => troubleInTurn(parts, context, error);
  const line = openLine({ ...parts, processId: newId() });
  const outbox = openOutbox({ connector, line });
  const files = { send: senders.files, log, addresses: fileAddressesOf(registration, addresses) };
  const turn: TurnParts = { ...parts, files, outbox, line, once: openOnce(parts.steadyMs) };
  const inbound = {
    log,
    rejectionOf: registration ? accessFor(parts, registration) : practiceAccess,
    turn: (body: Record<string, unknown>, activity: TeamsActivity) =>
      tracing.traced(traceOf(activity, newId), () =>
        inCrowd(parts, activity, async (leave) => {
          await noteReachability(parts, activity);
          const answer = (incoming: Incoming) => parts.answer(incoming).finally(leave);
          return adapter.turn(body, inTurnOf(line, tenantOf(activity)), (context) =>
            measured(parts, activity, () => onTurn({ ...turn, answer }, context, activity)),
          );
        }),
      ),
  };
  const { door, answer, late, reachability } = parts;
  const tenantOf = (activity: TeamsActivity) => tenantFor(activity, door) ?? '';
  return {
    async process(request, response) {
      const { status, body, headers } = await answerTo(request, inbound);
      response.send(status, body, headers);
    },
    inTurn: outbox.inTurn,
    sendLate: (id) => sendLate({ outbox, late, reachability, log }, id),
    resume: (pending) => resume({ door, log, files, answer, tracing, newId, outbox, late, reachability }, pending),
  };
}

/** Whatever a turn sends by itself goes before what nobody waits for, and not at all once Teams has given the turn up. */
const turnSendsWithinMs = 8_000;

const inTurnOf =
  (line: Line, tenantId: string): InTurn =>
  async (conversationId, send) => {
    const place = await line.enter({ tenantId, conversationId, rank: 'answer', withinMs: turnSendsWithinMs });
    return send(place).finally(place.leave);
  };

function addressesOf(registration: Registration | null): ChannelAddresses {
  if (!registration) return loopbackOnly;
  const { cloud, openIdUrl } = registration;
  // Whoever takes the channel's keys from loopback plays the channel there too.
  return { hosts: channels[cloud].hosts, loopback: openIdUrl !== null && isLoopback(openIdUrl) };
}

const fileAddressesOf = (registration: Registration | null, { loopback }: ChannelAddresses): FileAddresses => ({
  endings: registration ? channels[registration.cloud].files : [],
  loopback,
});

function accessFor({ senders, log, steadyMs, worldClock, door }: TeamsParts, registration: Registration) {
  const { appId, cloud, openIdUrl } = registration;
  return openAccess({
    appId,
    issuer: channels[cloud].issuer,
    openIdUrl: openIdUrl ?? channels[cloud].openIdUrl,
    addresses: addressesOf(registration),
    allowedTenants: door.allowedTenants,
    send: senders.channelKeys,
    clock: worldClock,
    steadyMs,
    log,
  });
}

/** One sentence and a reference for the person, the details under the same reference for the log. */
async function troubleInTurn(parts: TeamsParts, context: TurnContext, error: Error): Promise<void> {
  const reference = parts.tracing.current() ?? parts.newId().slice(0, 8);
  parts.log.error({ err: error, reference, activity: context.activity.id }, 'a turn failed');
  const language = languageOf(context.activity.locale);
  const card = await parts.trouble({ language, zone: 'UTC' }, { reference, error });
  try {
    // A sign-in that broke here is not done: at 412 Teams offers its button.
    if (context.activity.name?.startsWith('signin/')) await answerInvoke(context, 412);
    else if (context.activity.type === 'invoke') await answerInvoke(context, 200, messageBody(card.fallbackText));
    else if (context.activity.type === 'message') await post(context, card);
  } catch (second) {
    parts.log.error({ err: second, reference }, 'the person could not be told');
  }
}
