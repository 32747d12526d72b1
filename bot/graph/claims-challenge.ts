/** More than Entra ever asks for. */
const longest = 4_000;

/** The claims that Graph asks a new token for, as JSON; undefined where it did not ask (graph-contract 6.3). */
export function claimsIn(challenge: string | undefined): string | undefined {
  const encoded =
    /error="?insufficient_claims"?/i.test(challenge ?? '') &&
    /claims="([A-Za-z0-9+/=_-]+)"/i.exec(challenge ?? '')?.[1];
  if (!encoded || encoded.length > longest) return undefined;
  const json = Buffer.from(encoded, 'base64').toString('utf8');
  return isObject(json) ? json : undefined;
}

function isObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
