/**
 * The text in a file's bytes: UTF-8, UTF-16 with its mark, or else what Windows wrote before them. Null for what is no text.
 */
export function textIn(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return plain(decoded(bytes, 'utf-16le'));
  if (first === 0xfe && second === 0xff) return plain(decoded(bytes, 'utf-16be'));
  return plain(decoded(bytes, 'utf-8') ?? decoded(bytes, isCyrillic(bytes) ? 'windows-1251' : 'windows-1252'));
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Signs that steer a terminal or fill a binary file stand in no list. */
const plain = (text: string | null): string | null => (text === null || steering.test(text) ? null : text);
const steering = /[^\P{Cc}\t\n\v\f\r\u0085]|[\ufffe\uffff]/u;

/** Russian words are all beyond ASCII; Western ones have such letters among those of ASCII. */
function isCyrillic(bytes: Uint8Array): boolean {
  let [russian, western] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    if (!isBeyond(bytes[at])) continue;
    const beside = [bytes[at - 1], bytes[at + 1]];
    if (beside.some(isLatin)) western += 1;
    else if (beside.some(isBeyond)) russian += 1;
  }
  return russian > western;
}

/** Letters of both encodings, and Ё and ё of windows-1251. */
const isBeyond = (byte: number | undefined) => byte !== undefined && (byte >= 0xc0 || byte === 0xa8 || byte === 0xb8);
const isLatin = (byte: number | undefined) => byte !== undefined && /[a-z]/i.test(String.fromCharCode(byte));
