import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type Key, openLexicon, wordsLanguages } from '../../cards/words/index.ts';
import { openBrowser, openWholeBrowser } from './chromium.ts';
import { cutRing, focused, hardToPress, hardToRead, sideways } from './looks.ts';
import { reads, seen, until } from './practice.ts';
import {
  answerLate,
  clipboardOf,
  isTeamsList,
  openFrom,
  openWindow,
  type PageName,
  type PageServer,
  picture,
  servePages,
  signInPages,
  teams,
  told,
  type Window,
} from './sign-in-pages.ts';

jest.setTimeout(120_000);

const names = Object.keys(signInPages) as PageName[];
const lexicon = openLexicon();
const say = (key: Key) => lexicon('en', 'UTC').say(key);

let browser: Browser;
let whole: Browser | undefined;
let server: PageServer;
const windows: Window[] = [];
// Chromium may have to be installed first.
beforeAll(async () => {
  browser = await openBrowser();
  server = await servePages();
}, 600_000);
afterAll(async () => {
  await server?.close();
  await browser?.close();
  await whole?.close();
});
afterEach(async () => {
  const complaints = windows.flatMap((window) => window.complaints).filter((complaint) => !isTeamsList(complaint));
  await Promise.all(windows.splice(0).map(({ context }) => context.close()));
  expect(complaints).toEqual([]);
});

async function opens(how: BrowserContextOptions = {}): Promise<Window> {
  const window = await openWindow(browser, how);
  windows.push(window);
  return window;
}

const addressOf = (name: PageName, language = 'en') => `${server.url}/sign-in/${name}.${language}`;
const main = (page: Page) => page.locator('main');
const closed = (page: Page) => until(async () => page.isClosed(), 'the window to close');

const looks = wordsLanguages.flatMap((language) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    [320, 900].map((width) => ({ language, colorScheme, width }) as const),
  ),
);

test.each(looks)('everybody can read every page: $language, $colorScheme, $width px', async (look) => {
  const { language, colorScheme, width } = look;
  const { page } = await opens({ colorScheme, viewport: { width, height: 600 } });
  for (const name of names) {
    await page.goto(addressOf(name, language));
    // The scripts have found that Teams is not there.
    await page.waitForFunction("!document.querySelector('#back, meta[name=sign-in-code]')");
    const found = {
      sideways: await sideways(page),
      hardToRead: await hardToRead(page),
      hardToPress: await hardToPress(main(page)),
      lang: await page.locator('html').getAttribute('lang'),
      headings: await page.locator('h1').count(),
    };
    const good = { sideways: [], hardToRead: [], hardToPress: [], lang: language, headings: 1 };
    expect({ name, ...found }).toEqual({ name, ...good });
    await picture(page, `${name}-${language}-${colorScheme}-${width}`);
  }
});

describe('a sign-in that went well', () => {
  test('Teams is handed the code, once, and closes the window', async () => {
    const window = await opens();
    const popup = await openFrom(window, teams, `${addressOf('done')}?code=of-microsoft&state=secret`);
    await until(async () => (await told(window)).length > 1, 'the code');
    await closed(popup);
    const [hello, ...rest] = await told(window);
    expect(hello?.func).toBe('initialize');
    expect(JSON.stringify(hello)).not.toContain(signInPages.done.code);
    expect(rest).toEqual([{ func: 'authentication.authenticate.success', args: [signInPages.done.code] }]);
  });

  test('any other site that opened the window gets a greeting and no code', async () => {
    const window = await opens();
    const evil = { at: 'https://teams.microsoft.com.evil.example/', answers: true };
    const popup = await openFrom(window, evil, addressOf('done'));
    await reads(main(popup), say('page.unconnected.title'));
    expect((await told(window)).map(({ func }) => func)).toEqual(['initialize']);
  });

  test('opened by hand it says at once that Teams is not there, and what to do', async () => {
    const { page } = await opens();
    await page.goto(`${addressOf('done')}?code=of-microsoft&state=secret`);
    await reads(main(page), say('page.unconnected.next'));
    expect(await page.title()).toContain(say('page.unconnected.title'));
    expect(await page.content()).not.toContain(signInPages.done.code);
    expect(page.url()).toBe(addressOf('done'));
    await picture(page, 'unconnected');
  });

  test('a Teams that is silent is not waited for, and one that answers late still gets the code', async () => {
    const window = await opens();
    const popup = await openFrom(window, { ...teams, answers: false }, addressOf('done'));
    await reads(main(popup), say('page.handing-over.said'));
    await picture(popup, 'handing-over');
    await reads(main(popup), say('page.unconnected.next'));
    // Teams' script closes the window a moment later; here it is still to be looked at.
    await popup.evaluate('window.close = () => {}');
    await answerLate(window);
    await reads(main(popup), say('page.handed-over.said'));
    await picture(popup, 'handed-over');
    await until(async () => (await told(window)).length > 1, 'the code');
    expect((await told(window)).at(-1)?.args).toEqual([signInPages.done.code]);
  });

  test('without scripts nothing claims that it went well', async () => {
    const { page } = await opens({ javaScriptEnabled: false });
    await page.goto(addressOf('done'));
    expect(await seen(main(page))).toContain(say('page.unconnected.next'));
    expect(await seen(main(page))).not.toContain(say('page.handing-over.said'));
  });
});

