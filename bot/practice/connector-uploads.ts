import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, BadRequest } from './connector-http.ts';
import type { KeptFile } from './connector-types.ts';

/** More than the bot takes, so that it can say so itself. */
const largestFileBytes = 8 * 1024 * 1024;
/** A rehearsal needs no more; the oldest goes first. */
const mostFiles = 50;

/** An invented OneDrive, in memory: what people attach, and what they let the bot put there. */
export class Files {
  readonly #kept = new Map<string, { name: string; bytes: Buffer | null }>();
  readonly #baseUrl: () => string;

  constructor(baseUrl: () => string) {
    this.#baseUrl = baseUrl;
  }

  /** A file, or with null a place for one. */
  keep(name: string, bytes: Buffer | null): KeptFile {
    const id = randomUUID();
    this.#kept.set(id, { name, bytes });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostFiles && oldest !== undefined) this.#kept.delete(oldest);
    return { name, url: `${this.#baseUrl()}files/${id}` };
  }

  /** The file behind an address of ours, for somebody who attaches it. */
  at(url: string): KeptFile {
    const kept = this.#kept.get(url.split('/').at(-1) ?? '');
    if (!kept) throw new BadRequest('There is no such file.');
    return { name: kept.name, url };
  }

  /** `GET` and `PUT` of `…/files/<id>`: false when the address is another. */
  async answer(request: IncomingMessage, url: URL, response: ServerResponse): Promise<boolean> {
    const id = /^\/connector\/files\/([\w-]+)$/.exec(url.pathname)?.[1];
    if (id === undefined) return false;
    const kept = this.#kept.get(id);
    if (kept && request.method === 'PUT' && kept.bytes === null) {
      kept.bytes = await readBytes(request);
      answerJson(response, { status: 201, body: { id, name: kept.name, size: kept.bytes.length } });
    } else if (kept?.bytes && request.method === 'GET') sendFile(response, kept.name, kept.bytes);
    else answerJson(response, { status: 404, body: { error: { code: 'itemNotFound', message: 'There is no file.' } } });
    return true;
  }
}

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    parts.push(part as Buffer);
    size += (part as Buffer).length;
    if (size > largestFileBytes) throw new BadRequest('The file is too large for a rehearsal.');
  }
  return Buffer.concat(parts);
}

/** Always to be saved, never to be shown: a file may hold anything. */
function sendFile(response: ServerResponse, name: string, bytes: Buffer): void {
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': bytes.length,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(bytes);
}

export const extensionOf = (name: string): string => /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
