import { decisionSentences } from '../../cards/history.ts';
import { statusName } from '../../cards/run-status.ts';
import type { Key } from '../../cards/words/index.ts';
import type { RunRecord } from '../runs/record.ts';
import { decisionOf } from './history.ts';
import { statusOf } from './run.ts';
import type { Screen } from './screen.ts';

type Cell = (run: RunRecord, screen: Screen) => string;

/** In their order. Times in UTC, because a file is read anywhere. */
const columns: readonly (readonly [Key, Cell])[] = [
  ['csv.run', ({ number }) => String(number)],
  ['csv.action', ({ action }, { words }) => words.say(`action.${action}`)],
  ['csv.verdict', (run, { words }) => words.say(`status.${statusName(statusOf({ ...run, targets: run.samples }))}`)],
  ['csv.asker', ({ asker }) => asker.name],
  ['csv.asker-id', ({ asker }) => asker.id],
  ['csv.also-asked', ({ alsoAsked }) => alsoAsked.join('; ')],
  ['csv.decided-by', (run, { words }) => decisionSentences(decisionOf(run), words).join('')],
  ['csv.cancelled-by', ({ cancelledBy }) => cancelledBy ?? ''],
  ['csv.count', ({ targetCount }) => (targetCount > 0 ? String(targetCount) : '')],
  ['csv.on', ({ names, targetCount }, { words }) => listOf(names, targetCount, words)],
  ['csv.asked-at', ({ askedAt }) => askedAt.toISOString()],
  ['csv.booked-for', ({ bookedFor }) => bookedFor?.toISOString() ?? ''],
  ['csv.ended-at', ({ endedAt }) => endedAt?.toISOString() ?? ''],
  ['csv.request-id', ({ requestIds, requestCount }, { words }) => listOf(requestIds, requestCount, words)],
];

/** A row for each run. */
export const historyRows = (runs: readonly RunRecord[], screen: Screen) => ({
  header: columns.map(([key]) => screen.words.say(key)),
  rows: runs.map((run) => columns.map(([, cell]) => cell(run, screen))),
});

function listOf(names: readonly string[], count: number, words: Screen['words']): string {
  const more = count - names.length;
  return [...names, ...(more > 0 ? [words.say('board.more', { count: more })] : [])].join('; ');
}
