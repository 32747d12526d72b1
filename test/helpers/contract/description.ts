import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import * as beside from './beside.ts';

/** Where the description of Graph usually lies, seen from the project; `GRAPH_CONTRACT` names another place. */
const usualPlace = '../shared/reference/graph-beta-intune.openapi.yaml';
const project = join(import.meta.dirname, '../../..');

/** What is said where there is no description. */
export const notChecked = `Requests and answers are not compared with the description of Graph: there is no ${usualPlace}, and GRAPH_CONTRACT names no other.`;

/** The description's file, or null where nobody has put one. */
export function descriptionFile(): string | null {
  const named = process.env['GRAPH_CONTRACT'];
  const file = resolve(project, named || usualPlace);
  if (existsSync(file)) return file;
  if (named) throw new Error(`GRAPH_CONTRACT names ${named}, and there is no such file.`);
  return null;
}

export type Node = { readonly [key: string]: unknown };

/** A node of the description and its address there, as Ajv writes it. */
export type Place = { pointer: string; node: Node };

export type Description = {
  root: Node;
  /** The node that is reached by these keys; references are followed. Null where there is none. */
  within(place: Place, ...keys: string[]): Place | null;
  /** Every child of a node, by key. */
  childrenOf(place: Place, ...keys: string[]): [key: string, place: Place][];
  top: Place;
};

export const readDescription = (file: string): Description =>
  openDescription(withBeside(parse(readFileSync(file, 'utf8'))));

const withBeside = (root: Described): Described => ({
  ...root,
  paths: { ...root.paths, ...beside.paths },
  components: { ...root.components, schemas: { ...root.components.schemas, ...beside.schemas } },
});

type Described = Node & { paths: Node; components: Node & { schemas: Node } };

export function openDescription(root: Node): Description {
  const top: Place = { pointer: '#', node: root };

  const within: Description['within'] = (place, ...keys) => {
    let here: Place | null = followed(place);
    for (const key of keys) {
      const child: unknown = here?.node[key];
      here = here && isNode(child) ? followed({ pointer: `${here.pointer}/${escaped(key)}`, node: child }) : null;
    }
    return here;
  };

  function followed(place: Place): Place {
    const reference = place.node['$ref'];
    if (typeof reference !== 'string') return place;
    const found = within(top, ...reference.split('/').slice(1).map(unescaped));
    if (!found) throw new Error(`The description of Graph refers to ${reference}, which it does not have.`);
    return found;
  }

  const childrenOf: Description['childrenOf'] = (place, ...keys) => {
    const parent = within(place, ...keys);
    return Object.keys(parent?.node ?? {}).flatMap((key) => {
      const child = parent && within(parent, key);
      return child ? [[key, child] as [string, Place]] : [];
    });
  };

  return { root, top, within, childrenOf };
}

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** A key as part of a JSON pointer in a URI fragment, and back. */
const escaped = (key: string) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
const unescaped = (part: string) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
