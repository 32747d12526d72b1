import { EntraRefused, type RefusalCode, type RefusalExtras, refusalBody, refusalPage } from './entra-errors.ts';
import { asksFor, checkDemand, missingScopes } from './entra-policy.ts';
import { clientInfo, opaque } from './entra-tokens.ts';
import type { EntraPerson, World } from './entra-world.ts';
import type { Told } from './loopback.ts';

/** One visit of a browser to a page of a tenant; `person`: whose browser it is. */
export type Visit = { tenantId: string; query: URLSearchParams; person: EntraPerson | null };

/** The page where people sign in: it answers at once, as the script says. */
export function answerAuthorize(world: World, visit: Visit): Told {
  const complaint = complaintAbout(world, visit);
  if (complaint) return refusalPage(complaint);
  try {
    return sendBack(visit, signIn(world, visit));
  } catch (error) {
    if (!(error instanceof EntraRefused)) throw error;
    if (error.code === 'AADSTS53003') return refusalPage(error);
    return sendBack(visit, failure(error.code, error.extras));
  }
}

/** What Entra says on its own page, because it must not send the browser on. */
function complaintAbout(world: World, { tenantId, query, person }: Visit): EntraRefused | null {
  const { clientId, redirectUris } = world.registration;
  if (query.get('client_id') !== clientId) return new EntraRefused('AADSTS700016');
  if (!redirectUris.has(query.get('redirect_uri') ?? '')) return new EntraRefused('AADSTS50011');
  if (person && person.tenantId !== tenantId && !anyTenant.includes(tenantId)) return new EntraRefused('AADSTS50020');
  return null;
}

export const anyTenant = ['common', 'organizations'];

function signIn(world: World, { query, person }: Visit): Record<string, string> {
  const scopes = (query.get('scope') ?? '').split(' ').filter(Boolean);
  if (!person) throw new EntraRefused('AADSTS50058');
  if (query.get('prompt') === 'none') checkSilently(world, person, scopes);
  else answerOnPage(world, person, { scopes, claims: query.get('claims') });
  const code = issueCode(world, { person, scopes, query });
  return { code, ...(query.get('client_info') === '1' ? { client_info: clientInfo(person) } : {}) };
}

/** With `prompt=none` no page is shown, so whatever would need one is an error. */
function checkSilently(world: World, person: EntraPerson, scopes: string[]): void {
  checkDemand(world, person, false);
  if (missingScopes(world, person, scopes).length > 0)
    throw new EntraRefused('AADSTS65001', { error: 'consent_required' });
}

type Asked = { scopes: string[]; claims: string | null };

function answerOnPage(world: World, person: EntraPerson, { scopes, claims }: Asked): void {
  const { answer } = world.browser;
  if (answer === 'declines') throw new EntraRefused('AADSTS65004');
  if (answer === 'needs-administrator') throw new EntraRefused('AADSTS90094');
  if (world.blocked.has(person.id)) throw new EntraRefused('AADSTS53003');
  const demand = world.demands.get(person.id);
  if (demand && provesOn(world, person, claims)) demand.given = true;
  grantAll(world, person, scopes);
}

/** msal asks for claims of its own on every page, so only those that are demanded count. */
function provesOn(world: World, { id }: EntraPerson, claims: string | null): boolean {
  const demand = world.demands.get(id);
  return demand !== undefined && asksFor(claims, demand.claims);
}

/** Signing in on the page includes saying yes to the scopes it names. */
function grantAll(world: World, person: EntraPerson, scopes: string[]): void {
  const missing = missingScopes(world, person, scopes);
  if (missing.length > 0) world.grants.set(person.id, new Set([...(world.grants.get(person.id) ?? []), ...missing]));
}

type Issue = { person: EntraPerson; scopes: string[]; query: URLSearchParams };

function issueCode(world: World, { person, scopes, query }: Issue): string {
  const code = opaque(world, '1.AY');
  const challenge = query.get('code_challenge');
  if (challenge !== null && query.get('code_challenge_method') !== 'S256') throw new EntraRefused('AADSTS501481');
  world.codes.set(code, {
    person,
    scopes,
    challenge,
    redirectUri: query.get('redirect_uri') ?? '',
    nonce: query.get('nonce'),
    proved: provesOn(world, person, query.get('claims')),
    used: false,
  });
  return code;
}

/** The page where an administrator says yes for the whole tenant. */
export function answerAdminConsent(world: World, visit: Visit): Told {
  const complaint = complaintAbout(world, visit);
  if (complaint) return refusalPage(complaint);
  const { tenantId, query } = visit;
  if (world.browser.answer !== 'signs-in')
    return sendBack(visit, { admin_consent: 'True', ...failure('AADSTS65004', {}) });
  world.grants.delete(tenantId);
  for (const person of world.people.values()) if (person.tenantId === tenantId) world.grants.delete(person.id);
  return sendBack(visit, { admin_consent: 'True', tenant: tenantId, scope: query.get('scope') ?? '' });
}

function failure(code: RefusalCode, extras: RefusalExtras): Record<string, string> {
  const { error, error_description, error_uri } = refusalBody(code, extras);
  return { error: String(error), error_description: String(error_description), error_uri: String(error_uri) };
}

/** Back to the application, by address or by a form that posts itself. */
function sendBack({ query }: Visit, answer: Record<string, string>): Told {
  const state = query.get('state');
  const all = new URLSearchParams({ ...answer, ...(state === null ? {} : { state }) });
  const to = query.get('redirect_uri') ?? '';
  if (query.get('response_mode') !== 'form_post') {
    return { status: 302, headers: { location: `${to}${to.includes('?') ? '&' : '?'}${all}` } };
  }
  const fields = [...all].map(([name, value]) => `<input type="hidden" name="${name}" value="${attribute(value)}">`);
  const body = `<!doctype html><body onload="document.forms[0].submit()"><form method="POST" action="${attribute(to)}">${fields.join('')}</form></body>`;
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

const attribute = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
