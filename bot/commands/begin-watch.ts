import { nextTimeOfDay } from '../knowledge/local-time.ts';
import { watchBegunCard, watchNoteCard } from '../views/watch.ts';
import type { ListHeard } from '../views/watch-list-heard.ts';
import { seenFrom } from '../watches/news.ts';
import type { NewsWanted, Seen, What } from '../watches/watch.ts';
import { mostWatches } from '../watches/watches.ts';
import type { Answer, Turn } from './define.ts';

export const dayMs = 24 * 60 * 60_000;

type Begin = {
  askKey: string;
  on: NewsWanted;
  what: What;
  seen: ReadonlyMap<string, Seen>;
  /** So many more were meant than can be watched. */
  left?: number;
  /** What was read of a list. */
  heard?: ListHeard;
} & ({ lastsMs: number } | { endsAt: Date });

/** Written, or found there already, and said: what is watched, when the bot writes, and when it ends by itself. */
export async function beginWatch(
  turn: Turn,
  { askKey, on, what, seen, left = 0, heard: list, ...lasts }: Begin,
): Promise<Answer> {
  const { desk, from, where, heard, screen } = turn;
  const endsAt = 'endsAt' in lasts ? lasts.endsAt : new Date(screen.now.getTime() + lasts.lastsMs);
  const watch = await desk.watches.begin({ person: from, where, heard, askKey, what, on, endsAt, seen });
  if (watch === 'too-many') return note(turn, { key: 'watch.too-many', values: { count: mostWatches } });
  if (watch === 'over') return runIsOver(turn, what.kind === 'run' ? what.number : 0);
  const old = [...seen.values()].some((sight) => seenFrom(sight, what, screen.now).old);
  return { card: watchBegunCard({ watch, already: watch.already, old, left, list }, screen), place: 'below' };
}

const note = ({ screen }: Turn, said: Parameters<typeof watchNoteCard>[0]): Answer => ({
  ...{ card: watchNoteCard(said, screen), place: 'below' },
});

export const runIsOver = (turn: Turn, number: number): Answer =>
  note(turn, { key: 'watch.run-over', values: { number }, run: number });

/** When most people are up: so long a watch is silent that is muted until the morning, and then what is left is told. */
const morning = 8 * 60;

export const nextMorning = ({ screen }: Turn): Date => nextTimeOfDay(screen.words.zone, morning, screen.now);
