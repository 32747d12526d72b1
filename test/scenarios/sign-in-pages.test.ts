import type { RefusalCode } from '../helpers/entra-errors.ts';
import type { EntraFailure } from '../helpers/entra-failures.ts';
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
import type { TenantPerson } from '../helpers/tenant-person.ts';
import type { Page } from '../helpers/web-browser.ts';

/** The page of signing in, where it ends well and where it does not. */

let readers: Readers;
beforeAll(async () => {
  readers = await openReaders();
});
beforeEach(() => readers.startsOver());
besideAnotherTenant(() => [readers.desk]);
afterAll(() => readers.close());

const reading = 'DeviceManagementServiceConfig.Read.All';

const linkOf = (mia: TenantPerson) => mia.signInCard().signIn.buttons[0]?.value ?? '';
const offerOf = (mia: TenantPerson) => mia.signInCard().signIn.tokenExchangeResource?.id ?? '';

/** Where the browser was sent at Entra, and came back to. */
const authorizeOf = ({ visited }: Page) => new URL(visited.find((url) => url.includes('/authorize')) ?? '');
const doneOf = ({ visited }: Page) => visited.findLast((url) => url.includes('/sign-in/done')) ?? '';

/** What opens or proves anything must not stand on a page that others may see. */
function echoesNothing(page: Page): void {
  for (const name of ['state', 'code', 'error', 'error_description', 'nonce', 'code_challenge']) {
    for (const url of page.visited) {
      const value = new URL(url).searchParams.get(name) ?? '';
      if (value.length > 5) expect(page.html).not.toContain(value);
    }
  }
  for (const secret of readers.desk.secrets()) expect(page.html).not.toContain(secret);
}

/** The page refuses, hands no code over, and nobody is signed in by it. */
async function refuses(reader: Reader, page: Page, status = 403): Promise<void> {
  expect({ status: page.status, code: page.code }).toEqual({ status, code: null });
  expect(page.url).toMatch(readers.desk.app.url);
  echoesNothing(page);
  expect(await isSignedIn(reader)).toBe(false);
  expect(postsOf(readers.desk, reader.mia)).toEqual([]);
}

/** Pressing “Sign in” once more leads on. */
async function worksAgain({ mia, words }: Reader, link: string): Promise<void> {
  const page = await mia.opensLink(link);
  expect(page).toMatchObject({ status: 200, code: expect.any(String) });
  expect((await mia.verifyState(page.code ?? '')).status).toBe(200);
  await mia.sees(line(words, 'autopilot.title'));
}

