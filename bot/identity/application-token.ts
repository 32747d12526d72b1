import { decodeJwt } from 'jose';
import { type ClientWish, confidentialClient } from './confidential-client.ts';
import { type MachineWish, managedToken, type Token } from './credential.ts';
import type { Heard } from './entra-answer.ts';

/** `scope`: of one resource, `/.default`. */
export type ApplicationWish = ClientWish & { scope: string };

export type ApplicationToken = ({ kind: 'issued' } & Token) | { kind: 'none'; heard: Heard };

/** A token in the application's own name; `heard` is null where nobody could be asked. */
export async function applicationToken({ scope, ...wish }: ApplicationWish): Promise<ApplicationToken> {
  const client = await confidentialClient(wish).catch(() => null);
  if (!client) return { kind: 'none', heard: null };
  try {
    const result = await client.app.acquireTokenByClientCredential({ scopes: [scope] });
    if (result?.accessToken)
      return { kind: 'issued', token: result.accessToken, expiresAt: result.expiresOn ?? new Date() };
  } catch {
    // What msal says may quote what was sent; what was heard says why.
  }
  return { kind: 'none', heard: client.heard() };
}

/** For whom a token was issued, or what was heard instead. The token itself stays here. */
export type ApplicationAudience = { kind: 'issued'; audience: string } | { kind: 'none'; heard: Heard };

/** Asks only to see what Entra makes of it. */
export async function askApplicationToken(wish: ApplicationWish): Promise<ApplicationAudience> {
  const answer = await applicationToken(wish);
  return answer.kind === 'none' ? answer : { kind: 'issued', audience: String(decodeJwt(answer.token).aud) };
}

/** Whether this machine gives the managed identity's own tokens. */
export const askManagedToken = (wish: MachineWish): Promise<boolean> =>
  managedToken(wish).then(
    () => true,
    () => false,
  );
