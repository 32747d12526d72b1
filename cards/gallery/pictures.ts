import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { wordsLanguages } from '../words/index.ts';
import type { GalleryCard } from './sample.ts';

const executablePath = '/usr/bin/chromium';
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Some thousand cards take a busy machine longer than a browser waits by itself. */
const patienceMs = 5 * 60_000;

const themes = ['light', 'dark'];
const sizes = ['wide', 'narrow'];

/** One picture for each card, theme, language and width, with all its states; the answer is how many. */
export async function takePictures(out: URL, gallery: readonly GalleryCard[]): Promise<number> {
  const browser = await chromium.launch({ executablePath, args, headless: true });
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    page.setDefaultTimeout(patienceMs);
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.goto(new URL('index.html', out).href);
    await page.waitForSelector('body[data-drawn]');
    let taken = 0;
    for (const kind of kinds()) {
      const style = await page.addStyleTag({ content: onlyThese(kind) });
      for (const { name } of gallery) {
        const path = fileURLToPath(new URL(`${[name, ...kind].join('.')}.png`, out));
        await page.locator(`section#${name}`).screenshot({ path });
        taken += 1;
      }
      await style.evaluate((element) => (element as unknown as { remove(): void }).remove());
    }
    return taken;
  } finally {
    await browser.close();
  }
}

type Kind = [theme: string, language: string, size: string];

const kinds = (): Kind[] =>
  themes.flatMap((theme) => wordsLanguages.flatMap((language) => sizes.map((size): Kind => [theme, language, size])));

/** The states side by side, everything else hidden. */
const onlyThese = ([theme, language, size]: Kind) => `
  pre, .size, .language:not(.${language}), .slot:not(.${theme}), .slot:not(.${size}) { display: none; }
  section { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 16px; }
  section > h2, section > p { width: 100%; margin: 0; }
  article { margin: 0; border: 0; width: ${size === 'wide' ? 476 : 336}px; }`;
