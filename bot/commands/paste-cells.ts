import { quoted, unquoted } from './quotes.ts';

export type Cell = { text: string; line: number };

/** A letter, a digit or a picture; what has none of them is a rule, a gap or an empty bullet. */
export const isTelling = (text: string): boolean =>
  /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text.normalize('NFKC'));

/** `text` without what lists put in front of their items. */
const withoutBullet = (text: string) => text.replace(bullets, '');

const bullets = /^(?:\s*(?:[•·‣▪■●○◦☐☑✓✔]|(?:[-–—*>]|\d{1,4}[.)]|\(\d{1,4}\)|\[[ xX]?\])(?=\s)))+\s*/u;

const cell = new RegExp(` *(?:${quoted}) *(?:[,;\\t]|$)|[^,;\\t]*(?:[,;\\t]|$)`, 'gu');

/** One line of a list: its cells, without quotes and bullets. */
export function cellsOfLine(line: string, number: number): Cell[] {
  const parts = withoutBullet(line).match(cell) ?? [];
  return parts
    .map((part) => part.replace(/[,;\t]$/, '').trim())
    .flatMap((part) => bothOf(withoutBullet(part)))
    .map((part) => ({ text: unquoted(part), line: number }));
}

/** `LT-02 and LT-03`, `IPAD-ANA and IPAD-JON`, as one ends an enumeration; names with spaces stay whole. */
export function bothOf(part: string): string[] {
  const [first = '', and = '', second = '', ...more] = part.split(/ +/, 4);
  const two = more.length === 0 && /^(?:and|и|und|&)$/iu.test(and) && isLikeAName(first) && isLikeAName(second);
  return two ? [first, second] : [part];
}

/** No word of a sentence has a digit in it, or capitals on both sides of a hyphen. */
const isLikeAName = (word: string) => /\d|\p{Lu}{2,}-\p{Lu}{2,}/u.test(word);

/** Names that count as the same: in any case, and serials with or without the spaces they are printed with. */
export function keyOf(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  const bare = plain.replaceAll(' ', '');
  return /^(?=.*\d)[\p{L}\p{N}]{8,}$/u.test(bare) ? bare : plain;
}
