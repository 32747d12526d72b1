import { rm } from 'node:fs/promises';
import { openStore } from '../../bot/store/open.ts';
import { until } from '../helpers/chat.ts';
import type { SsoOverrides } from '../helpers/entra-tokens.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';
import {
  asked,
  isSignedIn,
  line,
  openReaders,
  pageText,
  postsOf,
  type Reader,
  type Readers,
  seen,
} from '../helpers/readers.ts';
import { readyFolder } from '../helpers/ready.ts';
import type { TenantPerson } from '../helpers/tenant-person.ts';

/** What Teams hands over, and why it is not taken. */

let folder = '';
let readers: Readers;
beforeAll(async () => {
  folder = await readyFolder();
  readers = await openReaders({ dataDir: folder });
});
beforeEach(() => readers.startsOver());
besideAnotherTenant(() => [readers.desk]);
afterAll(async () => {
  await readers.close();
  await rm(folder, { recursive: true, force: true });
});

const offerOf = (mia: TenantPerson) => mia.signInCard().signIn.tokenExchangeResource?.id ?? '';
const linkOf = (mia: TenantPerson) => mia.signInCard().signIn.buttons[0]?.value ?? '';
const refusedAs = (id: string, failureDetail: string) => ({
  status: 412,
  body: { id, connectionName: 'sso', failureDetail },
});
const seconds = (fromNow: number) => Math.floor(Date.now() / 1000) + fromNow;

/** Nobody is signed in, nothing was asked of Graph, and the only thing to see is Teams’ own card with its button. */
async function nothingHappened({ mia, ...reader }: Reader, exchanges: number): Promise<void> {
  expect(mia.messages()).toEqual([mia.signInCard()]);
  expect(asked(readers.desk, mia, 'jwt-bearer')).toBe(exchanges);
  expect(await isSignedIn({ mia, ...reader })).toBe(false);
  expect(readers.desk.graph.visits.filter(({ oid }) => oid === mia.account.id)).toEqual([]);
}

