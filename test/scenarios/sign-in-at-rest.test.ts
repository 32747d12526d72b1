import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Where } from '../helpers/chat.ts';
import { conversationIn } from '../helpers/connector-messages.ts';
import { type Front, type FrontAnswer, openFront } from '../helpers/front.ts';
import { onEachHome } from '../helpers/homes.ts';
import type { BotProcess } from '../helpers/process.ts';
import { decodedIn, found, tracesOf, tracesOfKey } from '../helpers/secrets.ts';
import type { TenantPerson } from '../helpers/tenant-person.ts';
import { openTenantProcesses, type TenantProcesses } from '../helpers/tenant-processes.ts';

/** Everything that can become of signing in happens once to a real process; then every byte that it left anywhere is read. */

type World = TenantProcesses & {
  front: Front;
  bot: BotProcess;
  key: string;
  /** In the bot's tenant, or in another. */
  somebody(name: string, how?: { where?: Where; tenantId?: string }): TenantPerson;
  elsewhere: { one: string; other: string };
};

async function openWorld(processes: TenantProcesses): Promise<World> {
  const { entra } = processes;
  let botUrl = '';
  const front = await openFront(() => botUrl);
  entra.registration.redirectUris.add(`${front.url}/sign-in/done`);
  const [elsewhere, key] = [
    { one: randomUUID(), other: randomUUID() },
    Buffer.from(randomUUID().slice(0, 32)).toString('base64'),
  ];
  const bot = await processes.starts({
    ...{ PUBLIC_URL: front.url, LOG_LEVEL: 'trace', LOG_FORMAT: 'json', SECRET_KEY: key },
    ALLOWED_TENANTS: [entra.registration.tenantId, elsewhere.one, elsewhere.other].join(','),
  });
  botUrl = bot.url;
  const somebody: World['somebody'] = (name, how = {}) => processes.person({ name, botUrl: () => front.url, ...how });
  return { ...processes, front, bot, key, somebody, elsewhere };
}

const clock = /^Autopilot clock$/m;
/** What comes of a wish to sync, by how long ago somebody else had theirs. */
const synced = /Accepted|Working|Done|Following|Closed/;
const claims = { access_token: { acrs: { essential: true, value: 'c1' } } };
const linkOf = (person: TenantPerson) => person.signInCard().signIn.buttons[0]?.value ?? '';
const offerOf = (person: TenantPerson) => person.signInCard().signIn.tokenExchangeResource?.id ?? '';

/** Gives what our pages handed back to Teams. */
async function goRound(world: World): Promise<string[]> {
  await silently(world);
  await inGroup(world);
  const codes = [
    await onPageOfChannel(world),
    await onOwnPage(world),
    await onPageForProof(world),
    await leavingThePageOpen(world),
  ];
  await withoutConsent(world);
  await withWrongTokens(world);
  await whileEntraQuotes(world);
  await revoked(world);
  await outAndInBySubmit(world);
  await strangers(world);
  return codes;
}

async function silently({ somebody, entra }: World): Promise<void> {
  const mia = somebody('Mia');
  await mia.says('sync autopilot');
  expect((await mia.signsIn('silently')).status).toBe(200);
  await mia.sees(synced);
  await mia.says('autopilot');
  await mia.sees(clock);
  expect(entra.requests.at(-1)).toMatchObject({ grant: 'refresh_token', status: 200 });
}

async function inGroup({ somebody }: World): Promise<void> {
  const lea = somebody('Lea', { where: { conversationId: '19:group@thread.v2', kind: 'groupChat' } });
  await lea.says('autopilot');
  expect((await lea.signsIn('silently')).status).toBe(200);
  await lea.sees(clock);
}

async function onPageOfChannel({ somebody }: World): Promise<string> {
  const jon = somebody('Jon', { where: { conversationId: '19:channel@thread.tacv2;messageid=1', kind: 'channel' } });
  await jon.says('autopilot');
  const { page, answered } = await jon.pressesAndSignsIn('Sign in', 'on the page');
  expect(answered.body?.statusCode).toBe(200);
  await jon.sees(clock);
  return page?.code ?? '';
}

