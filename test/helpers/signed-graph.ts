import type { Clock } from '../../bot/ports.ts';
import { type PracticeGraph, startPracticeGraph } from '../../bot/practice/graph.ts';
import { errorBodyFor } from '../../bot/practice/graph-errors.ts';
import { holdToContract } from './contract/heard.ts';
import type { Entra } from './entra.ts';
import { asksFor } from './entra-policy.ts';
import { graphAudience } from './entra-tokens.ts';
import type { EntraPerson } from './entra-world.ts';
import { type Asked, openLoopback, type Told } from './loopback.ts';

/** One request that reached Graph; `oid` is `null` where the token was not good. */
export type GraphVisit = { method: string; path: string; oid: string | null; token: string; status: number | null };

/** A Graph that takes Entra's tokens only, in front of the invented tenant. */
export type SignedGraph = {
  /** `GRAPH_URL`. */
  url: string;
  /** The invented tenant behind, for its `next`, `world` and the like. */
  tenant: PracticeGraph;
  visits: GraphVisit[];
  /** This person's tokens are refused until they were asked for with these claims. */
  challenges(person: EntraPerson, claims: object): void;
  /** This one token is worth nothing from now on, as after a revoked session. */
  refuses(token: string): void;
  startsOver(): void;
  close(): Promise<void>;
};

type Parts = {
  entra: Entra;
  tenant: PracticeGraph;
  visits: GraphVisit[];
  challenges: Map<string, string>;
  refused: Set<string>;
};

export async function openSignedGraph(entra: Entra, clock: Clock = { now: () => new Date() }): Promise<SignedGraph> {
  const tenant = await startPracticeGraph({ clock });
  const parts: Parts = { entra, tenant, visits: [], challenges: new Map(), refused: new Set() };
  const server = await openLoopback((asked) => answer(parts, asked));
  const url = `${server.url}/beta`;
  holdToContract(url);
  // What another process of the bot asks is heard here, where it is passed on.
  holdToContract(tenant.url);
  return {
    url,
    tenant,
    visits: parts.visits,
    challenges: (person, claims) => {
      parts.challenges.set(person.id, JSON.stringify(claims));
    },
    refuses: (token) => {
      parts.refused.add(token);
    },
    startsOver: () => {
      tenant.reset();
      parts.visits.length = 0;
      parts.challenges.clear();
      parts.refused.clear();
    },
    async close() {
      await tenant.close();
      await server.close();
    },
  };
}

async function answer(parts: Parts, asked: Asked): Promise<Told> {
  const token = /^Bearer (.+)$/.exec(asked.headers.authorization ?? '')?.[1] ?? '';
  const claims = await goodClaims(parts, token);
  const path = asked.path.replace(/^\/beta/, '');
  const visit: GraphVisit = { method: asked.method, path, oid: claims?.oid ?? null, token, status: null };
  parts.visits.push(visit);
  const told = claims ? await answerTo(parts, asked, claims) : unauthorized('invalid_token');
  visit.status = 'status' in told ? told.status : null;
  return told;
}

type TokenClaims = { oid: string; name: string; scp: string; asked_claims?: string };

async function goodClaims({ entra, refused }: Parts, token: string): Promise<TokenClaims | null> {
  if (refused.has(token)) return null;
  try {
    return (await entra.verifies(token, graphAudience)) as unknown as TokenClaims;
  } catch {
    return null;
  }
}

async function answerTo(parts: Parts, asked: Asked, claims: TokenClaims): Promise<Told> {
  const demanded = parts.challenges.get(claims.oid);
  if (demanded && !asksFor(claims.asked_claims ?? null, demanded)) return unauthorized('insufficient_claims', demanded);
  if (!mayAsk(asked, claims.scp)) return { ...json, status: 403, body: scopeMissing };
  return passOn(parts.tenant, asked, claims.name);
}

/** What takes one permission, reading and writing alike. A batch is let through; who sends one has devices to ask for. */
const permissions: readonly (readonly [path: RegExp, permission: string])[] = [
  [/\/\$batch$|\/(co)?managedDevices\b/i, 'DeviceManagementManagedDevices.Read.All'],
  [/\/deviceAppManagement\//i, 'DeviceManagementApps.Read.All'],
  [/\/(deviceConfigurations|configurationPolicies)\b/i, 'DeviceManagementConfiguration.Read.All'],
];

/** Of the rest, reading takes either permission and a sync the greater (graph-contract 5). */
function mayAsk({ method, path }: Pick<Asked, 'method' | 'path'>, scp: string): boolean {
  const scopes = scp.split(' ');
  const own = permissions.find(([asked]) => asked.test(path));
  if (own) return scopes.includes(own[1]);
  const write = scopes.includes('DeviceManagementServiceConfig.ReadWrite.All');
  return write || (method === 'GET' && scopes.includes('DeviceManagementServiceConfig.Read.All'));
}

const json = { headers: { 'content-type': 'application/json' } };
const scopeMissing = errorBodyFor({ status: 403, flavour: 'scope' });

/** With `claims` it is the claims challenge of continuous access evaluation (graph-contract 6.3). */
function unauthorized(error: string, claims?: string): Told {
  const asked = claims === undefined ? '' : `, claims="${Buffer.from(claims).toString('base64')}"`;
  const challenge = `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="${error}"${asked}`;
  return {
    status: 401,
    headers: { ...json.headers, 'www-authenticate': challenge },
    body: errorBodyFor({ status: 401, flavour: null }),
  };
}

/** What the invented tenant does not answer is not answered here either. */
async function passOn(tenant: PracticeGraph, asked: Asked, name: string): Promise<Told> {
  const { method, path, query, headers, body } = asked;
  const url = new URL(path, tenant.url);
  url.search = query.toString();
  const kept = ['client-request-id', 'content-type'].flatMap((each) =>
    headers[each] ? [[each, String(headers[each])]] : [],
  );
  const own = { authorization: `Bearer practice.${Buffer.from(name).toString('base64url')}` };
  try {
    const answered = await fetch(url, {
      method,
      headers: { ...Object.fromEntries(kept), ...own },
      body: method === 'GET' || body === '' ? null : body,
    });
    return { status: answered.status, headers: passedOn(answered.headers), body: await answered.text() };
  } catch {
    return { trouble: 'broken' };
  }
}

/** The length is told anew. */
function passedOn(headers: Headers): Record<string, string> {
  const own = ['content-length', 'connection', 'keep-alive', 'transfer-encoding', 'date'];
  return Object.fromEntries([...headers].filter(([name]) => !own.includes(name)));
}
