import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Request,
  type Response,
  type TurnContext,
} from 'botbuilder';
import type { CardJson, Outbox, Reader } from '../ports.ts';
import { activitySchema } from './activity.ts';
import { isChannelAddress } from './channel-address.ts';
import { openOnce } from './once.ts';
import { openOutbox } from './outbox.ts';
import { answerInvoke, messageBody, post } from './reply.ts';
import { onTurn, type TurnParts } from './turn.ts';

/** The bot's registration; null in practice mode, where everything is on loopback and nothing is signed. */
export type Registration = { appId: string; appType: string; tenantId: string; password: string } | null;

export type Teams = {
  /** One HTTP request of the channel; the body is parsed and its shape checked. */
  process(request: Request, response: Response): Promise<void>;
  outbox: Outbox;
};

type Parts = Omit<TurnParts, 'once'> & {
  registration: Registration;
  /** Milliseconds that only go forwards, for telling slow turns. */
  steadyMs(): number;
  newId(): string;
  /** What a person sees when something breaks here. */
  trouble(heard: Reader, reference: string): CardJson;
};

/** Teams as the rest of the bot sees it. Nothing outside this folder knows the SDK. */
export function openTeams(parts: Parts): Teams {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(credentialsFor(parts.registration)));
  adapter.onTurnError = (context, error) => troubleInTurn(parts, context, error);
  const refuse = (response: Response, why: object) => {
    parts.log.warn(why, 'not an activity that Teams sends');
    response.status(400);
    response.send({ error: 'not an activity' });
  };
  const turn: TurnParts = { ...parts, once: openOnce(parts.steadyMs) };
  return {
    async process(request, response) {
      const parsed = activitySchema.safeParse(request.body);
      if (!parsed.success) return refuse(response, { issues: parsed.error.issues });
      const { serviceUrl } = parsed.data;
      if (!isChannelAddress(serviceUrl, !parts.registration)) return refuse(response, { serviceUrl });
      await adapter.process(request, response, (context) => onTurn(turn, context, parsed.data));
    },
    outbox: openOutbox(adapter, { appId: parts.registration?.appId ?? '', loopbackOnly: !parts.registration }),
  };
}

function credentialsFor(registration: Registration) {
  if (!registration) return {};
  return {
    MicrosoftAppId: registration.appId,
    MicrosoftAppType: registration.appType,
    MicrosoftAppTenantId: registration.tenantId,
    MicrosoftAppPassword: registration.password,
  };
}

/** One sentence and a reference for the person, the details under the same reference for the log. */
async function troubleInTurn(parts: Parts, context: TurnContext, error: Error): Promise<void> {
  const reference = parts.newId().slice(0, 8);
  parts.log.error({ err: error, reference, activity: context.activity.id }, 'a turn failed');
  const language = /^ru\b/i.test(context.activity.locale ?? '') ? 'ru' : 'en';
  const card = parts.trouble({ language, zone: 'UTC' }, reference);
  try {
    if (context.activity.type === 'invoke') await answerInvoke(context, 200, messageBody(card.fallbackText));
    else if (context.activity.type === 'message') await post(context, card);
  } catch (second) {
    parts.log.error({ err: second, reference }, 'the person could not be told');
  }
}
