import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openSender, type SenderDoor, turnWaits } from '../../../bot/graph/send.ts';
import { cloudNamed } from '../../../bot/identity/clouds.ts';
import type { Credential } from '../../../bot/identity/credential.ts';
import { type EntraParts, type Granted, openEntra } from '../../../bot/identity/entra.ts';
import { openSeal } from '../../../bot/identity/seal.ts';
import { openSessions } from '../../../bot/identity/sessions.ts';
import type { HttpAsk, Person } from '../../../bot/ports.ts';
import { openStore, type Store } from '../../../bot/store/open.ts';
import { readSignIn, renewSignIn, signInVersion, writeSignIn } from '../../../bot/store/sign-ins.ts';
import { selfSigned } from '../../helpers/certificate.ts';
import { until } from '../../helpers/chat.ts';
import { type Logged, recordingLog } from '../../helpers/desk.ts';
import { type Entra, openEntra as openLocalEntra } from '../../helpers/entra.ts';
import type { EntraPerson } from '../../helpers/entra-world.ts';
import { readyMemory } from '../../helpers/ready.ts';
import { minute } from '../runs/samples.ts';
import { personOf } from './people.ts';

const read = ['DeviceManagementServiceConfig.Read.All'];
const write = ['DeviceManagementServiceConfig.ReadWrite.All'];
const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });
const otherClaims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c2' } } });

let store: Store;
let entra: Entra;
let sender: SenderDoor;
beforeAll(async () => {
  store = await openStore(await readyMemory());
  entra = await openLocalEntra();
  sender = openSender(turnWaits);
});
afterAll(async () => {
  await sender.close();
  await entra.close();
  await store.close();
});

const seal = openSeal([randomBytes(32)]);
let logged: Logged[] = [];
let aheadMs = 0;
let count = 0;
const clock = { now: () => new Date(Date.now() + aheadMs) };
beforeEach(() => {
  entra.startsOver();
  logged = [];
  aheadMs = 0;
});

/** One process of the bot, as far as it keeps people signed in. */
function openProcess(change: Partial<EntraParts> = {}) {
  const { clientId, secret } = entra.registration;
  const parts = { store, seal, clock, log: recordingLog(logged) };
  const door = openEntra({
    ...{ ...parts, url: entra.entraUrl, cloud: cloudNamed('global'), clientId, send: sender.send },
    credential: { kind: 'secret', secret },
    ...change,
  });
  return { door, ...openSessions({ ...parts, entra: door }) };
}
type Process = ReturnType<typeof openProcess>;

type Somebody = { account: EntraPerson; person: Person };
function somebody(): Somebody {
  const account = entra.person(`Ana ${++count}`);
  return { account, person: personOf(account) };
}

async function grantedTo({ door }: Process, { account, person }: Somebody, scopes = read): Promise<Granted> {
  const answer = await door.onBehalfOf(person, { assertion: await entra.ssoToken(account), scopes });
  if (answer.kind !== 'granted') throw new Error(`Entra refused: ${JSON.stringify(answer)}`);
  return answer;
}

/** Somebody who has just signed in, to read. */
async function signedIn(bot: Process, proved: string | null = null): Promise<Somebody> {
  const who = somebody();
  await bot.begin(store.db, who.person, { granted: await grantedTo(bot, who), proved });
  entra.requests.length = 0;
  return who;
}

const asked = () => entra.requests.map(({ grant }) => grant);
const tokenIn = (answer: object) => (answer as { token?: string }).token ?? '';
const rowOf = ({ person }: Somebody) => readSignIn(store.db, person);

/** Holds Entra's answers while a story goes on; gives back what was asked for meanwhile. */
async function whileEntraThinks<T>(ask: () => Promise<T>, story: () => Promise<void>): Promise<T> {
  const before = entra.requests.length;
  const goOn = entra.holds();
  const answer = ask();
  await until(
    () => entra.requests.length > before,
    () => 'Entra was not asked',
  );
  await story();
  goOn();
  return answer;
}

