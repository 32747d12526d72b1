import { unzipSync } from 'fflate';
import { commands } from '../../bot/commands/index.ts';
import { openLexicon, wordsLanguages } from '../../cards/words/index.ts';
import type { Described } from '../../manifest/manifest.ts';
import { packageFiles } from '../../manifest/package-files.ts';
import { type PackageSettings, readSettings } from '../../manifest/settings.ts';
import { zipped } from '../../manifest/zip.ts';

export const enough = {
  MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
  PUBLIC_URL: 'https://sync-desk.example.com',
  DEVELOPER_NAME: 'Contoso IT',
  WEBSITE_URL: 'https://contoso.example.com/sync-desk',
  PRIVACY_URL: 'https://contoso.example.com/privacy',
  TERMS_URL: 'https://contoso.example.com/terms',
};

export function settingsOf(env: Record<string, string | undefined>): PackageSettings {
  const read = readSettings(env);
  if (read.kind === 'bad') throw new Error(read.complaints.join('\n'));
  return read.settings;
}

const lexicon = openLexicon();
const vocabularies = wordsLanguages.map((language) => lexicon(language, 'UTC'));

export const described = (env: Record<string, string> = enough): Described => ({
  settings: settingsOf(env),
  version: '1.2.3',
  commands,
  vocabularies,
});

export function zipOf(from: Described): Uint8Array {
  const made = packageFiles(from);
  if (made.kind === 'bad') throw new Error(made.complaints.join('\n'));
  return zipped(made.files);
}

/** As somebody unpacks it. */
export function contentOf(zip: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(zip);
}

export const jsonIn = (content: Record<string, Uint8Array>, file: string) =>
  JSON.parse(Buffer.from(content[file] ?? []).toString('utf8'));