describe('a token that is not taken', () => {
  type Row = { token: (mia: TenantPerson) => Promise<string>; why: string; exchanges?: number };

  const sso = (overrides: SsoOverrides) => (mia: TenantPerson) => readers.desk.entra.ssoToken(mia.account, overrides);
  const othersIn = (tenantOf: (mia: TenantPerson) => { tenantId?: string }) => (mia: TenantPerson) =>
    readers.desk.entra.ssoToken(readers.somebody(tenantOf(mia)).account);
  const unsigned = async (mia: TenantPerson) => {
    const [, claims = ''] = (await readers.desk.entra.ssoToken(mia.account)).split('.');
    return `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${claims}.`;
  };

  const rows: Record<string, Row> = {
    'of somebody else': { token: othersIn(({ account }) => account), why: 'wrong-token' },
    'of another tenant': { token: othersIn(() => ({})), why: 'wrong-token' },
    'of the same person, as another tenant knows them': { token: sso({ tid: 'another' }), why: 'wrong-token' },
    'made for another app': { token: sso({ aud: 'api://somebody-else' }), why: 'wrong-token' },
    'made for Graph': { token: sso({ aud: 'https://graph.microsoft.com' }), why: 'wrong-token' },
    'that has expired': { token: sso({ nbf: seconds(-7200), exp: seconds(-3600) }), why: 'expired-token' },
    'that is not good yet': { token: sso({ nbf: seconds(3600), exp: seconds(7200) }), why: 'wrong-token' },
    'with another scope': { token: sso({ scp: 'User.Read' }), why: 'wrong-token' },
    'of an app, without any scope': { token: sso({ scp: undefined, roles: ['Sync.All'] }), why: 'wrong-token' },
    'that is rubbish': { token: async () => 'rubbish', why: 'wrong-token' },
    // Only Entra knows its own signature, so these reach it.
    'signed by a stranger': { token: sso({ signedBy: 'stranger' }), why: 'proof', exchanges: 1 },
    'signed with a key that Entra never had': { token: sso({ signedBy: 'unknown' }), why: 'proof', exchanges: 1 },
    'not signed at all': { token: unsigned, why: 'proof', exchanges: 1 },
  };

  test.each(Object.entries(rows))('%s', async (_, { token, why, exchanges = 0 }) => {
    const reader = readers.reader('en');
    const { mia, says } = reader;
    await mia.says(says.clock);
    const offer = offerOf(mia);
    const answers = await mia.tokenExchange(offer, { token: await token(mia), clients: 2 });
    expect(answers).toEqual([refusedAs(offer, why), refusedAs(offer, why)]);
    await nothingHappened(reader, exchanges);
    // Teams shows its button now, which works as ever.
    expect((await mia.signsIn('on the page')).status).toBe(200);
    await mia.sees(/^Autopilot clock$/m);
  });

  const impossible = { 'left out': undefined, empty: '', 'a number': 17, endless: 'x'.repeat(20_001) };
  test.each(Object.entries(impossible))('that is %s makes a bad request', async (_, token) => {
    const reader = readers.reader('en');
    const { mia, says } = reader;
    await mia.says(says.clock);
    const value = { id: offerOf(mia), connectionName: 'sso', token };
    expect((await mia.sends({ type: 'invoke', name: 'signin/tokenExchange', value })).status).toBe(400);
    await nothingHappened(reader, 0);
  });

  test('does not spoil the offer for the client that holds the right one', async () => {
    const { mia, says } = readers.reader('en');
    await mia.says(says.clock);
    const wrong = await readers.desk.entra.ssoToken(readers.somebody(mia.account).account);
    await mia.tokenExchange(offerOf(mia), { token: wrong });
    expect((await mia.signsIn('silently')).status).toBe(200);
    await mia.sees(/^Autopilot clock$/m);
  });

  test('with which Entra signs somebody else in signs nobody in here, and keeps nobody waiting', async () => {
    const reader = readers.reader('en');
    const { mia, says } = reader;
    const { desk } = readers;
    const other = readers.somebody(mia.account);
    await other.says(says.clock);
    await other.signsIn('silently');
    const { form, path } = desk.entra.requests.find(({ grant }) => grant === 'jwt-bearer') ?? { form: {}, path: '' };
    const theirs = await fetch(desk.entra.entraUrl + path, { method: 'POST', body: new URLSearchParams(form) });
    desk.entra.fails({ grant: 'jwt-bearer', person: mia.account, status: 200, body: await theirs.text() });
    await mia.says(says.sync);
    const offer = offerOf(mia);
    expect(await mia.tokenExchange(offer)).toEqual([refusedAs(offer, 'wrong-account')]);
    expect(await isSignedIn(reader)).toBe(false);
    expect(postsOf(desk, mia)).toEqual([]);
    expect((await mia.signsIn('silently')).status).toBe(200);
    expect(await isSignedIn(reader)).toBe(true);
  });
});

