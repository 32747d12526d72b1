import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
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
    let taken = 0;
    for (const kind of kinds()) taken += await picturesOfKind(page, { out, gallery, kind });
    return taken;
  } finally {
    await browser.close();
  }
}

type Kind = [theme: string, language: string, size: string];

const kinds = (): Kind[] =>
  themes.flatMap((theme) => wordsLanguages.flatMap((language) => sizes.map((size): Kind => [theme, language, size])));

type Kinds = { out: URL; gallery: readonly GalleryCard[]; kind: Kind };

/** One card at a time is on the page: laying out all of them for each picture takes seconds. */
async function picturesOfKind(page: Page, { out, gallery, kind }: Kinds): Promise<number> {
  const [theme, language, size] = kind;
  const address = new URL('index.html', out);
  address.searchParams.set('only', `.${language} .${theme}.${size}`);
  await page.goto(address.href);
  await page.waitForSelector('body[data-drawn]');
  await page.addStyleTag({ content: onlyThese(kind) });
  for (const { name } of gallery) {
    const alone = await page.addStyleTag({ content: `section:not(#${name}) { display: none !important; }` });
    const path = fileURLToPath(new URL(`${[name, ...kind].join('.')}.png`, out));
    await page.screenshot({ path, fullPage: true });
    await alone.evaluate((element) => (element as unknown as { remove(): void }).remove());
  }
  return gallery.length;
}

/** The states side by side, everything else hidden. */
const onlyThese = ([theme, language, size]: Kind) => `
  nav, h1, pre, .size, .language:not(.${language}), .slot:not(.${theme}), .slot:not(.${size}) { display: none; }
  section { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 16px; }
  section > h2, section > p { width: 100%; margin: 0; }
  article { margin: 0; border: 0; width: ${size === 'wide' ? 476 : 336}px; }`;
