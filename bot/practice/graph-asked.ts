import type { PracticeAnswer } from '../ports.ts';

/** One request to the invented Graph, whether it came alone or in a batch. */
export type Asked = {
  method: string;
  /** Below the version segment, as it was sent: keys still percent-encoded. */
  path: string;
  query: URLSearchParams;
  /** Parsed JSON; null where there was none, undefined where it was no JSON. */
  body: unknown;
  person: string;
  at: Date;
  clientRequestId: string;
  /** Where the Graph is reached, for links back to it. */
  base: string;
};

/** What is answered; without a `body` an error gets the usual one of its status. */
export type Told = Pick<PracticeAnswer, 'status' | 'retryAfter' | 'flavour'> & { body?: unknown };

export const fine = (body: unknown): Told => ({ status: 200, retryAfter: null, flavour: null, body });
export const taken: Told = { status: 204, retryAfter: null, flavour: null };
export const refused = (status: number, flavour: string | null = null): Told => ({
  status,
  retryAfter: null,
  flavour,
});

export const isFine = ({ status }: Pick<PracticeAnswer, 'status'>): boolean =>
  typeof status === 'number' && status < 300;

/** What comes of a write for which an answer was rehearsed: refused, it changes nothing; `begun`, it happened and its answer is lost. */
export function rehearsed(forced: PracticeAnswer | null, write: (flavour: string | null) => Told): Told {
  if (!forced) return write(null);
  if (forced.flavour === 'silent') return forced;
  if (!isFine(forced) && forced.flavour !== 'begun') return forced;
  const told = write(forced.flavour);
  return isFine(told) || forced.flavour === 'begun' ? forced : told;
}
