import { firstFew } from './first-few.ts';
import { card } from './kit/card.ts';
import { typed } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card } from './kit/types.ts';
import { countSentence, type DeviceCounts } from './payload-counts.ts';
import { type AnyStatus, statusWord } from './run-status.ts';
import type { Words } from './words/index.ts';

/** A paragraph about one run for whoever reads the ticket: outside of Teams, in any time zone. */
export type TicketNoteView = {
  practice: boolean;
  now: Date;
  number: number;
  /** What the run does, as the reader calls it. */
  title: string;
  asker: string;
  askedAt: Date;
  bookedFor: Date | null;
  /** What a second person said to it; null where nobody had to, or has. */
  decision: { kind: 'approved' | 'declined'; by: string; at: Date; reason: string | null } | null;
  on: OnWhat;
  /** Names of what is taken off the devices, and of what comes back. */
  removing: readonly string[];
  restoring: readonly string[];
  /** The sync that was followed was not asked for here. */
  elsewhere: boolean;
  /** Null where Intune took none of it. */
  accepted: { count: number; total: number; firstAt: Date } | null;
  status: AnyStatus;
  /** How many stand how; null where there is only one. */
  counts: DeviceCounts | null;
  endedAt: Date | null;
  /** What went wrong, the most frequent first. */
  reasons: readonly { meaning: string; count: number }[];
  requestIds: readonly string[];
  buttons: readonly PressButton[];
};

export type OnWhat =
  | { kind: 'tenant' }
  | { kind: 'devices'; names: readonly string[] }
  | { kind: 'connectors'; connectors: readonly { name: string; sync: 'full' | 'quick' }[] };

/** In a field, because phones copy nothing else out of a card. */
export function ticketNote(view: TicketNoteView, words: Words): Card {
  const value = ticketText(view, words);
  const label = words.say('ticket.label', { number: view.number });
  return card(words, {
    title: words.say('ticket.title'),
    practice: view.practice,
    body: [typed({ id: 'note', label, value, isMultiline: true, maxLength: Math.max(value.length, 1) })],
    actions: view.buttons.map(pressButton),
  });
}

/** The same minute for everybody, with its year: a ticket is read long afterwards. */
export const utcMinute = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

function ticketText(view: TicketNoteView, words: Words): string {
  const { practice, title, number, asker, askedAt, bookedFor, elsewhere } = view;
  return [
    ...(practice ? [words.say('ticket.practice')] : []),
    words.say('ticket.asked', { title, number, name: asker, at: utcMinute(askedAt) }),
    ...(bookedFor ? [words.say('ticket.booked', { at: utcMinute(bookedFor) })] : []),
    ...whatSentences(view, words),
    onSentence(view.on, words),
    ...(elsewhere ? [words.say('ticket.elsewhere')] : []),
    ...decisionSentences(view, words),
    ...acceptedSentences(view, words),
    outcomeSentence(view, words),
    ...bySentences(view.status, words),
    ...reasonSentences(view, words),
    ...requestSentences(view, words),
  ].join(' ');
}

/** As many as a ticket can carry; the rest is counted. */
const most = { items: 10, names: 10, reasons: 3, requests: 5 };

function whatSentences({ removing, restoring }: TicketNoteView, words: Words): string[] {
  const named = (key: 'board.removing' | 'board.restoring', names: readonly string[]) =>
    names.length > 0 ? [words.say(key, { names: firstFew({ names }, most.items, words) })] : [];
  return [...named('board.removing', removing), ...named('board.restoring', restoring)];
}

function onSentence(on: OnWhat, words: Words): string {
  switch (on.kind) {
    case 'tenant':
      return words.say('ticket.tenant');
    case 'devices':
      return words.say('ticket.devices', { count: on.names.length, names: firstFew(on, most.names, words) });
    case 'connectors': {
      const names = on.connectors.map(({ name, sync }) =>
        words.say('ticket.connector', { name, sync: words.say(`exchange.sync.${sync}`) }),
      );
      return words.say('ticket.connectors', { count: names.length, names: firstFew({ names }, most.names, words) });
    }
  }
}

function decisionSentences({ decision }: TicketNoteView, words: Words): string[] {
  if (!decision) return [];
  const { kind, by, at, reason } = decision;
  return [words.say(`ticket.${kind}`, { name: by, at: utcMinute(at), reason: reason ?? '—' })];
}

function acceptedSentences({ accepted }: TicketNoteView, words: Words): string[] {
  if (!accepted) return [];
  const { count, total } = accepted;
  const at = utcMinute(accepted.firstAt);
  return [words.say(total === 1 ? 'ticket.accepted' : 'ticket.accepted.of', { count, total, at })];
}

function outcomeSentence({ status, counts, endedAt, now }: TicketNoteView, words: Words): string {
  const word = statusWord(status, false, words);
  const stands = counts ? words.say('ticket.counts', { status: word, counts: countSentence(counts, words) }) : word;
  return words.say(endedAt ? 'ticket.ended' : 'ticket.open', { at: utcMinute(endedAt ?? now), status: stands });
}

/** Who ended it, where somebody did; what a second person said stands above. */
const bySentences = (status: AnyStatus, words: Words): string[] =>
  'by' in status && status.kind !== 'declined' ? [words.say(`status.${status.kind}.by`, { name: status.by })] : [];

function reasonSentences({ reasons, accepted, counts }: TicketNoteView, words: Words): string[] {
  const isOne = counts === null && (accepted?.total ?? 1) === 1;
  return reasons
    .slice(0, most.reasons)
    .map(({ meaning, count }) => (isOne && count === 1 ? meaning : words.say('ticket.reason', { count, meaning })));
}

const requestSentences = ({ requestIds: names }: TicketNoteView, words: Words): string[] =>
  names.length > 0 ? [words.say('ticket.requests', { ids: firstFew({ names }, most.requests, words) })] : [];
