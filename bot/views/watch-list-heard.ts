import { firstFew } from '../../cards/first-few.ts';
import { shortened } from '../../cards/kit/shorten.ts';
import type { MessageView } from '../../cards/message.ts';
import type { Key, Words } from '../../cards/words/index.ts';

/** What became of the names of a pasted list. */
export type ListHeard = {
  taken: readonly string[];
  repeated: readonly string[];
  unknown: readonly { said: string; near: string | null }[];
  /** Names that several devices have. */
  ambiguous: readonly string[];
};

const mostNamed = 10;
const longestName = 40;

/** Which of them are watched, and which are not. */
export function listSentences(
  { taken, repeated, unknown, ambiguous }: ListHeard,
  words: Words,
): MessageView['sentences'] {
  const nearly = unknown.map(({ said, near }) =>
    near ? words.say('watch.list.near', { said: short(said), near: short(near) }) : short(said),
  );
  const told = (key: Key, names: readonly string[]) =>
    names.length > 0 ? [{ key, values: { count: names.length, names: firstFew({ names }, mostNamed, words) } }] : [];
  return [
    ...told('watch.list.taken', taken.map(short)),
    ...told('watch.list.repeated', repeated.map(short)),
    ...told('watch.list.unknown', nearly),
    ...told('watch.list.ambiguous', ambiguous.map(short)),
  ];
}

const short = (name: string) => shortened(name, longestName);
