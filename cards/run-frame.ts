import type { CardParts } from './kit/card.ts';
import { box, subtle, text, verdict } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Element } from './kit/types.ts';
import {
  changedKey,
  nextLines,
  type RefusalView,
  refusalSentence,
  supportButton,
  supportLines,
} from './refusal-lines.ts';
import { type AnyStatus, peopleSentence, statusWord, toneOf } from './run-status.ts';
import { type TrailLine, trailLines } from './run-trail.ts';
import { isSignInWord, needSentence, waitedLine, waitLines } from './sign-in-lines.ts';
import type { Words } from './words/index.ts';

/** What every board of a run shows; the same message is edited all along. */
export type RunFrameView<Status extends AnyStatus = AnyStatus> = {
  practice: boolean;
  now: Date;
  number: number;
  /** What is being done, as the reader calls it. */
  title: string;
  status: Status;
  /** What happened so far. */
  trail: readonly TrailLine[];
  refusal: RefusalView | null;
  /** Until when the asker's sign-in was waited for in vain. */
  waitedUntil: Date | null;
  asker: string;
  readerIsAsker: boolean;
  /** Everybody else who waits for this run. */
  alsoWaiting: readonly string[];
  /** How many they are, where not all are named. */
  waitingInAll?: number;
  buttons: readonly PressButton[];
};

/** What one kind of board adds. */
type Parts = {
  /** Why it stands so: the first in full size, evidence below it. */
  why: readonly string[];
  body?: readonly Element[];
  /** Beside those of the refusal. */
  support?: RefusalView['support'];
};

/** What a message about a run that is over says of it, in the words of its board: why, and what helps. */
export type OverLines = { why: readonly string[]; next: readonly Element[] };

export function runFrame(view: RunFrameView, parts: Parts, words: Words): CardParts {
  const { status, readerIsAsker, now } = view;
  const [first = '', ...rest] = parts.why;
  const why = [text(first, { spacing: 'Small' }), ...rest.map(subtle)];
  const support = { support: [...(shownRefusal(view)?.support ?? []), ...(parts.support ?? [])] };
  return {
    title: words.say('run.title', { title: view.title, number: view.number }),
    practice: view.practice,
    body: [
      box([verdict(statusWord(status, readerIsAsker, words)), ...why], toneOf(status)),
      ...nextAfter(view, words),
      ...(parts.body ?? []),
      ...trailLines(view.trail, now, words),
      subtle(peopleSentence(view, words)),
      ...supportLines(support, words),
    ],
    actions: [...view.buttons.map(pressButton), ...supportButton(support, words)],
  };
}

/** Once it is under way or over, what Intune refused before does not matter any more. */
export function shownRefusal({ status, refusal }: Pick<RunFrameView, 'status' | 'refusal'>): RefusalView | null {
  return ['sign-in', 'joined', 'unsure', 'refused', 'silent'].includes(status.kind) ? refusal : null;
}

/** Where others read it too, it names whose sign-in is missing. */
export function refusedSentence(refusal: RefusalView, view: RunFrameView, words: Words): string {
  return isSignInWord(refusal.kind) ? needSentence(refusal.kind, view, words) : refusalSentence(refusal, words);
}

/** Whether anything changed, and what happens next on its own, where the status has not said so. */
export function nextAfter(view: RunFrameView, words: Words): Element[] {
  const { status, now } = view;
  const refusal = shownRefusal(view);
  switch (status.kind) {
    case 'joined':
    case 'unsure': {
      const changed = status.kind === 'unsure' ? 'changed.unknown' : 'changed.nothing';
      const next = words.say(`status.${status.kind}.until`, { time: words.when(status.until, now) });
      return [...(refusal ? [text(words.say(changed))] : []), text(next, { spacing: refusal ? 'Small' : 'Default' })];
    }
    case 'sign-in':
      return waitLines({ ...view, ...status }, words);
    case 'refused':
      return refusal ? [text(words.say(changedKey(refusal))), ...afterLines(view, refusal, words)] : [];
    case 'silent':
      return refusal ? [text(refusedSentence(refusal, view, words)), ...afterLines(view, refusal, words)] : [];
    default:
      return [];
  }
}

/** What happens on its own, once it has ended. */
function afterLines({ status, now, waitedUntil }: RunFrameView, refusal: RefusalView, words: Words): Element[] {
  if (waitedUntil && isSignInWord(refusal.kind)) return [waitedLine(waitedUntil, now, words)];
  if (status.kind === 'silent' && status.why !== 'cannot-look') return [];
  return nextLines(refusal, words, now);
}
