import { decodeJwt } from 'jose';
import { answerAdminConsent, answerAuthorize, anyTenant } from './entra-authorize.ts';
import { answerForChannel } from './entra-channel.ts';
import { checkCredential } from './entra-credential.ts';
import { EntraRefused, refusalAnswer } from './entra-errors.ts';
import type { Failures } from './entra-failures.ts';
import { answerGrant } from './entra-grants.ts';
import { published } from './entra-keys.ts';
import { issuerOf, keepSecret } from './entra-tokens.ts';
import type { EntraPerson, EntraRequest, World } from './entra-world.ts';
import type { Asked, openGate, Told } from './loopback.ts';

/** The local Entra as its server sees it. */
export type Door = { world: World; gate: ReturnType<typeof openGate>; failures: Failures; requests: EntraRequest[] };

export async function answerRequest({ world, gate, failures, requests }: Door, asked: Asked): Promise<Told> {
  const form = new URLSearchParams(asked.method === 'POST' ? asked.body : '');
  const request = recorded(world, asked, form);
  requests.push(request);
  const failure = failures.next(request);
  if (asked.path.endsWith('/token')) await gate.passed();
  const told = failure ?? (await answerFor(world, asked, { form, person: request.person }));
  request.status = 'status' in told ? told.status : null;
  return told;
}

function recorded(world: World, { method, path, query, headers }: Asked, form: URLSearchParams): EntraRequest {
  for (const name of shownSecrets) keepIfLong(world, form.get(name) ?? '');
  return {
    method,
    path,
    grant: form.get('grant_type')?.split(':').at(-1) ?? null,
    form: Object.fromEntries(form),
    query: Object.fromEntries(query),
    person: path.endsWith('/token') ? personOf(world, form) : personAt(world, headers.cookie),
    status: null,
  };
}

/** A short one would be found in innocent places. */
function keepIfLong(world: World, secret: string): void {
  if (secret.length >= 20) keepSecret(world, secret);
}

const shownSecrets = ['assertion', 'client_assertion', 'code', 'code_verifier', 'refresh_token', 'client_secret'];

function personOf(world: World, form: URLSearchParams): EntraPerson | null {
  const assertion = form.get('assertion');
  const token = world.refreshTokens.get(form.get('refresh_token') ?? '') ?? world.codes.get(form.get('code') ?? '');
  return token?.person ?? (assertion === null ? null : (world.people.get(subjectOf(assertion)) ?? null));
}

function subjectOf(assertion: string): string {
  try {
    return String(decodeJwt(assertion)['oid']);
  } catch {
    return '';
  }
}

/** Entra's own cookie: whose browser this is. */
export const sessionCookie = (person: EntraPerson) => `entra-session=${person.id}`;

function personAt(world: World, cookie: string | undefined): EntraPerson | null {
  const id = /(?:^|;\s*)entra-session=([^;]+)/.exec(cookie ?? '')?.[1];
  return world.browser.person ?? world.people.get(id ?? '') ?? null;
}

type Sent = { form: URLSearchParams; person: EntraPerson | null };

async function answerFor(world: World, asked: Asked, { form, person }: Sent): Promise<Told> {
  const forChannel = await answerForChannel(world, asked.path);
  if (forChannel) return forChannel;
  const [, tenantId = '', rest = ''] = /^\/([^/]+)\/(.+)$/.exec(asked.path) ?? [];
  const visit = { tenantId, query: asked.query, person };
  switch (`${asked.method} ${rest}`) {
    case 'GET v2.0/.well-known/openid-configuration':
      return { status: 200, body: configurationOf(world, tenantId) };
    case 'GET discovery/v2.0/keys':
      return { status: 200, body: { keys: [await published(world.keys.entra())] } };
    case 'POST oauth2/v2.0/token':
      return answerToken(world, tenantId, form);
    case 'GET oauth2/v2.0/authorize':
      return answerAuthorize(world, visit);
    case 'GET v2.0/adminconsent':
      return answerAdminConsent(world, visit);
    default:
      return { status: 404, body: { error: 'not_found', error_description: `${asked.method} ${asked.path}` } };
  }
}

async function answerToken(world: World, tenantId: string, form: URLSearchParams): Promise<Told> {
  try {
    checkTenant(world, tenantId);
    await checkCredential(world, form, tokenUrlsOf(world, tenantId));
    return { status: 200, body: await answerGrant(world, { tenantId, form }) };
  } catch (error) {
    if (error instanceof EntraRefused) return refusalAnswer(error);
    throw error;
  }
}

function checkTenant({ people, registration }: World, tenantId: string): void {
  const known = [registration.tenantId, ...[...people.values()].map((person) => person.tenantId), ...anyTenant];
  if (![...known, 'botframework', 'botframework.com'].includes(tenantId)) throw new EntraRefused('AADSTS90002');
}

/** A client assertion names the endpoint; a library that only knows https authorities names it with https. */
function tokenUrlsOf(world: World, tenantId: string): string[] {
  const url = `${world.url()}/${tenantId}/oauth2/v2.0/token`;
  return [url, url.replace(/^http:/, 'https:'), issuerOf(world, tenantId)];
}

function configurationOf(world: World, tenantId: string) {
  const base = `${world.url()}/${tenantId}`;
  return {
    issuer: issuerOf(world, tenantId),
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_types_supported: ['code', 'id_token', 'code id_token'],
    id_token_signing_alg_values_supported: ['RS256'],
    subject_types_supported: ['pairwise'],
  };
}
