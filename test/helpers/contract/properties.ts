import { type Description, isNode, type Node, type Place } from './description.ts';
import { ratherThan } from './nearest.ts';
import type { CheckValue } from './schemas.ts';

/** Who wrote the value, and what was asked for with `$expand`, which not every schema lists. */
export type Reading = { by: 'us' | 'graph'; expanded: readonly string[] };

type Known = { properties: Map<string, Place>; open: boolean };

/**
 * What a schema lets pass in silence: properties that it does not name, which are nearly always misspelt, properties
 * that only Graph sets, and values that do not fit the derived type that their `@odata.type` claims.
 */
export type LookAtProperties = (schema: Place, value: unknown, reading: Reading) => string[];

type Inside = { reading: Reading; path: readonly string[] };

export function openProperties(description: Description, check: CheckValue): LookAtProperties {
  function look(schema: Place, value: unknown, { reading, path }: Inside): string[] {
    if (Array.isArray(value)) {
      const items = description.within(schema, 'items');
      return items
        ? value.flatMap((item, index) => look(items, item, { reading, path: [...path, String(index)] }))
        : [];
    }
    if (!isNode(value)) return [];
    const derived = derivedFrom(value);
    const claims = derived ? check(derived, value).map((sentence) => within(path, sentence)) : [];
    const known = knownFor(derived ?? schema, value, reading);
    const named = Object.keys(value).flatMap((name) => lookAt(name, { known, value, reading, path }));
    return [...claims, ...named];
  }

  type At = Inside & { known: Known; value: Node };

  function lookAt(name: string, { known, value, reading, path }: At): string[] {
    const where = `\`${[...path, name].join('/')}\``;
    const property = known.properties.get(name);
    if (!property) {
      if (known.open || mayBeAdded(name, reading)) return [];
      return [`${where} is unknown${ratherThan(name, [...known.properties.keys()])}`];
    }
    if (reading.by === 'us' && property.node['readOnly']) return [`${where} is only for Graph to set`];
    return look(property, value[name], { reading, path: [...path, name] });
  }

  /** The type that a value claims to be; undefined where it claims none, or one that the description leaves out. */
  function derivedFrom(value: Node): Place | null {
    const claimed = value['@odata.type'];
    if (typeof claimed !== 'string') return null;
    return description.within(description.top, 'components', 'schemas', claimed.replace('#', ''));
  }

  function knownFor(schema: Place, value: Node, { by }: Reading): Known {
    const known = knownIn(schema);
    // A derived type that the description leaves out has properties that nobody here can know.
    const beyond = by === 'graph' && '@odata.type' in value && !derivedFrom(value);
    return { ...known, open: known.open || beyond };
  }

  const read = new Map<string, Known>();
  function knownIn(schema: Place): Known {
    const known = read.get(schema.pointer) ?? readKnown(schema);
    read.set(schema.pointer, known);
    return known;
  }

  function readKnown(schema: Place): Known {
    const own = description.childrenOf(schema, 'properties');
    const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => description.childrenOf(schema, key));
    const merged = parts.map(([, part]) => knownIn(part));
    const properties = new Map([...merged.flatMap((part) => [...part.properties]), ...own]);
    const open = Boolean(schema.node['additionalProperties']) || properties.size === 0;
    return { properties, open: open || merged.some((part) => part.open) };
  }

  return (schema, value, reading) => look(schema, value, { reading, path: [] });
}

/** Graph adds annotations of its own, `@odata.context` and the like, to any object. */
const mayBeAdded = (name: string, { by, expanded }: Reading) =>
  by === 'graph' && (/@odata\.\w+$/.test(name) || expanded.includes(name));

const within = (path: readonly string[], sentence: string) =>
  path.length === 0 ? sentence : `in \`${path.join('/')}\` ${sentence}`;
