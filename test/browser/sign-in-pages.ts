import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { assetHeaders, pageHeaders } from '../../bot/pages/headers.ts';
import { openPageAssets } from '../../bot/pages/index.ts';
import type { PageRefusal } from '../../bot/views/refused-page.ts';
import { type SignInPage, signInPage } from '../../bot/views/sign-in-page.ts';
import { openLexicon, type WordsLanguage } from '../../cards/words/index.ts';
import { keepsPicture } from './pictures.ts';

const lexicon = openLexicon();

const why = <Why extends string>(name: Why) => ({ kind: 'refused', refusal: { why: name } }) as const;

/** Every page that somebody can be shown. */
export const signInPages = {
  done: { kind: 'done', code: 'c0de-of-a-sign-in' },
  consented: { kind: 'consented' },
  expired: why('expired'),
  used: why('used'),
  denied: why('denied'),
  'wrong-account': why('wrong-account'),
  unavailable: why('unavailable'),
  settings: why('settings'),
  other: { kind: 'refused', refusal: { why: 'other', reference: '3f9a1c07' } },
  'ask-administrator': {
    kind: 'refused',
    refusal: {
      why: 'ask-administrator',
      link: 'https://login.microsoftonline.com/7d2b3e1a-4c55-4f7a-9b0e-1f2e3d4c5b6a/v2.0/adminconsent?client_id=0f3c5b1e-2a4d-4c6e-8f10-9a8b7c6d5e4f&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&redirect_uri=https%3A%2F%2Fsync-desk.contoso.com%2Fsign-in%2Fdone',
      scopes: ['DeviceManagementServiceConfig.Read.All', 'DeviceManagementServiceConfig.ReadWrite.All'],
    },
  },
  'personal-chat': {
    kind: 'refused',
    refusal: {
      why: 'personal-chat',
      appId: '0f3c5b1e-2a4d-4c6e-8f10-9a8b7c6d5e4f',
      client: 'https://teams.microsoft.com',
    },
  },
} as const satisfies Record<PageRefusal['why'] | 'done' | 'consented', SignInPage>;

export type PageName = keyof typeof signInPages;

export type PageServer = { url: string; close(): Promise<void> };

/** The pages as the bot serves them: `/sign-in/<name>.<language>`. */
export async function servePages(): Promise<PageServer> {
  const assets = await openPageAssets();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const asset = assets.get(pathname);
    const [, name, language] = /^\/sign-in\/([a-z-]+)\.([a-z]{2})$/.exec(pathname) ?? [];
    if (asset) {
      response.writeHead(200, { ...assetHeaders, 'content-type': asset.type });
      response.end(asset.body);
    } else if (name && name in signInPages) {
      response.writeHead(200, pageHeaders);
      response.end(signInPage(signInPages[name as PageName], lexicon(language as WordsLanguage, 'UTC'), assets));
    } else {
      response.writeHead(404);
      response.end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** A browser window, and what its pages were kept from or complained about. */
export type Window = { context: BrowserContext; page: Page; complaints: string[] };

export async function openWindow(browser: Browser, how: BrowserContextOptions = {}): Promise<Window> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...how });
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  return { context, page: await context.newPage(), complaints };
}

/** What Teams' script asks of its maker when it is loaded, a list of hosts; our pages ask nobody, and it does without. */
export const isTeamsList = (complaint: string) => complaint.includes('res.cdn.office.net/teams-js/validDomains');

export const picture = (page: Page, name: string): Promise<void> =>
  keepsPicture(`sign-in-${name}`, (path) => page.screenshot({ path, fullPage: true }));

/** What was copied, pasted elsewhere: our pages may not read what somebody else has copied. */
export async function clipboardOf({ context }: Window): Promise<string> {
  await context.grantPermissions(['clipboard-read']);
  const page = await context.newPage();
  await page.route('https://elsewhere.example/', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto('https://elsewhere.example/');
  return page.evaluate<string>('navigator.clipboard.readText()');
}

export type Opener = {
  /** Where the opener says it is. */
  at: string;
  /** Whether it answers as Teams does. */
  answers: boolean;
};

export const teams: Opener = { at: 'https://teams.microsoft.com/v2/', answers: true };

/**
 * A page elsewhere opens ours in a window of its own, answers it as Teams would, and keeps what it is told. Nothing leaves this
 * machine: the browser is handed that page by the test.
 */
export async function openFrom({ context, page }: Window, opener: Opener, address: string): Promise<Page> {
  const body = '<!doctype html><title>Somewhere else</title>';
  await context.route(opener.at, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(opener.at);
  const opened = context.waitForEvent('page');
  await page.evaluate(`
    window.told = [];
    window.answer = () => {};
    const hello = ['authentication', 'web', '', '2.0.0'];
    addEventListener('message', ({ data: { id, uuidAsString, func, args }, source, origin }) => {
      told.push({ func, args });
      if (func !== 'initialize') return;
      answer = () => source.postMessage({ id, uuidAsString, args: hello }, origin);
      if (${opener.answers}) answer();
    });
    open(${JSON.stringify(address)}, 'sign-in', 'width=600,height=535');
    undefined;
  `);
  return opened;
}

/** An opener that was silent answers after all. */
export const answerLate = ({ page }: Window): Promise<void> => page.evaluate('answer()');

/** What a page of ours told its opener. */
export const told = ({ page }: Window): Promise<{ func: string; args: unknown[] }[]> => page.evaluate('told');
