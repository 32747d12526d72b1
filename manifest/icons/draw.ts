/** `node manifest/icons/draw.ts`: the icons from their drawings, with Debian's Chromium. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';

/** As Teams wants them (teams-platform 5). */
const sizes = { color: 192, outline: 32 } as const;

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const name of ['color', 'outline'] as const) await draw(page, name);
await browser.close();

async function draw(on: Page, name: keyof typeof sizes): Promise<void> {
  const size = sizes[name];
  const drawing = readFileSync(new URL(`${name}.svg`, import.meta.url), 'utf8');
  await on.setViewportSize({ width: size, height: size });
  await on.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
  await on.screenshot({ path: fileURLToPath(new URL(`${name}.png`, import.meta.url)), omitBackground: true });
}
