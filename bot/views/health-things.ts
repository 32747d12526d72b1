import type { FindingView, ThingView } from '../../cards/health.ts';
import type { RefusalView } from '../../cards/refusal-lines.ts';
import type { Key, Values } from '../../cards/words/index.ts';
import type { Family } from '../graph/limits.ts';
import { rolePermissions } from '../knowledge/roles.ts';
import { type ActionHealth, type Finding, findingsOf, type Health, isAboutSignIn } from './health-found.ts';
import { mendingOf, signingIn } from './health-refused.ts';
import { refusalViewFor } from './refusal.ts';
import type { Screen } from './screen.ts';

/** One thing that has to work, and how it stands: pure. */

export function signInThing({ account, actions }: Health, screen: Screen): ThingView {
  const { words, practice, now } = screen;
  const name = { key: 'health.sign-in' } as const;
  for (const { action, reading, starting } of actions) {
    const refusal = [reading, starting].find((one) => one !== null && isAboutSignIn(one));
    if (refusal)
      return { name, ...refusedAs(viewOf({ action, refusal, phase: 'read', renamed: false }, screen), screen) };
  }
  if (practice) return { name, state: 'works', findings: [plainly('account.practice')] };
  if (!account) {
    return { name, state: 'missing', findings: [{ ...plainly('refusal.signed-out'), mends: signingIn }] };
  }
  const values = { username: account.username, time: words.when(account.since, now) };
  return { name, state: 'works', findings: [plainly('account.signed-in.as', values)] };
}

/** Consent can be asked about; whether a role suffices only a start shows, theirs of today or an earlier one. */
export function actionThing(one: ActionHealth, screen: Screen): ThingView {
  const { reading, starting, absent, action } = one;
  const name = { key: `action.${action}` } as const;
  if ([reading, starting].some((refusal) => refusal && isAboutSignIn(refusal)))
    return { name, state: 'unknown', findings: [plainly('health.unchecked')] };
  if (absent) return { name, state: 'absent', findings: [plainly('exchange.none.more')] };
  const found = findingsOf(one).map((finding) => findingThing(finding, one, screen));
  if (found.length === 0) return { name, ...workingThing(one, screen) };
  return { name, ...worstOf(found) };
}

type Standing = Pick<ThingView, 'state' | 'findings'>;

function findingThing(finding: Finding, { action, reading }: ActionHealth, screen: Screen): Standing {
  const { words, now } = screen;
  const { state, findings } = refusedAs(viewOf({ action, ...finding }, screen), screen);
  const values = { time: finding.at ? words.when(finding.at, now) : '' };
  const since = finding.at ? ({ key: sinceOf(finding), values } as const) : null;
  const but = reading || since ? null : ({ key: 'health.start.only' } as const);
  return { state, findings: findings.map((one) => ({ ...one, but, since })) };
}

/** That the name is not known, somebody else's start may have told. */
const sinceOf = ({ refusal }: Finding): Key =>
  refusal.kind === 'not-there' ? 'health.start.told' : 'health.start.refused';

function workingThing({ action, lastStart, naming }: ActionHealth, { words, now }: Screen): Standing {
  const values = { role: rolePermissions[action].start, time: lastStart ? words.when(lastStart.at, now) : '' };
  const start = plainly(lastStart ? 'health.start.accepted' : 'health.start.untried', values);
  const named = naming.kind === 'successor' ? [plainly('health.successor')] : [];
  return { state: lastStart ? 'works' : 'ready', findings: [start, ...named] };
}

/** By family; where an answer has just told of a limit that no family has, nobody claims that there is none. */
export function limitThings({ limits, actions }: Health, { words, now }: Screen): ThingView[] {
  const things = limits.map(({ family, waitMs }): ThingView => {
    const time = words.when(new Date(now.getTime() + waitMs), now);
    const why = waitMs > 0 ? plainly('health.limits.until', { time }) : plainly('health.limits.slower');
    const name = { key: 'health.limits.of', values: { what: words.say(families[family]) } } as const;
    return { name, state: 'limited', findings: [why] };
  });
  const isToldOf = actions.flatMap(findingsOf).some(({ refusal }) => refusal.kind === 'throttled');
  if (things.length > 0 || isToldOf) return things;
  return [{ name: { key: 'health.limits' }, state: 'clear', findings: [] }];
}

const families: Record<Family, Key> = {
  devices: 'health.family.devices',
  enrollment: 'health.family.enrollment',
  configuration: 'health.family.configuration',
  applications: 'health.family.applications',
};

type Refused = Pick<Finding, 'refusal' | 'phase' | 'renamed'> & Pick<ActionHealth, 'action'>;

export function viewOf({ action, refusal, phase, renamed }: Refused, { words }: Screen): RefusalView {
  const view = refusalViewFor(refusal, { action, phase, window: null }, words);
  return renamed ? { ...view, kind: 'renamed-action' } : view;
}

function refusedAs(why: RefusalView, screen: Screen): Standing {
  const { state, mends } = mendingOf(why, screen);
  return { state, findings: [{ but: null, why, since: null, mends }] };
}

const plainly = (key: Key, values: Values = {}): FindingView => ({
  ...{ but: null, since: null, mends: null },
  why: { key, values },
});

/** Of what is missing somebody has to hear, and what passes can wait until then. */
function worstOf(found: readonly Standing[]): Standing {
  const state = worst.find((one) => found.some((standing) => standing.state === one)) ?? 'unknown';
  return { state, findings: found.filter((one) => one.state === state).flatMap(({ findings }) => findings) };
}

const worst: readonly ThingView['state'][] = ['missing', 'limited', 'unknown'];
