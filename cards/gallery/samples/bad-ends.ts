import type { NoticeContent } from '../../../bot/runs/notice.ts';
import type { Run } from '../../../bot/runs/run.ts';
import { runVerdictOf } from '../../../bot/runs/verdict.ts';
import { noticeViewFor } from '../../../bot/views/notice.ts';
import type { Words } from '../../words/index.ts';
import { forEach } from '../sample.ts';
import { endedRuns } from './ended-runs.ts';
import { ago, ana, now } from './invented.ts';

const verdictsOf = ({ targets }: Run) => targets.flatMap(({ verdict }) => verdict ?? []);
const factsOf = (run: Run) => ({
  verdict: runVerdictOf(verdictsOf(run)),
  asker: ana,
  counts: Object.fromEntries([...Map.groupBy(verdictsOf(run), (one) => one)].map(([one, all]) => [one, all.length])),
});

/** `own`: in a chat that only its asker reads. */
const drawn =
  (run: Run, content: NoticeContent, own = false) =>
  (words: Words) =>
    noticeViewFor(content, { words, now, practice: true }, { run, reader: own ? run.asker.id : null });

function booked(run: Run, own = false) {
  const { number, action } = run;
  return drawn(run, { kind: 'run-over', number, action, bookedFor: ago(9), ...factsOf(run) }, own);
}

function watched(run: Run) {
  const what = { kind: 'run', runId: run.id, number: run.number, action: run.action } as const;
  const news = { kind: 'run', ...factsOf(run) } as const;
  return drawn(run, { kind: 'watch', watch: 3, what, news, by: null, endsAt: null });
}

/** Runs that did not come to a good end: why, and what helps, as their boards have it. */
export const badEnds = {
  ...forEach(Object.keys(endedRuns) as (keyof typeof endedRuns)[], (which) => [
    `bad end, ${which}`,
    booked(endedRuns[which]),
  ]),
  'bad end, told to whoever asked': booked(endedRuns['a sync that was not allowed'], true),
  'bad end, of a watched run': watched(endedRuns['a locked device']),
};
