import { setTimeout as wait } from 'node:timers/promises';
import type { SignInFailure } from '../../bot/ports.ts';
import type { InvokeBody } from '../helpers/chat.ts';
import type { SignInCard } from '../helpers/connector-messages.ts';
import type { EntraFailure } from '../helpers/entra-failures.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';
import {
  asked,
  isSignedIn,
  line,
  openReaders,
  postsOf,
  type Reader,
  type Readers,
  readable,
  seen,
  signInCards,
  signsInAndReads,
  tokenRequests,
} from '../helpers/readers.ts';
import type { TenantPerson } from '../helpers/tenant-person.ts';

/** Signing in, and staying signed in, while Microsoft has trouble or changes its mind. */

let readers: Readers;
beforeAll(async () => {
  readers = await openReaders();
});
beforeEach(() => readers.startsOver());
besideAnotherTenant(() => [readers.desk]);
afterAll(() => readers.close());

const offerOf = (mia: TenantPerson) => mia.signInCard().signIn.tokenExchangeResource?.id ?? '';
/** So short that every wish has to renew them. */
const shortLived = () => readers.desk.entra.tokensLast(60);

/** `asks`: how often a read asks for a token before it gives up. */
type Trouble = { how: EntraFailure; why: SignInFailure; asks: number };

const passing: Record<string, Trouble> = {
  'too many sign-ins': { how: { status: 429, headers: { 'retry-after': '30' } }, why: 'throttled', asks: 1 },
  'an error on its side': { how: { status: 503 }, why: 'unavailable', asks: 3 },
  'a proxy’s page': { how: { status: 200, body: '<html>proxy</html>' }, why: 'unavailable', asks: 3 },
  'a broken connection': { how: { trouble: 'broken' }, why: 'unavailable', asks: 3 },
  'no answer at all': { how: { trouble: 'silent' }, why: 'unavailable', asks: 1 },
  'a bad secret of the bot': { how: { refusal: 'AADSTS7000215' }, why: 'settings', asks: 1 },
};

describe('the first sign-in meets', () => {
  test.each(Object.entries(passing))(
    '%s: the person reads it, others are not held up, and it passes',
    async (name, { how, why }) => {
      const { desk } = readers;
      await readers.both(async (reader) => {
        const { mia, says, words } = reader;
        const other = readers.reader(words.language, mia.account);
        desk.entra.fails({ ...how, grant: 'jwt-bearer', person: mia.account });
        await mia.says(says.clock);
        const id = offerOf(mia);
        const [[answered]] = await Promise.all([mia.tokenExchange(id), signsInAndReads(other)]);
        expect(answered).toEqual({ status: 412, body: { id, connectionName: 'sso', failureDetail: why } });
        expect(seen(reader, 1)).toMatchSnapshot(`${words.language}, signing in: ${name}`);
        expect(await isSignedIn(reader)).toBe(false);
        expect(asked(desk, mia, 'jwt-bearer')).toBe(1);
        expect((await mia.signsIn('silently')).status).toBe(200);
        await mia.sees(line(words, 'autopilot.title'));
      });
    },
  );

  test('trouble with several clients at work: each is told, and the person reads it once for a try', async () => {
    const { desk } = readers;
    const { mia, says } = readers.reader('en');
    desk.entra.fails({ status: 503, grant: 'jwt-bearer', person: mia.account }, 4);
    await mia.says(says.clock);
    const opens = desk.entra.holds();
    const exchanging = mia.tokenExchange(offerOf(mia), { clients: 4 });
    await wait(1_000);
    opens();
    for (const { status } of await exchanging) expect(status).toBe(412);
    // A client that comes after the others were answered is a try of its own.
    const tries = asked(desk, mia, 'jwt-bearer');
    expect(tries).toBeLessThan(4);
    expect(mia.messages()).toHaveLength(1 + tries);
  });

  test('trouble in a group: it is told once, whoever’s clients answer, and it passes', async () => {
    const { desk } = readers;
    await readers.both(async ({ words, says }) => {
      const where = readers.group();
      const reader = readers.reader(words.language, { where });
      const { mia } = reader;
      const { mia: other } = readers.reader(words.language, { where, tenantId: mia.account.tenantId });
      desk.entra.fails({ status: 503, grant: 'jwt-bearer', person: mia.account });
      await mia.says(says.clock);
      const offer = offerOf(mia);
      expect(await other.tokenExchange(offer)).toMatchObject([{ status: 200 }]);
      expect(await mia.tokenExchange(offer)).toMatchObject([{ status: 412 }]);
      expect(seen(reader)).toMatchSnapshot(`${words.language}, trouble in a group`);
      expect((await mia.signsIn('silently')).status).toBe(200);
      await mia.sees(line(words, 'autopilot.title'));
    });
  });

  test('a token that has grown too old on its way: Teams’ next one is taken', async () => {
    const { desk } = readers;
    const { mia, says, words } = readers.reader('en');
    desk.entra.fails({ refusal: 'AADSTS500133', grant: 'jwt-bearer', person: mia.account });
    await mia.says(says.clock);
    expect(await mia.tokenExchange(offerOf(mia))).toMatchObject([
      { status: 412, body: { failureDetail: 'expired-token' } },
    ]);
    expect(mia.messages()).toHaveLength(1);
    expect((await mia.signsIn('silently')).status).toBe(200);
    await mia.sees(line(words, 'autopilot.title'));
  });
});