describe('a permission that nobody has granted', () => {
  test('is asked for on the page, and what was asked for goes on by itself', async () => {
    const { desk } = readers;
    await readers.both(async (reader) => {
      const { mia, says, words } = reader;
      desk.entra.grants(mia.account, []);
      await mia.says(says.clock);
      const answers = await mia.tokenExchange(offerOf(mia));
      expect(answers).toMatchObject([{ status: 412, body: { failureDetail: 'consent' } }]);
      expect(mia.messages()).toHaveLength(1);
      const page = await mia.opensLink(linkOf(mia));
      expect(authorizeOf(page).searchParams.get('scope')).toContain(`https://graph.microsoft.com/${reading}`);
      expect((await mia.verifyState(page.code ?? '')).status).toBe(200);
      await mia.sees(line(words, 'autopilot.title'));
      expect(asked(desk, mia, 'jwt-bearer')).toBe(1);
    });
  });

  test('that only an administrator can grant: the page says so, with a text to send; granted, it goes on', async () => {
    const { desk } = readers;
    const letters: { reader: Reader; link: string; consent: string }[] = [];
    desk.entra.pageAnswers('needs-administrator');
    await readers.both(async (reader) => {
      const { mia, says, words } = reader;
      desk.entra.grants(mia.account.tenantId, []);
      await mia.says(says.clock);
      await mia.tokenExchange(offerOf(mia));
      const link = linkOf(mia);
      const page = await mia.opensLink(link);
      await refuses(reader, page);
      expect(pageText(page)).toMatchSnapshot(`${words.language}, an administrator is needed`);
      const consent = /href="([^"]*adminconsent[^"]*)"/.exec(page.html)?.[1]?.replaceAll('&#38;', '&') ?? '';
      expect(page.html).toContain(reading);
      letters.push({ reader, link, consent });
    });
    desk.entra.pageAnswers('signs-in');
    for (const { reader, link, consent } of letters) {
      const { mia } = reader;
      expect(new URL(consent).pathname).toBe(`/${mia.account.tenantId}/v2.0/adminconsent`);
      const admin = readers.somebody({ tenantId: mia.account.tenantId });
      const thanks = await admin.opensLink(consent);
      expect(new URL(thanks.url).searchParams.get('tenant')).toBe(mia.account.tenantId);
      expect(thanks.status).toBe(200);
      expect(pageText(thanks)).toMatchSnapshot('granted by an administrator');
      await worksAgain(reader, link);
    }
  });

  test('and that the administrator declines: nothing is granted, and the page says so', async () => {
    const { desk } = readers;
    const reader = readers.reader('en');
    const { mia, says } = reader;
    desk.entra.grants(mia.account.tenantId, []);
    desk.entra.pageAnswers('declines');
    await mia.says(says.clock);
    const query = `client_id=${desk.entra.registration.clientId}&redirect_uri=${desk.app.url}/sign-in/done&scope=.default`;
    const page = await mia.opensLink(`${desk.entra.entraUrl}/${mia.account.tenantId}/v2.0/adminconsent?${query}`);
    await refuses(reader, page);
    expect(pageText(page)).toMatchSnapshot('declined by an administrator');
  });

  test('and that the person declines: the page says so, and they may change their mind', async () => {
    const { desk } = readers;
    const tries: (() => Promise<void>)[] = [];
    desk.entra.pageAnswers('declines');
    await readers.both(async (reader) => {
      const { mia, says, words } = reader;
      await mia.says(says.clock);
      const link = linkOf(mia);
      const page = await mia.opensLink(link);
      await refuses(reader, page);
      expect(pageText(page)).toMatchSnapshot(`${words.language}, declined`);
      tries.push(() => worksAgain(reader, link));
    });
    desk.entra.pageAnswers('signs-in');
    for (const again of tries) await again();
  });
});

describe('conditional access', () => {
  const claims = { access_token: { acrs: { essential: true, value: 'c1' } } };

  test('that asks for proof: the page is opened with exactly these claims, and what was asked for goes on', async () => {
    const { desk } = readers;
    await readers.both(async (reader) => {
      const { mia, says, words } = reader;
      desk.entra.demands(mia.account, { claims, pageOnly: true });
      await mia.says(says.clock);
      const answers = await mia.tokenExchange(offerOf(mia), { clients: 3 });
      for (const answer of answers) expect(answer).toMatchObject({ status: 412, body: { failureDetail: 'proof' } });
      expect(asked(desk, mia, 'jwt-bearer')).toBe(1);
      const page = await mia.opensLink(linkOf(mia));
      expect(JSON.parse(authorizeOf(page).searchParams.get('claims') ?? '')).toMatchObject(claims);
      expect((await mia.verifyState(page.code ?? '')).status).toBe(200);
      await mia.sees(line(words, 'autopilot.title'));
    });
  });

  test('that lets nobody in: Microsoft’s own page says so, and nothing goes round in circles', async () => {
    const { desk } = readers;
    const reader = readers.reader('en');
    const { mia, says } = reader;
    desk.entra.blocks(mia.account);
    for (const round of [1, 2]) {
      await mia.says(says.clock);
      await mia.tokenExchange(offerOf(mia), { clients: 2 });
      const page = await mia.opensLink(linkOf(mia));
      expect(page.html).toContain('AADSTS53003');
      expect(page.url).toMatch(desk.entra.entraUrl);
      expect(asked(desk, mia, 'jwt-bearer')).toBe(round);
    }
    expect(await isSignedIn(reader)).toBe(false);
    expect(mia.messages()).toHaveLength(3);
    expect(seen(reader)).toMatchSnapshot('blocked');
  });
});

