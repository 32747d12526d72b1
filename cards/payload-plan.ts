import { type ApprovalReasonView, reasonSentence } from './approval.ts';
import { dropButton } from './form-buttons.ts';
import { card } from './kit/card.ts';
import { box, subtle, text, verdict } from './kit/elements.ts';
import { pressButton } from './kit/press-button.ts';
import type { Action, Card, Element } from './kit/types.ts';
import { cautionLines, type LeftOut, leftOutLines, type PlanCaution } from './plan-cautions.ts';
import { groupLines, type PlanGroup } from './plan-groups.ts';
import type { Words } from './words/index.ts';

/** What would happen, before anything does. Without groups there is nothing to do. */
export type PayloadPlanView = {
  practice: boolean;
  now: Date;
  draft: string;
  /** The first press of the button spends its nonce. */
  once: { nonce: string; issuedAt: Date };
  /** Devices with the same change are one group. */
  groups: readonly PlanGroup[];
  cautions: readonly PlanCaution[];
  leftOut: readonly LeftOut[];
  /** Between when what is taken off comes back by itself, if it is taken off now. */
  back: { from: Date; to: Date } | null;
  asker: string;
  readerIsAsker: boolean;
  /** Why a second person has to agree; empty where nobody has to. */
  approval: readonly ApprovalReasonView[];
};

export function payloadPlan(view: PayloadPlanView, words: Words): Card {
  const kind = kindOf(view);
  return card(words, {
    title: words.say('plan.title'),
    practice: view.practice,
    body: [
      box(
        [verdict(words.say(`plan.verdict.${kind}`)), text(whySentence(kind, view, words), { spacing: 'Small' })],
        kind === 'undocumented' ? 'warning' : 'emphasis',
      ),
      ...groupLines(view.groups, words),
      ...cautionLines(kind === 'undocumented' ? others(view.cautions) : view.cautions, view.now, words),
      ...leftOutLines(view.leftOut, words),
      ...(kind === 'nothing' ? [] : afterLines(view, words)),
    ],
    actions: actionsFor(kind, view, words),
  });
}

type Kind = 'ready' | 'nothing' | 'undocumented';

/** If Microsoft documents it for none of them, that is the first thing to say. */
function kindOf({ groups, cautions }: PayloadPlanView): Kind {
  if (groups.length === 0) return 'nothing';
  const undocumented = cautions
    .filter(({ kind }) => kind === 'undocumented')
    .reduce((sum, { count }) => sum + count, 0);
  return undocumented >= deviceCount(groups) ? 'undocumented' : 'ready';
}

const others = (cautions: readonly PlanCaution[]) => cautions.filter(({ kind }) => kind !== 'undocumented');
const deviceCount = (groups: readonly PlanGroup[]) => groups.reduce((sum, { devices }) => sum + devices.count, 0);

function whySentence(kind: Kind, { groups, cautions, approval }: PayloadPlanView, words: Words): string {
  if (kind === 'ready')
    return words.say(approval.length > 0 ? 'plan.ready.approval' : 'plan.ready', { count: deviceCount(groups) });
  if (kind === 'nothing') return words.say('plan.nothing');
  const systems = cautions.flatMap((one) => (one.kind === 'undocumented' ? [one.system] : []));
  return words.say('plan.undocumented', { systems: words.list([...new Set(systems)]) });
}

function afterLines({ back, now, asker, readerIsAsker, approval }: PayloadPlanView, words: Words): Element[] {
  const times = back && { from: words.when(back.from, now), to: words.when(back.to, now) };
  return [
    ...(times ? [text(words.say('plan.back', times), { spacing: 'Medium' })] : []),
    ...(approval.length > 0 ? [text(reasonSentence(approval, words), { spacing: 'Medium' })] : []),
    subtle(words.say(readerIsAsker ? 'run.as-you' : 'run.as', { name: asker, phase: 'later' })),
  ];
}

function actionsFor(kind: Kind, { draft, once, approval }: PayloadPlanView, words: Words): Action[] {
  const run = { press: 'run-plan', draft, ...once } as const;
  const title = words.say(
    approval.length > 0 ? 'approval.button.ask' : kind === 'undocumented' ? 'plan.try' : 'plan.run',
  );
  const change = pressButton({
    title: words.say('plan.change'),
    press: { press: 'change-plan', draft },
    main: kind === 'nothing',
  });
  const later = pressButton({ title: words.say('plan.schedule'), press: { press: 'schedule-plan', draft, ...once } });
  const goOn = kind === 'nothing' ? [] : [pressButton({ title, press: run, main: kind === 'ready' }), later];
  return [...goOn, change, dropButton(draft, words)];
}
