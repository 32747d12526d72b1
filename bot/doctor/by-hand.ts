import { actions } from '../actions/index.ts';
import { azureBotAt, type Check, redirectUriOf, registrationAt, type Site, unseen } from './define.ts';

/** Teams on desktop and phone, and in a browser (teams-platform 2.5). */
const teamsClients = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'];

const exposeAt = ({ registration }: Site) => `${registrationAt(registration.signInAppId)} > Expose an API`;

const scopes = [
  ...new Set(actions.flatMap(({ scopes: { read, write, also = [] } }) => [...read, ...write, ...also])),
].sort();

/** What nobody can see from outside: where to look, and for what. */
export const byHand: readonly Check[] = [
  lookAt('Scope for Teams', (site) =>
    unseen(`The scope ${site.appIdUri}/access_as_user must exist and be enabled.`, `${exposeAt(site)} > Scopes`),
  ),
  lookAt('Clients of Teams', (site) =>
    unseen(
      `Teams must be authorised for that scope: ${teamsClients.join(' and ')}.`,
      `${exposeAt(site)} > Authorized client applications`,
    ),
  ),
  lookAt('Graph permissions', (site) =>
    unseen(
      `An administrator must have allowed these delegated permissions: ${scopes.join(', ')}.`,
      `${registrationAt(site.registration.signInAppId)} > API permissions, then open as an administrator:`,
      ...consentLinks(site),
    ),
  ),
  lookAt('Channel', () => unseen('The channel Microsoft Teams must be enabled.', `${azureBotAt} > Channels`)),
  lookAt('Messaging endpoint', ({ config }) =>
    unseen(
      `The messaging endpoint must be ${config.publicUrl ?? '<PUBLIC_URL>'}/api/messages.`,
      `${azureBotAt} > Configuration`,
    ),
  ),
];

function lookAt(name: string, look: (site: Site) => ReturnType<typeof unseen>): Check {
  return { name, needs: [], run: async (site) => look(site) };
}

function consentLinks({ config, registration, cloud, entraUrl }: Site): string[] {
  if (config.publicUrl === null) return ['the link follows from PUBLIC_URL, which is not set'];
  const query = new URLSearchParams({
    client_id: registration.signInAppId,
    scope: `${cloud.graph}/.default`,
    redirect_uri: redirectUriOf(config.publicUrl),
  });
  return config.allowedTenants.map((tenantId) => `${entraUrl}/${tenantId}/v2.0/adminconsent?${query}`);
}
