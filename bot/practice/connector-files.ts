import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createRequire, stripTypeScriptTypes } from 'node:module';

const packages = createRequire(import.meta.url);

/** Cards are data from a bot: nothing in them may run, and only pictures may come from elsewhere. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  ts: 'text/javascript; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

export async function sendPageFile(path: string, response: ServerResponse): Promise<void> {
  const file = fileFor(path);
  const content = file && (await readFile(file, 'utf8').catch(() => undefined));
  if (file === undefined || content === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' });
    response.end('There is nothing here.');
    return;
  }
  const extension = String(file).split('.').at(-1) ?? '';
  response.writeHead(200, {
    'content-type': types[extension] ?? 'text/plain',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(extension === 'ts' ? withoutTypes(content) : content);
}

/** Names without a dot or slash of their own, so that no path leads out of the folder. */
function fileFor(path: string): URL | string | undefined {
  if (path === '/') return new URL('./page/index.html', import.meta.url);
  if (path === '/adaptivecards.js') return packages.resolve('adaptivecards/dist/adaptivecards.min.js');
  const name = /^\/page\/([a-z-]+\.(?:ts|css|svg))$/.exec(path)?.[1];
  return name === undefined ? undefined : new URL(`./page/${name}`, import.meta.url);
}

/** Node warns that stripping types from a string may still change; a newcomer's first screen is not the place for it. */
function withoutTypes(source: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}
