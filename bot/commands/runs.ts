import type { Run } from '../runs/run.ts';
import { messageCard, runListCard, runsToRead } from '../views/answers.ts';
import { notRepeatedCard } from '../views/not-repeated.ts';
import { runCard } from '../views/run.ts';
import type { Answer, Command, Turn } from './define.ts';
import { followFor, readerOf, runAnswer } from './run-answer.ts';

export const runs: Command = {
  name: 'runs',
  phrases: {
    en: ['runs', 'list runs', 'show runs'],
    ru: ['запуски', 'список запусков', 'покажи запуски'],
    de: ['läufe', 'läufe anzeigen', 'zeige läufe', 'liste der läufe'],
  },
  takes: 'nothing',
  about: 'command.runs',
  menu: 'everywhere',
  async run({ desk, from, screen }) {
    return { card: runListCard(await desk.runs.recent(from.tenantId, runsToRead), screen), place: 'below' };
  },
};

export const run: Command = {
  name: 'run',
  phrases: { en: ['run', 'show run'], ru: ['запуск', 'покажи запуск'], de: ['lauf', 'lauf anzeigen', 'zeige lauf'] },
  takes: 'number',
  about: 'command.run',
  run: (turn, argument) => showRun(turn, Number(argument)),
};

/** One run in full; while it is on its way the card keeps up with it. */
export async function showRun(turn: Turn, number: number): Promise<Answer> {
  const { desk, from, screen, key } = turn;
  const found = await desk.runs.find(from.tenantId, number);
  if (!found) return noSuchRun(turn, number);
  if (found.endedAt) {
    const waiting = await desk.runs.waiting(found);
    return { card: runCard(found, { id: readerOf(turn), waiting }, screen), place: 'below' };
  }
  const shown = { place: 'below', askKey: key } as const;
  await desk.runs.follow(found, followFor(turn, shown));
  return runAnswer(turn, found, shown);
}

export function noSuchRun(turn: Turn, number: number): Answer {
  const sentences = [{ key: 'run.not-found', values: { number } }] as const;
  return { card: messageCard({ title: 'runs.title', sentences }, turn.screen), place: 'below' };
}

/** Nothing of this run would end otherwise if it were asked for again. */
export const nothingToRepeat = ({ screen }: Turn, run: Run): Answer => ({
  card: notRepeatedCard(run, screen),
  place: 'below',
});
