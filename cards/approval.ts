import type { ExchangeSync } from './exchange-connector.ts';
import { firstFew } from './first-few.ts';
import { card } from './kit/card.ts';
import { box, subtle, text, verdict } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import { shortened } from './kit/shorten.ts';
import type { Card, Element, Tone } from './kit/types.ts';
import { cautionLines, type PlanCaution } from './plan-cautions.ts';
import { groupLines, type PlanGroup } from './plan-groups.ts';
import type { Words } from './words/index.ts';

/** What a second person is asked about a run, and what came of it. */
export type ApprovalView = {
  practice: boolean;
  now: Date;
  number: number;
  /** What is to be done, as the reader calls it. */
  title: string;
  standing: ApprovalStanding;
  reasons: readonly ApprovalReasonView[];
  asker: string;
  askedAt: Date;
  what: ApprovalOf;
  buttons: readonly PressButton[];
};

export type ApprovalStanding =
  | { kind: 'asked'; until: Date }
  | { kind: 'approved' | 'declined'; by: string; at: Date; reason: string | null }
  | { kind: 'expired'; until: Date }
  /** The run ended before anybody decided. */
  | { kind: 'withdrawn' };

export type ApprovalReasonView = { kind: 'devices'; over: number } | { kind: 'removal' } | { kind: 'full-sync' };

export type ApprovalOf =
  | { kind: 'devices'; count: number; groups: readonly PlanGroup[]; cautions: readonly PlanCaution[]; removes: boolean }
  | { kind: 'connectors'; names: readonly string[]; sync: ExchangeSync };

export function approval(view: ApprovalView, words: Words): Card {
  const { standing, now } = view;
  const phase = standing.kind === 'asked' ? 'open' : 'closed';
  return card(words, {
    title: words.say('approval.title', { title: view.title, number: view.number }),
    practice: view.practice,
    body: [
      box(
        [
          verdict(words.say(`approval.verdict.${standing.kind}`)),
          text(standingSentence(standing, now, words), { spacing: 'Small' }),
        ],
        tones[standing.kind],
      ),
      text(words.say(`approval.wants.${view.what.kind}`, { name: view.asker, count: countOf(view.what), phase })),
      ...whatLines(view.what, words),
      ...(phase === 'open' ? beforeLines(view, words) : []),
      subtle(words.say('approval.asked', { time: words.when(view.askedAt, now), name: view.asker })),
    ],
    actions: view.buttons.map(pressButton),
  });
}

const tones: Record<ApprovalStanding['kind'], Tone> = {
  asked: 'emphasis',
  approved: 'good',
  declined: 'warning',
  expired: 'warning',
  withdrawn: 'emphasis',
};

function standingSentence(standing: ApprovalStanding, now: Date, words: Words): string {
  switch (standing.kind) {
    case 'asked':
    case 'expired':
      return words.say(`approval.${standing.kind}.until`, { time: words.when(standing.until, now) });
    case 'approved':
      return words.say('approval.approved.by', { name: standing.by, time: words.when(standing.at, now) });
    case 'declined':
      return words.say('approval.declined.by', {
        ...{ name: standing.by, time: words.when(standing.at, now) },
        reason: standing.reason ?? '—',
      });
    case 'withdrawn':
      return words.say('approval.withdrawn.more');
  }
}

const countOf = (what: ApprovalOf) => (what.kind === 'devices' ? what.count : what.names.length);

const mostConnectors = 10;
const mostName = 48;

function whatLines(what: ApprovalOf, words: Words): Element[] {
  if (what.kind === 'connectors') {
    const names = firstFew({ names: what.names.map((name) => shortened(name, mostName)) }, mostConnectors, words);
    return [text(words.row([names, words.say(`exchange.sync.${what.sync}`)]), { weight: 'Bolder' })];
  }
  return groupLines(what.groups, words);
}

/** What somebody should know before they decide. */
function beforeLines({ what, reasons, now }: ApprovalView, words: Words): Element[] {
  const after =
    what.kind === 'devices'
      ? [
          ...cautionLines(what.cautions, now, words),
          ...(what.removes ? [text(words.say('approval.comes-back'), { spacing: 'Medium' })] : []),
        ]
      : [];
  return [...after, text(reasonSentence(reasons, words), { spacing: 'Medium' }), subtle(words.say('approval.not-own'))];
}

/** Why the tenant's rules ask for a second person. */
export const reasonSentence = (reasons: readonly ApprovalReasonView[], words: Words): string =>
  words.say('approval.reasons', { reasons: words.list(reasons.map((one) => reasonWords(one, words))) });

const reasonWords = (reason: ApprovalReasonView, words: Words): string =>
  words.say(`approval.reason.${reason.kind}`, reason.kind === 'devices' ? { count: reason.over } : {});