describe('somebody who is signed in', () => {
  test('is known by the first exchange: Entra is not asked again for the same', async () => {
    const bot = openProcess();
    const { account, person } = await signedIn(bot);
    const answer = await bot.graphToken(person, read);
    expect(answer.kind).toBe('token');
    expect(await entra.verifies(tokenIn(answer), 'https://graph.microsoft.com')).toMatchObject({
      oid: account.id,
      scp: read.join(' '),
    });
    expect(asked()).toEqual([]);
  });

  test('asks Entra once for more, and their row is left alone after that', async () => {
    const bot = openProcess();
    const { person } = await signedIn(bot);
    const first = await bot.graphToken(person, write);
    const version = await signInVersion(store.db, person);
    expect(await bot.graphToken(person, write)).toEqual(first);
    expect(asked()).toEqual(['refresh_token']);
    expect(await signInVersion(store.db, person)).toBe(version);
  });

  test('gets a new token before the old one ends, and keeps one that lasts', async () => {
    const bot = openProcess();
    const { person } = await signedIn(bot);
    entra.tokensLast(290);
    const short = await bot.graphToken(person, write);
    entra.tokensLast(3599);
    const long = await bot.graphToken(person, write);
    expect(tokenIn(long)).not.toBe(tokenIn(short));
    expect(await bot.graphToken(person, write)).toEqual(long);
    expect(asked()).toEqual(['refresh_token', 'refresh_token']);
  });

  test('gets another token where the known one was refused, and it is the known one from then on', async () => {
    const bot = openProcess();
    const { person } = await signedIn(bot);
    const known = await bot.graphToken(person, read);
    const fresh = await bot.graphToken(person, read, { fresh: true });
    expect(tokenIn(fresh)).not.toBe(tokenIn(known));
    expect(await bot.graphToken(person, read)).toEqual(fresh);
    expect(asked()).toEqual(['refresh_token']);
  });

  test('asked for by many at once, is renewed once', async () => {
    const bot = openProcess();
    const { person } = await signedIn(bot);
    await bot.graphToken(person, read);
    const both = await whileEntraThinks(
      () => Promise.all(Array.from({ length: 6 }, () => bot.graphToken(person, write))),
      async () => {},
    );
    expect(asked()).toEqual(['refresh_token']);
    expect(new Set(both.map(tokenIn)).size).toBe(1);
  });

  test('is told who they are and what was granted so far', async () => {
    const bot = openProcess();
    const { account, person } = await signedIn(bot);
    await bot.graphToken(person, write);
    expect(await bot.accountOf(person)).toMatchObject({ username: account.username, scopes: [...read, ...write] });
    expect(await bot.accountOf(somebody().person)).toBeNull();
  });

  test('is asked for consent where it is missing, and stays signed in', async () => {
    const bot = openProcess();
    const { account, person } = await signedIn(bot);
    entra.grants(account, read);
    expect(await bot.graphToken(person, write)).toEqual({ kind: 'signed-out', need: 'consent' });
    expect((await bot.graphToken(person, read)).kind).toBe('token');
  });
});

test('somebody who never signed in has to, and Entra is not asked', async () => {
  const bot = openProcess();
  expect(await bot.graphToken(somebody().person, read)).toEqual({ kind: 'signed-out', need: 'sign-in' });
  expect(asked()).toEqual([]);
});