describe('a sign-in that was refused', () => {
  const back = (page: Page) => page.getByRole('button', { name: say('page.back') });

  test('the page stays until it was read; “Back to Teams” closes it, as Teams knows it', async () => {
    const window = await opens();
    const popup = await openFrom(window, teams, addressOf('wrong-account'));
    await back(popup).waitFor();
    await picture(popup, 'wrong-account-in-teams');
    expect((await told(window)).map(({ func }) => func)).toEqual(['initialize']);
    await back(popup).click();
    await closed(popup);
    expect((await told(window)).at(-1)).toEqual({
      func: 'authentication.authenticate.failure',
      args: ['CancelledByUser'],
    });
  });

  test('outside Teams nothing offers to lead back there', async () => {
    const { page } = await opens();
    await page.goto(addressOf('expired'));
    await until(async () => (await page.locator('#back').count()) === 0, 'the button to go');
    expect(await seen(main(page))).toContain(say('page.close'));
  });

  test('the keyboard reaches everything, in the order of the page, and shows where it is', async () => {
    const window = await opens({ viewport: { width: 600, height: 900 } });
    const popup = await openFrom(window, teams, addressOf('ask-administrator'));
    await back(popup).waitFor();
    const order: string[] = [];
    for (let step = 0; step < 3; step += 1) {
      await popup.keyboard.press('Tab');
      order.push(await focused(popup));
      expect(await cutRing(popup)).toEqual([]);
      const ring: string = await popup.evaluate('getComputedStyle(document.activeElement).outlineStyle');
      expect(ring).toBe('solid');
    }
    await picture(popup, 'ask-administrator-in-teams');
    expect(order).toEqual([say('page.administrator.copy'), say('page.administrator.link'), say('page.back')]);
    expect(await hardToPress(main(popup))).toEqual([]);
    await popup.keyboard.press('Enter');
    await closed(popup);
  });

  test('the text for the administrator is copied whole', async () => {
    whole = await openWholeBrowser();
    const window = await openWindow(whole);
    windows.push(window);
    const { page } = window;
    await page.goto(addressOf('ask-administrator'));
    await page.getByRole('button', { name: say('page.administrator.copy') }).click();
    await reads(page.locator('#copied'), say('page.administrator.copied'));
    const copied = await clipboardOf(window);
    const { refusal } = signInPages['ask-administrator'];
    for (const part of [...refusal.scopes, refusal.link]) expect(copied).toContain(part);
  });

  test('where the browser does not copy, the text is selected and says so', async () => {
    const { page } = await opens();
    await page.addInitScript('delete Navigator.prototype.clipboard');
    await page.goto(addressOf('ask-administrator'));
    await page.getByRole('button', { name: say('page.administrator.copy') }).click();
    await reads(page.locator('#copied'), say('page.administrator.failed'));
    const selected: string = await page.evaluate('getSelection().toString()');
    expect(selected).toContain(signInPages['ask-administrator'].refusal.link);
    await picture(page, 'copy-by-hand');
  });
});
