import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { startPracticePage } from '../../bot/practice/page-server.ts';
import type { Card } from '../../cards/kit/types.ts';
import { type Loopback, openLoopback } from '../helpers/loopback.ts';

type Sent = Record<string, unknown>;
type Found = { title: string; value: string };

/** The practice page before a bot that only listens: what a form sends, and what a search asks. */
export type FormDesk = {
  /** Somebody who has this card in front of them; every press is answered with the other one. */
  opens(card: Card, answer?: Card, how?: BrowserContextOptions): Promise<{ page: Page; card: Locator }>;
  /** One card after the other in the same chat. */
  gets(page: Page, card: Card): Promise<Locator>;
  /** The data of the next press. */
  pressed(): Promise<Sent>;
  /** What was searched for so far. */
  searches: Sent[];
  close(): Promise<void>;
};

const usual = { viewport: { width: 1100, height: 900 }, locale: 'en-US', timezoneId: 'Europe/Berlin' };

export async function openFormDesk(browser: Browser, found: readonly Found[]): Promise<FormDesk> {
  const searches: Sent[] = [];
  const presses = queue<Sent>();
  let answer: Card | null = null;
  const bot = await openLoopback(async ({ body }) => {
    const { name, value } = JSON.parse(body) as { name?: string; value: Sent & { action: { data: Sent } } };
    if (name === 'application/search') {
      searches.push(value);
      return answered('application/vnd.microsoft.search.searchResponse', { results: found });
    }
    if (name !== 'adaptiveCard/action') return { status: 200 };
    presses.put(value.action.data);
    return answered('application/vnd.microsoft.card.adaptive', answer ?? {});
  });
  const served = await startPracticePage({ botUrl: bot.url, port: 0, log: { info() {} } });
  const gets: FormDesk['gets'] = async (page, card) => {
    const conversation = await page.getByTestId('conversation-personal').getAttribute('data-conversation-id');
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
    const sent = await page.request.post(`${served.url}/connector/v3/conversations/${conversation}/activities`, {
      data: { type: 'message', attachments },
    });
    const { id } = (await sent.json()) as { id: string };
    const drawn = page.locator(`[data-message-id="${id}"]`);
    await drawn.waitFor();
    return drawn;
  };
  return {
    searches,
    gets,
    pressed: presses.next,
    async opens(card, next, how) {
      answer = next ?? card;
      searches.length = 0;
      const context = await browser.newContext({ ...usual, ...how });
      const page = await context.newPage();
      await page.goto(served.url);
      return { page, card: await gets(page, card) };
    },
    close: () => closeAll([served, bot]),
  };
}

const answered = (type: string, value: object) => ({ status: 200, body: { statusCode: 200, type, value } });

async function closeAll(open: readonly Pick<Loopback, 'close'>[]): Promise<void> {
  for (const one of open) await one.close();
}

/** What came, in order; who asks early waits. */
function queue<T>() {
  const here: T[] = [];
  const waiting: ((one: T) => void)[] = [];
  return {
    put(one: T): void {
      const next = waiting.shift();
      if (next) next(one);
      else here.push(one);
    },
    next: (): Promise<T> => {
      const one = here.shift();
      return one === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(one);
    },
  };
}
