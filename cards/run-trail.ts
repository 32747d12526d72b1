import { caption, rows } from './kit/elements.ts';
import type { Element } from './kit/types.ts';
import type { Words } from './words/index.ts';

/** One thing that happened to a run. */
export type TrailLine =
  | { kind: 'asked'; at: Date; who: string }
  /** By a second person. */
  | { kind: 'approved' | 'declined'; at: Date; who: string }
  /** Nobody agreed in time. */
  | { kind: 'expired'; at: Date }
  | { kind: 'accepted'; at: Date }
  | { kind: 'accepted-unheard'; at: Date }
  | { kind: 'refused'; at: Date; status: number | null }
  /** It had changed since the person looked, so Intune was not asked. */
  | { kind: 'unsent'; at: Date }
  /** Nothing could be asked in their name. */
  | { kind: 'signed-out'; at: Date; who: string }
  | { kind: 'seen-running'; at: Date }
  /** The bot was restarted meanwhile; nothing is asked for twice. */
  | { kind: 'resumed'; at: Date }
  /** What had not been asked for by then never will be. */
  | { kind: 'stopped'; at: Date; who: string }
  | { kind: 'looked'; at: Date; state: 'waiting' | 'working' | 'done' | 'failed' };

export function trailLines(trail: readonly TrailLine[], now: Date, words: Words): Element[] {
  if (trail.length === 0) return [];
  const inOrder = trail.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const lines = inOrder.map((line) => [words.short(line.at, now), trailSentence(line, words)] as const);
  return [caption(words.say('trail.title', { zone: words.zone })), rows(lines, { isSubtle: true })];
}

function trailSentence(line: TrailLine, words: Words): string {
  switch (line.kind) {
    case 'asked':
    case 'approved':
    case 'declined':
    case 'signed-out':
    case 'stopped':
      return words.say(`trail.${line.kind}`, { name: line.who });
    case 'refused':
      return line.status === null ? words.say('trail.no-answer') : words.say('trail.refused', { status: line.status });
    case 'looked':
      return words.say(`trail.looked.${line.state}`);
    case 'expired':
    case 'accepted':
    case 'accepted-unheard':
    case 'seen-running':
    case 'unsent':
    case 'resumed':
      return words.say(`trail.${line.kind}`);
  }
}
