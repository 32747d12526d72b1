/** `npm run package`: the zip that a Teams administrator uploads, made from the settings; `-- 1.2.0` gives it another version. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commands } from '../bot/commands/index.ts';
import { environment } from '../bot/config.ts';
import { openLexicon, wordsLanguages } from '../cards/words/index.ts';
import { type PackageResult, packageFiles } from './package-files.ts';
import { readSettings } from './settings.ts';
import { zipped } from './zip.ts';

const [version = ownVersion()] = process.argv.slice(2);
const made = make();
if (made.kind === 'bad') {
  process.stderr.write(`There is no app package yet:\n${made.complaints.map((one) => `  - ${one}\n`).join('')}`);
  process.exitCode = 1;
} else sayNext(write(made.files));

function make(): PackageResult {
  const read = readSettings(environment());
  const badVersion = /^\d+\.\d+\.\d+$/.test(version) ? [] : [`the version ${version} must look like 1.2.0`];
  if (read.kind === 'bad') return { kind: 'bad', complaints: [...read.complaints, ...badVersion] };
  if (badVersion.length > 0) return { kind: 'bad', complaints: badVersion };
  const lexicon = openLexicon();
  const vocabularies = wordsLanguages.map((language) => lexicon(language, 'UTC'));
  return packageFiles({ settings: read.settings, version, commands, vocabularies });
}

function write(files: ReadonlyMap<string, Uint8Array>): string {
  const out = resolve('manifest/out');
  mkdirSync(out, { recursive: true });
  const file = join(out, `sync-desk-${version}.zip`);
  writeFileSync(file, zipped(files));
  return file;
}

function sayNext(file: string): void {
  process.stdout.write(`The app package: ${file}

It passed Microsoft's manifest schema and its localisation schema. Now, as a Teams administrator:
  1. Teams admin center (https://admin.teams.microsoft.com) > Teams apps > Manage apps > Actions > Upload new app: choose this file.
     An update goes to the app's own page > Upload file, and needs a higher version: npm run package -- <version>.
  2. Who may use it: the app's page > Users and groups, or Teams apps > Permission policies.
  3. In Teams: Apps > Built for your org > Sync Desk > Add. Then say "health": it tells what is still missing.
`);
}

function ownVersion(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}