describe('an offer', () => {
  test('that nobody made leads nowhere', async () => {
    const reader = readers.reader('en');
    const { mia, says } = reader;
    await mia.says(says.clock);
    for (const id of ['1', '00000000-0000-4000-8000-000000000000', "'; drop table sign_in; --"]) {
      expect(await mia.tokenExchange(id)).toEqual([refusedAs(id, 'expired-offer')]);
    }
    await nothingHappened(reader, 0);
  });

  test('that was made to somebody else stays theirs', async () => {
    const reader = readers.reader('en');
    const { mia, says } = reader;
    const other = readers.reader('en', mia.account);
    await mia.says(says.clock);
    await other.mia.says(says.clock);
    const offer = offerOf(mia);
    expect(await other.mia.tokenExchange(offer)).toEqual([refusedAs(offer, 'not-yours')]);
    const stolen = await readers.desk.entra.ssoToken(mia.account);
    expect(await other.mia.tokenExchange(offer, { token: stolen })).toEqual([refusedAs(offer, 'wrong-token')]);
    await nothingHappened(other, 0);
    expect((await mia.signsIn('silently')).status).toBe(200);
    expect(await isSignedIn(other)).toBe(false);
  });

  test('is taken up by every client at once, each with a token of its own: one exchange, one run', async () => {
    const { desk } = readers;
    const reader = readers.reader('en');
    const { mia, says } = reader;
    await mia.says(says.sync);
    const offer = offerOf(mia);
    const tokens = await Promise.all(Array.from({ length: 6 }, () => desk.entra.ssoToken(mia.account)));
    const opens = desk.entra.holds();
    const exchanging = tokens.map((token) => mia.tokenExchange(offer, { token }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    opens();
    expect(new Set((await Promise.all(exchanging)).flat().map(({ status }) => status))).toEqual(new Set([200]));
    await mia.sees(/Accepted|Working|Done/);
    for (const answer of await mia.tokenExchange(offer, { clients: 3 })) expect(answer.status).toBe(200);
    expect(asked(desk, mia, 'jwt-bearer')).toBe(1);
    expect(postsOf(desk, mia)).toHaveLength(1);
    expect(mia.messages()).toHaveLength(2);
  });

  test('for each of two wishes signs in once each, and both wishes go on', async () => {
    const { mia, says } = readers.reader('en');
    await mia.says(says.clock);
    const first = offerOf(mia);
    await mia.says(says.sync);
    const second = offerOf(mia);
    expect(second).not.toBe(first);
    const answers = await Promise.all([first, second].map((offer) => mia.tokenExchange(offer)));
    expect(answers.flat().map(({ status }) => status)).toEqual([200, 200]);
    await until(
      () => mia.messages().some(({ card }) => /^Autopilot clock$/m.test(card.fallbackText)),
      () => 'the first wish did not go on',
    );
    await until(
      () => postsOf(readers.desk, mia).length === 1,
      () => 'the second wish did not go on',
    );
  });

  test('more than a quarter of an hour old is closed: its token, its link and its code', async () => {
    const left: (() => Promise<void>)[] = [];
    await readers.both(async (reader) => {
      const { mia, says, words } = reader;
      await mia.says(says.clock);
      const [offer, link] = [offerOf(mia), linkOf(mia)];
      const { code } = await mia.opensLink(link);
      left.push(async () => {
        expect(await mia.tokenExchange(offer)).toEqual([refusedAs(offer, 'expired-offer')]);
        const page = await mia.opensLink(link.replace(/^http:..[^/]+/, readers.desk.app.url));
        expect(page).toMatchObject({ status: 403, code: null, visited: [page.url] });
        expect(pageText(page)).toMatchSnapshot(`${words.language}, an old link`);
        expect((await mia.verifyState(code ?? '')).status).toBe(412);
        expect(seen(reader, 1)).toMatchSnapshot(`${words.language}, an old code`);
        expect(await isSignedIn(reader)).toBe(false);
        expect(asked(readers.desk, mia, 'jwt-bearer')).toBe(0);
      });
    });
    await aQuarterOfAnHourLater();
    for (const goesOn of left) await goesOn();
  });

  /** For the offers; the real clock is not waited for. */
  async function aQuarterOfAnHourLater() {
    const { desk } = readers;
    await desk.app.close();
    const store = await openStore({ kind: 'folder', path: folder });
    await store.db.updateTable('sign_in_attempt').set({ expires_at: new Date() }).execute();
    await store.close();
    await desk.restart();
  }
});

describe('a code', () => {
  const opensPage = async (mia: TenantPerson) => (await mia.opensLink(linkOf(mia))).code ?? '';

  test('that is made up signs nobody in, and the person reads what to do', async () => {
    await readers.both(async (reader) => {
      const { mia, says, words } = reader;
      await mia.says(says.sync);
      expect(await mia.verifyState('745254')).toEqual({ status: 412, body: null });
      expect(seen(reader)).toMatchSnapshot(`${words.language}, a code that was made up`);
      expect(await isSignedIn(reader)).toBe(false);
      expect(postsOf(readers.desk, mia)).toEqual([]);
    });
  });

  test('that was made for somebody else is worth nothing to whoever found it, and stays good', async () => {
    const reader = readers.reader('en');
    const { mia, says } = reader;
    const finder = readers.reader('en', mia.account);
    await mia.says(says.clock);
    const code = await opensPage(mia);
    expect((await finder.mia.verifyState(code)).status).toBe(412);
    expect(seen(finder)).toMatchSnapshot('somebody else’s code');
    expect(await isSignedIn(finder)).toBe(false);
    expect(await isSignedIn(reader)).toBe(false);
    expect((await mia.verifyState(code)).status).toBe(200);
    expect(await isSignedIn(reader)).toBe(true);
    expect(await isSignedIn(finder)).toBe(false);
  });

  test('that was used signs nobody in again, and starts nothing again', async () => {
    const { desk } = readers;
    const { mia, says } = readers.reader('en');
    await mia.says(says.sync);
    const code = await opensPage(mia);
    expect((await mia.verifyState(code)).status).toBe(200);
    await mia.sees(/Accepted|Working|Done/);
    const before = mia.messages().length;
    // Delivered again it is understood, and told to nobody.
    expect((await mia.verifyState(code)).status).toBe(200);
    expect(mia.messages()).toHaveLength(before);
    await mia.says('sign out');
    expect((await mia.verifyState(code)).status).toBe(412);
    expect(asked(desk, mia, 'authorization_code')).toBe(1);
    expect(postsOf(desk, mia)).toHaveLength(1);
    await mia.says(says.whoAmI);
    expect(mia.newest().card.fallbackText).toMatch(/^Not signed in$/m);
  });

  const impossible = { 'left out': undefined, empty: '', 'a number': 745254, endless: 'x'.repeat(501) };
  test.each(Object.entries(impossible))('that is %s makes a bad request', async (_, state) => {
    const { mia, says } = readers.reader('en');
    await mia.says(says.clock);
    expect((await mia.sends({ type: 'invoke', name: 'signin/verifyState', value: { state } })).status).toBe(400);
    expect(mia.messages()).toHaveLength(1);
  });

  test('does not come where the window was closed: the person reads that nothing was done', async () => {
    await readers.both(async (reader) => {
      const { mia, says, words } = reader;
      await mia.says(says.clock);
      expect(await mia.verifyState('CancelledByUser')).toEqual({ status: 200, body: null });
      expect(seen(reader, 1)).toMatchSnapshot(`${words.language}, the window was closed`);
      // The button of Teams' own card still works.
      expect((await mia.signsIn('on the page')).status).toBe(200);
      await mia.sees(line(words, 'autopilot.title'));
    });
  });
});

describe('Teams says that the silent way failed', () => {
  const shownByTeams = ['installappfailed', 'authrequestfailed', 'userconsentrequired', 'interactionrequired'];
  const silent = ['installedappnotfound', 'invokeerror', 'resourcematchfailed', 'oauthcardnotvalid', 'tokenmissing'];

  test.each(shownByTeams)('%s: Teams tells the person, so the bot does not', async (code) => {
    const reader = readers.reader('en');
    await reader.mia.says(reader.says.clock);
    expect(await reader.mia.signInFails(code, 'a secret of Teams')).toEqual({ status: 200, body: null });
    await nothingHappened(reader, 0);
    expect(JSON.stringify(readers.desk.logged)).toContain(code);
    expect(JSON.stringify(readers.desk.logged)).not.toContain('a secret of Teams');
  });

  test.each(silent)('%s: Teams shows nothing, so the bot tells the person', async (code) => {
    await readers.both(async (reader) => {
      const { mia, says, words } = reader;
      await mia.says(says.clock);
      expect((await mia.signInFails(code)).status).toBe(200);
      expect(mia.newest().card.fallbackText).toMatch(line(words, 'sign-in.failed.not-silent'));
      if (code === 'tokenmissing') expect(seen(reader, 1)).toMatchSnapshot(`${words.language}, not in silence`);
      // What it says to press leads on.
      const { answered } = await mia.pressesAndSignsIn(words.say('button.sign-in'), 'on the page');
      expect(answered.body?.statusCode).toBe(200);
      expect(await isSignedIn(reader)).toBe(true);
    });
  });

  test.each(['<b>bold</b>', '', 'x'.repeat(2000)])(
    'a code that nobody knows is taken and kept out of the log',
    async (code) => {
      const reader = readers.reader('en');
      await reader.mia.says(reader.says.clock);
      expect((await reader.mia.signInFails(code)).status).toBe(200);
      await nothingHappened(reader, 0);
      if (code) expect(JSON.stringify(readers.desk.logged)).not.toContain(code);
    },
  );
});
