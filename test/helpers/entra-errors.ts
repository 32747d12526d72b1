import { randomUUID } from 'node:crypto';
import type { Told } from './loopback.ts';

/**
 * The refusals of Entra that the bot can meet: number, OAuth error, HTTP status and the beginning of the sentence (the error
 * reference of the Microsoft identity platform).
 */
const refusals = {
  AADSTS50011: [400, 'invalid_request', 'The redirect URI specified in the request does not match the redirect URIs.'],
  AADSTS50013: [400, 'invalid_grant', 'Assertion failed signature validation.'],
  AADSTS50020: [400, 'invalid_request', 'User account does not exist in tenant and cannot access the application.'],
  AADSTS50058: [400, 'login_required', 'A silent sign-in request was sent but no user is signed in.'],
  AADSTS50076: [400, 'interaction_required', 'You must use multi-factor authentication to access the resource.'],
  AADSTS50173: [400, 'invalid_grant', 'The provided grant has expired due to it being revoked.'],
  AADSTS500011: [400, 'invalid_resource', 'The resource principal was not found in the tenant.'],
  AADSTS500112: [400, 'invalid_grant', 'The reply address does not match the one used in the authorization request.'],
  AADSTS500131: [400, 'invalid_grant', 'Assertion audience does not match the Client app presenting the assertion.'],
  AADSTS500133: [400, 'invalid_grant', 'Assertion is not within its valid time range.'],
  AADSTS501481: [400, 'invalid_grant', 'The Code_Verifier does not match the code_challenge.'],
  AADSTS53003: [400, 'invalid_grant', 'Access has been blocked by Conditional Access policies.'],
  AADSTS54005: [400, 'invalid_grant', 'OAuth2 Authorization code was already redeemed.'],
  AADSTS65001: [400, 'invalid_grant', 'The user or administrator has not consented to use the application.'],
  AADSTS65004: [400, 'access_denied', 'User declined to consent to access the app.'],
  AADSTS70000: [400, 'invalid_grant', 'The provided grant is invalid or malformed.'],
  AADSTS70003: [400, 'unsupported_grant_type', 'The app requested an unsupported grant type.'],
  AADSTS700016: [400, 'unauthorized_client', 'Application was not found in the directory.'],
  AADSTS700027: [401, 'invalid_client', 'The certificate used to sign the client assertion is not registered.'],
  AADSTS700082: [400, 'invalid_grant', 'The refresh token has expired due to inactivity.'],
  AADSTS7000215: [401, 'invalid_client', 'Invalid client secret provided.'],
  AADSTS7000218: [401, 'invalid_client', "The request body must contain 'client_assertion' or 'client_secret'."],
  AADSTS90002: [400, 'invalid_request', 'Tenant not found.'],
  AADSTS90094: [400, 'consent_required', 'The grant requires admin permission.'],
} as const satisfies Record<string, readonly [number, string, string]>;

export type RefusalCode = keyof typeof refusals;

/** What a refusal carries besides: `suberror`, `claims`, or another `error` where the page says it differently. */
export type RefusalExtras = { error?: string; suberror?: string; claims?: string };

/** Thrown inside the local Entra where it refuses; the routes make an answer of it. */
export class EntraRefused extends Error {
  readonly code: RefusalCode;
  readonly extras: RefusalExtras;

  constructor(code: RefusalCode, extras: RefusalExtras = {}) {
    super(code);
    this.code = code;
    this.extras = extras;
  }
}

/** As the token endpoint says it. */
export function refusalBody(code: RefusalCode, extras: RefusalExtras = {}): Record<string, unknown> {
  const number = Number(code.slice('AADSTS'.length));
  const ids = { trace_id: randomUUID(), correlation_id: randomUUID(), timestamp: stamp() };
  return {
    error: refusals[code][1],
    error_description: `${code}: ${refusals[code][2]} Trace ID: ${ids.trace_id} Correlation ID: ${ids.correlation_id} Timestamp: ${ids.timestamp}`,
    error_codes: [number],
    ...ids,
    error_uri: `https://login.microsoftonline.com/error?code=${number}`,
    ...extras,
  };
}

export function refusalAnswer({ code, extras }: EntraRefused): Told {
  return { status: refusals[code][0], body: refusalBody(code, extras) };
}

/** As a page of Entra says it to the person, where it cannot lead back to the application. */
export function refusalPage({ code }: EntraRefused): Told {
  const body = `<!doctype html><title>Sign in to your account</title><p>Sorry, but we're having trouble signing you in.</p><p>${code}: ${refusals[code][2]}</p>`;
  return { status: 400, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

const stamp = () => `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`;
