import type { ThingView } from '../../cards/health.ts';
import type { RefusalView, RefusalWord } from '../../cards/refusal-lines.ts';
import type { Key } from '../../cards/words/index.ts';
import type { Screen } from './screen.ts';

/** What was refused, as the thing that it keeps from working. */
export function refusedThing(name: ThingView['name'], refusal: RefusalView, { words, now }: Screen): ThingView {
  const { state, mends } = standings[refusal.kind];
  const until = refusal.retry ? words.when(refusal.retry.at, now) : null;
  const wait = { key: 'health.mends.until', values: { time: until ?? '' } } as const;
  return { name, state, untried: false, why: refusal, since: null, mends: until ? wait : { key: mends } };
}

/** The person themselves. */
export const signingIn = { key: 'health.mends.you' } as const;
const administrator = { state: 'missing', mends: 'health.mends.administrator' } as const;
const roles = { state: 'missing', mends: 'health.mends.roles' } as const;
const passing = { state: 'unknown', mends: 'health.mends.wait' } as const;
const ours = { state: 'unknown', mends: 'health.mends.bot' } as const;
const slowed = { state: 'limited', mends: 'health.mends.wait' } as const;
const own = { state: 'missing', mends: signingIn.key } as const;

/** How what was refused stands, and who can mend it. */
const standings: Record<RefusalWord, { state: ThingView['state']; mends: Key }> = {
  'running-already': slowed,
  'too-early': slowed,
  throttled: slowed,
  'missing-scope': administrator,
  'missing-role': roles,
  'missing-access': roles,
  'missing-approval': { state: 'missing', mends: 'health.mends.approver' },
  'missing-policy': { state: 'missing', mends: 'health.mends.rule' },
  'unknown-action': { ...ours, state: 'missing' },
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
