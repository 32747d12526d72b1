import { firstFew } from './first-few.ts';
import type { Tone } from './kit/types.ts';
import type { SignInWait } from './sign-in-lines.ts';
import type { Words } from './words/index.ts';

type Looking = { until: Date };

/** How a run stands, whatever it does. */
export type CommonStatus =
  | { kind: 'starting' }
  /** There is no token in the asker's name. */
  | ({ kind: 'sign-in' } & Pick<SignInWait, 'need' | 'until' | 'begun'>)
  /** Graph said 204; nothing more is known. */
  | ({ kind: 'accepted' } & Looking)
  | ({ kind: 'working' } & Looking)
  /** The answer was lost; the service is watched for signs. */
  | ({ kind: 'unsure' } & Looking)
  | { kind: 'done' }
  | { kind: 'failed' }
  | { kind: 'silent'; why: 'never-began' | 'never-ended' | 'cannot-look' }
  | { kind: 'refused' }
  | { kind: 'cancelled'; by: string };

/** One sync of the whole tenant. */
export type RunStatus =
  | CommonStatus
  | { kind: 'booked'; at: Date; estimate: boolean }
  /** Following a sync that somebody else began. */
  | ({ kind: 'joined' } & Looking);

/** Work on devices or connectors, one or many. */
export type TargetsStatus =
  | CommonStatus
  /** A second person has to agree. */
  | { kind: 'approval'; until: Date }
  | { kind: 'declined'; by: string; reason: string }
  /** Nobody agreed in time. */
  | { kind: 'expired'; until: Date }
  /** Accepted, and the device has not shown itself since. */
  | ({ kind: 'waiting' } & Looking)
  /** Some are done, and some are not and will not be. */
  | { kind: 'partly' }
  /** Somebody said that it was enough; what had been asked for by then is over too. */
  | { kind: 'stopped'; by: string }
  /** Somebody said that looking is no longer needed. */
  | { kind: 'unwatched'; by: string }
  /** Something else was asked for since, so what became of it can no longer be seen. */
  | { kind: 'superseded' }
  /** A removal that was looked at so late that it may have come back by itself. */
  | { kind: 'returned' };

export type AnyStatus = RunStatus | TargetsStatus;

/** How it stands, in a word or three. */
export function statusWord(status: AnyStatus, readerIsAsker: boolean, words: Words): string {
  const name = statusName(status);
  return words.say(name === 'sign-in' && readerIsAsker ? 'status.sign-in.you' : `status.${name}`);
}

type Silence = Extract<CommonStatus, { kind: 'silent' }>['why'];
export type StatusName = AnyStatus['kind'] | Exclude<Silence, 'never-began'>;

/** Only what nothing was heard of gave no sign of life. */
export const statusName = (status: AnyStatus): StatusName =>
  status.kind === 'silent' && status.why !== 'never-began' ? status.why : status.kind;

/** Colour repeats what the word says, and nothing depends on it. */
export function toneOf({ kind }: AnyStatus): Tone {
  if (kind === 'done') return 'good';
  if (kind === 'failed') return 'attention';
  return ['sign-in', 'refused', 'declined', 'expired', 'silent', 'superseded', 'unsure', 'partly'].includes(kind)
    ? 'warning'
    : 'emphasis';
}

const mostNamed = 10;

type Whose = {
  status: AnyStatus;
  asker: string;
  readerIsAsker: boolean;
  alsoWaiting: readonly string[];
  waitingInAll?: number;
};

export function peopleSentence(whose: Whose, words: Words): string {
  const { asker, readerIsAsker, alsoWaiting, waitingInAll, status } = whose;
  const phase = phaseOf(status);
  const runsAs = words.say(readerIsAsker ? 'run.as-you' : 'run.as', { name: asker, phase });
  if (alsoWaiting.length === 0) return runsAs;
  return `${runsAs} ${words.say('run.also-waiting', { names: namesOf(alsoWaiting, waitingInAll, words), phase })}`;
}

/** Beyond those that are named the number is rounded: each of them has a card, and none is edited for every one who comes. */
function namesOf(names: readonly string[], inAll: number | undefined, words: Words): string {
  const more = (inAll ?? names.length) - mostNamed;
  if (more < rounded) return firstFew({ names, count: inAll ?? names.length }, mostNamed, words);
  const count = 10 ** Math.floor(Math.log10(more));
  return words.list([...names.slice(0, mostNamed), words.say('run.many-more', { count })]);
}

const rounded = 10;

function phaseOf(status: AnyStatus): 'later' | 'now' | 'ended' | 'elsewhere' {
  const { kind } = status;
  if (kind === 'booked' || kind === 'approval' || (kind === 'sign-in' && status.begun === 'no')) return 'later';
  if (kind === 'joined') return 'elsewhere';
  return over.includes(kind) ? 'ended' : 'now';
}

const over: readonly AnyStatus['kind'][] = [
  'done',
  'partly',
  'stopped',
  'failed',
  'silent',
  'refused',
  'cancelled',
  'declined',
  'expired',
  'unwatched',
  'superseded',
  'returned',
];
