import { registrationAt } from './define.ts';

/** Which application asked Entra, and in which tenant. */
export type Asker = { clientId: string; tenantId: string };

/** What one of Entra's numbers means here, and what to do about it. */
export type Explanation = { means: string; todo: string };

type Explain = (asker: Asker) => Explanation;

const secretsAt = ({ clientId }: Asker) => `${registrationAt(clientId)} > Certificates & secrets`;

const federation: Explain = (asker) => ({
  means: 'no federated credential of the registration fits the token that was shown',
  todo: `${secretsAt(asker)} > Federated credentials: issuer, subject and audience must be those of the token (AZURE_FEDERATED_TOKEN_FILE, or the managed identity: its tenant’s issuer and its object id).`,
});
const unknownApp: Explain = ({ clientId, tenantId }) => ({
  means: `application ${clientId} is not in tenant ${tenantId}`,
  todo: 'Entra admin center > App registrations > All applications: copy Application (client) ID and Directory (tenant) ID into MicrosoftAppId (or SIGN_IN_APP_ID) and MicrosoftAppTenantId. If both are right, create its enterprise application: az ad sp create --id <application id>.',
});
const unknownTenant: Explain = ({ tenantId }) => ({
  means: `there is no tenant ${tenantId} in this cloud`,
  todo: 'Entra admin center > Overview > Tenant ID: copy it into MicrosoftAppTenantId (or ALLOWED_TENANTS); CLOUD must be the tenant’s own.',
});
const certificate: Explain = (asker) => ({
  means: 'the certificate is not one of this registration, or its private key is another one’s',
  todo: `${secretsAt(asker)} > Certificates: upload the certificate of MicrosoftAppCertificateFile (the public part only).`,
});

/** The Microsoft identity platform’s error reference (learn.microsoft.com, reference-error-codes), the common ones. */
const explanations: Record<string, Explain> = {
  '50011': ({ clientId }) => ({
    means: 'the redirect URI is not registered',
    todo: `${registrationAt(clientId)} > Authentication > Add a platform > Web: add the redirect URI.`,
  }),
  '53003': () => ({
    means: 'conditional access blocks the application itself',
    todo: 'Entra admin center > Conditional Access > Policies: look for one about workload identities and allow this machine’s address.',
  }),
  '500011': ({ clientId }) => ({
    means: 'the App ID URI is not set',
    todo: `${registrationAt(clientId)} > Expose an API > Application ID URI.`,
  }),
  '500113': ({ clientId }) => ({
    means: 'no redirect URI is registered at all',
    todo: `${registrationAt(clientId)} > Authentication > Add a platform > Web: add the redirect URI.`,
  }),
  '700016': unknownApp,
  '7000229': unknownApp,
  '90002': unknownTenant,
  '900021': unknownTenant,
  '900023': unknownTenant,
  '700024': () => ({
    means: 'the proof is outside its time: clocks differ, or the federated token is too old',
    todo: 'Set the clock of this machine; see that AZURE_FEDERATED_TOKEN_FILE is renewed.',
  }),
  '700027': certificate,
  '700030': certificate,
  '70021': federation,
  '700211': federation,
  '700212': federation,
  '700213': federation,
  '7000112': ({ clientId }) => ({
    means: 'the application is disabled',
    todo: `Entra admin center > Enterprise applications > ${clientId} > Properties > Enabled for users to sign in: Yes.`,
  }),
  '7000215': (asker) => ({
    means: 'the secret is wrong; often its Secret ID was copied instead of its Value',
    todo: `${secretsAt(asker)} > Client secrets > New client secret: copy its Value into MicrosoftAppPassword.`,
  }),
  '7000222': (asker) => ({
    means: 'the secret has expired',
    todo: `${secretsAt(asker)} > Client secrets > New client secret: copy its Value into MicrosoftAppPassword.`,
  }),
};

export const explain = (number: string, asker: Asker): Explanation | null => explanations[number]?.(asker) ?? null;

/** Entra’s numbers in an answer, the first one first. */
export const numbersIn = (body: string): string[] =>
  [...body.matchAll(/AADSTS(\d{4,7})/g)].map(([, found = '']) => found);
