import { type RefusalView, refusalSentence } from './refusal-lines.ts';
import type { RunFrameView } from './run-frame.ts';
import type { TargetsStatus } from './run-status.ts';
import { needSentence } from './sign-in-lines.ts';
import type { Words } from './words/index.ts';

type Alike =
  | 'starting'
  | 'approval'
  | 'declined'
  | 'expired'
  | 'sign-in'
  | 'unsure'
  | 'cancelled'
  | 'stopped'
  | 'unwatched';

/** Why a run stands so, where that is said alike whatever it does. */
export function whyOfRun(status: Extract<TargetsStatus, { kind: Alike }>, view: RunFrameView, words: Words): string {
  switch (status.kind) {
    case 'starting':
      return words.say('status.starting.more');
    case 'sign-in':
      return needSentence(status.need, view, words);
    case 'approval':
      return words.say('status.approval.until', { time: words.when(status.until, view.now), number: view.number });
    case 'declined':
      return words.say('status.declined.by', { name: status.by, reason: status.reason });
    case 'expired':
      return words.say('status.expired.more', { time: words.when(status.until, view.now) });
    case 'unsure':
      return unsureSentence(view.refusal, words);
    case 'cancelled':
    case 'stopped':
    case 'unwatched':
      return words.say(`status.${status.kind}.by`, { name: status.by });
  }
}

const unsureSentence = (refusal: RefusalView | null, words: Words): string =>
  refusal ? refusalSentence(refusal, words) : words.say('changed.unknown');
