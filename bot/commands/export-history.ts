import type { RunRecord } from '../runs/record.ts';
import { type HistoryWish, historyFileCard, historyFileName } from '../views/history.ts';
import { historyRows } from '../views/history-rows.ts';
import { csvOf } from './csv.ts';
import type { Answer, Command, Turn } from './define.ts';
import { answerOffer, offerFile } from './file-offer.ts';
import { historyFilterFor, showHistory } from './history.ts';
import { historyWishFrom } from './history-words.ts';

export const exportHistory: Command = {
  name: 'export-history',
  phrases: {
    en: ['export history', 'history export', 'history csv'],
    ru: ['экспорт истории', 'выгрузить историю', 'история csv'],
    de: ['verlauf exportieren', 'exportiere verlauf', 'verlauf als csv', 'verlauf csv'],
  },
  takes: 'as-typed',
  about: 'command.export-history',
  run: (turn, argument) => offerHistoryFile(turn, historyWishFrom(argument)),
};

/** As many as a spreadsheet is opened for, and as one turn can read. */
const mostInFile = 10_000;
const readAtOnce = 500;
/** What a run takes in the file, give or take. */
const bytesEach = 300;

/** What history shows as a file, offered like that of a run; it is read when somebody says that they want it. */
export async function offerHistoryFile(turn: Turn, wish: HistoryWish): Promise<Answer> {
  const { desk, screen } = turn;
  const all = await desk.runs.historySize(historyFilterFor(turn, wish));
  if (all === 0) return showHistory(turn, wish);
  const count = Math.min(all, mostInFile);
  return offerFile(turn, {
    content: { history: wish },
    name: historyFileName(screen),
    about: screen.words.say(all > count ? 'history.file.newest' : 'history.file.about', { count, all }),
    bytes: (count + 1) * bytesEach,
    card: (state) => historyFileCard(state, screen),
  });
}

/** Narrowed as it was when it was offered, and for whoever says yes. */
export const historyOfferAnswered = (turn: Turn, wish: HistoryWish, wanted: boolean): Promise<Answer> =>
  answerOffer(wanted, {
    card: (state) => historyFileCard(state, turn.screen),
    text: async () => {
      const { header, rows } = historyRows(await readAll(turn, wish), turn.screen);
      return csvOf(header, rows);
    },
  });

async function readAll(turn: Turn, wish: HistoryWish): Promise<RunRecord[]> {
  const filter = historyFilterFor(turn, wish);
  const read: RunRecord[] = [];
  while (read.length < mostInFile) {
    const page = await turn.desk.runs.history(filter, { before: read.at(-1)?.number ?? null, limit: readAtOnce });
    read.push(...page);
    if (page.length < readAtOnce) break;
  }
  return read;
}
