import { box, hidden, reveal, subtle, text } from './kit/elements.ts';
import type { Action, Element } from './kit/types.ts';
import type { Key, Words } from './words/index.ts';

/** What the service or the bot refused, as a reader needs it. */
export type RefusalView = {
  /** Which refusal, down to the words it needs. */
  kind: RefusalWord;
  /** Whether it happened when starting something or when only reading. */
  phase: 'start' | 'read';
  changed: 'nothing' | 'unknown';
  /** What was asked for, as the reader calls it. */
  action: string;
  status: number | null;
  /** Missing permissions, named by the service. */
  scopes: readonly string[];
  /** The Intune role permission that the action needs. */
  role: string;
  approvalCode: string | null;
  retry: { at: Date; estimate: boolean } | null;
  support: readonly { name: string; value: string }[];
};

export const refusalWords = [
  'running-already',
  'too-early',
  'throttled',
  'missing-scope',
  'missing-role',
  'missing-access',
  'missing-approval',
  'unknown-action',
  'unknown-object',
  'no-intune',
  'signed-out',
  'timeout',
  'connection',
  'server',
  'bad-request',
  'unreadable',
  'other',
] as const;
export type RefusalWord = (typeof refusalWords)[number];

const supportId = 'support';

/** The four things a refusal says (product.md, manner 4); the fourth, what to press, is the card's buttons. */
export function refusalLines(view: RefusalView, words: Words, now: Date): Element[] {
  const values = valuesFor(view, words, now);
  const toSend = textToSend[view.kind];
  return [
    text(words.say(`refusal.${view.kind}`, values), { weight: 'bolder' }),
    text(words.say(changedKey(view), values), { spacing: 'small' }),
    text(nextSentence(view, words, now), { spacing: 'small' }),
    ...(toSend ? [box([subtle(words.say('refusal.text-to-send')), text(words.say(toSend, values))])] : []),
    ...supportLines(view, words),
  ];
}

/** The button that reveals the ids Microsoft's support asks for. */
export function supportButton(view: RefusalView | null, words: Words): Action[] {
  return view && view.support.length > 0 ? [reveal(words.say('button.support'), supportId)] : [];
}

function supportLines(view: RefusalView, words: Words): Element[] {
  if (view.support.length === 0) return [];
  const rows = view.support.map((one) => text(`${one.name}: ${one.value}`, { size: 'small', spacing: 'none' }));
  return [hidden(supportId, [subtle(words.say('refusal.support')), ...rows])];
}

function valuesFor(view: RefusalView, words: Words, now: Date) {
  return {
    action: view.action,
    status: view.status ?? 0,
    scopes: words.list(view.scopes),
    role: view.role,
    code: view.approvalCode ?? '–',
    time: view.retry ? words.when(view.retry.at, now) : '',
  };
}

function changedKey({ phase, changed }: RefusalView): Key {
  if (phase === 'read') return 'changed.only-read';
  return changed === 'nothing' ? 'changed.nothing' : 'changed.unknown';
}

function nextSentence(view: RefusalView, words: Words, now: Date): string {
  const { retry } = view;
  if (view.kind === 'too-early' || view.kind === 'throttled') {
    if (!retry) return words.say(`next.${view.kind}.unknown`);
    return words.say(`next.${view.kind}.${retry.estimate ? 'estimate' : 'told'}`, { time: words.when(retry.at, now) });
  }
  if (view.changed === 'unknown' && view.phase === 'start') return words.say('next.looked');
  return words.say(`next.${view.kind}`);
}

const textToSend: Partial<Record<RefusalWord, Key>> = {
  'missing-scope': 'send.missing-scope',
  'missing-role': 'send.missing-role',
  'missing-access': 'send.missing-access',
  'missing-approval': 'send.missing-approval',
};
