import { type KeyObject, randomUUID } from 'node:crypto';
import type { Keys } from './entra-keys.ts';
import { guidOf, slugOf } from './names.ts';

/** Somebody with an account. */
export type EntraPerson = {
  name: string;
  tenantId: string;
  /** The object id: `aadObjectId` in Teams, `oid` in tokens. */
  id: string;
  username: string;
};

/** The bot's registration. */
export type Registration = {
  clientId: string;
  tenantId: string;
  secret: string;
  redirectUris: Set<string>;
  /** `null` where the App ID URI was never set. */
  appIdUri: string | null;
  /** By SHA-256 thumbprint in base64url, as `x5t#S256` names them. */
  certificates: Map<string, KeyObject>;
};

/** What the browser does on Entra's page. */
export type PageAnswer = 'signs-in' | 'declines' | 'needs-administrator';

/** What must be proved on a page; `pageOnly`: the token of Teams never carries the proof, only what came from the page does. */
export type Demand = { claims: string; pageOnly: boolean; given: boolean };

export type Code = {
  person: EntraPerson;
  scopes: string[];
  redirectUri: string;
  challenge: string | null;
  nonce: string | null;
  proved: boolean;
  used: boolean;
};

export type RefreshToken = { person: EntraPerson; proved: boolean; dead: 'revoked' | 'expired' | null };

/** One request that reached Entra, as it came. */
export type EntraRequest = {
  method: string;
  path: string;
  /** The last part of `grant_type`: `jwt-bearer`, `refresh_token`, `authorization_code`, `client_credentials`. */
  grant: string | null;
  form: Record<string, string>;
  query: Record<string, string>;
  /** Whose token, code or browser it was. */
  person: EntraPerson | null;
  /** Of the answer; `null` while it waits, and where none came. */
  status: number | null;
};

/** Everything that the local Entra knows. */
export type World = {
  url(): string;
  keys: Keys;
  registration: Registration;
  people: Map<string, EntraPerson>;
  /** Granted scopes by person or tenant id; who is not here has granted everything. */
  grants: Map<string, Set<string>>;
  demands: Map<string, Demand>;
  blocked: Set<string>;
  codes: Map<string, Code>;
  refreshTokens: Map<string, RefreshToken>;
  /** Everything secret that came out of here, or was shown here. */
  issued: Set<string>;
  tokenLifeSeconds: number;
  browser: { person: EntraPerson | null; answer: PageAnswer };
};

export function newWorld(keys: Keys, registration: Partial<Registration>): Omit<World, 'url'> {
  return {
    keys,
    registration: { ...newRegistration(), ...registration },
    people: new Map(),
    grants: new Map(),
    demands: new Map(),
    blocked: new Set(),
    codes: new Map(),
    refreshTokens: new Map(),
    issued: new Set(),
    tokenLifeSeconds: 3599,
    browser: { person: null, answer: 'signs-in' },
  };
}

function newRegistration(): Registration {
  const clientId = randomUUID();
  return {
    clientId,
    tenantId: randomUUID(),
    secret: `secret~${randomUUID()}`,
    redirectUris: new Set(),
    appIdUri: `api://botid-${clientId}`,
    certificates: new Map(),
  };
}

/** The account of this name: the same one every time, another one in every tenant. */
export function personIn(world: Omit<World, 'url'>, name: string, tenantId: string): EntraPerson {
  const slug = slugOf(name);
  const id = guidOf(tenantId === world.registration.tenantId ? slug : `${slug}@${tenantId}`);
  const person = world.people.get(id) ?? { name, tenantId, id, username: `${slug}@${tenantId.slice(0, 8)}.example` };
  world.people.set(id, person);
  return person;
}
