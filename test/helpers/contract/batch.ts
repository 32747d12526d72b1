import { isNode, type Node } from './description.ts';
import type { Answered, Asked } from './exchange.ts';

/** Requests that travel together in a `$batch`, and what is wrong with them as a batch. */
export type Parcel = { parts: { id: string; asked: Asked }[]; complaints: string[] };

export const isBatch = (path: string) => path === '/$batch';

/** The requests in a batch whose body fits its schema (graph-contract 7.3). */
export function parcelOf(body: unknown): Parcel {
  const parts = listOf(body, 'requests').map((part) => ({ id: String(part['id']), asked: askedIn(part) }));
  const ids = parts.map(({ id }) => id.toLowerCase());
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const after = listOf(body, 'requests').flatMap((part) => (part['dependsOn'] ?? []) as string[]);
  const nobody = after.filter((id) => !ids.includes(id.toLowerCase()));
  return {
    parts,
    complaints: [
      ...twice.map((id) => `two of its requests have the id ${id}`),
      ...nobody.map((id) => `a request depends on ${id}, which is not in the batch`),
    ],
  };
}

/** The answers to a batch, by the ids of its requests. */
export function answersIn(body: unknown): Map<string, Answered> {
  return new Map(listOf(body, 'responses').map((part) => [String(part['id']).toLowerCase(), answeredIn(part)]));
}

function askedIn(part: Node): Asked {
  const body = part['body'] === undefined ? '' : JSON.stringify(part['body']);
  return { method: String(part['method']), url: String(part['url']), contentType: contentTypeOf(part), body };
}

function answeredIn(part: Node): Answered {
  const body = part['body'] === undefined || part['body'] === null ? '' : JSON.stringify(part['body']);
  return { status: Number(part['status']), contentType: contentTypeOf(part), body };
}

function contentTypeOf({ headers }: Node): string | null {
  const named = isNode(headers) ? Object.entries(headers) : [];
  const found = named.find(([name]) => name.toLowerCase() === 'content-type');
  return found ? String(found[1]) : null;
}

function listOf(body: unknown, key: string): Node[] {
  const list: unknown = isNode(body) ? body[key] : [];
  return Array.isArray(list) ? list.filter(isNode) : [];
}
