import type { Place } from './description.ts';
import type { Asked } from './exchange.ts';
import { readJson } from './json.ts';
import type { Operation } from './operations.ts';
import type { Parts } from './parts.ts';
import { openQueries } from './query.ts';

/** What is wrong with a request, as sentences about it. */
export function openRequests(parts: Parts): (asked: Asked) => string[] {
  const complaintsAboutQuery = openQueries(parts);
  return (asked) => {
    const { method } = asked;
    const { path, query } = partsOf(asked.url);
    const found = parts.find(method, path);
    if (!found) return ['the description of Graph has no such path'];
    if ('otherMethods' in found) return [`only ${found.otherMethods.join(' and ')} is described there`];
    return [...complaintsAboutQuery(found, query), ...complaintsAboutBody(parts, found, asked)];
  };
}

export function partsOf(url: string): { path: string; query: URLSearchParams } {
  const [path = '', ...query] = url.split('?');
  return { path, query: new URLSearchParams(query.join('?')) };
}

function complaintsAboutBody(parts: Parts, operation: Operation, asked: Asked): string[] {
  const content = parts.description.within(operation.place, 'requestBody');
  if (!content) return asked.body === '' ? [] : ['it takes no body, and this one has'];
  if (asked.body === '') return content.node['required'] ? ['it needs a body'] : [];
  const read = readJson(asked);
  if ('complaint' in read) return [read.complaint];
  const schema = parts.description.within(content, 'content', 'application/json', 'schema');
  return schema ? complaintsAboutValue(parts, schema, read.value) : [];
}

function complaintsAboutValue({ check, look }: Parts, schema: Place, value: unknown): string[] {
  return [...check(schema, value), ...look(schema, value, { by: 'us', expanded: [] })];
}
