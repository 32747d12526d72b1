import { createHash, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Configuration, ManagedIdentityApplication } from '@azure/msal-node';
import type { Sender } from '../ports.ts';
import { networkOn } from './network.ts';

/** How the bot proves to Entra that it is itself; see `Credential` in config.ts. */
export type Credential =
  | { kind: 'secret'; secret: string }
  | { kind: 'certificate'; file: string }
  | { kind: 'federated'; file: string }
  | { kind: 'managed-identity'; clientId: string };

const rsaOnly = 'MicrosoftAppCertificateFile must hold a certificate and its private RSA key (PEM)';

/** How a managed identity vouches for a registration; the audience differs by cloud. */
export type Voucher = { exchangeAudience: string; send: Sender };

type Proof = Pick<Configuration['auth'], 'clientSecret' | 'clientCertificate' | 'clientAssertion'>;

/** Files are read anew each time: certificates and federated tokens are renewed while the bot runs. */
export async function proofFrom(credential: Credential, { exchangeAudience, send }: Voucher): Promise<Proof> {
  switch (credential.kind) {
    case 'secret':
      return { clientSecret: credential.secret };
    case 'certificate':
      return { clientCertificate: certificateIn(await readFile(credential.file, 'utf8')) };
    case 'federated':
      return { clientAssertion: (await readFile(credential.file, 'utf8')).trim() };
    case 'managed-identity':
      return {
        clientAssertion: (await managedToken({ clientId: credential.clientId, resource: exchangeAudience, send }))
          .token,
      };
  }
}

/** A PEM file with the certificate, first of its chain, and the private key; SHA-256, as SHA-1 thumbprints are on their way out. */
function certificateIn(pem: string): NonNullable<Configuration['auth']['clientCertificate']> {
  const privateKey = /-----BEGIN (?:RSA )?PRIVATE KEY-----[\s\S]+?-----END (?:RSA )?PRIVATE KEY-----/.exec(pem)?.[0];
  const chain = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g);
  const [first] = chain ?? [];
  if (!privateKey || !first) throw new Error(rsaOnly);
  const thumbprintSha256 = createHash('sha256').update(new X509Certificate(first).raw).digest('hex');
  return { thumbprintSha256, privateKey, x5c: chain?.join('\n') ?? first };
}

export type Token = { token: string; expiresAt: Date };

export type MachineWish = { clientId: string; resource: string; send: Sender };

/** From the machine itself. Its network is never the one whose last answer tells what Entra said. */
export async function managedToken({ clientId, resource, send }: MachineWish): Promise<Token> {
  const { network: networkClient } = networkOn(send);
  const managedIdentityIdParams = { userAssignedClientId: clientId };
  const app = new ManagedIdentityApplication({ managedIdentityIdParams, system: { networkClient } });
  const { accessToken: token, expiresOn } = await app.acquireToken({ resource });
  return { token, expiresAt: expiresOn ?? new Date() };
}
