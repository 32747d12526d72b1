import { card } from './kit/card.ts';
import { box, caption, rows, subtle, text, verdict } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card, Container, Element } from './kit/types.ts';
import {
  nextLines,
  type RefusalView,
  refusalLines,
  refusalSentence,
  supportButton,
  supportLines,
} from './refusal-lines.ts';
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
  asker: string;
  readerIsAsker: boolean;
  /** Everybody else who waits for this run. */
  alsoWaiting: readonly string[];
  buttons: readonly PressButton[];
};

export type RunStatus =
  | { kind: 'booked'; at: Date; estimate: boolean }
  | { kind: 'starting' }
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

export type TrailLine =
  | { kind: 'asked'; at: Date; who: string }
  | { kind: 'accepted'; at: Date }
  | { kind: 'accepted-unheard'; at: Date }
  | { kind: 'refused'; at: Date; status: number | null }
  | { kind: 'seen-running'; at: Date }
  | { kind: 'looked'; at: Date; state: 'waiting' | 'working' | 'done' | 'failed' };

export function runBoard(view: RunBoardView, words: Words): Card {
  const refusal = shownRefusal(view);
  return card(words, {
    title: words.say('run.title', { title: view.title, number: view.number }),
    practice: view.practice,
    body: [
      box([verdict(statusWord(view.status, words)), ...statusLines(view, words)], tone(view.status)),
      ...nextAfter(view, words),
      ...trailLines(view, words),
      subtle(peopleSentence(view, words)),
      ...supportLines(refusal, words),
    ],
    actions: [...view.buttons.map(pressButton), ...supportButton(refusal, words)],
  });
}

const statusWord = ({ kind }: RunStatus, words: Words) => words.say(`status.${kind}`);

/** Once it is under way or over, what Intune refused before does not matter any more. */
function shownRefusal({ status, refusal }: RunBoardView): RefusalView | null {
  return ['joined', 'unsure', 'refused', 'silent'].includes(status.kind) ? refusal : null;
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
    case 'refused':
      return refusal ? refusalSentence(refusal, words) : words.say('status.refused.crowded');
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
    case 'refused':
      return refusal ? refusalLines(refusal, words, now) : [];
    case 'silent':
      if (!refusal) return [];
      return [
        text(refusalSentence(refusal, words)),
        ...(status.why === 'cannot-look' ? nextLines(refusal, words, now) : []),
      ];
    default:
      return [];
  }
}

/** Colour repeats what the word says, and nothing depends on it. */
function tone({ kind }: RunStatus): Container['style'] {
  if (kind === 'done') return 'good';
  if (kind === 'failed') return 'attention';
  return kind === 'refused' || kind === 'silent' || kind === 'unsure' ? 'warning' : 'emphasis';
}

function trailLines({ trail, now }: RunBoardView, words: Words): Element[] {
  if (trail.length === 0) return [];
  const inOrder = trail.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const lines = inOrder.map((line) => [words.short(line.at, now), trailSentence(line, words)] as const);
  return [caption(words.say('trail.title', { zone: words.zone })), rows(lines, { isSubtle: true })];
}

function trailSentence(line: TrailLine, words: Words): string {
  switch (line.kind) {
    case 'asked':
      return words.say('trail.asked', { name: line.who });
    case 'refused':
      return line.status === null ? words.say('trail.no-answer') : words.say('trail.refused', { status: line.status });
    case 'looked':
      return words.say(`trail.looked.${line.state}`);
    case 'accepted':
    case 'accepted-unheard':
    case 'seen-running':
      return words.say(`trail.${line.kind}`);
  }
}

function peopleSentence({ asker, readerIsAsker, alsoWaiting, status }: RunBoardView, words: Words): string {
  const phase = phaseOf(status);
  const runsAs = words.say(readerIsAsker ? 'run.as-you' : 'run.as', { name: asker, phase });
  if (alsoWaiting.length === 0) return runsAs;
  return `${runsAs} ${words.say('run.also-waiting', { names: words.list(alsoWaiting), phase })}`;
}

function phaseOf({ kind }: RunStatus): 'later' | 'now' | 'ended' | 'elsewhere' {
  if (kind === 'booked') return 'later';
  if (kind === 'joined') return 'elsewhere';
  return ['done', 'failed', 'silent', 'refused', 'cancelled'].includes(kind) ? 'ended' : 'now';
}
