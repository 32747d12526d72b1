import { type ErrorMeaning, errorMeanings } from './error-code-table.ts';

/** One code in the three ways it is printed; exact in 64 bits, which Graph's `errorCode` has. */
export type ErrorCode = { hex: string; signed: string; unsigned: string };

/** `0x87D11388`, `87d11388`, `-2016341112`, `2278626184`, `−2 016 341 112`; null for anything else. */
export function errorCodeFrom(text: string): ErrorCode | null {
  const value = amountIn(plain(text));
  if (value === null || value < -(2n ** 63n) || value >= 2n ** 64n) return null;
  return spelled(value);
}

/** Every kind of minus and of space is one, and what has no width is nothing. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim();

function amountIn(text: string): bigint | null {
  const hex = /^(?:0x([0-9a-f]{1,16})|(?=\d*[a-f])([0-9a-f]{8}))$/i.exec(text);
  if (hex) return BigInt(`0x${hex[1] ?? hex[2]}`);
  const decimal = /^([+-]?) ?(\d{1,20}|\d{1,3}(?:([\s,.'’])\d{3})(?:\3\d{3}){0,5})$/.exec(text);
  if (!decimal) return null;
  const amount = BigInt((decimal[2] ?? '').replace(/\D/g, ''));
  return decimal[1] === '-' ? -amount : amount;
}

/** A code of 32 bits stays one, however wide it was printed. */
function spelled(value: bigint): ErrorCode {
  const exact = BigInt.asIntN(64, value);
  const bits = exact >= -(2n ** 31n) && exact < 2n ** 32n ? 32 : 64;
  const unsigned = BigInt.asUintN(bits, value);
  return {
    hex: `0x${unsigned
      .toString(16)
      .toUpperCase()
      .padStart(bits / 4, '0')}`,
    signed: BigInt.asIntN(bits, value).toString(),
    unsigned: unsigned.toString(),
  };
}

const byHex: ReadonlyMap<string, ErrorMeaning> = new Map(errorMeanings.map((row) => [row.hex, row]));

/** Microsoft's list of retryable codes has lost their minus: a positive number is looked up as its negative too. */
export function meaningOf({ hex, signed }: ErrorCode): ErrorMeaning | null {
  return byHex.get(hex) ?? byHex.get(spelled(-BigInt(signed)).hex) ?? null;
}
