import type { Description, Place } from './description.ts';
import { ratherThan } from './nearest.ts';
import type { Operation } from './operations.ts';
import type { Parts } from './parts.ts';

type Parameter = { name: string; required: boolean; schema: Place | null };

/** Looks at the names of a query and at their values, so that a misspelt property in `$select` is found too. */
export function openQueries({ description, check }: Pick<Parts, 'description' | 'check'>) {
  return ({ place }: Operation, query: URLSearchParams): string[] => {
    const known = queryParametersOf(description, place);
    const missing = known.filter(({ name, required }) => required && !query.has(name));
    return [
      ...[...query].flatMap(([name, value]) => complaintsAboutOne(name, value, known)),
      ...missing.map(({ name }) => `it needs \`${name}\` in its query`),
    ];
  };

  function complaintsAboutOne(name: string, value: string, known: Parameter[]): string[] {
    const parameter = known.find((each) => each.name === name);
    if (!parameter) {
      const names = known.map((each) => each.name);
      return [`it takes no \`${name}\` in its query${ratherThan(name, names)}`];
    }
    if (!parameter.schema) return [];
    const read = parameterValue(parameter.schema, value);
    return check(parameter.schema, read).map((sentence) => `in \`${name}\` ${sentence}`);
  }
}

function queryParametersOf(description: Description, operation: Place): Parameter[] {
  return description
    .childrenOf(operation, 'parameters')
    .filter(([, { node }]) => node['in'] === 'query')
    .map(([, place]) => ({
      name: String(place.node['name']),
      required: place.node['required'] === true,
      schema: description.within(place, 'schema'),
    }));
}

/** The text of a parameter as the value that its schema speaks of. */
function parameterValue({ node }: Place, text: string): unknown {
  if (node['type'] === 'array') return listed(text).map(withoutOptions);
  if (node['type'] === 'integer' && /^-?\d+$/.test(text)) return Number(text);
  if (node['type'] === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  return text;
}

/** What was asked for with `$expand`. */
export const expandedIn = (query: URLSearchParams): string[] =>
  query.getAll('$expand').flatMap(listed).map(withoutOptions);

/** `a,b($select=c,d)` is two. */
const listed = (text: string): string[] => text.match(/(?:[^,(]|\([^)]*\))+/g) ?? [];

/** What is asked of an expanded object is its own type's matter, which the description does not join to the name. */
const withoutOptions = (item: string): string => item.trim().replace(/\(.*\)$/, '');
