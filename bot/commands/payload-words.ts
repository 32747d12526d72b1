import { between, conjunctions, courtesies, everything, intents } from '../knowledge/device-phrases.ts';
import type { Phrase } from '../knowledge/phrases.ts';
import { clauseOpensAt, openingAt } from './device-clauses.ts';
import { lengthAt, lengthAtEnd, type Token, textOf, tokensOf, trimmed } from './said-tokens.ts';

type Intent = keyof typeof intents;

/** What was said of payloads, and where in the text devices were spoken of. */
export type Split = {
  intent: Intent | null;
  /** The other one stands in it too. */
  both: boolean;
  items: readonly Token[];
  devices: { start: number; end: number };
};

type Parts = { items: readonly Token[]; devices: readonly Token[] };

/** The verb may stand in front of the payloads, or behind the devices, or be left out. */
export function splitWish(text: string): Split {
  const tokens = withoutCourtesies(tokensOf(text));
  const verb = verbIn(tokens);
  const { items, devices } = verb ? byVerb(tokens, verb) : withoutVerb(tokens, text);
  const both = verb !== null && isOtherSaid(tokens, verb);
  return { intent: verb?.intent ?? null, both, items, devices: spanOf(devices) };
}

type Verb = { at: number; length: number; intent: Intent };

function verbIn(tokens: readonly Token[]): Verb | null {
  for (let at = 0; at < tokens.length; at += 1) {
    for (const intent of ['remove', 'restore'] as const) {
      const length = lengthAt(tokens, at, intents[intent]);
      if (length > 0) return { at, length, intent };
    }
  }
  return null;
}

/** Behind a name, a separator or an "and"; anywhere else it may be a part of a name. */
function isOtherSaid(tokens: readonly Token[], { at, length, intent }: Verb): boolean {
  const other = intents[intent === 'remove' ? 'restore' : 'remove'];
  const begins = (index: number) =>
    tokens[index - 1]?.kind !== 'word' || lengthAtEnd(tokens.slice(0, index), conjunctions) > 0;
  return tokens.some((_, index) => index >= at + length && lengthAt(tokens, index, other) > 0 && begins(index));
}

function byVerb(tokens: readonly Token[], { at, length }: Verb): Parts {
  const before = tokens.slice(0, at);
  const after = tokens.slice(at + length);
  const devicesFirst = betweenIn(before, between.always);
  if (devicesFirst) {
    const { devices, all } = withoutEverything(devicesFirst.after);
    return { items: [...devicesFirst.before, ...all, ...after], devices };
  }
  if (before.length > 0 && !betweenIn(after, between.always)) return { items: after, devices: before };
  const { items, devices } = divided(after);
  return { items: [...before, ...items], devices };
}

/** German says "everything" between the devices and the verb. */
function withoutEverything(tokens: readonly Token[]): { devices: readonly Token[]; all: readonly Token[] } {
  const end = tokens.length - lengthAtEnd(tokens, everything);
  return { devices: tokens.slice(0, end), all: tokens.slice(end) };
}

/** A name alone is a device's, and so are lines; a name in quotes is a payload's. */
function withoutVerb(tokens: readonly Token[], text: string): Parts {
  const quote = tokens.findIndex(isQuoted);
  const opens = tokens.findIndex((_, index) => clauseOpensAt(tokens, index));
  const lines = linesOf(tokens, text);
  const split = betweenIn(quote < 0 ? lines.first : tokens, between.always);
  if (split && (opens < 0 || split.at < opens))
    return { items: split.before, devices: tokens.slice(split.at + split.length) };
  if (quote < 0 || lines.several || (opens >= 0 && opens < quote)) return { items: [], devices: tokens };
  const { items, devices } = divided(tokens);
  return devices.length > 0 ? { items, devices } : { items: items.slice(quote), devices: items.slice(0, quote) };
}

