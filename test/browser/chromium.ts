import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium's engine alone, without tabs, profiles and extensions around it: a person who sits down costs a fifth. */
const shell = '/usr/bin/chromium-headless-shell';

/** One browser for all tests of a file. */
export async function openBrowser(): Promise<Browser> {
  return launch(process.env['CHROMIUM'] === undefined && existsSync(shell) ? shell : chromiumPath());
}

/** The one that people have, for what the engine alone cannot: the clipboard. */
export async function openWholeBrowser(): Promise<Browser> {
  return launch(chromiumPath());
}

const launch = (executablePath: string) => chromium.launch({ executablePath, args, timeout: 60_000 });

function chromiumPath(): string {
  const path = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  if (existsSync(path)) return path;
  if (process.env['CHROMIUM'] === undefined) install();
  if (existsSync(path)) return path;
  throw new Error(
    `These tests need Chromium. There is none at ${path} and it could not be installed with "apt-get install -y chromium": install it, or name yours in the environment variable CHROMIUM.`,
  );
}

function install(): void {
  const apt = (...words: string[]) => spawnSync('/usr/bin/apt-get', words, { stdio: 'ignore', timeout: 240_000 });
  if (apt('install', '-y', 'chromium').status === 0) return;
  // A fresh machine knows no packages before its first update.
  apt('update');
  apt('install', '-y', 'chromium');
}
