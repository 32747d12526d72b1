import type { Graph } from '../graph/client.ts';
import {
  type ExchangeConnector,
  listConnectors,
  nameOf,
  namesOf,
  readConnector,
} from '../graph/exchange-connectors.ts';
import { folded } from '../graph/texts.ts';
import { unique } from './devices.ts';

export { type ExchangeConnector, nameOf };

export const allConnectors: (graph: Graph) => Promise<ExchangeConnector[]> = listConnectors;

export const connectorsById = (graph: Graph, ids: readonly string[]): Promise<ExchangeConnector[]> =>
  Promise.all(ids.map((id) => readConnector(graph, id)));

/** Which connectors are meant, or what is still to be said. */
export type Meant =
  | { kind: 'found'; connectors: readonly ExchangeConnector[] }
  | { kind: 'which'; said: string; connectors: readonly ExchangeConnector[] }
  | { kind: 'no-such'; said: string }
  | { kind: 'none-named' };

/** What was said of connectors: names as typed. */
export type Said = { names: readonly string[]; all: boolean };

/** By name as devices are: the whole of one before a part of one, and never the first of several. Pure. */
export function meantAmong(connectors: readonly ExchangeConnector[], { names, all }: Said): Meant {
  if (all) return { kind: 'found', connectors };
  const [only] = connectors;
  if (names.length === 0) return only && connectors.length === 1 ? found([only]) : { kind: 'none-named' };
  const each = names.flatMap((said) => eachOf(connectors, said));
  const unclear = each.find(({ kind }) => kind !== 'found');
  return unclear ?? found(each.flatMap((one) => (one.kind === 'found' ? one.connectors : [])));
}

const found = (connectors: readonly ExchangeConnector[]): Meant => ({ kind: 'found', connectors: unique(connectors) });

/** Names without anything between them: as one name if there is such a one, else each for itself. */
function eachOf(connectors: readonly ExchangeConnector[], said: string): Meant[] {
  const whole = oneOf(connectors, said);
  const words = said.split(/\s+/);
  if (whole.kind !== 'no-such' || words.length === 1) return [whole];
  const each = words.map((word) => oneOf(connectors, word));
  return each.some(({ kind }) => kind === 'no-such') ? [whole] : each;
}

function oneOf(connectors: readonly ExchangeConnector[], said: string): Meant {
  const called = connectorsCalled(connectors, said);
  const [first, ...others] = called;
  if (!first) return { kind: 'no-such', said };
  return others.length === 0 ? found([first]) : { kind: 'which', said, connectors: called };
}

/** By the whole of a name, where a host's name may go without its domain; else by a part of one. */
export function connectorsCalled(connectors: readonly ExchangeConnector[], said: string): ExchangeConnector[] {
  const wanted = folded(said);
  if (wanted === '') return [];
  const exact = connectors.filter((one) => namesOf(one).some((name) => isWhole(folded(name), wanted)));
  if (exact.length > 0) return exact;
  return connectors.filter((one) => namesOf(one).some((name) => folded(name).includes(wanted)));
}

const isWhole = (name: string, wanted: string) => name === wanted || name.split('.')[0] === wanted;
