import { ConfidentialClientApplication } from '@azure/msal-node';
import { decodeJwt } from 'jose';
import type { Sender } from '../ports.ts';
import { type Credential, managedToken, proofFrom } from './credential.ts';
import type { Heard } from './entra-answer.ts';
import { metadataOf, networkOn } from './network.ts';

export type ApplicationWish = {
  clientId: string;
  credential: Credential;
  /** The authority with the tenant. */
  authority: string;
  /** The token endpoint itself, where it is another one. */
  tokenUrl?: string | null;
  /** Of one resource, `/.default`. */
  scope: string;
  send: Sender;
};

/** For whom a token was issued, or what was heard instead. The token itself stays here. */
export type ApplicationAudience = { kind: 'issued'; audience: string } | { kind: 'none'; heard: Heard };

/** Asks for a token in the application's own name, to see what Entra makes of it; `heard` is null where nobody could be asked. */
export async function askApplicationToken(wish: ApplicationWish): Promise<ApplicationAudience> {
  const { network, heard } = networkOn(wish.send);
  const proof = await proofFrom(wish.credential, networkOn(wish.send).network).catch(() => null);
  if (!proof) return { kind: 'none', heard: null };
  const authority = wish.authority.replace(/^http:/, 'https:');
  const { host } = new URL(authority);
  const known = { authority, knownAuthorities: [host], authorityMetadata: metadataFor(wish) };
  try {
    const auth = { clientId: wish.clientId, ...known, ...proof };
    const app = new ConfidentialClientApplication({ auth, system: { networkClient: network } });
    const result = await app.acquireTokenByClientCredential({ scopes: [wish.scope] });
    if (result) return { kind: 'issued', audience: String(decodeJwt(result.accessToken).aud) };
  } catch {
    // What msal says may quote what was sent; what was heard says why.
  }
  return { kind: 'none', heard: heard() };
}

function metadataFor({ authority, tokenUrl }: ApplicationWish): string {
  const metadata = metadataOf(authority);
  return tokenUrl ? JSON.stringify({ ...JSON.parse(metadata), token_endpoint: tokenUrl }) : metadata;
}

/** Whether this machine gives the managed identity's own tokens. */
export async function askManagedToken(wish: { clientId: string; resource: string; send: Sender }): Promise<boolean> {
  const { network } = networkOn(wish.send);
  return managedToken(wish.clientId, wish.resource, network).then(
    () => true,
    () => false,
  );
}