describe('the page in another browser', () => {
  test('that is signed in as somebody else: nothing is kept, and the page names nobody', async () => {
    const { desk } = readers;
    await readers.both(async (reader) => {
      const { mia, says, words } = reader;
      const { mia: other } = readers.reader(words.language, mia.account);
      await mia.says(says.clock);
      const link = linkOf(mia);
      const page = await mia.opensLink(link, other.account);
      await refuses(reader, page);
      expect(pageText(page)).toMatchSnapshot(`${words.language}, another account`);
      for (const { name, username, id } of [mia.account, other.account])
        for (const told of [name, username, id]) expect(page.html).not.toContain(told);
      expect(await isSignedIn({ ...reader, mia: other })).toBe(false);
      expect(JSON.stringify(desk.logged)).not.toContain(other.account.username);
      await worksAgain(reader, link);
    });
  });

  test('that is signed in to another tenant does not get past Microsoft', async () => {
    const reader = readers.reader('en');
    const { mia, says } = reader;
    await mia.says(says.clock);
    const link = linkOf(mia);
    const page = await mia.opensLink(link, readers.somebody().account);
    expect(page.html).toContain('AADSTS50020');
    expect(await isSignedIn(reader)).toBe(false);
    await worksAgain(reader, link);
  });

  test('that is signed in nowhere: the page says that it did not work', async () => {
    await readers.both(async (reader) => {
      const { mia, says, words } = reader;
      await mia.says(says.clock);
      const link = linkOf(mia);
      const page = await mia.opensLink(link, null);
      await refuses(reader, page);
      expect(pageText(page)).toMatchSnapshot(`${words.language}, nobody`);
      const reference = /[0-9a-f]{8}(?=<)/.exec(page.html)?.[0];
      expect(JSON.stringify(readers.desk.logged)).toContain(reference);
      await worksAgain(reader, link);
    });
  });
});