describe('what Graph demands', () => {
  test('is passed on to Entra, past the token that is known', async () => {
    const bot = openProcess();
    const { person } = await signedIn(bot);
    const known = await bot.graphToken(person, read);
    const proved = await bot.graphToken(person, read, { claims });
    expect(tokenIn(proved)).not.toBe(tokenIn(known));
    expect(JSON.parse(entra.requests.at(-1)?.form['claims'] ?? '{}')).toMatchObject(JSON.parse(claims));
  });

  test('is kept for the page, for a quarter of an hour', async () => {
    const bot = openProcess();
    const { person } = await signedIn(bot);
    expect(await bot.demandOf(person)).toBeNull();
    await bot.graphToken(person, read, { claims });
    expect(await openProcess().demandOf(person)).toEqual({ claims, asked: claims });
    aheadMs = 14 * minute;
    expect(await bot.demandOf(person)).toEqual({ claims, asked: claims });
    aheadMs = 16 * minute;
    expect(await bot.demandOf(person)).toBeNull();
  });

  test('or Entra itself, is to be proved on the page', async () => {
    const bot = openProcess();
    const { account, person } = await signedIn(bot);
    entra.demands(account, { claims: JSON.parse(otherClaims) });
    expect(await bot.graphToken(person, read, { claims })).toEqual({ kind: 'signed-out', need: 'proof' });
    expect(await bot.demandOf(person)).toEqual({ claims: otherClaims, asked: claims });
  });

  test.each(['Entra', 'Graph'])('and %s, stays to be proved where another renewal was first', async (who) => {
    const bot = openProcess();
    const { account, person } = await signedIn(bot);
    if (who === 'Entra') entra.demands(account, { claims: JSON.parse(otherClaims) });
    await whileEntraThinks(
      () => bot.graphToken(person, read, { claims }),
      async () => {
        const row = await readSignIn(store.db, person);
        expect(row && (await renewSignIn(store.db, person, row))).toBeTruthy();
      },
    );
    expect(await bot.demandOf(person)).toEqual({ claims: who === 'Entra' ? otherClaims : claims, asked: claims });
  });

  test('is not asked of whoever has signed in anew meanwhile', async () => {
    const [bot, other] = [openProcess(), openProcess()];
    const who = await signedIn(bot);
    aheadMs = minute;
    const granted = await grantedTo(other, who);
    await whileEntraThinks(
      () => bot.graphToken(who.person, read, { claims }),
      () => other.begin(store.db, who.person, { granted, proved: claims }),
    );
    expect(await bot.demandOf(who.person)).toBeNull();
  });

  test('right after it was proved, is a rule that no proof satisfies', async () => {
    const bot = openProcess();
    const { person } = await signedIn(bot, claims);
    expect(await bot.graphToken(person, read, { claims })).toEqual({ kind: 'signed-out', need: 'policy' });
    expect(asked()).toEqual([]);
    expect((await bot.graphToken(person, read, { claims: otherClaims })).kind).toBe('token');
    aheadMs = 11 * minute;
    expect((await bot.graphToken(person, read, { claims })).kind).toBe('token');
  });
});

describe('Entra has trouble', () => {
  const busy = { status: 429, headers: { 'retry-after': '30' }, body: { error: 'throttled' } };

  test('a pause is kept for this person and these scopes, and for nobody and nothing else', async () => {
    const bot = openProcess();
    const [ana, jon] = [await signedIn(bot), await signedIn(bot)];
    entra.fails({ ...busy, person: ana.account });
    const refused = await bot.graphToken(ana.person, write);
    expect(refused).toMatchObject({ kind: 'unavailable', how: 'throttled' });
    expect(await bot.graphToken(ana.person, write)).toEqual(refused);
    expect(asked()).toHaveLength(1);
    expect((await bot.graphToken(ana.person, read)).kind).toBe('token');
    expect((await bot.graphToken(jon.person, write)).kind).toBe('token');
    aheadMs = 31_000;
    expect((await bot.graphToken(ana.person, write)).kind).toBe('token');
  });

  test.each([
    ['503', { status: 503 }, 'server'],
    ['an answer that breaks off', { trouble: 'broken' }, 'connection'],
    ['a page instead of an answer', { status: 200, body: '<html>' }, 'server'],
    ['an expired secret', { refusal: 'AADSTS7000215' }, 'settings'],
  ] as const)('%s: nobody is signed out by it', async (_, failure, how) => {
    const bot = openProcess();
    const who = await signedIn(bot);
    entra.fails({ ...failure, person: who.account });
    expect(await bot.graphToken(who.person, write)).toMatchObject({ kind: 'unavailable', how });
    expect(await rowOf(who)).not.toBeNull();
    expect((await bot.graphToken(who.person, write)).kind).toBe('token');
  });
});

describe('a sign-in that is worth nothing any more', () => {
  test.each(['revokes', 'expires'] as const)('is deleted once Entra %s it', async (ends) => {
    const bot = openProcess();
    const who = await signedIn(bot);
    entra[ends](who.account);
    expect(await bot.graphToken(who.person, write)).toEqual({ kind: 'signed-out', need: 'sign-in' });
    expect(await rowOf(who)).toBeNull();
    expect(await bot.accountOf(who.person)).toBeNull();
  });

  test('is left alone where the person has signed in anew meanwhile', async () => {
    const [bot, other] = [openProcess(), openProcess()];
    const who = await signedIn(bot);
    entra.revokes(who.account);
    const granted = await grantedTo(other, who);
    await whileEntraThinks(
      () => bot.graphToken(who.person, write),
      () => other.begin(store.db, who.person, { granted, proved: null }),
    );
    expect(await rowOf(who)).not.toBeNull();
    expect((await bot.graphToken(who.person, write)).kind).toBe('token');
  });
});

