/** Where a day or a time was taken out; for private use, so nobody’s own. */
export const gap = '\u{f0001}';

/** Neither a letter nor a digit, and no hyphen: what stands around a word, those of every language. `MON-EX01` is a name. */
const before = '(?<![\\p{L}\\p{N}\\p{Pd}])';
const after = '(?![\\p{L}\\p{N}\\p{Pd}])';
export const word = (pattern: string) => new RegExp(`${before}(?:${pattern})${after}`, 'iu');
