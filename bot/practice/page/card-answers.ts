import type { Authentication, IActivityRequest } from 'adaptivecards';
import type { InvokeAnswer, Json } from '../connector-types.ts';
import { AdaptiveCards } from './adaptive-cards.ts';

/** What an Execute came to, in the words of the card. */
export type CardAnswer =
  | { readonly kind: 'card'; readonly card: Json }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'sign-in'; readonly login: Json }
  | { readonly kind: 'failed' };

export function readAnswer(answer: InvokeAnswer): CardAnswer {
  if (answer.kind === 'unreachable' || answer.body === null) return { kind: 'failed' };
  const { type, value } = answer.body;
  if (type === 'application/vnd.microsoft.card.adaptive') return { kind: 'card', card: value as Json };
  if (type === 'application/vnd.microsoft.activity.message') return { kind: 'message', text: String(value) };
  if (type === 'application/vnd.microsoft.activity.loginRequest') return { kind: 'sign-in', login: value as Json };
  return { kind: 'failed' };
}

/** Teams knows Data.Query in cards of version 1.5; the renderer only from 1.6 on. */
export const drawable = (card: Json): Json => ({ ...card, version: '1.6' });

/** The same answer in the renderer's classes; it then replaces the card itself. */
export function rendererAnswer(request: IActivityRequest, answer: CardAnswer) {
  switch (answer.kind) {
    case 'card':
      return new AdaptiveCards.SuccessResponse(request, JSON.stringify(drawable(answer.card)));
    case 'message':
      return new AdaptiveCards.SuccessResponse(request, JSON.stringify(answer.text));
    case 'sign-in':
      return new AdaptiveCards.LoginRequestResponse(request, authenticationOf(answer.login));
    case 'failed':
      return new AdaptiveCards.ErrorResponse(request, new AdaptiveCards.ActivityRequestError());
  }
}

function authenticationOf(login: Json): Authentication {
  const authentication = new AdaptiveCards.Authentication();
  authentication.parse(login, new AdaptiveCards.SerializationContext());
  return authentication;
}
