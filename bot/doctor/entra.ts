import { bad, type Check, type Finding, ok, type Site } from './define.ts';
import { entraRefusal } from './entra-refusal.ts';
import { get } from './get.ts';
import { openIdConfigurationIn } from './openid.ts';
import { unanswered } from './unanswered.ts';

export const entra: Check = {
  name: 'Entra',
  needs: [],
  run: (site) => tenantFinding(site, site.registration.tenantId),
};

export const allowedTenants: Check = {
  name: 'Allowed tenants',
  needs: [entra.name],
  async run(site) {
    const tenants = site.config.allowedTenants;
    const looked = await Promise.all(tenants.map(async (id) => ({ id, finding: await tenantFinding(site, id) })));
    const wrong = looked.filter(({ finding }) => finding.mark !== 'ok');
    if (wrong.length === 0) return ok(`Entra knows every tenant that is served: ${tenants.join(', ')}.`);
    return bad(
      `${wrong.length} of ${tenants.length} in ALLOWED_TENANTS would not work.`,
      ...wrong.flatMap(({ id, finding }) => [`${id}: ${finding.found}`, ...finding.todo]),
    );
  },
};

async function tenantFinding(site: Site, tenantId: string): Promise<Finding> {
  const url = `${site.entraUrl}/${tenantId}/v2.0/.well-known/openid-configuration`;
  try {
    const answer = await get(site.send, url);
    const configuration = openIdConfigurationIn(answer);
    if (configuration) return issuerFinding(site, tenantId, configuration.issuer);
    return entraRefusal(answer, { clientId: site.registration.appId, tenantId });
  } catch (error) {
    return unanswered(error, url);
  }
}

function issuerFinding({ config, entraUrl }: Site, tenantId: string, issuer: string): Finding {
  if (!issuer.toLowerCase().includes(`/${tenantId}/`))
    return bad(`The issuer there is ${issuer}, not tenant ${tenantId}.`, 'Correct the tenant id, or ENTRA_URL.');
  // Entra names the tenant's own cloud, wherever it was asked.
  if (config.entraUrl === null && !issuer.startsWith(`${entraUrl}/`))
    return bad(`Tenant ${tenantId} belongs to another cloud: its issuer is ${issuer}.`, 'Set CLOUD to that cloud.');
  return ok(`Entra knows tenant ${tenantId}.`);
}
