import { watchListCard, watchName, watchNoteCard } from '../views/watch.ts';
import type { Watch } from '../watches/watch.ts';
import { nextMorning } from './begin-watch.ts';
import type { Answer, Command, Turn } from './define.ts';
import { normal } from './understand.ts';

export const watches: Command = {
  name: 'watches',
  phrases: {
    en: ['watches', 'my watches', 'list watches', 'what do i watch'],
    ru: ['слежу', 'за чем я слежу', 'мои наблюдения', 'наблюдения'],
    de: ['beobachtungen', 'meine beobachtungen', 'was beobachte ich'],
  },
  takes: 'nothing',
  about: 'command.watches',
  run: async (turn) => {
    const own = await turn.desk.watches.of(turn.from);
    return { card: watchListCard(own, turn.screen), place: 'below' };
  },
};

export const unwatch: Command = {
  name: 'unwatch',
  phrases: {
    en: ['unwatch', 'stop watching', 'do not watch'],
    ru: ['не следить', 'не следить за', 'не следи', 'не следи за', 'перестань следить', 'перестань следить за'],
    de: ['beobachtung beenden', 'beende beobachtung', 'nicht mehr beobachten', 'beobachte nicht'],
  },
  takes: 'text',
  about: 'command.unwatch',
  run: (turn, said) => unwatchSaid(turn, said),
};

const all = new Set(['all', 'everything', 'все', 'всем', 'всё', 'alle', 'alles']);

/** By number, by a part of its name, or all; whatever else it may be, the list is shown. */
async function unwatchSaid(turn: Turn, said: string): Promise<Answer> {
  const number = /^(?:№|#|watch |beobachtung )?\s*(\d{1,9})$/.exec(said)?.[1];
  if (number) return stopWatching(turn, Number(number));
  if (all.has(said)) return stopAll(turn);
  const own = await turn.desk.watches.of(turn.from);
  const called = said === '' ? [] : own.filter((watch) => isCalled(turn, watch, said));
  const [only, ...others] = called;
  if (only && others.length === 0) return stopWatching(turn, only.number);
  return { card: watchListCard(called.length > 0 ? called : own, turn.screen), place: 'below' };
}

const isCalled = ({ screen }: Turn, { what }: Watch, said: string): boolean => {
  const name = normal(watchName(what, screen.words));
  return (
    said.split(' ').every((word) => name.includes(word)) ||
    (what.kind === 'autopilot' && /autopilot|автопилот/.test(said))
  );
};

async function stopAll(turn: Turn): Promise<Answer> {
  const count = await turn.desk.watches.endAll(turn.from);
  const key = count > 0 ? 'unwatch.all' : 'watches.none';
  return { card: watchNoteCard({ key, values: { count } }, turn.screen), place: 'below' };
}

/** Only whoever began it can end it. */
export async function stopWatching(turn: Turn, number: number): Promise<Answer> {
  const watch = await ownWatch(turn, number);
  if ('answer' in watch) return watch.answer;
  const ended = await turn.desk.watches.end(watch.found);
  const what = watchName(watch.found.what, turn.screen.words);
  const key = ended ? 'unwatch.done' : 'unwatch.over';
  return { card: watchNoteCard({ key, values: { what, number } }, turn.screen), place: 'below' };
}

async function ownWatch(turn: Turn, number: number): Promise<{ found: Watch } | { answer: Answer }> {
  const { desk, from, screen } = turn;
  const found = await desk.watches.find(from.tenantId, number);
  if (found?.personId === from.id) return { found };
  const key = found ? othersKey(found) : 'unwatch.unknown';
  return { answer: { card: watchNoteCard({ key, values: { number } }, screen), place: 'below' } };
}

const othersKey = ({ state }: Watch) => (state === 'ended' ? 'unwatch.others-over' : 'unwatch.others');

/** What it would tell waits until the morning. */
export async function muteWatch(turn: Turn, number: number): Promise<Answer> {
  const watch = await ownWatch(turn, number);
  if ('answer' in watch) return watch.answer;
  const { words, now } = turn.screen;
  const until = nextMorning(turn);
  const what = watchName(watch.found.what, words);
  if (watch.found.state === 'ended') {
    return { card: watchNoteCard({ key: 'unwatch.over', values: { what, number } }, turn.screen), place: 'below' };
  }
  await turn.desk.watches.mute(watch.found, until);
  const values = { what, number, time: words.when(until, now) };
  return { card: watchNoteCard({ key: 'mute.done', values }, turn.screen), place: 'below' };
}

/** Whatever they could not see is looked at again, in their name. */
export async function lookAgain(turn: Turn): Promise<Answer> {
  await turn.desk.watches.tryAgain(turn.from);
  return { card: watchNoteCard({ key: 'watch.looking-again' }, turn.screen), place: 'below' };
}
