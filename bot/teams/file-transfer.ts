import type { FileTrouble } from '../commands/define.ts';
import type { HttpAnswer, HttpAsk, Log, Sender } from '../ports.ts';
import type { UploadInfo } from './activity.ts';
import { type FileAddresses, isFileAddress } from './file-address.ts';
import { textIn } from './file-text.ts';

export type FileParts = { send: Sender; addresses: FileAddresses; log: Log };

/** More names than any list that is worked on in a chat. */
const largestBytes = 1024 * 1024;

/** A turn has about 15 s (teams-platform 1.5), and Graph is to be asked in it too. */
const withinMs = 5_000;

export type Fetched = { kind: 'text'; text: string } | { kind: 'trouble'; why: FileTrouble };

/** What is in a person's file. Nothing of ours goes along: the address itself is the permission. */
export async function fetchFile(parts: FileParts, url: string): Promise<Fetched> {
  if (!isFileAddress(url, parts.addresses)) return { kind: 'trouble', why: 'address' };
  const headers = { accept: 'text/csv, text/plain, */*;q=0.5', 'accept-encoding': 'identity' };
  const answer = await transfer(parts, { method: 'GET', url, headers, bytesUpTo: largestBytes + 1 });
  if (answer?.status !== 200) return { kind: 'trouble', why: 'unreachable' };
  if (answer.body.length > largestBytes) return { kind: 'trouble', why: 'too-large' };
  const text = textIn(Buffer.from(answer.body, 'latin1'));
  return text === null ? { kind: 'trouble', why: 'not-text' } : { kind: 'text', text };
}

/** Puts a file where its reader wants it, in one piece; whether it is there now. */
export async function putFile(parts: FileParts, { uploadUrl: url }: UploadInfo, text: string): Promise<boolean> {
  if (!isFileAddress(url, parts.addresses)) {
    parts.log.warn({}, 'a file was to be put somewhere else than into OneDrive');
    return false;
  }
  const bytes = Buffer.byteLength(text);
  const range = `bytes 0-${bytes - 1}/${bytes}`;
  const headers = { 'content-type': 'application/octet-stream', 'content-range': range };
  const answer = await transfer(parts, { method: 'PUT', url, headers, body: text });
  return answer?.status === 200 || answer?.status === 201;
}

/** The address is a secret, so the log does not get it. */
async function transfer({ send, log }: FileParts, ask: HttpAsk): Promise<HttpAnswer | null> {
  const { method } = ask;
  try {
    const answer = await send({ ...ask, signal: AbortSignal.timeout(withinMs) });
    if (answer.status >= 300) log.warn({ method, status: answer.status }, 'a file was not handed over');
    return answer;
  } catch (error) {
    log.warn({ method, err: error }, 'a file was not handed over');
    return null;
  }
}
