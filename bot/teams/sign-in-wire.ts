import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { SignInAsk } from '../commands/define.ts';
import type { SignInOffer } from '../ports.ts';

/** Sign-in as Teams spells it (teams-platform 2.2 and 2.3). */

/** Only a name: no OAuth connection of the Bot Framework is behind it. */
const connectionName = 'sso';

/** A silent token is asked for by the offer's id; without a resource only the button is shown. `null` would be refused. */
const exchangeFor = ({ id, resource }: SignInOffer) =>
  resource === null ? {} : { tokenExchangeResource: { id, uri: resource } };

/** A message that asks Teams to sign the person in, silently if it can. */
export function oauthCard(ask: SignInAsk, offer: SignInOffer, link: string): Partial<Activity> {
  const buttons = [{ type: 'signin', title: ask.button, value: link }];
  const content = { text: ask.text, connectionName, buttons, ...exchangeFor(offer) };
  const attachments = [{ contentType: 'application/vnd.microsoft.card.oauth', content }];
  return { type: 'message', summary: ask.text, attachments };
}

/** The answer to a press that needs somebody signed in; Teams then sends the same press again. */
export const loginRequest = (ask: SignInAsk, offer: SignInOffer) => ({
  statusCode: 401,
  type: 'application/vnd.microsoft.activity.loginRequest',
  value: {
    text: ask.text,
    connectionName,
    buttons: [{ type: 'signin', title: ask.button, text: ask.button, value: offer.link }],
    ...exchangeFor(offer),
  },
});

/** Makes Teams show the sign-in button; the reason is one of our closed words. */
export const preconditionFailed = (code: string) => ({
  statusCode: 412,
  type: 'application/vnd.microsoft.error.preconditionFailed',
  value: { code, message: code },
});

export const incorrectAuthCode = {
  statusCode: 401,
  type: 'application/vnd.microsoft.error.incorrectAuthCode',
  value: null,
};

export const exchangeFailed = (id: string, why: string) => ({ id, connectionName, failureDetail: why });
export const exchanged = (id: string) => ({ id, connectionName });

const longestToken = 20_000;
const longestCode = 500;

export const tokenExchangeSchema = z.object({
  id: z.string().min(1).max(200),
  token: z.string().min(1).max(longestToken),
});

export const verifyStateSchema = z.object({ state: z.string().min(1).max(longestCode) });

export const failureSchema = z.object({
  code: z.string().max(100).catch(''),
  message: z.string().optional().catch(''),
});

/** What Teams adds to a press that it sends again after a login request. */
export const authenticatedSchema = z.union([z.object({ authentication: tokenExchangeSchema }), verifyStateSchema]);

/** Said by the sign-in window when the person closes it. */
export const cancelledState = 'CancelledByUser';
