import { type ApplicationAudience, askApplicationToken } from '../identity/application-token.ts';
import { numbersIn } from './aadsts.ts';
import { credential } from './credential.ts';
import { bad, type Check, type Finding, ok, registrationAt, type Site } from './define.ts';
import { noToken } from './entra-refusal.ts';

export const appIdUri: Check = {
  name: 'App ID URI',
  needs: [credential.name],
  async run(site) {
    const { registration, entraUrl, send, cloud } = site;
    const { signInAppId: clientId, tenantId, credential: own } = registration;
    if (own.kind === 'managed-identity' && clientId === registration.appId) return noSignInApp(site);
    const authority = `${entraUrl}/${tenantId}`;
    const { exchangeAudience } = cloud;
    const scope = `${site.appIdUri}/.default`;
    const asked = { clientId, credential: own, authority, scope, send, exchangeAudience };
    const answer = await askApplicationToken(asked);
    return answer.kind === 'issued' ? audienceFinding(site, answer.audience) : notGiven(site, answer);
  },
};

const noSignInApp = ({ appIdUri: uri }: Site) =>
  bad(
    'SIGN_IN_APP_ID is not set, and nobody can sign in to a managed identity.',
    `Register an application for signing in (README, "With a managed identity"), give it the App ID URI ${uri}, and set SIGN_IN_APP_ID.`,
  );

/** Tokens of Teams will be for the same audience as this one. */
function audienceFinding({ registration, appIdUri: uri }: Site, audience: string): Finding {
  if (audience === registration.signInAppId)
    return ok(`${uri} is set; tokens name the client id (version 2), which the bot takes.`);
  if (audience === uri)
    return ok(`${uri} is set; tokens name it themselves (version 1), which the bot takes as well as version 2.`);
  return bad(
    `${uri} leads to tokens for ${audience}, which this bot must refuse.`,
    `${registrationAt(registration.signInAppId)} > Expose an API > Application ID URI: set ${uri} here, and remove it from the other application.`,
  );
}

/** Entra may refuse a token for oneself by this name (90009): then it has found the name to be one's own. */
const ownName = '90009';

function notGiven(site: Site, { heard }: Extract<ApplicationAudience, { kind: 'none' }>): Finding {
  const { registration, appIdUri: uri, entraUrl } = site;
  const { signInAppId: clientId, tenantId } = registration;
  const [number] = heard && 'answer' in heard ? numbersIn(heard.answer.body) : [];
  if (number === ownName) return ok(`${uri} is this registration’s own; the version of its tokens was not told.`);
  if (number !== '500011') return noToken(heard, { clientId, tenantId, entraUrl });
  return bad(
    `Entra knows no ${uri} in tenant ${tenantId} (AADSTS500011).`,
    `${registrationAt(clientId)} > Expose an API > Application ID URI > Add: paste ${uri}`,
  );
}