describe('two processes', () => {
  test('know the same people, and neither asks Entra for what the other has', async () => {
    const [one, other] = [openProcess(), openProcess()];
    const { person } = await signedIn(one);
    await one.graphToken(person, write);
    expect((await other.graphToken(person, write)).kind).toBe('token');
    expect((await other.graphToken(person, read)).kind).toBe('token');
    expect(asked()).toEqual(['refresh_token']);
  });

  test('that renew at once both get a token, and one row is kept', async () => {
    const [one, other] = [openProcess(), openProcess()];
    const who = await signedIn(one);
    const both = await whileEntraThinks(
      () => Promise.all([one.graphToken(who.person, write), other.graphToken(who.person, write)]),
      async () =>
        until(
          () => asked().length === 2,
          () => 'the other process did not ask',
        ),
    );
    expect(both.map(({ kind }) => kind)).toEqual(['token', 'token']);
    for (const bot of [one, other]) expect((await bot.graphToken(who.person, write)).kind).toBe('token');
    expect(asked()).toHaveLength(2);
  });

  test('what one has written meanwhile is not overwritten by the other’s renewal', async () => {
    const [one, other] = [openProcess(), openProcess()];
    const who = await signedIn(one);
    const granted = await grantedTo(other, who, write);
    await whileEntraThinks(
      () => one.graphToken(who.person, read, { fresh: true }),
      () => other.begin(store.db, who.person, { granted, proved: null }),
    );
    expect((await one.accountOf(who.person))?.scopes).toEqual(write);
  });

  test('signed out at one, the other gives no token, not even the one it remembers', async () => {
    const [one, other] = [openProcess(), openProcess()];
    const { person } = await signedIn(one);
    expect((await other.graphToken(person, read)).kind).toBe('token');
    expect(await one.signOut(person)).toBe(true);
    expect(await other.graphToken(person, read)).toEqual({ kind: 'signed-out', need: 'sign-in' });
    expect(await other.signOut(person)).toBe(false);
  });

  test('signed out while Entra thinks: no token, and no row comes back', async () => {
    const [one, other] = [openProcess(), openProcess()];
    const who = await signedIn(one);
    const answer = await whileEntraThinks(
      () => one.graphToken(who.person, write),
      async () => {
        await other.signOut(who.person);
      },
    );
    expect(answer).toEqual({ kind: 'signed-out', need: 'sign-in' });
    expect(await rowOf(who)).toBeNull();
  });
});

test('a row that does not open counts as signed out, and is told to the log without what is in it', async () => {
  const bot = openProcess();
  const [ana, jon] = [await signedIn(bot), await signedIn(bot)];
  const { sealed = '' } = (await rowOf(ana)) ?? {};
  await writeSignIn(store.db, jon.person, sealed);
  expect(await bot.graphToken(jon.person, read)).toEqual({ kind: 'signed-out', need: 'sign-in' });
  expect(logged).toMatchObject([{ level: 'error', details: { person: jon.person.id } }]);
  expect(JSON.stringify(logged)).not.toContain(sealed);
  expect((await bot.graphToken(ana.person, read)).kind).toBe('token');
});

/** It has everything a certificate file needs, and nothing can be signed with it. */
const spoilt = `${selfSigned('spoilt').certificate}
-----BEGIN PRIVATE KEY-----
bm90IGEga2V5
-----END PRIVATE KEY-----
`;

