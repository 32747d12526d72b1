import { type DecisionView, type HistoryRowView, type HistoryView, history } from '../../cards/history.ts';
import type { PressButton } from '../../cards/kit/press-button.ts';
import { type RunFileState, runFile } from '../../cards/run-file.ts';
import { statusName } from '../../cards/run-status.ts';
import type { Words } from '../../cards/words/index.ts';
import type { ActionName } from '../actions/define.ts';
import type { CardJson } from '../ports.ts';
import type { RunRecord } from '../runs/record.ts';
import type { RunHead } from '../runs/run.ts';
import { sayButton, wordsFor } from './buttons.ts';
import { statusOf } from './run.ts';
import { canAskAgain } from './run-file.ts';
import { asJson, type Screen } from './screen.ts';

/** What somebody wants to see of history. */
export type HistoryWish = { mine: boolean; days: number | null; action: ActionName | null; on: string | null };

/** `runs` may hold one more than a page, which tells that there are older ones. */
type Shown = { runs: readonly RunRecord[]; wish: HistoryWish; before: number | null; reader: string };

export const runsOnPage = 10;

export function historyCard({ runs, wish, before, reader }: Shown, screen: Screen): CardJson {
  const { words, practice, now } = screen;
  const page = runs.slice(0, runsOnPage);
  const older = runs.length > runsOnPage ? (page.at(-1)?.number ?? null) : null;
  const view: HistoryView = {
    ...{ practice, now, older: older !== null },
    filter: filterOf({ wish, before, reader }, words),
    rows: page.map((run) => rowFor(run, words)),
    buttons: buttonsFor({ wish, before, older, isEmpty: page.length === 0 }, words),
  };
  return asJson(history(view, words));
}

const filterOf = ({ wish, before, reader }: Omit<Shown, 'runs'>, words: Words): HistoryView['filter'] => ({
  askedBy: wish.mine ? reader : null,
  action: wish.action && words.say(`action.${wish.action}`),
  days: wish.days,
  on: wish.on,
  isOlder: before !== null,
});

const rowFor = (run: RunRecord, words: Words): HistoryRowView => ({
  number: run.number,
  title: words.say(`action.${run.action}`),
  status: statusName(statusOf({ ...run, targets: run.samples })),
  asker: run.asker.name,
  at: run.askedAt,
  on: { names: run.names, count: run.targetCount },
  alsoAsked: run.alsoAsked,
  decision: decisionOf(run),
  requestIds: { names: run.requestIds, count: run.requestCount },
});

export const decisionOf = ({ approval }: Pick<RunHead, 'approval'>): DecisionView | null =>
  approval?.decision ? { kind: approval.decision.kind, name: approval.decision.by.name } : null;

type Place = { wish: HistoryWish; before: number | null; older: number | null; isEmpty: boolean };

function buttonsFor({ wish, before, older, isEmpty }: Place, words: Words): PressButton[] {
  const page = (title: 'button.older' | 'button.newest', to: number | null): PressButton => ({
    title: words.say(title),
    press: { press: 'history', ...wish, before: to },
  });
  const all: PressButton = {
    title: words.say('button.all-runs'),
    press: { press: 'history', mine: false, days: null, action: null, on: null, before: null },
  };
  const csv: PressButton = { title: words.say('button.csv'), press: { press: 'export-history', ...wish } };
  const isNarrow = wish.mine || wish.days !== null || wish.action !== null || wish.on !== null;
  return [
    ...(older === null ? [] : [page('button.older', older)]),
    ...(before === null ? [] : [page('button.newest', null)]),
    ...(isEmpty ? [] : [csv]),
    ...(isNarrow && isEmpty ? [all] : []),
    sayButton('runs', words),
    sayButton('help', words),
  ];
}

/** What was invented must not be taken for real once it is in somebody's folder. */
export const historyFileName = ({ practice, now }: Screen): string =>
  `${practice ? 'practice-' : ''}history-${now.toISOString().slice(0, 10)}.csv`;

/** What became of the file of history. */
export function historyFileCard(state: RunFileState, screen: Screen): CardJson {
  const { words, practice } = screen;
  const say = wordsFor('history', words);
  const again = sayButton('history', words);
  const buttons = [...(canAskAgain.has(state) ? [again] : []), sayButton('runs', words), sayButton('help', words)];
  const view = { practice, heading: words.say('history.title'), say, state, file: historyFileName(screen), buttons };
  return asJson(runFile(view, words));
}
