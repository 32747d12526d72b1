import { manyDevices, mine, oneDevice, openings } from '../knowledge/device-phrases.ts';
import { type Clauses, clausesIn } from './device-clauses.ts';
import { type Pasted, readPasted } from './paste.ts';
import { bothOf, isTelling } from './paste-cells.ts';
import { itemsIn, type Joined, splitWish } from './payload-words.ts';
import { lengthAt, type Token, textOf, tokensOf, trimmed, visible } from './said-tokens.ts';

/** Which devices somebody means, as far as their words tell. */
export type DeviceWords =
  | { kind: 'none' }
  | { kind: 'mine' }
  | { kind: 'list'; pasted: Pasted }
  | ({ kind: 'words'; words: string | null; theirs?: Theirs | undefined } & Omit<Clauses, 'words'>);

/** What "jon's laptop" means where nothing is called so. */
type Theirs = { user: string; words: string | null };

/** What somebody wants done with payloads, and with whose. */
export type PayloadWish = {
  intent: 'remove' | 'restore' | null;
  /** Names, as typed. */
  items: string[];
  joined: Joined[];
  /** "Restore all": whatever there is. */
  all: boolean;
  devices: DeviceWords;
  /** What was said of the devices, as typed. */
  said: string;
  /** Something is to be removed, and something else restored. */
  both: boolean;
};

/** `"Wi-Fi Corp", "Root CA" on` and forty lines, `remove "VPN" on IPAD-07`, `on IPAD-07 restore all`, `ipad of maria`. Pure. */
export function payloadWish(typed: string): PayloadWish {
  const text = visible(typed);
  const { intent, both, items, devices } = splitWish(text);
  const said = text.slice(devices.start, devices.end);
  return { intent, both, ...itemsIn(items), devices: deviceWords(said), said };
}

/** `ipad of maria.keller`, `my devices`, `devices where script "Map drives" failed`, forty lines. Pure; takes the text as typed. */
export function deviceWords(typed: string): DeviceWords {
  const text = visible(typed);
  const tokens = trimmed(tokensOf(text));
  if (tokens.length === 0 || isAll(tokens, manyDevices) || isAll(tokens, oneDevice)) return { kind: 'none' };
  if (isAll(tokens, mine)) return { kind: 'mine' };
  const said = clausesIn(tokens);
  return isList(text, said) ? listOf(text, tokens) : wordsOf(said);
}

/** "devices of jon" is asked for by name: what is quoted back is "jon". */
export function withoutOpening(typed: string): string {
  const tokens = tokensOf(typed);
  return typed.slice(tokens[lengthAt(tokens, 0, openings.user)]?.start ?? 0);
}

const isAll = (tokens: readonly Token[], phrases: Parameters<typeof lengthAt>[2]) =>
  lengthAt(tokens, 0, phrases) === tokens.length;

/** Several lines, separators that are more than punctuation between clauses, or "LT-01 and LT-02". */
function isList(text: string, { words, user, script, app }: Clauses): boolean {
  if (text.split(/[\n\r\u2028]/).filter(isTelling).length > 1) return true;
  const named = trimmed(words);
  if (named.some(isSeparator)) return true;
  const plain = user === null && script === null && app === null;
  return plain && (text.trim().includes('\t') || bothOf(textOf(named)).length > 1);
}

const isSeparator = ({ kind }: Token) => kind === 'separator';

/** Without "devices:" or "devices of" in front. */
function listOf(text: string, tokens: readonly Token[]): DeviceWords {
  const nouns = lengthAt(tokens, 0, manyDevices);
  const start = nouns + (nouns > 0 ? lengthAt(tokens, nouns, openings.user) : 0);
  return { kind: 'list', pasted: readPasted(text.slice(tokens[start]?.start ?? 0)) };
}

function wordsOf({ words, ...clauses }: Clauses): DeviceWords {
  const rest = withoutNoun(trimmed(words));
  const users = clauses.user === null ? rest.filter(({ text }) => isPrincipalName(text)) : [];
  const [user] = users;
  if (!user || users.length > 1) {
    const theirs = clauses.user === null ? theirsIn(rest) : undefined;
    return { kind: 'words', words: textOf(rest) || null, ...clauses, theirs };
  }
  const left = rest.filter((token) => token !== user);
  return { kind: 'words', words: textOf(left) || null, ...clauses, user: user.text };
}

const isPrincipalName = (text: string) => /^[^\s@]+@[^\s@'’]+\.[^\s@'’]+$/.test(text);

/** "jon's", "james'", and "Jons" as German has it and whoever types in haste. */
const possessives = [/^(.+)['’]s$/iu, /^(.+s)['’]$/iu, /^(\p{L}{2,})s$/iu];

/** What is in quotes is a name and nothing else. */
function theirsIn(words: readonly Token[]): Theirs | undefined {
  if (words.some(({ kind }) => kind !== 'word')) return undefined;
  for (const possessive of possessives)
    for (const [at, { text }] of words.slice(0, -1).entries()) {
      const last = possessive.exec(text)?.[1];
      if (last === undefined) continue;
      const user = [...words.slice(0, at).map((word) => word.text), last].join(' ');
      return { user, words: textOf(withoutNoun(words.slice(at + 1))) || null };
    }
  return undefined;
}

/** "device IPAD-07" is IPAD-07; "Device 7" is a name. */
function withoutNoun(words: Token[]): Token[] {
  const many = lengthAt(words, 0, manyDevices);
  if (many > 0) return trimmed(words.slice(many));
  const rest = words.slice(lengthAt(words, 0, oneDevice));
  return rest.length > 0 && rest.every(({ text }) => /^\d+$/.test(text)) ? words : rest;
}
