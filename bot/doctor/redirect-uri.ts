import type { HttpAnswer } from '../ports.ts';
import { numbersIn } from './aadsts.ts';
import { bad, type Check, type Finding, ok, redirectUriOf, registrationAt, type Site, unseen } from './define.ts';
import { entra } from './entra.ts';
import { entraRefusal } from './entra-refusal.ts';
import { get } from './get.ts';
import { publicAddress } from './public-url.ts';
import { unanswered } from './unanswered.ts';

export const redirectUri: Check = {
  name: 'Redirect URI',
  needs: [entra.name, publicAddress.name],
  async run(site) {
    const own = redirectUriOf(site.config.publicUrl ?? '');
    const url = signInUrl(site, own);
    try {
      return findingFor(site, own, await get(site.send, url));
    } catch (error) {
      return unanswered(error, url);
    }
  },
};

/** A sign-in that shows no page: Entra sends the browser back at once, but only to an address it knows. */
function signInUrl({ entraUrl, registration }: Site, own: string): string {
  const query = new URLSearchParams({
    client_id: registration.signInAppId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: own,
    scope: 'openid',
    prompt: 'none',
    state: 'doctor',
  });
  return `${entraUrl}/${registration.tenantId}/oauth2/v2.0/authorize?${query}`;
}

function findingFor(site: Site, own: string, answer: HttpAnswer): Finding {
  const { signInAppId: clientId, tenantId } = site.registration;
  if (isBack(answer.headers['location'] ?? '', own)) return ok(`${own} is registered.`);
  const [number] = numbersIn(answer.body);
  const at = `${registrationAt(clientId)} > Authentication > Add a platform > Web > Redirect URIs`;
  if (number === '50011' || number === '500113')
    return bad(`Entra does not know ${own} (AADSTS${number}).`, `${at}: paste ${own}`);
  if (number !== undefined) return entraRefusal(answer, { clientId, tenantId });
  return unseen(`Entra answered with status ${answer.status}, which tells nothing of ${own}.`, `Look there: ${at}`);
}

const isBack = (location: string, own: string) => location === own || location.startsWith(`${own}?`);
