/** A phrase as its words. */
export type Phrase = readonly string[];

/** The longest first, so that "of the user" is not taken for "of". */
export const phrases = (...said: readonly string[]): readonly Phrase[] =>
  said
    .flatMap(spellings)
    .map((one) => one.split(' '))
    .sort((a, b) => b.length - a.length);

const plain: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** As people write it on a keyboard that lacks German letters, too. */
export function spellings(phrase: string): string[] {
  const without = phrase.replace(/[äöüß]/g, (letter) => plain[letter] ?? letter);
  return without === phrase ? [phrase] : [phrase, without];
}