async function onOwnPage({ somebody }: World): Promise<string> {
  const zoe = somebody('Zoe');
  await zoe.says('autopilot');
  const { code } = await zoe.opensLink(linkOf(zoe));
  expect((await zoe.verifyState('not the code')).status).toBe(412);
  expect((await zoe.verifyState(code ?? '')).status).toBe(200);
  await zoe.sees(clock);
  return code ?? '';
}

async function onPageForProof({ somebody, entra, elsewhere }: World): Promise<string> {
  const kim = somebody('Kim', { tenantId: elsewhere.one });
  await kim.says('autopilot');
  await kim.signsIn('silently');
  await kim.sees(clock);
  entra.demands(kim.account, { claims, pageOnly: true });
  await kim.says('sync autopilot');
  const { code } = await kim.opensLink(linkOf(kim));
  expect((await kim.verifyState(code ?? '')).status).toBe(200);
  await kim.sees(synced);
  return code ?? '';
}

/** Her tokens wait for a code that never comes back. */
async function leavingThePageOpen({ somebody }: World): Promise<string> {
  const uma = somebody('Uma');
  await uma.says('autopilot');
  return (await uma.opensLink(linkOf(uma))).code ?? '';
}

async function withoutConsent({ somebody, entra }: World): Promise<void> {
  const tom = somebody('Tom');
  entra.grants(tom.account, []);
  await tom.says('autopilot');
  expect((await tom.signsIn('silently')).body?.failureDetail).toBe('consent');
  entra.pageAnswers('needs-administrator');
  const page = await tom.opensLink(linkOf(tom));
  expect([page.status, page.html]).toEqual([403, expect.stringContaining('adminconsent')]);
  entra.pageAnswers('signs-in');
}

async function withWrongTokens({ somebody, entra }: World): Promise<void> {
  const eve = somebody('Eve');
  await eve.says('autopilot');
  const tokens = [
    await entra.ssoToken(somebody('Mia').account),
    await entra.ssoToken(eve.account, { exp: 1, nbf: 0 }),
    await entra.ssoToken(eve.account, { signedBy: 'stranger' }),
  ];
  for (const token of tokens) expect((await eve.tokenExchange(offerOf(eve), { token }))[0]?.status).toBe(412);
}

/** What Entra says may hold what it was sent. */
async function whileEntraQuotes({ somebody, entra }: World): Promise<void> {
  const kai = somebody('Kai');
  await kai.says('autopilot');
  const token = await entra.ssoToken(kai.account);
  const exchanged = async () => (await kai.tokenExchange(offerOf(kai), { token }))[0]?.status;
  const error_description = `AADSTS90014: assertion=${token} client_secret=${entra.registration.secret}`;
  for (const status of [200, 400, 401, 500]) {
    const body = { error: token, error_description, suberror: token, error_codes: [90014] };
    entra.fails({ grant: 'jwt-bearer', status, body });
    expect(await exchanged()).toBe(412);
  }
  entra.fails({ grant: 'jwt-bearer', trouble: 'broken' });
  expect(await exchanged()).toBe(412);
  expect(await exchanged()).toBe(200);
  await kai.sees(clock);
}

async function revoked({ somebody, entra, elsewhere }: World): Promise<void> {
  const rui = somebody('Rui', { tenantId: elsewhere.other });
  await rui.says('autopilot');
  await rui.signsIn('silently');
  await rui.sees(clock);
  entra.revokes(rui.account);
  await rui.says('sync autopilot');
  expect(entra.requests.at(-1)).toMatchObject({ grant: 'refresh_token', status: 400 });
  expect((await rui.signsIn('silently')).status).toBe(200);
  await rui.sees(synced);
}

/** As older clients press: with a message, which waits sealed until its person has signed in. */
async function outAndInBySubmit({ somebody }: World): Promise<void> {
  const mia = somebody('Mia');
  await mia.says('sign out');
  await mia.sees(/Signed out/);
  await mia.says('help');
  await mia.presses(/autopilot/i, { how: 'submit' });
  expect((await mia.signsIn('silently')).status).toBe(200);
  await mia.sees(clock);
}

