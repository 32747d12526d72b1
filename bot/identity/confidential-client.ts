import { ConfidentialClientApplication } from '@azure/msal-node';
import { type Credential, proofFrom, type Voucher } from './credential.ts';
import type { Heard } from './entra-answer.ts';
import { metadataOf, networkOn } from './network.ts';

export type ClientWish = Voucher & {
  clientId: string;
  /** The authority with the tenant. */
  authority: string;
  /** The token endpoint itself, where it is another one. */
  tokenUrl?: string | null;
  credential: Credential;
  /** What the application tells Entra that it understands. */
  capabilities?: readonly string[];
};

export type Client = { app: ConfidentialClientApplication; heard: () => Heard };

/** msal for one question: it keeps no other person's tokens, and no failure that would be held against anybody. */
export async function confidentialClient(wish: ClientWish): Promise<Client> {
  const { clientId, credential, exchangeAudience, send, capabilities = [] } = wish;
  const { network, heard } = networkOn(send);
  // msal takes https only; where the endpoints really are, the metadata says.
  const authority = wish.authority.replace(/^http:/, 'https:');
  const app = new ConfidentialClientApplication({
    auth: {
      clientId,
      authority,
      knownAuthorities: [new URL(authority).host],
      authorityMetadata: metadataFor(wish),
      clientCapabilities: [...capabilities],
      ...(await proofFrom(credential, { exchangeAudience, send })),
    },
    system: { networkClient: network },
  });
  return { app, heard };
}

function metadataFor({ authority, tokenUrl }: ClientWish): string {
  const metadata = metadataOf(authority);
  return tokenUrl ? JSON.stringify({ ...JSON.parse(metadata), token_endpoint: tokenUrl }) : metadata;
}
