import { card } from './kit/card.ts';
import { checklist, choice, text } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card, ChoiceSet } from './kit/types.ts';
import { approvalTicks, noLimit } from './press.ts';
import type { TenantRulesView } from './tenant-rules.ts';
import type { Words } from './words/index.ts';

/** The rules of a tenant, for those who may change them. */
export type RulesFormView = {
  practice: boolean;
  rules: TenantRulesView;
  /** What can be chosen; what holds now is among them. */
  limits: readonly number[];
  days: readonly number[];
  /** Whether others read here too: only such a conversation can take the tenant's notices. */
  shared: boolean;
  saved: boolean;
  buttons: readonly PressButton[];
};

export function rulesForm(view: RulesFormView, words: Words): Card {
  return card(words, {
    title: words.say('rules.title'),
    practice: view.practice,
    body: [
      ...(view.saved ? [text(words.say('settings.saved'), { weight: 'Bolder' })] : []),
      devicesInput(view, words),
      checklist({
        id: 'approvals',
        label: words.say('rules.form.approvals'),
        choices: approvalTicks.map((value) => ({ title: words.say(`rules.form.${value}`), value })),
        ticked: approvalTicks.filter((one) => (one === 'removals' ? view.rules.removals : view.rules.fullSyncs)),
      }),
      noticesInput(view, words),
      daysInput(view, words),
    ],
    actions: view.buttons.map(pressButton),
  });
}

function devicesInput({ rules, limits }: RulesFormView, words: Words): ChoiceSet {
  return choice({
    id: 'devices',
    label: words.say('rules.form.devices'),
    style: 'compact',
    value: rules.devices === null ? noLimit : String(rules.devices),
    choices: [
      { title: words.say('rules.form.devices.any'), value: noLimit },
      ...limits.map((count) => ({ title: words.say('rules.form.devices.over', { count }), value: String(count) })),
    ],
  });
}

/** Of a conversation elsewhere the name is not known here, so it can only be kept. */
function noticesInput({ rules, shared }: RulesFormView, words: Words): ChoiceSet {
  const where = [
    ...(rules.notices === 'elsewhere' ? (['elsewhere'] as const) : []),
    ...(shared ? (['here'] as const) : []),
    'nowhere' as const,
  ];
  return choice({
    id: 'notices',
    label: words.say(shared ? 'rules.form.notices' : 'rules.form.notices.personal'),
    style: 'expanded',
    value: rules.notices,
    choices: where.map((value) => ({ title: words.say(`rules.form.notices.${value}`), value })),
  });
}

function daysInput({ rules, days }: RulesFormView, words: Words): ChoiceSet {
  return choice({
    id: 'history',
    label: words.say('rules.form.history'),
    style: 'compact',
    value: String(rules.historyDays),
    choices: days.map((count) => ({ title: words.say('rules.form.history.days', { count }), value: String(count) })),
  });
}