describe('a sign-in that has to be renewed meets', () => {
  test.each(Object.entries(passing))(
    '%s: the person reads it and stays signed in, and it passes',
    async (name, { how, asks }) => {
      const { desk } = readers;
      shortLived();
      await readers.both(async (reader) => {
        const { mia, says, words } = reader;
        await signsInAndReads(reader);
        const other = readers.reader(words.language, mia.account);
        await signsInAndReads(other);
        desk.entra.fails({ ...how, grant: 'refresh_token', person: mia.account }, asks);
        const [shown, requests] = [mia.messages().length, tokenRequests(readers.desk, mia)];
        await Promise.all([mia.says(says.clock), other.mia.says(says.clock)]);
        expect(other.mia.newest().card.fallbackText).toMatch(line(words, 'autopilot.title'));
        expect(seen(reader, shown)).toMatchSnapshot(`${words.language}, renewing: ${name}`);
        expect(signInCards(mia)).toBe(1);
        expect(tokenRequests(readers.desk, mia)).toBe(requests + asks);
        expect(await isSignedIn(reader)).toBe(true);
        // That the pause ends is told in test/bot/identity/sessions.test.ts, where a clock can be turned.
        if (name === 'too many sign-ins') return isPatient(reader, requests + asks);
        await mia.says(says.clock);
        expect(mia.newest().card.fallbackText).toMatch(line(words, 'autopilot.free.more'));
      });
    },
  );

  /** Microsoft named a time: until then it is not even asked. */
  async function isPatient({ mia, says, words }: Reader, requests: number) {
    await mia.says(says.clock);
    expect(mia.newest().card.fallbackText).not.toMatch(line(words, 'autopilot.free.more'));
    expect(tokenRequests(readers.desk, mia)).toBe(requests);
  }

  test('a hiccup: nobody notices', async () => {
    const { desk } = readers;
    shortLived();
    const reader = readers.reader('en');
    const { mia, says, words } = reader;
    await signsInAndReads(reader);
    desk.entra.fails({ status: 503, grant: 'refresh_token', person: mia.account });
    const shown = mia.messages().length;
    await mia.says(says.clock);
    expect(mia.messages()).toHaveLength(shown + 1);
    expect(mia.newest().card.fallbackText).toMatch(line(words, 'autopilot.free.more'));
  });

  const gone = { revoked: 'revokes', 'too old': 'expires' } as const;

  test.each(Object.entries(gone))('its own end (%s): the next wish signs in silently and goes on', async (_, ends) => {
    const { desk } = readers;
    shortLived();
    await readers.both(async (reader) => {
      const { mia, says, words } = reader;
      await signsInAndReads(reader);
      desk.entra[ends](mia.account);
      const shown = mia.messages().length;
      await mia.says(says.clock);
      expect(signInCards(mia)).toBe(2);
      expect(mia.messages()).toHaveLength(shown + 1);
      expect(await isSignedIn(reader)).toBe(false);
      expect((await mia.signsIn('silently')).status).toBe(200);
      await mia.sees(line(words, 'autopilot.title'));
      expect(asked(desk, mia, 'jwt-bearer')).toBe(2);
    });
  });

  test('its own end again, right after signing in: nobody is asked twice in a row', async () => {
    const { desk } = readers;
    shortLived();
    await readers.both(async (reader) => {
      const { mia, says, words } = reader;
      desk.entra.fails({ refusal: 'AADSTS50173', grant: 'refresh_token', person: mia.account });
      await mia.says(says.clock);
      expect((await mia.signsIn('silently')).status).toBe(200);
      await mia.sees(line(words, 'refusal.signed-out'));
      expect(seen(reader, 1)).toMatchSnapshot(`${words.language}, asked once`);
      expect(signInCards(mia)).toBe(1);
      expect(tokenRequests(readers.desk, mia)).toBe(2);
      // What is offered instead works.
      const { answered } = await mia.pressesAndSignsIn(words.say('button.sign-in'), 'silently');
      expect(answered.body?.statusCode).toBe(200);
      expect(mia.newest().card.fallbackText).toMatch(line(words, 'autopilot.free.more'));
    });
  });

  test('a permission that is missing: it is asked for on the page, and the wish goes on', async () => {
    const { desk } = readers;
    const { mia, says, words } = readers.reader('en');
    desk.entra.grants(mia.account, ['DeviceManagementServiceConfig.Read.All']);
    await signsInAndReads({ mia, says, words });
    await mia.says(says.sync);
    const { signIn } = mia.signInCard();
    expect(signIn.tokenExchangeResource).toBeUndefined();
    expect(signIn.text).toBe(words.say('sign-in.card.text.consent'));
    expect(postsOf(desk, mia)).toEqual([]);
    expect((await mia.signsIn('on the page')).status).toBe(200);
    await mia.sees(/Accepted|Working|Done/);
    expect(postsOf(desk, mia)).toHaveLength(1);
  });
});

