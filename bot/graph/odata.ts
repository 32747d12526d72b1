/** How OData spells an address, so that a text from outside can mean nothing but itself. */

/** A key as one segment of a path. An empty one would name the whole list, and dots would climb: in quotes they name nothing. */
export const key = (text: string): string =>
  encodeURIComponent(/^\.{0,2}$/.test(text) ? `'${text}'` : text.toWellFormed());

/** A text inside of `$filter`. */
export const literal = (text: string): string => `'${text.toWellFormed().replaceAll("'", "''")}'`;

type Options = { $select?: readonly string[]; $filter?: string | undefined; $expand?: string; $top?: number };

/** The end of an address. */
export function query({ $select, ...rest }: Options): string {
  const options = Object.entries({ $select: $select?.join(','), ...rest });
  const given = options.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${optionOf(value)}`]));
  return `?${given.join('&')}`;
}

/** A list's commas stay as they are: nothing is meant by them in a query. */
const optionOf = (value: string | number) => encodeURIComponent(value).replaceAll('%2C', ',');

/** Long pages have timed out on large tenants (graph-contract 4.1). */
const longestPage = 100;

/** How many rows to ask for at a time. */
export const pageFor = (most: number): number => Math.min(Math.max(1, most), longestPage);
