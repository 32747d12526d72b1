import { createHash, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Configuration, type INetworkModule, ManagedIdentityApplication } from '@azure/msal-node';

/** How the bot proves to Entra that it is itself; see `Credential` in config.ts. */
export type Credential =
  | { kind: 'secret'; secret: string }
  | { kind: 'certificate'; file: string }
  | { kind: 'federated'; file: string }
  | { kind: 'managed-identity'; clientId: string };

type Proof = Pick<Configuration['auth'], 'clientSecret' | 'clientCertificate' | 'clientAssertion'>;

/** What a managed identity asks for to vouch for a registration that trusts it. */
const exchangeAudience = 'api://AzureADTokenExchange';

/** Files are read anew each time: certificates and federated tokens are renewed while the bot runs. */
export async function proofFrom(credential: Credential, networkClient: INetworkModule): Promise<Proof> {
  switch (credential.kind) {
    case 'secret':
      return { clientSecret: credential.secret };
    case 'certificate':
      return { clientCertificate: certificateIn(await readFile(credential.file, 'utf8')) };
    case 'federated':
      return { clientAssertion: (await readFile(credential.file, 'utf8')).trim() };
    case 'managed-identity':
      return { clientAssertion: (await managedToken(credential.clientId, exchangeAudience, networkClient)).token };
  }
}

/** A PEM file with the certificate, first of its chain, and the private key; SHA-256, as SHA-1 thumbprints are on their way out. */
function certificateIn(pem: string): NonNullable<Configuration['auth']['clientCertificate']> {
  const privateKey = /-----BEGIN (?:RSA |EC )?PRIVATE KEY-----[\s\S]+?-----END (?:RSA |EC )?PRIVATE KEY-----/.exec(
    pem,
  )?.[0];
  const chain = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g);
  const [first] = chain ?? [];
  if (!privateKey || !first)
    throw new Error('MicrosoftAppCertificateFile must hold a certificate and its private key (PEM)');
  const thumbprintSha256 = createHash('sha256').update(new X509Certificate(first).raw).digest('hex');
  return { thumbprintSha256, privateKey, x5c: chain?.join('\n') ?? first };
}

export type Token = { token: string; expiresAt: Date };

export async function managedToken(clientId: string, resource: string, networkClient: INetworkModule): Promise<Token> {
  const app = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: clientId },
    system: { networkClient },
  });
  const { accessToken: token, expiresOn } = await app.acquireToken({ resource });
  return { token, expiresAt: expiresOn ?? new Date() };
}
