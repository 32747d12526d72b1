import type { RefusalView, RefusalWord } from '../../cards/refusal-lines.ts';
import type { Words } from '../../cards/words/index.ts';
import type { ActionName } from '../actions/define.ts';
import type { Missing, Refusal, Support } from '../graph/refusal.ts';
import { rolePermissions } from '../knowledge/roles.ts';
import type { Window } from '../runs/run.ts';

export type RefusalContext = {
  action: ActionName;
  phase: RefusalView['phase'];
  /** When another start may be tried, where the run knows better than the answer. */
  window: Window | null;
};

export function refusalViewFor(refusal: Refusal, context: RefusalContext, words: Words): RefusalView {
  const missing = refusal.kind === 'not-allowed' ? refusal.missing : null;
  return {
    kind: wordFor(refusal),
    phase: context.phase,
    changed: refusal.changed,
    action: words.say(`action.${context.action}`),
    status: refusal.support.status,
    scopes: missing?.kind === 'scope' ? missing.scopes : [],
    role: rolePermissions[context.action][context.phase],
    approvalCode: missing?.kind === 'approval' ? missing.code : null,
    run: refusal.kind === 'changed' ? refusal.run : null,
    retry: retryFor(refusal, context.window),
    support: supportFor(refusal.support),
  };
}

/** Whether trying again can ever help. */
export function isCurable(refusal: Refusal): boolean {
  if (refusal.kind === 'not-there') return refusal.what === 'object';
  return refusal.kind !== 'unexpected' || refusal.how !== 'bad-request';
}

function wordFor(refusal: Refusal): RefusalWord {
  switch (refusal.kind) {
    case 'running-already':
    case 'changed':
    case 'too-early':
    case 'throttled':
      return refusal.kind;
    case 'signed-out':
      return needWords[refusal.need];
    case 'not-allowed':
      return missingWords[refusal.missing.kind];
    case 'not-there':
      return thereWords[refusal.what];
    case 'unreachable':
    case 'unexpected':
      return refusal.how;
  }
}

const missingWords: Record<Missing['kind'], RefusalWord> = {
  scope: 'missing-scope',
  role: 'missing-role',
  'intune-access': 'missing-access',
  approval: 'missing-approval',
  policy: 'missing-policy',
};

export const needWords = { 'sign-in': 'signed-out', consent: 'needs-consent', proof: 'needs-proof' } as const;

const thereWords = { action: 'unknown-action', object: 'unknown-object', intune: 'no-intune' } as const;

function retryFor(refusal: Refusal, window: Window | null): RefusalView['retry'] {
  if (window && refusal.kind === 'too-early') return { at: window.opensAt, estimate: window.basis !== 'service' };
  const told = refusal.kind === 'too-early' || refusal.kind === 'throttled' ? refusal.retryAt : null;
  return told ? { at: told, estimate: false } : null;
}

function supportFor(support: Support): RefusalView['support'] {
  const rows: [string, string | null][] = [
    ['request-id', support.requestId],
    ['client-request-id', support.clientRequestId],
    ['activity-id', support.activityId],
    ['code', support.code],
    ['date', support.at.toISOString()],
  ];
  const told = rows.flatMap(([name, value]) => (value ? [{ name, value }] : []));
  return told.length > 1 ? told : [];
}
