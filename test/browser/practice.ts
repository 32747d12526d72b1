import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { openApp } from '../../bot/app.ts';
import { readConfig } from '../../bot/config.ts';
import { type PracticePage, startPracticePage } from '../../bot/practice/page-server.ts';
import { type Key, openLexicon, type Values, type WordsLanguage } from '../../cards/words/index.ts';
import { readyMemory } from '../helpers/ready.ts';
import { keepsPicture } from './pictures.ts';

/** Long enough for a slow machine that does other things too; nothing waits longer than it has to. */
const patienceMs = 60_000;

/** The bot in practice mode with its page: what `npm run try` starts. */
export type Practice = {
  /** Everybody's chats are empty again and the invented tenant is as new. */
  startsOver(): Promise<void>;
  /** Somebody opens the page in a browser of their own. */
  sits(how?: BrowserContextOptions): Promise<Seat>;
  /** In whose name Graph was asked to sync. */
  syncsAskedFor(): string[];
  /** What the bot logged as its own failure. */
  failures: string[];
  close(): Promise<void>;
};

export async function openPractice(browser: Browser): Promise<Practice> {
  const failures: string[] = [];
  const log = { debug() {}, info() {}, warn() {}, error: (details: object, message: string) => keep(details, message) };
  const keep = (details: object, message: string) => {
    failures.push(`${message} ${JSON.stringify(details, Object.getOwnPropertyNames)}`);
  };
  const app = await openApp(await practiceConfig(), log);
  const open = async () => ({ page: await startPracticePage({ botUrl: app.url, port: 0, log }), contexts: [] });
  let now: { page: PracticePage; contexts: BrowserContext[] } = await open();

  async function leave(): Promise<void> {
    await Promise.all(now.contexts.map((context) => context.close()));
    await now.page.close();
  }
  return {
    failures,
    async startsOver() {
      await leave();
      now = await open();
      await resetTenant(now.page);
    },
    async sits(how) {
      const context = await browser.newContext({ ...usual, ...how, baseURL: now.page.url });
      now.contexts.push(context);
      return sitDown(context);
    },
    syncsAskedFor: () => {
      const visits = app.tenant?.graph.visits() ?? [];
      return visits.filter(({ method }) => method === 'POST').map(({ person }) => person);
    },
    async close() {
      await leave();
      await app.close();
    },
  };
}

const usual = {
  viewport: { width: 1100, height: 900 },
  locale: 'en-US',
  timezoneId: 'Europe/Berlin',
  colorScheme: 'light',
  reducedMotion: 'reduce',
} as const;

async function practiceConfig() {
  const read = readConfig({ PORT: '0' }, 'practice');
  if (read.kind === 'bad') throw new Error(read.complaints.join('\n'));
  return { ...read.config, database: await readyMemory() };
}

/** Said by somebody who plays no part in the tests. */
async function resetTenant({ url }: PracticePage): Promise<void> {
  const person = 'Olga Petrova';
  const start = await fetch(`${url}/api/start?${new URLSearchParams({ person })}`);
  const { conversations } = (await start.json()) as { conversations: { id: string; type: string }[] };
  const conversation = conversations.find(({ type }) => type === 'personal')?.id;
  const saying = { person, conversation, language: 'en-US', timeZone: 'UTC', text: 'practice reset' };
  const said = await fetch(`${url}/api/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(saying),
  });
  if (!said.ok) throw new Error(`The practice page could not be told to start over: ${await said.text()}`);
}

/** Somebody in front of the page. */
export type Seat = {
  page: Page;
  /** The bot's messages in the open conversation. */
  answers: Locator;
  /** The last of the bot's messages that reads so, wherever it moves and whatever becomes of it. */
  card(pattern: string | RegExp): Promise<Locator>;
  says(text: string): Promise<void>;
  /** Says it and waits for a new answer. */
  asks(text: string): Promise<Locator>;
  becomes(person: string): Promise<void>;
  opens(conversation: 'personal' | 'groupChat' | 'channel'): Promise<void>;
  /** A card that the bot might send one day appears in the person's own chat. */
  getsCard(content: object): Promise<void>;
  /** Keeps what is to be seen, or all of one card, in `test/browser/pictures`. */
  picture(name: string): Promise<void>;
};

async function sitDown(context: BrowserContext): Promise<Seat> {
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  await page.goto('/');
  const seat = seatAt(page);
  await seat.answers.first().waitFor();
  return seat;
}

function seatAt(page: Page): Seat {
  const answers = page.locator('[data-from=bot]');
  const says: Seat['says'] = async (text) => {
    const box = page.getByTestId('compose');
    await box.fill(text);
    await box.press('Enter');
  };
  return {
    page,
    answers,
    says,
    card: async (pattern) => byId(page, answers.filter({ hasText: pattern }).last()),
    async asks(text) {
      const before = await answers.count();
      await says(text);
      await until(async () => (await answers.count()) > before, `an answer to "${text}"`);
      return byId(page, answers.last());
    },
    async becomes(person) {
      await page.getByTestId('person-switch').selectOption({ label: person });
      await answers.first().waitFor();
    },
    async opens(conversation) {
      await page.getByTestId(`conversation-${conversation}`).click();
      await answers.first().waitFor();
    },
    async getsCard(content) {
      const conversation = await page.getByTestId('conversation-personal').getAttribute('data-conversation-id');
      const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];
      const sent = await page.request.post(`/connector/v3/conversations/${conversation}/activities`, {
        data: { type: 'message', attachments },
      });
      if (!sent.ok()) throw new Error(`The connector refused the card: ${await sent.text()}`);
    },
    picture: (name) => keepsPicture(name, (path) => page.screenshot({ path })),
  };
}

const byId = async (page: Page, message: Locator) =>
  page.locator(`[data-message-id="${await message.getAttribute('data-message-id')}"]`);

/** What is to be seen of an element. */
export const seen = (element: Locator): Promise<string> =>
  element.evaluate(({ innerText }: { innerText: string }) => innerText);

/** Waits until an element reads so, and gives all of its text. */
export async function reads(element: Locator, pattern: RegExp | string): Promise<string> {
  let text = '(nothing there)';
  const fits = async () => {
    text = await seen(element);
    return typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);
  };
  await until(fits, () => `${pattern}. The last text was:\n${text}`);
  return text;
}

export async function until(holds: () => Promise<boolean>, what: string | (() => string)): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${typeof what === 'string' ? what : what()}`);
    await wait(50);
  }
}

export const press = (card: Locator, title: string | RegExp): Promise<void> =>
  card.getByRole('button', typeof title === 'string' ? { name: title, exact: true } : { name: title }).click();

const lexicon = openLexicon();

/** A word of the bot's, however it is worded now; several read as "one of them". */
export function word(...keys: Key[]): RegExp {
  return wordIn('en', ...keys);
}

export function wordIn(language: WordsLanguage, ...keys: Key[]): RegExp {
  const say = sayIn(language);
  return new RegExp(keys.map((key) => literally(say(key))).join('|'));
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export type Say = (key: Key, values?: Values) => string;
export const sayIn = (language: WordsLanguage): Say => lexicon(language, 'Europe/Berlin').say;

export const title = sayIn('en');
