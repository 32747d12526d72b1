import { z } from 'zod';

export type PagesWish<T> = {
  /** So many rows at most. */
  most: number;
  /** Asked of every row: some lists answer a filter they do not know with everything (graph-contract 0.4). */
  keep?: (row: T) => boolean;
};

/** `more`: the list goes on beyond what was read of it. */
export type Pages<T> = { rows: T[]; more: boolean };

/** A list so long that nobody would look through it; also the end of one that goes in circles. */
const mostPages = 50;

/** `url`: with the version segment. */
type Door = { url: string; get<P>(path: string, schema: z.ZodType<P>): Promise<P> };
type List<T> = { path: string; schema: z.ZodType<T> };

/** Reads a list page by page, as the service says where it goes on. */
export async function readPages<T>(
  { url, get }: Door,
  { path, schema }: List<T>,
  { most, keep = () => true }: PagesWish<T>,
): Promise<Pages<T>> {
  const page = z.object({ value: z.array(schema), '@odata.nextLink': nextOf(url) });
  const rows: T[] = [];
  let next: string | null = path;
  for (let read = 0; next !== null && read < mostPages && rows.length < most; read += 1) {
    const { value, '@odata.nextLink': link }: z.infer<typeof page> = await get(next, page);
    rows.push(...value.filter(keep));
    next = link;
  }
  return { rows: rows.slice(0, most), more: next !== null || rows.length > most };
}

const nextOf = (url: string) =>
  z
    .string()
    .nullish()
    .refine((link) => typeof link !== 'string' || pathIn(link, url) !== null, 'leads elsewhere')
    .transform((link) => (typeof link === 'string' ? pathIn(link, url) : null));

/** Below our own address; null for whatever leads elsewhere: a person's token goes to one host and version only. */
function pathIn(link: string, url: string): string | null {
  if (!URL.canParse(link)) return null;
  const [base, to] = [new URL(`${url.replace(/\/$/, '')}/`), new URL(link)];
  const isOurs = to.origin === base.origin && to.username === '' && to.pathname.startsWith(base.pathname);
  // A dot or slash in disguise might be undone on the way.
  return isOurs && !/%(2e|2f|5c)/i.test(to.pathname) ? to.pathname.slice(base.pathname.length - 1) + to.search : null;
}