/** Secrets also come where nobody asked for them. */
async function strangers({ somebody, front, entra, connector }: World): Promise<void> {
  const token = await entra.ssoToken(somebody('Mia').account);
  const pages = [
    `start?state=${token}`,
    `done?code=${token}&state=${token}`,
    `done?error=${token}&state=${token}`,
    token,
  ];
  for (const page of pages) expect([403, 404]).toContain((await fetch(`${front.url}/sign-in/${page}`)).status);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  for (const body of [`{"token":"${token}`, `{"token":${token}}`, JSON.stringify({ type: token }), token])
    expect((await fetch(`${front.url}/api/messages`, { method: 'POST', headers, body })).status).toBeLessThan(500);
  const mallory = somebody('Mallory');
  mallory.carries(`Bearer ${await entra.channelToken({ serviceUrl: connector.serviceUrl, key: 'stranger' })}`);
  expect((await mallory.says(token)).status).toBe(401);
  const nina = somebody('Nina');
  expect((await nina.sends({ type: 'invoke', name: 'signin/tokenExchange', value: token })).status).toBe(400);
  expect((await nina.sends({ type: 'typing', value: token })).status).toBe(200);
  expect((await nina.signInFails('invokeerror', token)).status).toBe(200);
}

type Left = { rows: Buffer; files: Buffer[]; log: Buffer; sent: Buffer; answered: Buffer };

const everywhere = ({ rows, files, log, sent, answered }: Left) => [rows, ...files, log, sent, answered];
const bufferOf = (lines: readonly object[]) => Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'));

/** Of what was sent to Teams all but the bot's own token, which the connector has checked each time. */
const sentBy = ({ connector }: World) =>
  connector.traffic.map(({ headers: { authorization: _, ...headers }, ...request }) => ({ ...request, headers }));

/** What was asked is not the bot's: only status, headers and body are. */
const answersOf = ({ front }: World) => front.answers.map(({ method: _, path: __, ...answer }) => answer);

/** Where a link made for one person may be: on a card in their own chat, and in the answer to their own press. */
function linksIn({ connector, front }: World): string[] {
  const cards = connector.traffic.filter(({ path }) => conversationIn(path).startsWith('a:'));
  const buttons = [
    ...cards.flatMap(({ body }) => jsonIn(body).attachments?.[0]?.content?.buttons ?? []),
    ...front.answers.filter(isLoginRequest).flatMap(({ body }) => jsonIn(body).value?.buttons ?? []),
  ];
  return buttons.map(({ value }) => value).filter((link) => link.includes('state='));
}

type Buttons = { buttons?: { value: string }[] };
type Sent = { type?: string; attachments?: { content?: Buttons }[]; value?: Buttons };
const jsonIn = (body: string) => JSON.parse(body || '{}') as Sent;
const isLoginRequest = ({ body }: FrontAnswer) => body.includes('application/vnd.microsoft.activity.loginRequest');
/** On their way to Entra a person's state and nonce go along. */
const isRedirect = ({ status, headers }: FrontAnswer) => status === 302 && headers['location'] !== undefined;