describe('the address that Microsoft leads back to', () => {
  test('counts once: later visits get nothing, and spoil nothing', async () => {
    const { desk } = readers;
    await readers.both(async (reader) => {
      const { mia, says, words } = reader;
      await mia.says(says.clock);
      const page = await mia.opensLink(linkOf(mia));
      const exchanges = asked(desk, mia, 'authorization_code');
      const replayed = await mia.opensLink(doneOf(page));
      await refuses(reader, replayed);
      expect(pageText(replayed)).toMatchSnapshot(`${words.language}, used already`);
      expect(asked(desk, mia, 'authorization_code')).toBe(exchanges);
      expect((await mia.verifyState(page.code ?? '')).status).toBe(200);
      await mia.sees(line(words, 'autopilot.title'));
      for (const url of [doneOf(page), linkOf(mia)]) expect((await mia.opensLink(url)).status).toBe(403);
    });
  });

  test('of a page that was opened twice leads on from one of the two', async () => {
    const reader = readers.reader('en');
    const { mia, says } = reader;
    await mia.says(says.clock);
    const [one, other] = await Promise.all([1, 2].map(() => authorizeUrlOf(linkOf(mia))));
    expect(stateOf(one)).toBe(stateOf(other));
    const page = await mia.opensLink(one ?? '');
    expect(page.code).not.toBeNull();
    await refuses(reader, await mia.opensLink(other ?? ''));
    expect((await mia.verifyState(page.code ?? '')).status).toBe(200);
    expect(await isSignedIn(reader)).toBe(true);
  });

  const stateOf = (url = '') => new URL(url).searchParams.get('state') ?? '';

  /** Where our start page sends a browser. */
  async function authorizeUrlOf(link: string): Promise<string> {
    const answer = await fetch(link, { redirect: 'manual' });
    return answer.headers.get('location') ?? '';
  }

  /** Lets Entra issue a code for a changed wish, and hands it in with the right state. */
  async function withCodeFor(mia: TenantPerson, change: (asked: URLSearchParams) => void): Promise<Page> {
    const url = new URL(await authorizeUrlOf(linkOf(mia)));
    const state = url.searchParams.get('state') ?? '';
    change(url.searchParams);
    const cookie = `entra-session=${mia.account.id}`;
    const sent = await fetch(url, { redirect: 'manual', headers: { cookie } });
    const back = new URL(sent.headers.get('location') ?? '');
    back.searchParams.set('state', state);
    return mia.opensLink(back.href);
  }

  const changed: Record<string, (asked: URLSearchParams) => void> = {
    'made for another page (PKCE)': (asked) => asked.set('code_challenge', 'x'.repeat(43)),
    'made for a page without PKCE': (asked) => {
      asked.delete('code_challenge');
      asked.delete('code_challenge_method');
    },
    'whose token has another nonce': (asked) => asked.set('nonce', 'somebody-elses'),
    'whose token has no nonce': (asked) => asked.delete('nonce'),
  };

  test.each(Object.entries(changed))('with a code %s signs nobody in', async (name, change) => {
    const reader = readers.reader('en');
    const { mia, says } = reader;
    await mia.says(says.clock);
    const link = linkOf(mia);
    const page = await withCodeFor(mia, change);
    await refuses(reader, page);
    expect(pageText(page)).toMatchSnapshot(name);
    await worksAgain(reader, link);
  });

  test('with a code that is rubbish, or was used, signs nobody in', async () => {
    const reader = readers.reader('en');
    const { mia, says } = reader;
    await mia.says(says.clock);
    const used = new URL(doneOf(await mia.opensLink(linkOf(mia)))).searchParams.get('code') ?? '';
    await mia.says(says.clock);
    const link = linkOf(mia);
    for (const code of [used, 'rubbish', '']) {
      const state = stateOf(await authorizeUrlOf(link));
      const page = await mia.opensLink(`${readers.desk.app.url}/sign-in/done?${new URLSearchParams({ code, state })}`);
      await refuses(reader, page);
    }
    await worksAgain(reader, link);
  });

  const rubbish = ['', 'x', 'null', '%00', "'; drop table sign_in; --", '<script>alert(1)</script>', 'x'.repeat(5000)];

  test.each(['start', 'done'])('of nobody’s state (%s) is refused without asking Microsoft', async (where) => {
    const { desk } = readers;
    for (const state of rubbish) {
      const query = new URLSearchParams({ state, code: 'a-code-to-look-for', error_description: '<i>echo</i>' });
      for (const [language, heard] of Object.entries({
        'ru-RU,ru;q=0.9': 'ru',
        en: 'en',
        'de,ru;q=0.5': 'de',
        fr: 'en',
      })) {
        const answer = await fetch(`${desk.app.url}/sign-in/${where}?${query}`, {
          headers: { 'accept-language': language },
        });
        const html = await answer.text();
        expect(answer.status).toBe(403);
        expect(html).toContain(`<html lang="${heard}">`);
        for (const told of ['a-code-to-look-for', '<script>alert', '<i>echo</i>']) expect(html).not.toContain(told);
        if (state.length > 4) expect(html).not.toContain(state);
      }
    }
    expect(desk.entra.requests).toEqual([]);
  });
});

