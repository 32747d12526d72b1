import type { JWTPayload } from 'jose';
import { type SelfSigned, selfSigned } from './certificate.ts';
import { botTokenComplaint, type ChannelTokenWish, channelPaths, channelToken } from './entra-channel.ts';
import { registerCertificate } from './entra-credential.ts';
import { type EntraFailure, openFailures } from './entra-failures.ts';
import { openKeys } from './entra-keys.ts';
import { answerRequest, type Door } from './entra-routes.ts';
import { federatedToken, type SsoOverrides, ssoToken, verified } from './entra-tokens.ts';
import {
  type EntraPerson,
  type EntraRequest,
  newWorld,
  type PageAnswer,
  personIn,
  type Registration,
  type World,
} from './entra-world.ts';
import { openGate, openLoopback } from './loopback.ts';

/** An Entra and a Bot Framework on loopback, with keys and signatures of their own; the bot finds them by its settings. */
export type Entra = {
  /** `ENTRA_URL`, `BOT_OPENID_URL` and `BOT_TOKEN_URL`. */
  entraUrl: string;
  openIdUrl: string;
  tokenUrl: string;
  /** For NODE_EXTRA_CA_CERTS; `null` over http. */
  certificate: string | null;
  registration: Registration;
  /** The account of this name; another one in every tenant. */
  person(name: string, tenantId?: string): EntraPerson;

  /** What Teams hands over for a person. */
  ssoToken(person: EntraPerson, overrides?: SsoOverrides): Promise<string>;
  /** What Teams sends along with an activity. */
  channelToken(wish: ChannelTokenWish): Promise<string>;
  /** In place of a secret. */
  federatedToken(): Promise<string>;
  /** A certificate in place of a secret, registered from now on. */
  registersCertificate(): SelfSigned;
  /** The claims of a token issued here for this audience; throws for every other. */
  verifies(token: string, audience: string): Promise<JWTPayload>;
  /** What the connector would say of the bot's own token; `null`: it is good. */
  complaintAboutBot(authorization: string | undefined): Promise<string | null>;

  /** Only these scopes are granted from now on, by the person or by a whole tenant (its id). Everything is at first. */
  grants(to: EntraPerson | string, scopes: readonly string[]): void;
  /** Tokens only after these claims were proved on a page; `pageOnly`: and never with a token of Teams. */
  demands(person: EntraPerson, demand: { claims: object; pageOnly?: boolean }): void;
  /** Conditional access lets this person in nowhere. */
  blocks(person: EntraPerson): void;
  /** All refresh tokens of this person are worth nothing from now on. */
  revokes(person: EntraPerson): void;
  /** The same by age. */
  expires(person: EntraPerson): void;
  /** How long tokens live that are issued from now on. */
  tokensLast(seconds: number): void;
  /** Whose browser every browser is; `null`: each says so itself, or nobody is signed in. */
  browserIs(person: EntraPerson | null): void;
  /** What the person does on Entra's page. */
  pageAnswers(answer: PageAnswer): void;
  /** Another key for the channel; the one before is no longer published. */
  rotatesChannelKey(): void;
  /** Which key signs what the channel sends. */
  channelKeyId(): string;
  /** The next request, or the next few, fail so. */
  fails(failure: EntraFailure, times?: number): void;
  /** Token requests wait from now on; call what comes back to let them through. */
  holds(): () => void;

  /** Everything that came in. */
  requests: EntraRequest[];
  /** Every token, code, secret and assertion that came out of here or was shown here. */
  issued(): string[];
  /** As for another test: nobody is restricted, nothing is planned. Keys and tokens stay good. */
  startsOver(): void;
  close(): Promise<void>;
};

/** `front`: opens what stands between everybody and the server at this address, and says where that is. */
export type EntraOptions = {
  https?: boolean;
  registration?: Partial<Registration>;
  front?: (url: string) => Promise<string>;
};

export async function openEntra({ https = false, registration = {}, front }: EntraOptions = {}): Promise<Entra> {
  const identity = https ? selfSigned('local-entra') : undefined;
  const gate = openGate();
  const failures = openFailures();
  const keys = openKeys();
  let url = '';
  const world: World = { ...newWorld(keys, registration), url: () => url };
  world.issued.add(world.registration.secret);
  const door: Door = { world, gate, failures, requests: [] };
  const server = await openLoopback((asked) => answerRequest(door, asked), identity);
  url = front ? await front(server.url) : server.url;
  return {
    entraUrl: url,
    openIdUrl: `${url}${channelPaths.configuration}`,
    tokenUrl: `${url}/botframework/oauth2/v2.0/token`,
    certificate: identity?.certificate ?? null,
    registration: world.registration,
    person: (name, tenantId = world.registration.tenantId) => personIn(world, name, tenantId),
    ...issuing(world),
    ...scripting(world),
    fails: (failure, times = 1) => failures.plan(failure, times),
    holds: gate.hold,
    requests: door.requests,
    issued: () => [...world.issued],
    startsOver: () => startOver(door),
    close: server.close,
  };
}

function issuing(world: World) {
  return {
    ssoToken: (person: EntraPerson, overrides?: SsoOverrides) => ssoToken(world, person, overrides),
    channelToken: (wish: ChannelTokenWish) => channelToken(world, wish),
    federatedToken: () => federatedToken(world),
    registersCertificate: () => registerCertificate(world),
    verifies: (token: string, audience: string) => verified(world, token, audience),
    complaintAboutBot: (authorization: string | undefined) => botTokenComplaint(world, authorization),
  };
}

function scripting(world: World) {
  const kill = (person: EntraPerson, dead: 'revoked' | 'expired') => {
    for (const token of world.refreshTokens.values()) if (token.person.id === person.id) token.dead = dead;
  };
  return {
    grants: (to: EntraPerson | string, scopes: readonly string[]) => {
      world.grants.set(typeof to === 'string' ? to : to.id, new Set(scopes));
    },
    demands: (person: EntraPerson, { claims, pageOnly = false }: { claims: object; pageOnly?: boolean }) => {
      world.demands.set(person.id, { claims: JSON.stringify(claims), pageOnly, given: false });
    },
    blocks: (person: EntraPerson) => {
      world.blocked.add(person.id);
    },
    revokes: (person: EntraPerson) => kill(person, 'revoked'),
    expires: (person: EntraPerson) => kill(person, 'expired'),
    tokensLast: (seconds: number) => {
      world.tokenLifeSeconds = seconds;
    },
    browserIs: (person: EntraPerson | null) => {
      world.browser.person = person;
    },
    pageAnswers: (answer: PageAnswer) => {
      world.browser.answer = answer;
    },
    rotatesChannelKey: () => world.keys.rotateChannel(),
    channelKeyId: () => world.keys.channel().kid,
  };
}

function startOver({ world, failures, requests }: Door): void {
  world.grants.clear();
  world.demands.clear();
  world.blocked.clear();
  world.tokenLifeSeconds = 3599;
  world.browser = { person: null, answer: 'signs-in' };
  failures.forget();
  requests.length = 0;
}
