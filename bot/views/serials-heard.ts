import { firstFew } from '../../cards/first-few.ts';
import { shortened } from '../../cards/kit/shorten.ts';
import type { Words } from '../../cards/words/index.ts';
import { mostSerials, type SerialList } from '../actions/serial-standing.ts';
import type { CardJson } from '../ports.ts';
import { messageCard } from './answers.ts';
import { sayButton } from './buttons.ts';
import type { Screen } from './screen.ts';

const mostNamed = 5;
const longestName = 30;

/** What was not read of a list, and why. */
export function nonsenseLines(
  { repeated, nonsense, unnamed = 0, skipped }: Omit<SerialList, 'serials'>,
  words: Words,
): string[] {
  const count = nonsense.length + unnamed;
  const names = nonsense.map((name) => shortened(name, longestName));
  return [
    ...(repeated > 0 ? [words.say('serials.repeated', { count: repeated })] : []),
    ...(names.length > 0
      ? [words.say('serials.nonsense', { count, names: firstFew({ names, count }, mostNamed, words) })]
      : []),
    ...(skipped > 0 ? [words.say('serials.skipped', { count: skipped })] : []),
  ];
}

/** Nothing was read of what they wrote: too much of it, or no serial in it. */
export function unreadSerialsCard(why: { tooMany: boolean; phrase: string }, screen: Screen): CardJson {
  const { words } = screen;
  const { tooMany, phrase } = why;
  const example = `${phrase} PF2ABC01, PF2ABC02`;
  const sentences = tooMany
    ? [{ key: 'serials.too-many', values: { most: mostSerials } } as const]
    : [
        { key: 'serials.none', values: { phrase } } as const,
        { key: 'serials.ask', values: { most: mostSerials, example } } as const,
      ];
  const buttons = [sayButton('autopilot', words), sayButton('help', words)];
  return messageCard({ title: 'serials.title', sentences, buttons }, screen);
}

/** A button of a list that is gone, or somebody else's. */
export function closedSerialsCard(
  { why, phrase }: { why: 'gone' | 'others'; phrase: string },
  screen: Screen,
): CardJson {
  const buttons = [sayButton('autopilot', screen.words), sayButton('help', screen.words)];
  return messageCard(
    { title: 'serials.title', sentences: [{ key: closed[why], values: { phrase } }], buttons },
    screen,
  );
}

const closed = { gone: 'serials.gone', others: 'serials.others' } as const;
