import { card } from './kit/card.ts';
import { box, facts, heading, subtle, text } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card, Container, Element } from './kit/types.ts';
import { type RefusalView, refusalLines, supportButton } from './refusal-lines.ts';
import type { Words } from './words/index.ts';

/** One run, from the booking to the verdict; the same message is edited all along. */
export type RunBoardView = {
  practice: boolean;
  now: Date;
  number: number;
  /** What is being done, as the reader calls it. */
  title: string;
  status: RunStatus;
  /** What happened so far, oldest first. */
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
  return card(words, {
    title: words.say('run.title', { title: view.title, number: view.number }),
    practice: view.practice,
    body: [
      box(
        [heading(statusWord(view.status, words)), text(statusSentence(view, words), { spacing: 'small' })],
        tone(view.status),
      ),
      ...evidenceLines(view, words),
      ...(view.refusal ? refusalLines(view.refusal, words, view.now) : []),
      ...trailLines(view, words),
      subtle(peopleSentence(view, words)),
    ],
    actions: [...view.buttons.map(pressButton), ...supportButton(view.refusal, words)],
  });
}

const statusWord = ({ kind }: RunStatus, words: Words) => words.say(`status.${kind}`);

function statusSentence({ status, now }: RunBoardView, words: Words): string {
  switch (status.kind) {
    case 'booked':
      return words.say(status.estimate ? 'status.booked.estimate' : 'status.booked.told', {
        time: words.when(status.at, now),
      });
    case 'accepted':
    case 'joined':
    case 'working':
    case 'unsure':
      return words.say(`status.${status.kind}.until`, { time: words.when(status.until, now) });
    case 'silent':
      return words.say(`status.silent.${status.why}`);
    case 'cancelled':
      return words.say('status.cancelled.by', { name: status.by });
    case 'starting':
    case 'done':
    case 'failed':
    case 'refused':
      return words.say(`status.${status.kind}.more`);
  }
}

/** Colour repeats what the word says, and nothing depends on it. */
function tone({ kind }: RunStatus): Container['style'] {
  if (kind === 'done') return 'good';
  if (kind === 'failed') return 'attention';
  return kind === 'refused' || kind === 'silent' || kind === 'unsure' ? 'warning' : 'emphasis';
}

function evidenceLines({ evidence, now }: RunBoardView, words: Words): Element[] {
  if (!evidence) return [];
  const to = words.when(evidence.to, now);
  if (!evidence.from) return [text(words.say('evidence.first', { to }))];
  return [text(words.say('evidence.moved', { from: words.when(evidence.from, now), to }))];
}

function trailLines({ trail, now }: RunBoardView, words: Words): Element[] {
  if (trail.length === 0) return [];
  return [facts(trail.map((line) => [words.when(line.at, now), trailSentence(line, words)] as const))];
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

function peopleSentence({ asker, readerIsAsker, alsoWaiting }: RunBoardView, words: Words): string {
  const runsAs = readerIsAsker ? words.say('run.as-you') : words.say('run.as', { name: asker });
  if (alsoWaiting.length === 0) return runsAs;
  return `${runsAs} ${words.say('run.also-waiting', { names: words.list(alsoWaiting), count: alsoWaiting.length })}`;
}
