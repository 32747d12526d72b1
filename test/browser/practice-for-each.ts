import type { Browser } from 'playwright-core';
import { openBrowser } from './chromium.ts';
import { openPractice, type Practice } from './practice.ts';

/** One browser and one practice desk for all tests of a file; each starts over, and in none may the bot itself fail. */
export function practiceForEach(): Pick<Practice, 'sits' | 'syncsAskedFor'> {
  let browser: Browser;
  let practice: Practice;
  // Chromium may have to be installed first.
  beforeAll(async () => {
    browser = await openBrowser();
    practice = await openPractice(browser);
  }, 600_000);
  afterAll(async () => {
    await practice?.close();
    await browser?.close();
  });
  beforeEach(() => practice.startsOver());
  afterEach(() => {
    expect(practice.failures.splice(0)).toEqual([]);
  });
  return { sits: (how) => practice.sits(how), syncsAskedFor: () => practice.syncsAskedFor() };
}
