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
  /** Who was refused, where that is not the reader. */
  other?: string;
  /** Missing permissions, named by the service. */
  scopes: readonly string[];
  /** The Intune role permission that the action needs. */
  role: string;
  approvalCode: string | null;
  /** Ours that is in the way. */
  run: number | null;
  retry: { at: Date; estimate: boolean } | null;
  support: readonly { name: string; value: string }[];
};

export const refusalWords = [
  'running-already',
  'changed',
  'too-early',
  'throttled',
  'missing-scope',
  'missing-role',
  'missing-access',
  'missing-approval',
  'missing-policy',
  'unknown-action',
  'renamed-action',
  'unknown-object',
  'no-intune',
  'signed-out',
  'needs-consent',
  'needs-proof',
  'timeout',
  'connection',
  'server',
  'bad-request',
  'unreadable',
  'settings',
  'other',
] as const;
export type RefusalWord = (typeof refusalWords)[number];

const supportId = 'support';

/** What happened: the first of the four things a refusal says. The last one, what to press, is the buttons. */
export function refusalSentence(view: RefusalView, words: Words): string {
  const { kind, other } = view;
  const values = refusalValues(view, words);
  if (other === undefined || !isOnesOwn(kind)) return words.say(`refusal.${kind}`, values);
  return words.say(`refusal.${kind}.other`, { ...values, name: other });
}

/** What somebody lacks; another person may have it. */
const onesOwn = ['missing-role', 'missing-access', 'missing-policy'] as const;
const isOnesOwn = (kind: RefusalWord): kind is (typeof onesOwn)[number] => onesOwn.some((one) => one === kind);

/** The second and the third: whether anything changed, and what happens next on its own. */
export function refusalLines(view: RefusalView, words: Words, now: Date): Element[] {
  return [text(words.say(changedKey(view))), ...nextLines(view, words, now)];
}

export function nextLines(view: RefusalView, words: Words, now: Date): Element[] {
  const toSend = textToSend[view.kind];
  return [
    text(nextSentence(view, words, now), { spacing: 'Small' }),
    ...(toSend
      ? [box([subtle(words.say('refusal.text-to-send')), text(words.say(toSend, refusalValues(view, words)))])]
      : []),
  ];
}

/** The button that reveals the ids Microsoft's support asks for. */
export function supportButton(view: Pick<RefusalView, 'support'> | null, words: Words): Action[] {
  return view && view.support.length > 0 ? [reveal(words.say('button.support'), supportId)] : [];
}

/** What that button reveals. */
export function supportLines(view: Pick<RefusalView, 'support'> | null, words: Words): Element[] {
  if (!view || view.support.length === 0) return [];
  const rows = view.support.map((one) => text(`${one.name}: ${one.value}`, { size: 'Small', spacing: 'None' }));
  return [hidden(supportId, [subtle(words.say('refusal.support')), ...rows])];
}

/** What the sentences about it name. */
export function refusalValues(view: RefusalView, words: Words) {
  return {
    action: view.action,
    status: view.status ?? 0,
    scopes: words.either(view.scopes),
    role: view.role,
    code: view.approvalCode ?? '–',
    run: view.run ?? 0,
  };
}

/** A start whose answer was lost is only called refused after looking for signs of it. */
export function changedKey({ phase, changed }: RefusalView): Key {
  if (phase === 'read') return 'changed.only-read';
  return changed === 'nothing' ? 'changed.nothing' : 'changed.looked';
}

function nextSentence(view: RefusalView, words: Words, now: Date): string {
  const { retry } = view;
  if (view.kind === 'too-early' || view.kind === 'throttled') {
    if (!retry) return words.say(`next.${view.kind}.unknown`);
    if (retry.at <= now) return words.say(`next.${view.kind}.over`, { time: words.when(retry.at, now) });
    return words.say(`next.${view.kind}.${retry.estimate ? 'estimate' : 'told'}`, { time: words.when(retry.at, now) });
  }
  const { kind, other } = view;
  if (other === undefined || (kind !== 'missing-role' && kind !== 'missing-access')) return words.say(`next.${kind}`);
  return words.say(`next.${kind}.other`, { name: other });
}

const textToSend: Partial<Record<RefusalWord, Key>> = {
  'missing-scope': 'send.missing-scope',
  'missing-role': 'send.missing-role',
  'missing-access': 'send.missing-access',
  'missing-approval': 'send.missing-approval',
};
