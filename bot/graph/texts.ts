import { z } from 'zod';

/** A text, or null where it is absent or blank: Graph says "none" in all of these ways. */
export const text = z
  .string()
  .nullish()
  .transform((value): string | null => (value?.trim() ? value.slice(0, longest) : null));

/** Longer than any name that Intune takes: a card has room for many of them. */
const longest = 300;

/** What tells one thing from another. */
export const id = z.string().min(1);

/** One of a closed list, or `unknown`: a later Graph has words of its own. */
export const wordOf = <const Words extends readonly string[]>(words: Words) =>
  text.transform((value): Words[number] | 'unknown' => words.find((word) => word === value) ?? 'unknown');

/** How texts are compared: whoever types a name does not think of its case, or of how an accent is stored. */
export const folded = (value: string): string => value.normalize('NFC').toUpperCase().trim();
