import { type Asked, fine, refused, type Told } from './graph-asked.ts';
import type { Route, Routed } from './graph-router.ts';

export type Row = Record<string, unknown>;

/** What a list is made of; rows are drawn for one page only. */
export type List<T> = { things: readonly T[]; rowOf: (thing: T) => Row };

/** Page size and ceiling of Intune's lists (graph-contract 4.1). */
const largestPage = 1000;

export function listTold<T>(asked: Asked, { things, rowOf }: List<T>): Told {
  const { query } = asked;
  const [top, skip] = [wholeIn(query.get('$top'), largestPage), wholeIn(query.get('$skip'), 0)];
  if (top === null || skip === null) return refused(400);
  const from = tokenIn(query.get('$skiptoken')) ?? skip;
  const size = Math.min(top, largestPage);
  const to = from + size;
  return fine({
    ...contextOf(asked),
    ...(query.get('$count') === 'true' ? { '@odata.count': things.length } : {}),
    ...(size > 0 && to < things.length ? { '@odata.nextLink': nextLink(asked, to) } : {}),
    value: things.slice(from, to).map((thing) => selected(rowOf(thing), query)),
  });
}

export const contextOf = ({ base, path }: Asked): Row => ({ '@odata.context': `${base}/$metadata#${path.slice(1)}` });

/** A list that stands under one address; null where its parent is not there. */
export const getList = <T>(template: string, list: (routed: Routed) => List<T> | null): Route => ({
  method: 'GET',
  template,
  answer(routed) {
    const found = list(routed);
    return found ? listTold(routed, found) : refused(404);
  },
});

/** Only what was asked for, expanded things and type annotations included. */
export function selected(row: Row, query: URLSearchParams): Row {
  const names = query.get('$select')?.split(',');
  if (!names) return row;
  const wanted = new Set([...names.map((name) => name.trim()), ...expandedIn(query)]);
  return Object.fromEntries(Object.entries(row).filter(([name]) => wanted.has(name) || name.startsWith('@odata.')));
}

const expandedIn = (query: URLSearchParams): string[] =>
  (query.get('$expand') ?? '').replaceAll(/\([^)]*\)/g, '').split(',');

function nextLink({ base, path, query }: Asked, to: number): string {
  const next = new URLSearchParams(query);
  next.delete('$skip');
  next.set('$skiptoken', `from-${to}`);
  return `${base}${path}?${next}`;
}

function tokenIn(token: string | null): number | null {
  const at = /^from-(\d+)$/.exec(token ?? '')?.[1];
  return at === undefined ? null : Number(at);
}

function wholeIn(text: string | null, otherwise: number): number | null {
  if (text === null) return otherwise;
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