function linesOf(tokens: readonly Token[], text: string): { first: readonly Token[]; several: boolean } {
  const end = text.indexOf('\n', tokens[0]?.start ?? 0);
  const first = end < 0 ? tokens : tokens.filter(({ start }) => start < end);
  return { first, several: first.length < tokens.length };
}

/** Payloads in front, devices behind: at a word between them, at a clause about devices, or at the last quote. */
function divided(tokens: readonly Token[]): Parts {
  const split = betweenIn(tokens, [...between.always, ...between.behindPayloads]);
  if (split) return { items: split.before, devices: split.after };
  const opens = tokens.findIndex((_, index) => clauseOpensAt(tokens, index));
  const end = opens >= 0 ? opens : tokens.findLastIndex(isQuoted) + 1;
  return end > 0 || opens === 0
    ? { items: tokens.slice(0, end), devices: tokens.slice(end) }
    : { items: tokens, devices: [] };
}

type Between = { at: number; length: number; before: readonly Token[]; after: readonly Token[] };

/**
 * Right behind a quote if there is one, else the first "on", else the first of the others; never one that opens a clause. German says
 * "von" for "from" and "of": right behind a quoted payload it is "from".
 */
function betweenIn(tokens: readonly Token[], words: readonly Phrase[]): Between | null {
  const found = tokens.flatMap((_, at) => {
    const length = lengthAt(tokens, at, words);
    const opening = openingAt(tokens, at);
    const isTaken = opening > length || (opening > 0 && tokens[at - 1]?.kind !== 'quoted');
    return length > 0 && !isTaken ? [{ at, length }] : [];
  });
  const behindQuote = found.find(({ at }) => at > 0 && tokens[at - 1]?.kind === 'quoted');
  const split = behindQuote ?? found.find(({ at }) => lengthAt(tokens, at, between.always) > 0) ?? found[0];
  if (!split) return null;
  return { ...split, before: tokens.slice(0, split.at), after: tokens.slice(split.at + split.length) };
}

const isQuoted = ({ kind }: Token) => kind === 'quoted';

function withoutCourtesies(tokens: readonly Token[]): Token[] {
  const said = trimmed(tokens);
  const start = lengthAt(said, 0, courtesies);
  return trimmed(said.slice(start, said.length - lengthAtEnd(said.slice(start), courtesies)));
}

function spanOf(tokens: readonly Token[]): Split['devices'] {
  const [first] = tokens;
  const last = tokens.at(-1);
  return first && last ? { start: first.start, end: last.end } : { start: 0, end: 0 };
}

/** Names with "and" in them, which may also be several; none that was said in quotes. */
export type Joined = { name: string; parts: string[] };

/** Each quote, and each run of words between quotes and separators. */
export function itemsIn(tokens: readonly Token[]): { items: string[]; joined: Joined[]; all: boolean } {
  const runs: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'word') runs.at(-1)?.push(token);
    else runs.push(token.kind === 'quoted' ? [token] : [], []);
  }
  const names = runs.map(withoutConjunctions).filter((run) => run.length > 0);
  const named = names.filter((run) => lengthAt(run, 0, everything) < run.length);
  return { items: named.map(textOf), joined: named.flatMap(joinedIn), all: named.length < names.length };
}

function joinedIn(run: readonly Token[]): Joined[] {
  const parts: Token[][] = [[]];
  for (let at = 0; at < run.length; ) {
    const and = lengthAt(run, at, conjunctions);
    if (and > 0) parts.push([]);
    else parts.at(-1)?.push(...run.slice(at, at + 1));
    at += and || 1;
  }
  const isSeveral = parts.length > 1 && parts.every(({ length }) => length > 0);
  return isSeveral ? [{ name: textOf(run), parts: parts.map(textOf) }] : [];
}

/** "and" between two quotes or at an end of a run is no part of a name. */
function withoutConjunctions(run: readonly Token[]): Token[] {
  const start = lengthAt(run, 0, conjunctions);
  const rest = run.slice(start);
  return rest.slice(0, rest.length - lengthAtEnd(rest, conjunctions));
}
