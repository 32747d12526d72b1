import { decodeJwt } from 'jose';
import { z } from 'zod';
import type { Person } from '../ports.ts';

/** The scope that Teams' own clients may ask for. */
const teamsScope = 'access_as_user';
/** How far clocks may differ; as Entra allows. */
const skewMs = 5 * 60_000;
const longest = 20_000;

const claims = z.object({
  aud: z.string(),
  tid: z.string().toLowerCase(),
  oid: z.string().toLowerCase(),
  scp: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
});

type Expected = { clientId: string; resource: string; person: Person; now: Date };

/**
 * Whether Teams' token is one for this bot, from this person, to be exchanged now. Entra checks the signature during the exchange,
 * so nothing here is trusted before that (teams-platform 2.4).
 */
export function ssoTokenFailure(token: string, expected: Expected): 'wrong-token' | 'expired-token' | null {
  const read = token.length > longest ? null : claims.safeParse(claimsIn(token));
  if (!read?.success) return 'wrong-token';
  const { aud, tid, oid, scp, exp, nbf = 0 } = read.data;
  const { clientId, resource, person, now } = expected;
  const forUs = [clientId, resource].includes(aud) && scp.split(' ').includes(teamsScope);
  const fromThem = tid === person.tenantId && oid === person.id;
  if (!forUs || !fromThem || nbf * 1000 > now.getTime() + skewMs) return 'wrong-token';
  return exp * 1000 < now.getTime() - skewMs ? 'expired-token' : null;
}

function claimsIn(token: string): unknown {
  try {
    return decodeJwt(token);
  } catch {
    return null;
  }
}