describe('Microsoft has trouble just then', () => {
  const troubles: Record<string, { how: EntraFailure; status: number }> = {
    'too many sign-ins': { how: { status: 429, headers: { 'retry-after': '60' } }, status: 503 },
    'an error on its side': { how: { status: 503 }, status: 503 },
    'a proxy’s page': { how: { status: 200, body: '<html>proxy</html>' }, status: 503 },
    'a broken connection': { how: { trouble: 'broken' }, status: 503 },
    'a bad secret of the bot': { how: { refusal: 'AADSTS7000215' }, status: 503 },
    'consent that is missing after all': { how: { refusal: 'AADSTS65001' }, status: 403 },
    'an answer that nobody expects': { how: { refusal: 'AADSTS50173' satisfies RefusalCode }, status: 403 },
  };

  test.each(Object.entries(troubles))(
    '%s: the page says so, and pressing again works',
    async (name, { how, status }) => {
      const { desk } = readers;
      await readers.both(async (reader) => {
        const { mia, says, words } = reader;
        await mia.says(says.clock);
        const link = linkOf(mia);
        desk.entra.fails({ ...how, grant: 'authorization_code', person: mia.account });
        const page = await mia.opensLink(link);
        await refuses(reader, page, status);
        expect(pageText(page)).toMatchSnapshot(`${words.language}, ${name}`);
        await worksAgain(reader, link);
      });
    },
  );

  const errors = {
    temporarily_unavailable: 503,
    server_error: 503,
    access_denied: 403,
    consent_required: 403,
    interaction_required: 403,
    'made-up': 403,
  };

  test.each(Object.entries(errors))('told in the address (%s): the page says so', async (error, status) => {
    const reader = readers.reader('en');
    const { mia, says } = reader;
    await mia.says(says.clock);
    const link = linkOf(mia);
    const state = new URL(link).searchParams.get('state') ?? '';
    const query = new URLSearchParams({ state, error, error_description: 'AADSTS00000: <script>look for me</script>' });
    const page = await mia.opensLink(`${readers.desk.app.url}/sign-in/done?${query}`);
    await refuses(reader, page, status);
    expect(page.html).not.toContain('look for me');
    expect(pageText(page)).toMatchSnapshot(error);
    await worksAgain(reader, link);
  });
});

describe('every page', () => {
  const teams =
    'https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://teams.microsoft.us https://*.teams.microsoft.us';
  const strict = {
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ${teams}`,
    'content-type': 'text/html; charset=utf-8',
    'cross-origin-opener-policy': 'unsafe-none',
    'permissions-policy':
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), clipboard-read=(), clipboard-write=(self)',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000',
    'x-content-type-options': 'nosniff',
  };

  function strictlySent(headers: Headers): void {
    const { server, location, ...sent } = Object.fromEntries(headers);
    for (const name of ['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding']) delete sent[name];
    expect(sent).toEqual(strict);
    expect(server ?? '').not.toMatch(/\d|restify|node/i);
  }

  test('is kept nowhere, shown inside Teams only, and tells nobody where it was', async () => {
    const { desk } = readers;
    const { mia, says } = readers.reader('en');
    await mia.says(says.clock);
    const away = await fetch(linkOf(mia), { redirect: 'manual' });
    expect(away.status).toBe(302);
    strictlySent(away.headers);
    const good = await mia.opensLink(linkOf(mia));
    strictlySent(good.headers);
    for (const url of [doneOf(good), linkOf(mia)]) strictlySent((await mia.opensLink(url)).headers);
    for (const path of ['start', 'done', 'done?admin_consent=True', 'personal', 'nothing-here', 'start?state=x']) {
      strictlySent((await fetch(`${desk.app.url}/sign-in/${path}`)).headers);
    }
  });

  test('speaks the language of the person’s Teams, whatever the browser prefers', async () => {
    await readers.both(async (reader) => {
      const { mia, says, words } = reader;
      await mia.says(says.clock);
      const page = await mia.opensLink(linkOf(mia));
      expect(page.html).toContain(`<html lang="${words.language}">`);
      const other = { headers: { 'accept-language': words.language === 'ru' ? 'en' : 'ru' } };
      const html = await (await fetch(doneOf(page), other)).text();
      expect(html).toContain(`<html lang="${words.language}">`);
      expect(html).toContain(words.say('page.used.title'));
    });
  });

  test('for everybody’s eyes leads to the personal chat, in the language of the browser', async () => {
    const { desk } = readers;
    for (const language of ['en', 'ru']) {
      const answer = await fetch(`${desk.app.url}/sign-in/personal`, { headers: { 'accept-language': language } });
      const html = await answer.text();
      expect(answer.status).toBe(200);
      expect(html).toContain(`users=28:${desk.entra.registration.clientId}`);
      expect(pageText({ html })).toMatchSnapshot(`${language}, for everybody’s eyes`);
    }
  });

  test.each(['POST', 'PUT', 'DELETE'])('is only ever read: %s is refused', async (method) => {
    const answer = await fetch(`${readers.desk.app.url}/sign-in/done?state=x&code=y`, { method });
    expect(answer.status).toBe(405);
    expect(readers.desk.entra.requests).toEqual([]);
  });
});
