import type { PersonId } from '../ports.ts';
import type { HistoryFilter } from '../runs/record.ts';
import { type HistoryWish, historyCard, runsOnPage } from '../views/history.ts';
import type { Answer, Command, Turn } from './define.ts';
import { historyWishFrom } from './history-words.ts';
import { hereOf, ownPlace } from './run-answer.ts';

export const history: Command = {
  name: 'history',
  phrases: {
    en: ['history', 'show history', 'run history'],
    ru: ['история', 'покажи историю', 'история запусков'],
    de: ['verlauf', 'zeige verlauf', 'verlauf anzeigen', 'historie'],
  },
  takes: 'as-typed',
  about: 'command.history',
  examples: 'help.on.history',
  menu: 'everywhere',
  run: (turn, argument) => showHistory(turn, historyWishFrom(argument)),
};

/** What ran in the tenant, page by page; `before`: only what has a smaller number. */
export async function showHistory(turn: Turn, wish: HistoryWish, before: number | null = null): Promise<Answer> {
  const { desk, screen, from } = turn;
  const runs = await desk.runs.history(historyFilterFor(turn, wish), { before, limit: runsOnPage + 1 });
  const card = historyCard({ runs, wish, before, reader: from.name }, screen);
  // "Mine" is another one's for whoever else presses.
  return { card, place: wish.mine ? ownPlace(turn, hereOf(turn)) : hereOf(turn) };
}

const dayMs = 24 * 60 * 60_000;

export function historyFilterFor({ from, screen }: Turn, { mine, days, action, on }: HistoryWish): HistoryFilter {
  const askedBy: PersonId | null = mine ? from.id : null;
  const since = days === null ? null : new Date(screen.now.getTime() - days * dayMs);
  return { tenantId: from.tenantId, askedBy, action, on, since };
}
