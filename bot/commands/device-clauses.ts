import { type Clause, clauses, comanaged, ended, failed, openings } from '../knowledge/device-phrases.ts';
import { lengthAt, lengthAtEnd, type Token, textOf, trimmed } from './said-tokens.ts';

/** What was said of which devices, clause by clause; `words` is all that belongs to no clause. */
export type Clauses = {
  words: Token[];
  user: string | null;
  script: { name: string; failed: boolean } | null;
  app: string | null;
  comanaged: boolean;
};

type Part = { clause: Clause | 'words'; opening: Token[]; tokens: Token[] };

/** Pure. A clause that says nothing, as in "devices of", and whatever follows a name in quotes, stays among the words. */
export function clausesIn(tokens: readonly Token[]): Clauses {
  const { rest, found } = withoutComanaged(tokens);
  const said: Clauses = { words: [], user: null, script: null, app: null, comanaged: found };
  for (const part of partsOf(rest)) said.words.push(...take(part, said));
  return said;
}

/** Each clause is opened once; a second opening is a part of what is said in the first. */
function partsOf(tokens: readonly Token[]): Part[] {
  const parts: Part[] = [{ clause: 'words', opening: [], tokens: [] }];
  for (let at = 0; at < tokens.length; ) {
    const opened = openedAt(tokens, at, parts);
    if (opened) parts.push({ clause: opened.clause, opening: tokens.slice(at, at + opened.length), tokens: [] });
    else parts.at(-1)?.tokens.push(...tokens.slice(at, at + 1));
    at += opened?.length ?? 1;
  }
  return parts;
}

/** How many tokens open a clause about devices here; 0 where none begins. */
export const openingAt = (tokens: readonly Token[], at: number): number =>
  Math.max(...clauses.map((clause) => lengthAt(tokens, at, openings[clause])));

export const clauseOpensAt = (tokens: readonly Token[], at: number): boolean => openingAt(tokens, at) > 0;

const kindOf = (clause: Part['clause']) => (clause === 'failed-script' ? 'script' : clause);

/** "with script" before "with": of all openings that stand here, the longest. */
function openedAt(tokens: readonly Token[], at: number, parts: readonly Part[]) {
  const open = new Set(parts.map(({ clause }) => kindOf(clause)));
  const standing = clauses
    .filter((clause) => !open.has(kindOf(clause)))
    .map((clause) => ({ clause, length: lengthAt(tokens, at, openings[clause]) }))
    .sort((a, b) => b.length - a.length)[0];
  return standing && standing.length > 0 ? standing : null;
}

/** Puts a part where it belongs, and gives back what belongs to the words. */
function take({ clause, opening, tokens }: Part, said: Clauses): Token[] {
  const telling = trimmed(tokens);
  if (clause === 'words') return tokens;
  if (telling.length === 0) return [...opening, ...tokens];
  if (clause === 'user') {
    const { name, rest } = nameIn(telling);
    said.user = name;
    return rest;
  }
  return clause === 'app' ? takeApp(telling, said) : takeScript(telling, clause === 'failed-script', said);
}

function takeApp(tokens: readonly Token[], said: Clauses): Token[] {
  const { name, rest } = nameIn(tokens.slice(0, tokens.length - lengthAtEnd(tokens, ended.app)));
  said.app = name;
  return rest;
}

function takeScript(tokens: readonly Token[], isFailed: boolean, said: Clauses): Token[] {
  const failure = lengthAtEnd(tokens, failed);
  const end = failure || lengthAtEnd(tokens, ended.script);
  const { name, rest } = nameIn(trimmed(tokens.slice(0, tokens.length - end)));
  said.script = { name, failed: isFailed || failure > 0 };
  return rest;
}

/** What is in quotes is a whole name; else everything is, as far as the next separator. */
function nameIn(tokens: readonly Token[]): { name: string; rest: Token[] } {
  const [first, ...rest] = tokens;
  if (first?.kind === 'quoted') return { name: first.text, rest };
  const end = tokens.findIndex(({ kind }) => kind === 'separator');
  return end < 0 ? { name: textOf(tokens), rest: [] } : { name: textOf(tokens.slice(0, end)), rest: tokens.slice(end) };
}

function withoutComanaged(tokens: readonly Token[]): { rest: Token[]; found: boolean } {
  const at = tokens.findIndex((_, index) => lengthAt(tokens, index, comanaged) > 0);
  if (at < 0) return { rest: [...tokens], found: false };
  return { rest: tokens.toSpliced(at, lengthAt(tokens, at, comanaged)), found: true };
}
