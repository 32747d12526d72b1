import { setTimeout as wait } from 'node:timers/promises';
import { until } from '../helpers/chat.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';
import {
  asked,
  isSignedIn,
  line,
  openReaders,
  postsOf,
  type Reader,
  type Readers,
  seen,
  signInCards,
  signsInAndReads,
  tokenRequests,
} from '../helpers/readers.ts';
import type { TenantPerson } from '../helpers/tenant-person.ts';

/** People who are signed in, and of whom more is asked later: in the middle of a wish, or while a run is on its way. */

let readers: Readers;
beforeAll(async () => {
  readers = await openReaders();
});
beforeEach(() => readers.startsOver());
besideAnotherTenant(() => [readers.desk]);
afterAll(() => readers.close());

const claims = { access_token: { acrs: { essential: true, value: 'c25' } } };

/** Only what was proved on the page will do, for Graph and for Entra. */
function wantProof({ account }: TenantPerson): void {
  readers.desk.graph.challenges(account, claims);
  readers.desk.entra.demands(account, { claims, pageOnly: true });
}

/** What was to be proved, page by page. */
const pagesOf = ({ account }: TenantPerson) =>
  readers.desk.entra.requests
    .filter(({ path, person }) => path.endsWith('/authorize') && person?.id === account.id)
    .map(({ query }) => JSON.parse(query['claims'] ?? '{}'));

