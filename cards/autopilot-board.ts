import { card } from './kit/card.ts';
import type { Card } from './kit/types.ts';
import { refusalSentence } from './refusal-lines.ts';
import { nextAfter, type OverLines, type RunFrameView, refusedSentence, runFrame } from './run-frame.ts';
import type { RunStatus } from './run-status.ts';
import { whyOfRun } from './run-why.ts';
import type { Words } from './words/index.ts';

/** One sync of the whole tenant, from the booking to the verdict. */
export type AutopilotBoardView = RunFrameView<RunStatus> & {
  /** The time that proves the verdict. */
  evidence: { from: Date | null; to: Date } | null;
};

export function autopilotBoard(view: AutopilotBoardView, words: Words): Card {
  return card(words, runFrame(view, { why: [statusSentence(view, words), ...evidenceSentences(view, words)] }, words));
}

export const autopilotOver = (view: AutopilotBoardView, words: Words): OverLines => ({
  why: [statusSentence(view, words)],
  next: nextAfter(view, words),
});

function statusSentence(view: AutopilotBoardView, words: Words): string {
  const { status, now, refusal } = view;
  switch (status.kind) {
    case 'booked':
      return words.say(status.estimate ? 'status.booked.estimate' : 'status.booked.told', {
        time: words.when(status.at, now),
      });
    case 'accepted':
    case 'working':
      return words.say(`status.${status.kind}.until`, { time: words.when(status.until, now) });
    case 'joined':
      return refusal ? refusalSentence(refusal, words) : words.say('status.joined.found');
    case 'refused':
      return refusal ? refusedSentence(refusal, view, words) : words.say('status.refused.crowded');
    case 'silent':
      return words.say(`status.silent.${status.why}`);
    case 'starting':
    case 'sign-in':
    case 'unsure':
    case 'cancelled':
      return whyOfRun(status, view, words);
    case 'done':
    case 'failed':
      return words.say(`status.${status.kind}.more`);
  }
}

function evidenceSentences({ evidence, now }: AutopilotBoardView, words: Words): string[] {
  if (!evidence) return [];
  const to = words.when(evidence.to, now);
  if (!evidence.from) return [words.say('evidence.first', { to })];
  return [words.say('evidence.moved', { from: words.when(evidence.from, now), to })];
}
