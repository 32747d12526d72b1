import type { HealthView, ThingView } from '../../cards/health.ts';
import type { PressButton } from '../../cards/kit/press-button.ts';
import type { Refusal } from '../graph/refusal.ts';
import type { Scope } from '../ports.ts';
import { signInButton } from './account-view.ts';
import { sayButton } from './buttons.ts';
import type { Health } from './health-found.ts';
import { isAboutSignIn, limitThings, readingThing, signInThing, startThing } from './health-things.ts';
import type { Screen } from './screen.ts';

export function healthView(found: Health, screen: Screen): HealthView {
  const { words, practice, now } = screen;
  const things = [
    signInThing(found, screen),
    ...found.actions.flatMap((one) => [readingThing(one, screen), startThing(one, screen)]),
    ...limitThings(found, screen),
  ];
  const again = { ...sayButton('health', words), title: words.say('button.try-again') };
  return {
    practice,
    now,
    verdict: verdictOn(things, isSignedOut(found)),
    things,
    consent: consentFor(found),
    buttons: [...signInButtons(found, screen), again, sayButton('autopilot', words), sayButton('help', words)],
  };
}

/** The first that holds is said. */
function verdictOn(things: readonly ThingView[], signedOut: boolean): HealthView['verdict'] {
  const count = (state: ThingView['state']) => things.filter((thing) => thing.state === state).length;
  if (signedOut) return { kind: 'signed-out', count: 1 };
  if (count('missing') > 0) return { kind: 'missing', count: count('missing') };
  if (count('limited') > 0) return { kind: 'limited', count: count('limited') };
  const unclear = things.filter(({ state, untried }) => state === 'unknown' && !untried).length;
  if (unclear > 0) return { kind: 'unclear', count: unclear };
  return { kind: count('unknown') > 0 ? 'untried' : 'works', count: 0 };
}

const refusalsIn = ({ actions }: Health) => actions.flatMap(({ reading, starting }) => [reading, starting]);

function isSignedOut(found: Health): boolean {
  const need = refusalsIn(found).find((one) => one && isAboutSignIn(one));
  return found.account === null || (need?.kind === 'signed-out' && need.need === 'sign-in');
}

/** What an administrator has not agreed to. */
function consentFor({ actions }: Health): Scope[] {
  const lacking = (refusal: Refusal | null, scopes: readonly Scope[]) =>
    refusal?.kind === 'signed-out' && refusal.need === 'consent' ? scopes : [];
  const scopes = actions.flatMap((one) => [
    ...lacking(one.reading, one.scopes.read),
    ...lacking(one.starting, one.scopes.write),
  ]);
  return [...new Set(scopes)];
}

/** Whoever is signed in and lacks something still is led to the page that can give it: by reading, or for a start without starting. */
function signInButtons({ account, actions }: Health, { words }: Screen): PressButton[] {
  const button = signInButton(words);
  if (!account) return [button];
  if (actions.some(({ reading }) => reading?.kind === 'signed-out'))
    return [{ ...button, press: sayButton('autopilot', words).press }];
  const lacking = actions.find(({ starting }) => starting?.kind === 'signed-out');
  return lacking ? [{ ...button, press: { press: 'sign-in', action: lacking.action } }] : [];
}