onEachHome((open) => {
  let processes: TenantProcesses;
  let world: World;
  let codes: string[];
  let left: Left;
  beforeAll(async () => {
    processes = await openTenantProcesses(await open());
    world = await openWorld(processes);
    codes = await goRound(world);
    expect(await world.bot.kill('SIGTERM')).toBe(0);
    left = {
      ...(await world.home.contents()),
      log: Buffer.from(world.bot.errors()),
      sent: bufferOf(sentBy(world)),
      answered: bufferOf(answersOf(world)),
    };
  }, 120_000);
  afterAll(async () => {
    await world?.front.close();
    await processes.close();
  });

  const secrets = () => [...world.entra.issued().flatMap(tracesOf), ...tracesOfKey(world.key)];

  test.each([
    ['the database: any row, the queue’s included, and any file', ({ rows, files }: Left) => [rows, ...files]],
    ['the log, which tells everything it can', ({ log }: Left) => [log]],
    ['what Teams was sent', ({ sent }: Left) => [sent]],
    ['an answer of the bot, pages included', ({ answered }: Left) => [answered]],
  ])('no token, code or key is in %s', (_, places) => {
    expect(secrets().length).toBeGreaterThan(100);
    const written = places(left);
    expect(found(written, secrets())).toEqual([]);
    expect(found(written.slice(0, 1).map(decodedIn), secrets())).toEqual([]);
  });

  test('all of that was there to be searched', () => {
    const { rows, files, log, sent, answered } = left;
    for (const table of ['public.sign_in ', 'public.sign_in_attempt ', 'public.run ', 'pgboss.']) {
      expect(rows.includes(table)).toBe(true);
    }
    expect(files.length > 0).toBe('DATA_DIR' in world.home.env);
    const levels = String(log)
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { level: number }).level);
    expect(new Set(levels)).toEqual(new Set([20, 30, 40]));
    expect(world.connector.refused).toEqual([]);
    expect(
      found([sent], ['application/vnd.microsoft.card.oauth', 'application/vnd.microsoft.card.adaptive']),
    ).toHaveLength(2);
    expect(found([answered], ['<!doctype html>', 'loginRequest', 'failureDetail'])).toHaveLength(3);
  });

  test('a state is in the links made for one person, and nowhere else', () => {
    const links = linksIn(world);
    const states = links.map((link) => new URL(link).searchParams.get('state') ?? '');
    const nonces = world.entra.requests.flatMap(({ query }) => query['nonce'] ?? []);
    expect([new Set(states).size, nonces.length]).toEqual([links.length, 5]);
    const rest = [...sentBy(world), ...world.front.answers.filter((answer) => !isRedirect(answer))];
    const texts = rest.map((one) => links.reduce((text, link) => text.replace(link, ''), one.body));
    const { rows, files, log } = left;
    const places = [rows, ...files, log, ...texts.map((text) => Buffer.from(text))];
    expect(found(places, [...states, ...nonces].flatMap(tracesOf))).toEqual([]);
    expect(texts.filter((text) => text.includes('state='))).toEqual([]);
    for (const { headers } of world.front.answers.filter(isRedirect)) {
      expect(new URL(headers['location'] ?? '').origin).toBe(new URL(world.entra.entraUrl).origin);
    }
  });

  test('what a page hands back to Teams is in that page, once, and nowhere else', () => {
    expect(new Set(codes).size).toBe(4);
    for (const code of codes) {
      const meta = `<meta name="sign-in-code" content="${code}">`;
      const pages = world.front.answers.filter(({ body }) => body.includes(meta));
      expect(pages.map(({ status, path }) => [status, path.split('?')[0]])).toEqual([[200, '/sign-in/done']]);
      const answered = bufferOf(answersOf(world).map((one) => ({ ...one, body: one.body.replace(meta, '') })));
      expect(found(everywhere({ ...left, answered }), tracesOf(code))).toEqual([]);
    }
  });

  test('whatever were planted, in any of these places, would be found', async () => {
    const newest = (form: RegExp) => world.entra.issued().findLast((one) => form.test(one)) ?? '';
    const [token, refresh] = [newest(/^eyJ/), newest(/^1\.AX/)];
    const traces = [...tracesOf(token), ...tracesOf(refresh)];
    expect(found([Buffer.from(`{"msg":"${token}"}`)], secrets())).toEqual(expect.arrayContaining(tracesOf(token)));
    expect(found([Buffer.from(`cut: ${refresh.slice(20, 50)}`)], secrets())).toEqual(tracesOf(refresh).slice(1));
    expect(found([Buffer.from(world.key, 'base64')], secrets())).toHaveLength(1);
    const encoded = Buffer.from(`row ${Buffer.from(refresh).toString('base64url')}`);
    expect(found([decodedIn(encoded)], secrets())).toEqual(tracesOf(refresh));
    await world.home.inside(async (db) => {
      await sql`insert into pgboss.job (name, data) values ('resume', ${JSON.stringify({ token })}::jsonb)`.execute(db);
      await sql`insert into keep (key, value) values ('planted', ${JSON.stringify(refresh)}::jsonb)`.execute(db);
    });
    const { rows, files } = await world.home.contents();
    expect(found([rows], secrets())).toEqual(expect.arrayContaining(traces));
    if (files.length > 0) expect(found(files, secrets())).toEqual(expect.arrayContaining(traces));
  });
});
