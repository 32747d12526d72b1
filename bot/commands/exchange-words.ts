import type { ExchangeSync } from '../actions/exchange-sync.ts';
import type { Language } from '../ports.ts';
import { type Token, textOf, tokensOf, trimmed, visible } from './said-tokens.ts';

/** What somebody said of connectors, as far as it went. */
export type ExchangeSaid = { names: string[]; all: boolean; sync: ExchangeSync | null };

const kinds: Record<ExchangeSync, ReadonlySet<string>> = {
  quick: new Set([
    ...['quick', 'quickly', 'delta', 'deltasync', 'incremental'],
    ...['быстрая', 'быструю', 'быстро', 'быстрый', 'дельта', 'дельту'],
    ...['schnell', 'schnelle', 'schnellsynchronisierung', 'deltasynchronisierung', 'inkrementell'],
  ]),
  full: new Set([
    ...['full', 'fully', 'fullsync', 'complete'],
    ...['полная', 'полную', 'полностью', 'полный', 'целиком'],
    ...['vollständig', 'vollständige', 'vollsynchronisierung', 'komplett'],
  ]),
};
const everything = new Set(['all', 'everything', 'every', 'both', 'все', 'всех', 'оба', 'alle', 'alles', 'beide']);
const between = new Set(['and', 'и', 'und']);
/** What says nothing more: a sync begins at once in any case. */
const fillers = new Set([
  ...['now', 'сейчас', 'jetzt', 'sofort'],
  'sync',
  'connector',
  'connectors',
  'синхронизация',
  'синхронизацию',
  'соединитель',
  'соединители',
  'synchronisierung',
  'synchronisieren',
]);

/** `EX01 quick`, `all full`, `"Contoso Full" delta`, `EX01, EX02`, `полная EX01`; what stands in quotes is a name. Pure. */
export function exchangeSaid(typed: string): ExchangeSaid {
  const tokens = trimmed(tokensOf(visible(typed)));
  const sync = tokens.map(kindOf).find((kind) => kind !== null) ?? null;
  const left = tokens.filter((token) => kindOf(token) === null && !fillers.has(token.word));
  const all = left.some(({ word }) => everything.has(word));
  return { names: all ? [] : namesIn(left), all, sync };
}

/** Begins or ends with "quick" or "full", which nobody says of a device; a list of devices may. Pure. */
export function isSaidOfConnector(typed: string): boolean {
  const tokens = trimmed(tokensOf(visible(typed)));
  const ends = [tokens[0], tokens.at(-1)].filter((token) => token !== undefined);
  return !typed.trim().includes('\n') && tokens.length > 1 && ends.some((token) => kindOf(token) !== null);
}

/** How a wish is said again. */
export const syncWords: Record<Language, Record<ExchangeSync, string>> = {
  en: { full: 'full', quick: 'quick' },
  ru: { full: 'полная', quick: 'быстрая' },
  de: { full: 'vollständig', quick: 'schnell' },
};

const kindOf = ({ word }: Token): ExchangeSync | null => {
  if (kinds.quick.has(word)) return 'quick';
  return kinds.full.has(word) ? 'full' : null;
};

/** Each quote, and each run of words between quotes, separators and "and". */
function namesIn(tokens: readonly Token[]): string[] {
  const runs: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'quoted') runs.push([token], []);
    else if (token.kind === 'separator' || between.has(token.word)) runs.push([]);
    else runs.at(-1)?.push(token);
  }
  return runs.filter((run) => run.length > 0).map(textOf);
}