describe('Graph asks for proof in the middle of a wish', () => {
  test('typed: the page asks for exactly that, and the wish goes on once', async () => {
    await readers.both(async (reader) => {
      const { mia, says, words } = reader;
      await signsInAndReads(reader);
      wantProof(mia);
      const shown = mia.messages().length;
      await mia.says(says.clock);
      const { signIn } = mia.signInCard();
      expect(signIn.tokenExchangeResource).toBeUndefined();
      expect(seen(reader, shown)).toMatchSnapshot(`${words.language}, proof`);
      expect((await mia.signsIn('on the page')).status).toBe(200);
      await mia.sees(line(words, 'autopilot.title'));
      expect(pagesOf(mia)).toMatchObject([claims]);
      expect(mia.messages()).toHaveLength(shown + 2);
    });
  });

  test('typed: a sync starts once, and is followed with the same proof', async () => {
    const { desk } = readers;
    const { mia, ...reader } = readers.reader('en');
    await signsInAndReads({ mia, ...reader });
    wantProof(mia);
    await mia.says(reader.says.sync);
    expect(postsOf(desk, mia)).toEqual([]);
    await mia.signsIn('on the page');
    await mia.sees(/Accepted/);
    await mia.sees(/last check: (in progress|completed)/);
    expect(postsOf(desk, mia)).toHaveLength(1);
    expect(pagesOf(mia)).toHaveLength(1);
  });

  test('proved for reading, it is good for a sync as well', async () => {
    const { desk } = readers;
    const reader = readers.reader('en');
    const { mia, says } = reader;
    await signsInAndReads(reader);
    wantProof(mia);
    await mia.says(says.clock);
    await mia.signsIn('on the page');
    await mia.sees(/Autopilot clock/);
    await mia.says(says.sync);
    await mia.sees(/Accepted/);
    expect(postsOf(desk, mia).map(({ status }) => status)).toEqual([204]);
    expect(pagesOf(mia)).toHaveLength(1);
    expect(signInCards(mia)).toBe(2);
  });

  test.each(['channel', 'group'] as const)(
    'pressed in a %s: only whoever pressed is asked, and the press goes on',
    async (kind) => {
      const where = readers[kind]();
      const { mia, words, says } = readers.reader('en', { where });
      const { account } = mia;
      await signsInAndReads({ mia: readers.desk.person(account.name, undefined, account.tenantId), words, says });
      wantProof(mia);
      await mia.says('help');
      const shown = mia.messages().length;
      const { asked: login, answered } = await mia.pressesAndSignsIn('Autopilot clock', 'on the page');
      expect(login.tokenExchangeResource).toBeUndefined();
      expect(login.text).toBe(words.say('sign-in.card.text.proof'));
      expect(pagesOf(mia)).toMatchObject([claims]);
      expect(answered.body?.statusCode).toBe(200);
      expect(mia.newest().card.fallbackText).toMatch(line(words, 'autopilot.free.more'));
      expect(mia.messages()).toHaveLength(shown + 1);
    },
  );

  test('typed in a channel: everybody sees a button, nobody a link, and it goes on for whoever presses', async () => {
    await readers.both(async ({ words, says }) => {
      const where = readers.channel();
      const reader = readers.reader(words.language, { where });
      const { mia } = reader;
      const alone = readers.desk.person(mia.account.name, undefined, mia.account.tenantId);
      alone.speaks(words.language === 'ru' ? 'ru-RU' : 'en-US');
      await signsInAndReads({ mia: alone, words, says });
      wantProof(mia);
      await mia.says(says.clock);
      expect(seen(reader)).toMatchSnapshot(`${words.language}, proof, in a channel`);
      expect(JSON.stringify(mia.messages())).not.toContain('state=');
      await mia.pressesAndSignsIn(words.say('button.sign-in'), 'on the page');
      expect(mia.newest().card.fallbackText).toMatch(line(words, 'autopilot.free.more'));
    });
  });

  test('again right after it was proved: a rule that no proof satisfies, and nobody is sent round', async () => {
    const { desk } = readers;
    // The library overwrites this part, so no token ever carries it.
    const hopeless = { access_token: { ...claims.access_token, xms_cc: { values: ['never'] } } };
    await readers.both(async (reader) => {
      const { mia, says, words } = reader;
      await signsInAndReads(reader);
      desk.graph.challenges(mia.account, hopeless);
      await mia.says(says.clock);
      expect(mia.signInCard().signIn.text).toBe(words.say('sign-in.card.text.proof'));
      const shown = mia.messages().length;
      await mia.signsIn('on the page');
      await mia.sees(line(words, 'refusal.missing-policy'));
      expect(seen(reader, shown)).toMatchSnapshot(`${words.language}, a rule`);
      const requests = tokenRequests(readers.desk, mia);
      for (const _ of [1, 2, 3]) {
        await mia.says(says.clock);
        expect(mia.newest().card.fallbackText).toMatch(line(words, 'refusal.missing-policy'));
      }
      expect(tokenRequests(readers.desk, mia)).toBe(requests);
      expect(pagesOf(mia)).toHaveLength(1);
      expect(signInCards(mia)).toBe(2);
      expect(await isSignedIn(reader)).toBe(true);
    });
  });

  test('and conditional access then lets the person in nowhere: Microsoft’s page says so', async () => {
    const { desk } = readers;
    // So short that every wish has to renew them.
    desk.entra.tokensLast(60);
    await readers.both(async (reader) => {
      const { mia, says, words } = reader;
      await signsInAndReads(reader);
      desk.entra.blocks(mia.account);
      const shown = mia.messages().length;
      await mia.says(says.clock);
      expect(seen(reader, shown)).toMatchSnapshot(`${words.language}, blocked`);
      const page = await mia.opensLink(mia.signInCard().signIn.buttons[0]?.value ?? '');
      expect(page.html).toContain('AADSTS53003');
      expect(mia.messages()).toHaveLength(shown + 1);
    });
  });
});

