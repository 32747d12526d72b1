import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gallery } from '../../../cards/gallery/index.ts';
import type { Sample } from '../../../cards/gallery/sample.ts';
import { openLexicon, type Words, wordsLanguages } from '../../../cards/words/index.ts';
import { type Claim, claim } from '../claim.ts';
import { nameText } from '../inputs/text.ts';
import { wrongWith } from '../leaks.ts';

/** As long as most names are: thirty things may stand on one card, and a sample has the longest ones. The database keeps no NUL. */
const mostOfName = 60;

const lexicon = openLexicon();
const samples = gallery.flatMap(({ name, samples }) => samples.map((sample) => ({ name, sample })));

export const cardClaims: readonly Claim[] = [
  claim({
    name: 'cards: every sample stays a card, whatever its people, devices and items are called',
    input: fc.record({
      which: fc.nat(samples.length - 1),
      language: fc.constantFrom(...wordsLanguages),
      texts: fc.array(
        nameText.map((text) => text.replaceAll('\0', '').slice(0, mostOfName)),
        { minLength: 1, maxLength: 5 },
      ),
    }),
    share: 10,
    holds({ which, language, texts }) {
      const { name, sample } = samples[which] as (typeof samples)[number];
      const card = drawnWith(sample, texts, lexicon(language, 'Europe/Berlin'));
      assert.deepEqual(wrongWith(card, texts), [], `cards/${name}.ts, ${sample.state}`);
    },
  }),
];

function drawnWith(sample: Sample, texts: readonly string[], words: Words) {
  const elsewhere = sample.view(lexicon(words.language === 'ru' ? 'de' : 'ru', 'Europe/Berlin'));
  return sample.draw(words, (view) => renamed(view, elsewhere, { texts, names: new Map() }) as object);
}

/** What is of a closed list begins with a small letter, and has neither spaces nor digits. */
const isOfOurs = (text: string) => /^[a-z][a-zA-Z.-]*$/.test(text) || text === '';

/** Parts of a view that hold what buttons say and send back, what people type, and how the reader is set. */
const kept = new Set([
  'buttons',
  'press',
  'zone',
  'language',
  'choices',
  'phrases',
  'examples',
  'meaning',
  'day',
  'days',
  'time',
]);

type Names = { texts: readonly string[]; names: Map<string, string> };

/** The same view with other names; what was called alike still is. What reads otherwise `elsewhere` is a sentence of ours. */
function renamed(node: unknown, elsewhere: unknown, names: Names): unknown {
  if (typeof node === 'string') return isOfOurs(node) || node !== elsewhere ? node : newName(node, names);
  if (typeof node !== 'object' || node === null || node instanceof Date) return node;
  const there = (key: string | number) => (elsewhere as Record<string, unknown> | null | undefined)?.[key];
  if (Array.isArray(node)) return node.map((one, index) => renamed(one, there(index), names));
  const parts = Object.entries(node).map(([key, part]) => [
    key,
    kept.has(key) ? part : renamed(part, there(key), names),
  ]);
  return Object.fromEntries(parts);
}

function newName(old: string, { texts, names }: Names): string {
  const name = names.get(old) ?? texts[names.size % texts.length] ?? old;
  names.set(old, name);
  return name;
}
