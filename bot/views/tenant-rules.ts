import { type RulesFormView, rulesForm } from '../../cards/rules-form.ts';
import type { TenantRulesView } from '../../cards/tenant-rules.ts';
import type { CardJson, Conversation, TenantSettings } from '../ports.ts';
import { sayButton } from './buttons.ts';
import { asJson, type Screen } from './screen.ts';

/** What holds in a tenant, as read in one of its conversations. */
export const tenantRulesFor = (
  { approvals, noticesTo, historyDays }: TenantSettings,
  where: Conversation,
): TenantRulesView => ({ ...approvals, notices: noticesFor(noticesTo, where), historyDays });

function noticesFor(noticesTo: string | null, where: Conversation): TenantRulesView['notices'] {
  if (noticesTo === null) return 'nowhere';
  return noticesTo === where.id ? 'here' : 'elsewhere';
}

/** How many devices nobody else has to look at, and how many days are kept: a few are enough to choose from. */
const usualLimits = [1, 5, 10, 25, 50, 100, 250];
const usualDays = [30, 90, 180, 365, 730, 1095];

type Form = { settings: TenantSettings; where: Conversation; saved: boolean };

export function rulesFormCard({ settings, where, saved }: Form, { words, practice }: Screen): CardJson {
  const { approvals, historyDays } = settings;
  const save = { title: words.say('button.save'), press: { press: 'save-rules' } as const, main: true };
  const view: RulesFormView = {
    ...{ practice, saved, shared: where.kind !== 'personal' },
    rules: tenantRulesFor(settings, where),
    limits: withIt(usualLimits, approvals.devices),
    days: withIt(usualDays, historyDays),
    buttons: [save, sayButton('settings', words)],
  };
  return asJson(rulesForm(view, words));
}

const withIt = (usual: readonly number[], now: number | null): number[] =>
  [...new Set([...usual, ...(now === null ? [] : [now])])].sort((a, b) => a - b);