describe('a run that is on its way', () => {
  const losses = {
    'was revoked': ({ account }: TenantPerson) => readers.desk.entra.revokes(account),
    'needs proof': wantProof,
    'lacks consent': ({ account }: TenantPerson) =>
      readers.desk.entra.grants(account, ['DeviceManagementServiceConfig.Read.All']),
  };

  test('waits for its person, whatever their sign-in lacks, tells them once, and goes on', async () => {
    const { entra } = readers.desk;
    const waiting: (() => Promise<void>)[] = [];
    for (const [name, loses] of Object.entries(losses)) {
      // What ends a sign-in, or a consent, is only noticed where a token has to be renewed.
      entra.tokensLast(loses === wantProof ? 3600 : 60);
      for (const language of ['en', 'ru'] as const) {
        const reader = readers.reader(language);
        await startsSync(reader);
        loses(reader.mia);
        waiting.push(() => comesBack(reader, name));
      }
    }
    entra.tokensLast(3600);
    await Promise.all(waiting.map((goesOn) => goesOn()));
  });

  async function startsSync({ mia, says, words }: Reader): Promise<void> {
    // One invented Intune stands behind all tenants here.
    readers.desk.graph.tenant.reset();
    await mia.says(says.sync);
    await mia.signsIn('silently');
    await mia.sees(line(words, 'status.accepted'));
  }

  async function comesBack(reader: Reader, name: string): Promise<void> {
    const { mia, words } = reader;
    const [, board] = mia.messages();
    if (!board) throw new Error('there is no board');
    await mia.sees(line(words, 'reminder.title', { number: 1 }));
    await mia.seesOn(board, line(words, 'status.sign-in.you'));
    expect(seen(reader, 1)).toMatchSnapshot(`${words.language}, ${name}`);
    const reminder = mia.newest();
    const button = words.say('button.sign-in');
    const { asked: login } = await mia.pressesAndSignsIn(button, 'on the page', { message: reminder });
    expect(login.tokenExchangeResource === undefined).toBe(name !== 'was revoked');
    const goesOn = new RegExp(`${line(words, 'status.working').source}|${line(words, 'status.done').source}`, 'm');
    for (const card of [board, reminder]) await mia.seesOn(card, goesOn);
    expect(mia.messages()).toHaveLength(3);
    expect(postsOf(readers.desk, mia)).toHaveLength(1);
  }

  test('and has not begun: nothing begins before its person has signed in', async () => {
    for (const language of ['en', 'ru'] as const) {
      const reader = readers.reader(language);
      const { mia, says, words } = reader;
      endsBeforeTheStart(mia);
      await mia.says(says.sync);
      await mia.signsIn('silently');
      await mia.sees(line(words, 'reminder.title', { number: 1 }));
      const [, board, reminder] = mia.messages();
      if (!board || !reminder) throw new Error('the board or the reminder is missing');
      await mia.seesOn(board, line(words, 'status.sign-in.you'));
      expect(seen(reader, 1)).toMatchSnapshot(`${language}, not begun`);
      expect(await isSignedIn(reader)).toBe(false);
      await wait(500);
      expect(started(mia)).toBe(0);
      await mia.pressesAndSignsIn(words.say('button.sign-in'), 'silently', { message: reminder });
      for (const card of [board, reminder]) await mia.seesOn(card, line(words, 'status.accepted'));
      expect(started(mia)).toBe(1);
      expect(asked(readers.desk, mia, 'jwt-bearer')).toBe(2);
    }
  });

  test('and is taken back while its reminder is being posted: that one is told too', async () => {
    const { connector, entra, graph } = readers.desk;
    const { mia, says, words } = readers.reader('en');
    graph.tenant.next({ on: 'write', status: 400, retryAfter: null, flavour: null });
    await mia.says(says.sync);
    await mia.signsIn('silently');
    await mia.sees(line(words, 'status.refused'));
    endsBeforeTheStart(mia);
    const entraAnswers = entra.holds();
    await mia.says(says.sync);
    await mia.sees(line(words, 'status.starting'));
    const before = connector.traffic.length;
    const connectorAnswers = connector.holds();
    entraAnswers();
    await until(
      () => connector.traffic.length > before,
      () => 'nothing was to be told',
    );
    const answered = mia.says('cancel run 2');
    await wait(500);
    connectorAnswers();
    await answered;
    const reminder = mia
      .messages()
      .find(({ shown }) => line(words, 'reminder.title', { number: 2 }).test(shown[0] ?? ''));
    if (!reminder) throw new Error('nobody was reminded');
    await mia.seesOn(reminder, line(words, 'status.cancelled'));
    expect(started(mia)).toBe(0);
  });

  /** Their sign-in is good for the plan, and no longer for the start. */
  function endsBeforeTheStart({ account }: TenantPerson): void {
    const { graph, entra } = readers.desk;
    graph.tenant.reset();
    graph.tenant.next({ on: 'write', status: 401, retryAfter: null, flavour: null });
    entra.fails({ grant: 'refresh_token', refusal: 'AADSTS50173', person: account });
  }

  const started = (mia: TenantPerson) => postsOf(readers.desk, mia).filter(({ status }) => status === 204).length;
});
