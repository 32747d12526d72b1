import { createHash, type KeyObject, X509Certificate } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { type SelfSigned, selfSigned } from './certificate.ts';
import { EntraRefused } from './entra-errors.ts';
import { keepSecret } from './entra-tokens.ts';
import type { World } from './entra-world.ts';

/** A certificate that the registration knows from now on. */
export function registerCertificate({ registration }: World): SelfSigned {
  const made = selfSigned('sync-desk');
  const { raw, publicKey } = new X509Certificate(made.certificate);
  registration.certificates.set(createHash('sha256').update(raw).digest('base64url'), publicKey);
  return made;
}

/** Refuses whoever does not prove to be the registered application: by secret, certificate, or a trusted workload's token. */
export async function checkCredential(world: World, form: URLSearchParams, tokenUrls: string[]): Promise<void> {
  const { registration } = world;
  if (form.get('client_id') !== registration.clientId) throw new EntraRefused('AADSTS700016');
  const secret = form.get('client_secret');
  const assertion = form.get('client_assertion');
  if (secret !== null && secret !== registration.secret) throw new EntraRefused('AADSTS7000215');
  if (secret !== null) return;
  if (assertion === null) throw new EntraRefused('AADSTS7000218');
  keepSecret(world, assertion);
  await checkAssertion(world, assertion, tokenUrls);
}

async function checkAssertion(world: World, assertion: string, tokenUrls: string[]): Promise<void> {
  try {
    const header = decodeProtectedHeader(assertion);
    const federation = world.keys.federation();
    if (header.kid === federation.kid) {
      await jwtVerify(assertion, federation.publicKey, { audience: 'api://AzureADTokenExchange' });
      return;
    }
    const key = certificateKey(world, header['x5t#S256']);
    const { clientId } = world.registration;
    // msal rounds seconds up, so its assertions begin up to half a second from now; Entra allows five minutes.
    await jwtVerify(assertion, key, { audience: tokenUrls, issuer: clientId, subject: clientId, clockTolerance: 300 });
  } catch {
    throw new EntraRefused('AADSTS700027');
  }
}

function certificateKey({ registration }: World, thumbprint: unknown): KeyObject {
  const key = registration.certificates.get(String(thumbprint));
  if (!key) throw new EntraRefused('AADSTS700027');
  return key;
}
