/** Every card in every state on the narrowest phone, light and dark, and in languages that take more room or turn around. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { gallery } from '../../cards/gallery/index.ts';
import { galleryFiles } from '../../cards/gallery/page.ts';
import { pseudoWords } from '../../cards/gallery/pseudo.ts';
import { openLexicon, type Words, wordsLanguages } from '../../cards/words/index.ts';
import { openBrowser } from './chromium.ts';
import { hardToRead } from './looks.ts';

jest.setTimeout(180_000);

const folder = join(__dirname, '../../cards/gallery');
const lexicon = openLexicon();
const spoken = wordsLanguages.map((language) => [language, lexicon(language, 'Europe/Berlin')] as const);
const english = lexicon('en', 'Europe/Berlin');

let browser: Browser;
let out: string;
// Chromium may have to be installed first.
beforeAll(async () => {
  browser = await openBrowser();
  out = mkdtempSync(join(tmpdir(), 'sync-desk-gallery-'));
}, 600_000);
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser?.close();
  rmSync(out, { recursive: true, force: true });
});

/** Not of the cards: how many bytes each has. */
const onPhones = '.size { display: none !important; }';

async function opens(words: Words): Promise<Page> {
  copyFileSync(require.resolve('adaptivecards/dist/adaptivecards.min.js'), join(out, 'adaptivecards.min.js'));
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  const files = galleryFiles({ gallery, vocabularies: [words], text });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(out, name), content);
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  // Only the phone's width: what has room there has room anywhere.
  await page.goto(`file://${join(out, 'index.html')}?only=.narrow`, { timeout: 120_000 });
  await page.waitForSelector('body[data-drawn]', { timeout: 120_000 });
  await page.addStyleTag({ content: onPhones });
  return page;
}

/** Cards that are wider than they may be, and buttons whose title is cut off; each with its sample. */
const withoutRoom = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('article')].flatMap((article) =>
    [...article.querySelectorAll('.slot.narrow .card, .slot.narrow button')]
      .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
      .map((one) => article.id + ': ' + (one.matches('button') ? one.textContent : 'the card')))`);

describe.each([
  ...spoken,
  ['long', pseudoWords(english, 'long')] as const,
  ['right-to-left', pseudoWords(english, 'right-to-left')] as const,
])('every card (%s)', (_, words) => {
  test('has room at 320 px, and can be read on light and on dark', async () => {
    const page = await opens(words);
    expect(await withoutRoom(page)).toEqual([]);
    expect(await hardToRead(page)).toEqual([]);
  });
});