describe('a press by somebody who is signed out', () => {
  const press = 'Autopilot clock';
  const bodyOf = (statusCode: number, type: string, value: unknown) => ({
    status: 200,
    body: { statusCode, type, value },
  });

  /** What Teams is asked for; in a channel nothing else is shown. */
  async function asksToSignIn(reader: Reader) {
    const { mia } = reader;
    await mia.says('help');
    const { body } = await mia.presses(press);
    expect(body).toMatchObject({ statusCode: 401, type: 'application/vnd.microsoft.activity.loginRequest' });
    return offerIn(body);
  }

  function offerIn(body: InvokeBody | null) {
    const { tokenExchangeResource, buttons } = Object(body?.value) as SignInCard;
    return { id: tokenExchangeResource?.id ?? '', link: buttons[0]?.value ?? '' };
  }

  const silently = async (mia: TenantPerson, id: string, token?: string) => ({
    authentication: { id, connectionName: 'sso', token: token ?? (await readers.desk.entra.ssoToken(mia.account)) },
  });

  const places = {
    alone: () => ({}),
    'in a group': () => ({ where: readers.group() }),
    'in a channel': () => ({ where: readers.channel() }),
  };

  test.each(Object.entries(places))('%s, with somebody else’s token: Teams shows its button', async (_, place) => {
    const reader = readers.reader('en', place());
    const { mia } = reader;
    const { id } = await asksToSignIn(reader);
    const [shown, other] = [mia.messages().length, readers.somebody(mia.account)];
    const proof = await silently(mia, id, await readers.desk.entra.ssoToken(other.account));
    const refused = bodyOf(412, 'application/vnd.microsoft.error.preconditionFailed', {
      code: 'wrong-token',
      message: 'wrong-token',
    });
    expect(await mia.presses(press, { proof })).toEqual(refused);
    expect(mia.messages()).toHaveLength(shown);
    expect(asked(readers.desk, mia, 'jwt-bearer')).toBe(0);
    expect((await mia.presses(press, { proof: await silently(mia, id) })).body?.statusCode).toBe(200);
    expect(mia.newest().card.fallbackText).toMatch(/^Intune would take a sync now\.$/m);
  });

  test('with an offer of somebody else: Teams shows its button', async () => {
    const where = readers.channel();
    const reader = readers.reader('en', { where });
    const other = readers.reader('en', { where, tenantId: reader.mia.account.tenantId });
    const { id } = await asksToSignIn(other);
    const answered = await reader.mia.presses(press, { proof: await silently(reader.mia, id) });
    expect(answered.body).toMatchObject({ statusCode: 412, value: { code: 'not-yours' } });
    expect(asked(readers.desk, reader.mia, 'jwt-bearer')).toBe(0);
  });

  test('with a code that is wrong, or somebody else’s: Teams says that the code is wrong', async () => {
    const where = readers.channel();
    const reader = readers.reader('en', { where });
    const other = readers.reader('en', { where, tenantId: reader.mia.account.tenantId });
    const { link } = await asksToSignIn(reader);
    const { code } = await reader.mia.opensLink(link);
    const wrong = bodyOf(401, 'application/vnd.microsoft.error.incorrectAuthCode', null);
    expect(await reader.mia.presses(press, { proof: { state: '745254' } })).toEqual(wrong);
    expect(await other.mia.presses(press, { proof: { state: code ?? '' } })).toEqual(wrong);
    const { status, body } = await reader.mia.presses(press, { proof: { state: code ?? '' } });
    expect({ status, code: body?.statusCode }).toEqual({ status: 200, code: 200 });
  });

  const adaptiveCard = 'application/vnd.microsoft.card.adaptive';
  const { 'no answer at all': _, ...answered } = passing;

  test.each(Object.entries(answered))(
    'while Microsoft has trouble (%s): reads it, and presses again',
    async (name, row) => {
      const { desk } = readers;
      await readers.both(async ({ mia, words }) => {
        const title = words.say('button.autopilot');
        await mia.says(words.language === 'ru' ? 'помощь' : 'help');
        const { id } = offerIn((await mia.presses(title)).body);
        desk.entra.fails({ ...row.how, grant: 'jwt-bearer', person: mia.account });
        const { status, body } = await mia.presses(title, { proof: await silently(mia, id) });
        expect({ status, ...body, value: null }).toEqual({
          status: 200,
          statusCode: 200,
          type: adaptiveCard,
          value: null,
        });
        const { fallbackText } = Object(body?.value) as { fallbackText: string };
        expect(readable(fallbackText)).toMatchSnapshot(`${words.language}, pressed: ${name}`);
        expect(asked(desk, mia, 'jwt-bearer')).toBe(1);
        expect((await mia.presses(title, { proof: await silently(mia, id) })).body?.statusCode).toBe(200);
        expect(mia.newest().card.fallbackText).toMatch(line(words, 'autopilot.free.more'));
      });
    },
  );

  test.each(['silently', 'on the page'] as const)(
    'that comes again after signing in %s starts nothing twice',
    async (how) => {
      const { desk } = readers;
      const reader = readers.reader('en');
      const { mia } = reader;
      await signsInAndReads(reader);
      const message = mia.newest();
      const start = message.card.actions?.find(({ title }) => title === 'Sync Autopilot now')?.data;
      await mia.says('sign out');
      const { asked: login, page } = await mia.pressesAndSignsIn('Sync Autopilot now', how, { message });
      await mia.seesOn(message, /Accepted|Working|Done/);
      const proof = page ? { state: page.code ?? '' } : await silently(mia, login.tokenExchangeResource?.id ?? '');
      for (const again of [{ proof }, { proof }, {}]) {
        expect((await mia.submits(start, { how: 'execute', replyToId: message.id, ...again })).status).toBe(200);
      }
      expect(postsOf(desk, mia)).toHaveLength(1);
      expect(message.card.fallbackText).toMatch(/Accepted|Working|Done/);
    },
  );

  test('of an older client (Submit) goes on by itself after signing in', async () => {
    const { desk } = readers;
    const reader = readers.reader('en');
    const { mia } = reader;
    await signsInAndReads(reader);
    const message = mia.newest();
    await mia.says('sign out');
    const shown = mia.messages().length;
    await mia.presses('Sync Autopilot now', { message, how: 'submit' });
    expect(signInCards(mia)).toBe(2);
    expect(postsOf(desk, mia)).toEqual([]);
    expect((await mia.signsIn('silently')).status).toBe(200);
    await mia.seesOn(message, /Accepted|Working|Done/);
    expect(mia.messages()).toHaveLength(shown + 1);
    expect(postsOf(desk, mia)).toHaveLength(1);
  });

  test('and whose sign-in ends at once: a card says so, and nobody is asked twice in a row', async () => {
    const { desk } = readers;
    shortLived();
    const reader = readers.reader('en', { where: readers.channel() });
    const { mia, words } = reader;
    desk.entra.fails({ refusal: 'AADSTS50173', grant: 'refresh_token', person: mia.account });
    const { id } = await asksToSignIn(reader);
    expect((await mia.presses(press, { proof: await silently(mia, id) })).body?.statusCode).toBe(200);
    expect(mia.newest().card.fallbackText).toMatch(line(words, 'refusal.signed-out'));
    expect(tokenRequests(readers.desk, mia)).toBe(2);
  });
});
