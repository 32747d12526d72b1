import { access, constants } from 'node:fs/promises';
import { askApplicationToken, askManagedToken } from '../identity/application-token.ts';
import { dayOf, endingFor, lookAtCertificate } from './certificate.ts';
import { bad, type Check, type Finding, ok, type Site } from './define.ts';
import { entra } from './entra.ts';
import { noToken } from './entra-refusal.ts';

export const credential: Check = {
  name: 'Bot’s credential',
  needs: [entra.name],
  async run(site) {
    const { credential: own } = site.registration;
    switch (own.kind) {
      case 'secret':
        return tokenFinding(site, 'the secret in MicrosoftAppPassword (when it ends cannot be seen from here)');
      case 'certificate':
        return certificateFinding(site, own.file);
      case 'federated':
        return federatedFinding(site, own.file);
      case 'managed-identity':
        return managedFinding(site);
    }
  },
};

async function certificateFinding(site: Site, file: string): Promise<Finding> {
  const look = await lookAtCertificate(file, site.now);
  if ('wrong' in look) return look.wrong;
  const finding = await tokenFinding(site, `the certificate, which is good until ${dayOf(look.endsAt)}`);
  return finding.mark === 'ok' ? (endingFor(look.endsAt, site.now) ?? finding) : finding;
}

async function federatedFinding(site: Site, file: string): Promise<Finding> {
  const readable = await access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
  if (readable) return tokenFinding(site, 'the federated token in AZURE_FEDERATED_TOKEN_FILE');
  return bad(`${file} cannot be read.`, 'Correct AZURE_FEDERATED_TOKEN_FILE, or let the bot’s user read it.');
}

async function managedFinding({ registration, cloud, send }: Site): Promise<Finding> {
  const { appId } = registration;
  const resource = cloud.botScope.replace('/.default', '');
  if (await askManagedToken({ clientId: appId, resource, send })) return ok(`${given} the managed identity.`);
  return bad(
    `This machine gives no token for the managed identity ${appId}.`,
    'Run this where the bot runs: on an Azure resource that has this identity (its blade Identity > User assigned).',
  );
}

async function tokenFinding(site: Site, source: string): Promise<Finding> {
  const { config, registration, cloud, entraUrl, send } = site;
  const { appId: clientId, tenantId, credential: own } = registration;
  const authority = `${entraUrl}/${registration.appType === 'MultiTenant' ? cloud.botTenant : tenantId}`;
  const { exchangeAudience, botScope: scope } = cloud;
  const { botTokenUrl: tokenUrl } = config;
  const asked = { clientId, credential: own, authority, tokenUrl, scope, send, exchangeAudience };
  const answer = await askApplicationToken(asked);
  if (answer.kind === 'issued') return ok(`${given} ${source}.`);
  return noToken(answer.heard, { clientId, tenantId, entraUrl });
}

const given = 'A token for the Bot Connector is given for';
