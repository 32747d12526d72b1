import { unescaped } from '../../cards/kit/escape.ts';
import { textsIn } from './inputs/json.ts';

/** What comes from inside the bot and means nothing to a person, or is nobody's business. */
const insides: Readonly<Record<string, RegExp>> = {
  'a stack': /\bat (?:async )?[\w.<>$]+ \(|\bat (?:file:|node:|\/)|\n\s+at /,
  'a place in the code': /node_modules|\w\.[cm]?[tj]s\b(?::\d+)?|\/bot\//,
  'an error of the code': /\b[A-Z]\w*Error\b|\bE[A-Z]{5,}\b/,
  'a part of ours': /\b(?:zod|kysely|pglite|pg-boss|botbuilder|restify|undici|msal)\b/i,
  'a value that is none': /\bundefined\b|\[object |\bNaN\b|Invalid Date|\bnull\b/,
  JSON: /\{\s*\\?"|"\w+":\S|\\"/,
  'a placeholder': /\{[a-z][\w-]*(?:\}|, (?:plural|select|number|date))/,
  'an address of ours': /127\.0\.0\.1|\blocalhost\b|\b[0-9a-f:]*::1\b/,
  'a token': /\bBearer\b|\beyJ[\w-]{6}|\bpractice\.[\w-]{6}/,
};

/** Insides that can be read in a text; not what the input itself had brought along. */
export function leaksIn(shown: string, input: unknown): string[] {
  return Object.entries(insides).flatMap(([what, pattern]) => {
    const found = pattern.exec(shown)?.[0];
    if (found === undefined || broughtBy(input).includes(inOneLine(found.trim()))) return [];
    return [`${what}: ${JSON.stringify(around(shown, found))}`];
  });
}

/** As it came, and as it may be after mentions and entities were taken out of it. */
const broughtBy = (input: unknown): string => inOneLine([JSON.stringify(input), ...textsIn(input)].join('\n'));

/** What was typed in several lines is quoted in one. */
const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

function around(text: string, found: string): string {
  const at = text.indexOf(found);
  return text.slice(Math.max(0, at - 60), at + found.length + 60);
}

/** What a client would draw as something else than the letters it is made of; on buttons it draws letters only. */
const live = /(?<!\\)\]\((?!\\)|<at>|<script|<b>|\{\{|(?<!\u2060):\/\/|\bwww\.(?!\u2060)/i;

/** Whatever a person reads or hears of a card. */
const readBy = new Set(['text', 'title', 'label', 'placeholder', 'errorMessage', 'altText']);

function readIn(node: unknown, name = '', of = ''): string[] {
  if (typeof node === 'string') return readBy.has(name) || (of === 'facts' && name === 'value') ? [node] : [];
  if (typeof node !== 'object' || node === null || name === 'data') return [];
  if (Array.isArray(node)) return node.flatMap((one) => readIn(one, '', name));
  return Object.entries(node).flatMap(([key, part]) => readIn(part, key, of));
}

const withoutButtons = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body), (_, part: unknown) => (isButton(part) ? null : part));

const isButton = (part: unknown) =>
  typeof part === 'object' && part !== null && 'type' in part && String(part.type).startsWith('Action.');

/** The gallery holds cards to 40 KB, which every client takes; names of marks alone, each with its backslash, may take a fifth more. */
const mostBytes = 48_000;
const mostButtons = 6;

type Drawn = { body: unknown; actions?: readonly unknown[] | undefined; fallbackText: string; msteams?: unknown };

/** Everything that is wrong with a card, whatever the input was. */
export function wrongWith(card: Drawn, input: unknown): string[] {
  const read = readIn({ body: card.body, actions: card.actions });
  const texts = [...read.map(unescaped), card.fallbackText];
  // Whom a card mentions it names apart, too.
  const mentions = textsIn(card.msteams).filter((text) => text.startsWith('<at>'));
  const plain = (text: string) => mentions.reduce((left, mention) => left.replaceAll(mention, ''), text);
  const drawn = readIn(withoutButtons(card.body)).map(plain);
  const bytes = Buffer.byteLength(JSON.stringify(card), 'utf16le');
  return [
    ...texts.flatMap((text) => leaksIn(text, input)),
    ...drawn.filter((text) => live.test(text)).map((text) => `drawn as more than text: ${JSON.stringify(text)}`),
    ...(bytes > mostBytes ? [`${bytes} bytes are too many for a message`] : []),
    ...((card.actions?.length ?? 0) > mostButtons ? ['too many buttons'] : []),
    ...(card.fallbackText.trim() === '' ? ['nothing to read'] : []),
  ];
}
