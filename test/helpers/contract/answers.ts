import type { Place } from './description.ts';
import type { Answered, Asked } from './exchange.ts';
import { readJson } from './json.ts';
import type { Parts } from './parts.ts';
import { expandedIn } from './query.ts';
import { partsOf } from './requests.ts';

/** What is wrong with an answer, as sentences about it. */
export function openAnswers(parts: Parts): (asked: Asked, answered: Answered) => string[] {
  const { description, check, look } = parts;
  return (asked, answered) => {
    const { path, query } = partsOf(asked.url);
    const response = responseTo(parts, { method: asked.method, path, status: answered.status });
    if (response === 'nothing to compare with') return [];
    if (!response) return [`no such answer to it is described`];
    const schema = description.within(response, 'content', 'application/json', 'schema');
    if (!schema) return answered.body === '' ? [] : ['it has a body, and none is described'];
    const read = readJson(answered);
    if ('complaint' in read) return [read.complaint];
    const { value } = read;
    return [...check(schema, value), ...look(schema, value, { by: 'graph', expanded: expandedIn(query) })];
  };
}

type To = { method: string; path: string; status: number };

/** `default` is described as "any other error", so it is no excuse for a success that nobody has described. */
function responseTo(
  { description, find }: Parts,
  { method, path, status }: To,
): Place | null | 'nothing to compare with' {
  const found = find(method, path);
  const isError = status >= 400;
  if (!found || 'otherMethods' in found) {
    return isError
      ? description.within(description.top, 'components', 'responses', 'error')
      : 'nothing to compare with';
  }
  const described = (key: string) => description.within(found.place, 'responses', key);
  return described(String(status)) ?? (isError ? described('default') : null);
}
