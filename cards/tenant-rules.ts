import { caption, text } from './kit/elements.ts';
import type { Element } from './kit/types.ts';
import type { Words } from './words/index.ts';

/** What holds for everybody in a tenant. */
export type TenantRulesView = {
  /** Payload syncs on more devices than this need a second person; null: the number does not matter. */
  devices: number | null;
  removals: boolean;
  fullSyncs: boolean;
  /** Where the tenant's notices go, as seen from where this is read. */
  notices: 'here' | 'elsewhere' | 'nowhere';
  historyDays: number;
};

export function tenantRuleLines(rules: TenantRulesView, words: Words): Element[] {
  const lines = [
    ...approvalSentences(rules, words),
    words.say(`rules.notices.${rules.notices}`),
    words.say('rules.history', { count: rules.historyDays }),
  ];
  return [caption(words.say('rules.title')), ...lines.map((line) => text(line, { spacing: 'Small' }))];
}

function approvalSentences({ devices, removals, fullSyncs }: TenantRulesView, words: Words): string[] {
  const sentences = [
    ...(devices === null ? [] : [words.say('rules.approval.devices', { count: devices })]),
    ...(removals ? [words.say('rules.approval.removals')] : []),
    ...(fullSyncs ? [words.say('rules.approval.full-syncs')] : []),
  ];
  return sentences.length > 0 ? sentences : [words.say('rules.approval.none')];
}
