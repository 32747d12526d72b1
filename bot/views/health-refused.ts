import type { FindingView, ThingView } from '../../cards/health.ts';
import type { RefusalView, RefusalWord } from '../../cards/refusal-lines.ts';
import type { Key } from '../../cards/words/index.ts';
import type { Screen } from './screen.ts';

type Mending = Pick<ThingView, 'state'> & { mends: FindingView['mends'] };

/** How what was refused stands, and who can mend it. */
export function mendingOf({ kind, retry }: RefusalView, { words, now }: Screen): Mending {
  const { state, mends } = standings[kind];
  if (retry) return { state, mends: { key: 'health.mends.until', values: { time: words.when(retry.at, now) } } };
  if (mends !== 'health.mends.successor') return { state, mends: { key: mends } };
  return { state, mends: { key: mends, values: { button: words.say('button.successor') } } };
}

/** The person themselves. */
export const signingIn = { key: 'health.mends.you' } as const;
const administrator = { state: 'missing', mends: 'health.mends.administrator' } as const;
const roles = { state: 'missing', mends: 'health.mends.roles' } as const;
const passing = { state: 'unknown', mends: 'health.mends.wait' } as const;
const ours = { state: 'unknown', mends: 'health.mends.bot' } as const;
const slowed = { state: 'limited', mends: 'health.mends.wait' } as const;
const own = { state: 'missing', mends: signingIn.key } as const;

const standings: Record<RefusalWord, { state: ThingView['state']; mends: Key }> = {
  'running-already': slowed,
  changed: slowed,
  'too-early': slowed,
  throttled: slowed,
  'missing-scope': administrator,
  'missing-role': roles,
  'missing-access': roles,
  'missing-approval': { state: 'missing', mends: 'health.mends.approver' },
  'missing-policy': { state: 'missing', mends: 'health.mends.rule' },
  'unknown-action': { ...ours, state: 'missing' },
  'renamed-action': { state: 'missing', mends: 'health.mends.successor' },
  'unknown-object': { ...roles, state: 'unknown' },
  'no-intune': { state: 'missing', mends: 'health.mends.intune' },
  'signed-out': own,
  'needs-consent': { state: 'missing', mends: 'health.mends.consent' },
  'needs-proof': own,
  timeout: passing,
  connection: passing,
  server: passing,
  'bad-request': ours,
  unreadable: ours,
  settings: { ...ours, state: 'missing' },
  other: ours,
};
