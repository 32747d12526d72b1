import { card } from './kit/card.ts';
import { box, subtle, text, verdict } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card, Container, Element } from './kit/types.ts';
import {
  changedKey,
  nextLines,
  type RefusalView,
  refusalSentence,
  supportButton,
  supportLines,
} from './refusal-lines.ts';
import { type TrailLine, trailLines } from './run-trail.ts';
import { isSignInWord, needSentence, type SignInWait, waitedLine, waitLines } from './sign-in-lines.ts';
import type { Words } from './words/index.ts';

/** One run, from the booking to the verdict; the same message is edited all along. */
export type RunBoardView = {
  practice: boolean;
  now: Date;
  number: number;
  /** What is being done, as the reader calls it. */
  title: string;
  status: RunStatus;
  /** What happened so far. */
  trail: readonly TrailLine[];
  /** The time that proves the verdict. */
  evidence: { from: Date | null; to: Date } | null;
  refusal: RefusalView | null;
  /** Until when the asker's sign-in was waited for in vain. */
  waitedUntil: Date | null;
  asker: string;
  readerIsAsker: boolean;
  /** Everybody else who waits for this run. */
  alsoWaiting: readonly string[];
  buttons: readonly PressButton[];
};

export type RunStatus =
  | { kind: 'booked'; at: Date; estimate: boolean }
  | { kind: 'starting' }
  /** There is no token in the asker's name. */
  | ({ kind: 'sign-in' } & Pick<SignInWait, 'need' | 'until' | 'begun'>)
  /** Graph said 204; nothing more is known. */
  | { kind: 'accepted'; until: Date }
  /** Following a sync that somebody else began. */
  | { kind: 'joined'; until: Date }
  | { kind: 'working'; until: Date }
  /** The answer was lost; the service is watched for signs. */
  | { kind: 'unsure'; until: Date }
  | { kind: 'done' }
  | { kind: 'failed' }
  | { kind: 'silent'; why: 'never-began' | 'never-ended' | 'cannot-look' }
  | { kind: 'refused' }
  | { kind: 'cancelled'; by: string };

export function runBoard(view: RunBoardView, words: Words): Card {
  const refusal = shownRefusal(view);
  return card(words, {
    title: words.say('run.title', { title: view.title, number: view.number }),
    practice: view.practice,
    body: [
      box([verdict(statusWord(view, words)), ...statusLines(view, words)], tone(view.status)),
      ...nextAfter(view, words),
      ...trailLines(view.trail, view.now, words),
      subtle(peopleSentence(view, words)),
      ...supportLines(refusal, words),
    ],
    actions: [...view.buttons.map(pressButton), ...supportButton(refusal, words)],
  });
}

const statusWord = ({ status, readerIsAsker }: RunBoardView, words: Words) =>
  words.say(status.kind === 'sign-in' && readerIsAsker ? 'status.sign-in.you' : `status.${status.kind}`);

/** Once it is under way or over, what Intune refused before does not matter any more. */
function shownRefusal({ status, refusal }: RunBoardView): RefusalView | null {
  return ['sign-in', 'joined', 'unsure', 'refused', 'silent'].includes(status.kind) ? refusal : null;
}

/** Why it stands so. */
function statusLines(view: RunBoardView, words: Words): Element[] {
  const [first, ...rest] = [statusSentence(view, words), ...evidenceSentences(view, words)];
  return [text(first ?? '', { spacing: 'Small' }), ...rest.map(subtle)];
}

function statusSentence(view: RunBoardView, words: Words): string {
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
    case 'unsure':
      return refusal ? refusalSentence(refusal, words) : words.say('changed.unknown');
    case 'sign-in':
      return needSentence(status.need, view, words);
    case 'refused':
      return refusal ? refusedSentence(refusal, view, words) : words.say('status.refused.crowded');
    case 'silent':
      return words.say(`status.silent.${status.why}`);
    case 'cancelled':
      return words.say('status.cancelled.by', { name: status.by });
    case 'starting':
    case 'done':
    case 'failed':
      return words.say(`status.${status.kind}.more`);
  }
}

function evidenceSentences({ evidence, now }: RunBoardView, words: Words): string[] {
  if (!evidence) return [];
  const to = words.when(evidence.to, now);
  if (!evidence.from) return [words.say('evidence.first', { to })];
  return [words.say('evidence.moved', { from: words.when(evidence.from, now), to })];
}

/** Whether anything changed, and what happens next on its own, where the status has not said so. */
function nextAfter(view: RunBoardView, words: Words): Element[] {
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

/** Where others read it too, it names whose sign-in is missing. */
function refusedSentence(refusal: RefusalView, view: RunBoardView, words: Words): string {
  return isSignInWord(refusal.kind) ? needSentence(refusal.kind, view, words) : refusalSentence(refusal, words);
}

/** What happens on its own, once it has ended. */
function afterLines({ status, now, waitedUntil }: RunBoardView, refusal: RefusalView, words: Words): Element[] {
  if (waitedUntil && isSignInWord(refusal.kind)) return [waitedLine(waitedUntil, now, words)];
  if (status.kind === 'silent' && status.why !== 'cannot-look') return [];
  return nextLines(refusal, words, now);
}

/** Colour repeats what the word says, and nothing depends on it. */
function tone({ kind }: RunStatus): Container['style'] {
  if (kind === 'done') return 'good';
  if (kind === 'failed') return 'attention';
  return ['sign-in', 'refused', 'silent', 'unsure'].includes(kind) ? 'warning' : 'emphasis';
}

function peopleSentence({ asker, readerIsAsker, alsoWaiting, status }: RunBoardView, words: Words): string {
  const phase = phaseOf(status);
  const runsAs = words.say(readerIsAsker ? 'run.as-you' : 'run.as', { name: asker, phase });
  if (alsoWaiting.length === 0) return runsAs;
  return `${runsAs} ${words.say('run.also-waiting', { names: words.list(alsoWaiting), phase })}`;
}

function phaseOf(status: RunStatus): 'later' | 'now' | 'ended' | 'elsewhere' {
  const { kind } = status;
  if (kind === 'booked' || (kind === 'sign-in' && status.begun === 'no')) return 'later';
  if (kind === 'joined') return 'elsewhere';
  return ['done', 'failed', 'silent', 'refused', 'cancelled'].includes(kind) ? 'ended' : 'now';
}
