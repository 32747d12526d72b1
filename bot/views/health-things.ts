import type { ThingView } from '../../cards/health.ts';
import type { Key } from '../../cards/words/index.ts';
import type { Family } from '../graph/limits.ts';
import type { Refusal } from '../graph/refusal.ts';
import { rolePermissions } from '../knowledge/roles.ts';
import type { ActionHealth, Health } from './health-found.ts';
import { refusedThing, signingIn } from './health-refused.ts';
import { refusalViewFor } from './refusal.ts';
import type { Screen } from './screen.ts';

/** One thing that has to work, and how it stands: pure. */

const works = { state: 'works', untried: false, since: null, mends: null } as const;
const unknown = { ...works, state: 'unknown' } as const;

/** Until it works, nothing else can be told. */
export function isAboutSignIn(refusal: Refusal): boolean {
  if (refusal.kind === 'signed-out') return refusal.need !== 'consent';
  if (refusal.kind === 'not-allowed') return refusal.missing.kind === 'policy';
  return refusal.kind === 'unexpected' && refusal.how === 'settings';
}

export function signInThing({ account, actions }: Health, screen: Screen): ThingView {
  const { words, practice, now } = screen;
  const name = { key: 'health.sign-in' } as const;
  for (const { action, reading, starting } of actions) {
    const refusal = [reading, starting].find((one) => one !== null && isAboutSignIn(one));
    if (refusal)
      return refusedThing(name, refusalViewFor(refusal, { action, phase: 'read', window: null }, words), screen);
  }
  if (practice) return { ...works, name, why: { key: 'account.practice' } };
  if (!account) return { ...works, name, state: 'missing', why: { key: 'refusal.signed-out' }, mends: signingIn };
  const values = { username: account.username, time: words.when(account.since, now) };
  return { ...works, name, why: { key: 'account.signed-in.as', values } };
}

export function readingThing({ action, reading }: ActionHealth, screen: Screen): ThingView {
  const { words } = screen;
  const name = { key: 'health.read', values: { action: words.say(`action.${action}`) } } as const;
  if (!reading) return { ...works, name, why: { key: 'health.read.works' } };
  if (isAboutSignIn(reading)) return { ...unknown, name, why: { key: 'health.unchecked' } };
  return refusedThing(name, refusalViewFor(reading, { action, phase: 'read', window: null }, words), screen);
}

/** Consent can be asked about; whether a role suffices only a start shows, theirs of today or an earlier one. */
export function startThing({ action, reading, starting, lastStart }: ActionHealth, screen: Screen): ThingView {
  const { words, now } = screen;
  const name = { key: 'health.start', values: { action: words.say(`action.${action}`) } } as const;
  const refused = (refusal: Refusal) =>
    refusedThing(name, refusalViewFor(refusal, { action, phase: 'start', window: null }, words), screen);
  if ([reading, starting].some((one) => one && isAboutSignIn(one)))
    return { ...unknown, name, why: { key: 'health.unchecked' } };
  if (starting) return refused(starting);
  if (reading) return { ...unknown, untried: true, name, why: { key: 'health.start.later' } };
  if (!lastStart) {
    const why = { key: 'health.start.untried', values: { role: rolePermissions[action].start } } as const;
    return { ...unknown, untried: true, name, why };
  }
  const values = { time: words.when(lastStart.at, now) };
  if (lastStart.kind === 'accepted') return { ...works, name, why: { key: 'health.start.accepted', values } };
  return { ...refused(lastStart.refusal), since: { key: 'health.start.refused', values } };
}

/** By family; where an answer has just told of a limit that no family has, nobody claims that there is none. */
export function limitThings({ limits, actions }: Health, { words, now }: Screen): ThingView[] {
  const things = limits.map(({ family, waitMs }): ThingView => {
    const time = words.when(new Date(now.getTime() + waitMs), now);
    const why = waitMs > 0 ? ({ key: 'health.limits.until', values: { time } } as const) : { key: slower };
    const name = { key: 'health.limits.of', values: { what: words.say(families[family]) } } as const;
    return { ...works, state: 'limited', name, why, mends: { key: 'health.mends.itself' } };
  });
  const isToldOf = actions.some(({ reading, starting }) =>
    [reading, starting].some((one) => one?.kind === 'throttled'),
  );
  if (things.length > 0 || isToldOf) return things;
  return [{ ...works, state: 'clear', name: { key: 'health.limits' }, why: null }];
}

const slower: Key = 'health.limits.slower';
const families: Record<Family, Key> = {
  devices: 'health.family.devices',
  enrollment: 'health.family.enrollment',
  configuration: 'health.family.configuration',
  applications: 'health.family.applications',
};
