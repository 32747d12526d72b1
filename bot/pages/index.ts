import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** A file that our pages load. */
export type PageAsset = {
  type: string;
  body: Buffer;
  /** Changes with the content; pages ask for `<path>?v=<version>`. */
  version: string;
};

const packages = createRequire(import.meta.url);

const script = 'text/javascript; charset=utf-8';

/** Teams' own script comes from us too: a page that signs somebody in loads nothing from anywhere else. */
const files = {
  '/sign-in/page.css': { type: 'text/css; charset=utf-8', file: new URL('page.css', import.meta.url) },
  '/sign-in/icon.svg': { type: 'image/svg+xml', file: new URL('icon.svg', import.meta.url) },
  '/sign-in/done.js': { type: script, file: new URL('done.js', import.meta.url) },
  '/sign-in/back.js': { type: script, file: new URL('back.js', import.meta.url) },
  '/sign-in/copy.js': { type: script, file: new URL('copy.js', import.meta.url) },
  '/sign-in/teams-js.js': {
    type: script,
    file: packages.resolve('@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js'),
  },
} as const;

/** By the path they are served under; read once, when the bot starts. */
export async function openPageAssets(): Promise<ReadonlyMap<string, PageAsset>> {
  const read = Object.entries(files).map(async ([path, { type, file }]) => {
    const body = await readFile(file);
    return [path, { type, body, version: versionOf(body) }] as const;
  });
  return new Map(await Promise.all(read));
}

const versionOf = (body: Buffer): string => createHash('sha256').update(body).digest('hex').slice(0, 8);
