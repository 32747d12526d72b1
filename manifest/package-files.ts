import { readFileSync } from 'node:fs';
import { byLanguage, type Described, localisationFor, manifestFor } from './manifest.ts';
import { complaintsOfLocalisation, complaintsOfManifest } from './valid.ts';

export type PackageResult =
  | { kind: 'files'; files: ReadonlyMap<string, Uint8Array> }
  | { kind: 'bad'; complaints: readonly string[] };

const icons = ['color.png', 'outline.png'];

/** Every file of the package, or what the official schemas say against one. */
export function packageFiles(described: Described): PackageResult {
  const manifest = manifestFor(described);
  const [, ...others] = byLanguage(described.vocabularies);
  const languages = others.map((words) => [`${words.language}.json`, localisationFor(described, words)] as const);
  const complaints = [
    ...complaintsOfManifest(manifest).map((one) => `manifest.json ${one}`),
    ...languages.flatMap(([file, content]) => complaintsOfLocalisation(content).map((one) => `${file} ${one}`)),
  ];
  if (complaints.length > 0) return { kind: 'bad', complaints };
  const texts = [['manifest.json', manifest] as const, ...languages];
  const files = new Map([
    ...texts.map(([file, content]) => [file, Buffer.from(`${JSON.stringify(content, null, 2)}\n`)] as const),
    ...icons.map((file) => [file, readFileSync(new URL(`icons/${file}`, import.meta.url))] as const),
  ]);
  return { kind: 'files', files };
}