describe('the bot proves who it is', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sync-desk-'));
    file = join(folder, 'credential');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const assertionsShown = () => entra.requests.map(({ form }) => form['client_assertion']);

  /** Tokens of one second are the same. */
  async function laterThan(token: string): Promise<string> {
    const next = await entra.federatedToken();
    return next === token ? wait(100).then(() => laterThan(token)) : next;
  }

  async function certificateIn(path: string): Promise<void> {
    entra.registration.certificates.clear();
    const { certificate, privateKey } = entra.registersCertificate();
    await writeFile(path, `${certificate}\n${privateKey}`);
  }

  test('by a certificate, which may be replaced while it runs', async () => {
    await certificateIn(file);
    const bot = openProcess({ credential: { kind: 'certificate', file } });
    const { person } = await signedIn(bot);
    expect((await bot.graphToken(person, write)).kind).toBe('token');
    await certificateIn(file);
    expect((await bot.graphToken(person, write, { fresh: true })).kind).toBe('token');
    expect(entra.requests.every(({ form }) => form['client_secret'] === undefined)).toBe(true);
  });

  test('by a certificate that Entra no longer knows: whoever runs the bot must act, nobody is signed out', async () => {
    await certificateIn(file);
    const bot = openProcess({ credential: { kind: 'certificate', file } });
    const who = await signedIn(bot);
    entra.registration.certificates.clear();
    expect(await bot.graphToken(who.person, write)).toMatchObject({ kind: 'unavailable', how: 'settings' });
    expect(logged).toMatchObject([{ level: 'warn', details: { how: 'settings', entra: ['AADSTS700027'] } }]);
    expect(await rowOf(who)).not.toBeNull();
  });

  test('by the token of a workload, which may be replaced while it runs', async () => {
    const first = await entra.federatedToken();
    await writeFile(file, `${first}\n`);
    const bot = openProcess({ credential: { kind: 'federated', file } });
    const { person } = await signedIn(bot);
    await bot.graphToken(person, write);
    const second = await laterThan(first);
    await writeFile(file, `${second}\n`);
    expect((await bot.graphToken(person, write, { fresh: true })).kind).toBe('token');
    expect(assertionsShown()).toEqual([first, second]);
  });

  test.each([
    ['certificate', 'is half written', '-----BEGIN CERTIFICATE-----\nMIIB'],
    ['certificate', 'has a spoilt key', spoilt],
    ['certificate', 'is gone', null],
    ['federated', 'is gone', null],
  ] as const)('by a %s whose file %s: whoever runs the bot must act', async (kind, _, text) => {
    const who = await signedIn(openProcess());
    if (text !== null) await writeFile(file, text);
    const credential: Credential = { kind, file };
    const answer = await openProcess({ credential }).graphToken(who.person, write);
    expect(answer).toEqual({ kind: 'unavailable', how: 'settings', retryAt: null });
    expect(logged).toMatchObject([{ level: 'error' }]);
    expect(await rowOf(who)).not.toBeNull();
  });
});

describe('in another cloud', () => {
  test.each([
    ['usgov', 'https://login.microsoftonline.us', 'https://graph.microsoft.us'],
    ['dod', 'https://login.microsoftonline.us', 'https://dod-graph.microsoft.us'],
    ['china', 'https://login.partner.microsoftonline.cn', 'https://microsoftgraph.chinacloudapi.cn'],
    ['global', 'https://login.microsoftonline.com', 'https://graph.microsoft.com'],
  ] as const)('%s: people sign in there, for Graph as it is called there', async (name, authority, graph) => {
    const sent: HttpAsk[] = [];
    const send = async (ask: HttpAsk) => {
      sent.push(ask);
      return { status: 400, headers: {}, body: JSON.stringify({ error: 'invalid_grant' }) };
    };
    const cloud = cloudNamed(name);
    const { door } = openProcess({ cloud, url: cloud.entra, send });
    const { person, account } = somebody();
    await door.onBehalfOf(person, { assertion: await entra.ssoToken(account), scopes: read });
    expect(sent.map(({ url }) => url.split('?')[0])).toEqual([`${authority}/${person.tenantId}/oauth2/v2.0/token`]);
    expect(new URLSearchParams(String(sent[0]?.body)).get('scope')?.split(' ')[0]).toBe(`${graph}/${read[0]}`);
    expect(door.consentUrl(person, 'https://bot.example/sign-in/done')).toMatch(
      `${authority}/${person.tenantId}/v2.0/adminconsent?`,
    );
    const wish = {
      scopes: read,
      challenge: 'c',
      nonce: 'n',
      state: 's',
      claims: null,
      hint: null,
      redirectUri: 'https://b.example',
    };
    const page = new URL((await door.pageUrl(person, wish)) ?? '');
    expect(page.origin + page.pathname).toBe(`${authority}/${person.tenantId}/oauth2/v2.0/authorize`);
    expect(page.searchParams.get('scope')).toContain(`${graph}/${read[0]}`);
    expect(sent).toHaveLength(1);
  });
});
