import type { Graph } from '../graph/client.ts';
import {
  type ExchangeConnector,
  listConnectors,
  nameOf,
  namesOf,
  readConnector,
} from '../graph/exchange-connectors.ts';
import { isGone } from '../graph/gone.ts';
import { folded } from '../graph/texts.ts';
import { unique } from './devices.ts';

export { type ExchangeConnector, nameOf };

export const allConnectors: (graph: Graph) => Promise<ExchangeConnector[]> = listConnectors;

/** Those of them that are still there. Where none is left, or one could not be read, Graph's refusal is the answer. */
export async function connectorsById(graph: Graph, ids: readonly string[]): Promise<Remaining> {
  const reads = await Promise.allSettled(ids.map((id) => readConnector(graph, id)));
  const connectors = reads.flatMap((read) => (read.status === 'fulfilled' ? [read.value] : []));
  const missed = reads.filter((read) => read.status === 'rejected').map(({ reason }): unknown => reason);
  const fatal = connectors.length === 0 ? missed : missed.filter((reason) => !isGone(reason));
  if (fatal.length > 0) throw fatal[0];
  return { connectors, gone: ids.filter((_, index) => reads[index]?.status === 'rejected') };
}

/** `gone`: the ids of those that are not there any more. */
export type Remaining = { connectors: ExchangeConnector[]; gone: string[] };

/** Which connectors are meant, or what is still to be said. */
export type Meant =
  | { kind: 'found'; connectors: readonly ExchangeConnector[] }
  | ({ kind: 'which'; said: string } & Called)
  | { kind: 'no-such'; said: string }
  | { kind: 'none-named' };

/** `near`: none is called so, these are called nearly so. */
export type Called = { match: 'exact' | 'near'; connectors: readonly ExchangeConnector[] };

/** What was said of connectors: names as typed. */
export type Said = { names: readonly string[]; all: boolean };

/** By name as devices are: only the whole of one is taken, and never the first of several. Pure. */
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
  const [first, ...others] = called.connectors;
  if (!first) return { kind: 'no-such', said };
  return called.match === 'exact' && others.length === 0 ? found([first]) : { kind: 'which', said, ...called };
}

/** By the whole of a name or id, where a host's name may go without its domain; else by a part of a name. */
export function connectorsCalled(connectors: readonly ExchangeConnector[], said: string): Called {
  const wanted = folded(said);
  if (wanted === '') return { match: 'exact', connectors: [] };
  const exact = connectors.filter((one) => namesOf(one).some((name) => isWhole(folded(name), wanted)));
  if (exact.length > 0) return { match: 'exact', connectors: exact };
  const near = connectors.filter((one) => givenNamesOf(one).some((name) => folded(name).includes(wanted)));
  return { match: 'near', connectors: near };
}

/** Without the id: nobody says a part of one. */
const givenNamesOf = (one: ExchangeConnector) => namesOf(one).filter((name) => name !== one.id);

const isWhole = (name: string, wanted: string) => name === wanted || name.split('.')[0] === wanted;
