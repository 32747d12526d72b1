import { connectorStatusWord, type ExchangeSync } from './exchange-connector.ts';
import { card } from './kit/card.ts';
import { subtle, text } from './kit/elements.ts';
import { shortened } from './kit/shorten.ts';
import type { Card, Element } from './kit/types.ts';
import type { DeviceStanding } from './payload-counts.ts';
import { nextLines, type RefusalView, refusalSentence } from './refusal-lines.ts';
import { standingWord } from './run-details.ts';
import { nextAfter, type OverLines, type RunFrameView, refusedSentence, runFrame } from './run-frame.ts';
import { type LookView, lookSentences } from './run-look.ts';
import type { CommonStatus, TargetsStatus } from './run-status.ts';
import { whyOfRun } from './run-why.ts';
import type { Words } from './words/index.ts';

/** A sync of one or more Exchange connectors; its `title` says that it is one. */
export type ExchangeBoardView = RunFrameView<ExchangeStatus> & {
  connectors: readonly ConnectorRowView[];
  look: LookView;
  /** How long it was looked for, once nothing moved. */
  lookedForMinutes: number | null;
  /** Graph asks to wait before a sync is asked for. */
  pausedUntil: Date | null;
};

/** Of a connector nothing is seen but the time of its last success and its status. */
export type ExchangeStatus = Exclude<TargetsStatus, { kind: 'waiting' | 'working' | 'superseded' | 'returned' }>;

export type ConnectorRowView = {
  name: string;
  sync: ExchangeSync;
  standing: Exclude<DeviceStanding, 'waiting' | 'working' | 'superseded' | 'returned'>;
  /** Looked at until the end of the wait. */
  lookedToTheEnd: boolean;
  /** The time of the last success, which proves it. */
  moved: { from: Date | null; to: Date } | null;
  /** The status, in Intune's words, where that is all that moved. */
  turned: { from: string; to: string } | null;
  /** Its own, where the connectors were refused for different reasons. */
  refusal: RefusalView | null;
};

export function exchangeBoard(view: ExchangeBoardView, words: Words): Card {
  const { connectors, look, now } = view;
  const looked = lookSentences({ ...look, now }, words).join(' ');
  const body = [
    ...pauseLines(view, words),
    ...causeLines(view, words),
    ...connectors.flatMap((one) => [...nameLines(one, connectors.length > 1, words), ...ends(one, now, words)]),
    ...(looked ? [subtle(looked)] : []),
  ];
  return card(words, runFrame(view, { why: [whySentence(view, words)], body }, words));
}

const mostOver = 3;

/** Those that are not done, with what proves it. */
export function connectorsOver(view: ExchangeBoardView, words: Words): OverLines {
  const { connectors, now } = view;
  const wrong = connectors.filter(({ standing }) => standing !== 'done').slice(0, mostOver);
  const rows = wrong.flatMap((one) => [...nameLines(one, connectors.length > 1, words), ...ends(one, now, words)]);
  return { why: [whySentence(view, words)], next: [...nextAfter(view, words), ...causeLines(view, words), ...rows] };
}

function whySentence(view: ExchangeBoardView, words: Words): string {
  const { status, refusal, now } = view;
  switch (status.kind) {
    case 'accepted':
      return words.say('exchange.accepted', { time: words.when(status.until, now) });
    case 'refused':
      return refusal ? refusedSentence(refusal, view, words) : words.say('board.refused');
    case 'silent':
      return silentSentence(status, view, words);
    case 'partly':
      return words.say('board.partly', { what: 'connectors', ...share(view) });
    case 'starting':
    case 'approval':
    case 'declined':
    case 'expired':
    case 'sign-in':
    case 'unsure':
    case 'cancelled':
    case 'stopped':
    case 'unwatched':
      return whyOfRun(status, view, words);
    case 'failed':
      return words.say('exchange.failed');
    case 'done':
      return words.say('exchange.done', { count: view.connectors.length });
  }
}

function pauseLines({ pausedUntil }: ExchangeBoardView, words: Words): Element[] {
  return pausedUntil ? [text(words.say('exchange.pause', { time: words.toTheSecond(pausedUntil) }))] : [];
}

type Silent = Extract<CommonStatus, { kind: 'silent' }>;

function silentSentence({ why }: Silent, { lookedForMinutes }: ExchangeBoardView, words: Words): string {
  if (why !== 'never-began') return words.say(`status.silent.${why}`);
  if (lookedForMinutes === null) return words.say('exchange.silent.unmeasured');
  return words.say('exchange.silent', { minutes: lookedForMinutes });
}

const share = ({ connectors }: ExchangeBoardView) => ({
  done: connectors.filter(({ standing }) => standing === 'done').length,
  total: connectors.length,
});

/** Where nothing moved: what it may be, and whether a repeat helps. */
function causeLines({ connectors }: ExchangeBoardView, words: Words): Element[] {
  return connectors.some(isStill) ? [text(words.say('exchange.silent.causes'))] : [];
}

/** Looked at to the end, and no success seen of it, nor that it is connected again. */
const isStill = (row: ConnectorRowView) =>
  (row.standing === 'silent' || row.standing === 'never-ended') && row.lookedToTheEnd && !hasReconnected(row);

/** Which proves no sync. */
const hasReconnected = ({ moved, turned }: ConnectorRowView) => !moved && turned?.to === 'connected';

const mostName = 48;

/** Of one alone, the verdict has said how it stands. */
function nameLines({ name, sync, standing }: ConnectorRowView, oneOfMany: boolean, words: Words): Element[] {
  const stands = oneOfMany ? [standingWord(standing, words)] : [];
  return [
    text(shortened(name, mostName), { weight: 'Bolder', spacing: 'Medium' }),
    text(words.row([words.say(`exchange.sync.${sync}`), ...stands]), { spacing: 'None' }),
  ];
}

/** What proves it, or why it was not started. */
function ends(row: ConnectorRowView, now: Date, words: Words): Element[] {
  const { moved, turned, refusal } = row;
  return [
    ...(moved ? [text(evidence(moved, now, words), { spacing: 'Small' })] : []),
    ...(turned && !moved ? [text(turnedEvidence(turned, words), { spacing: 'Small' })] : []),
    ...(hasReconnected(row) ? [text(words.say('exchange.reconnected'), { spacing: 'Small' })] : []),
    ...(refusal
      ? [text(refusalSentence(refusal, words), { spacing: 'Small' }), ...nextLines(refusal, words, now)]
      : []),
  ];
}

const turnedEvidence = ({ from, to }: { from: string; to: string }, words: Words): string =>
  words.say('exchange.turned', { from: connectorStatusWord(from, words), to: connectorStatusWord(to, words) });

function evidence({ from, to }: { from: Date | null; to: Date }, now: Date, words: Words): string {
  if (!from) return words.say('exchange.moved.first', { to: words.when(to, now) });
  return words.say('exchange.moved', { from: words.when(from, now), to: words.when(to, now) });
}
