import type { HealthView, ThingView } from '../../cards/health.ts';
import type { PressButton } from '../../cards/kit/press-button.ts';
import type { ActionName } from '../actions/define.ts';
import { signInButton } from './account-view.ts';
import { sayButton } from './buttons.ts';
import { type Health, isAboutSignIn } from './health-found.ts';
import { lettersFor } from './health-letters.ts';
import { actionThing, limitThings, signInThing } from './health-things.ts';
import type { Screen } from './screen.ts';

export function healthView(found: Health, screen: Screen): HealthView {
  const { words, practice, now } = screen;
  const things = [
    signInThing(found, screen),
    ...found.actions.map((one) => actionThing(one, screen)),
    ...limitThings(found, screen),
  ];
  const again = { ...sayButton('health', words), title: words.say('button.try-again') };
  const more = (['autopilot', 'exchange', 'help'] as const).map((name) => sayButton(name, words));
  return {
    practice,
    now,
    verdict: verdictOn(things, isSignedOut(found)),
    things,
    letters: lettersFor(found, screen),
    buttons: [...mendingButtons(found, screen), again, ...more],
  };
}

/** The first that holds is said. */
function verdictOn(things: readonly ThingView[], signedOut: boolean): HealthView['verdict'] {
  const count = (state: ThingView['state']) => things.filter((thing) => thing.state === state).length;
  if (signedOut) return { kind: 'signed-out', count: 1 };
  if (count('missing') > 0) return { kind: 'missing', count: count('missing') };
  if (count('limited') > 0) return { kind: 'limited', count: count('limited') };
  if (count('unknown') > 0) return { kind: 'unclear', count: count('unknown') };
  return { kind: count('ready') > 0 ? 'untried' : 'works', count: 0 };
}

function isSignedOut({ account, actions }: Health): boolean {
  const refusals = actions.flatMap(({ reading, starting }) => [reading, starting]);
  const need = refusals.find((one) => one && isAboutSignIn(one));
  return account === null || (need?.kind === 'signed-out' && need.need === 'sign-in');
}

/** At most two, and what leads on first: no card takes more than six. */
function mendingButtons(found: Health, screen: Screen): PressButton[] {
  const [signIn, successor] = [signInButtons(found, screen), successorButtons(found, screen)];
  return [...signIn, ...successor.map((button) => ({ ...button, main: signIn.length === 0 }))];
}

/** Whoever is signed in and lacks something still is led to the page that can give it: by reading, or for a start without starting. */
function signInButtons({ account, actions }: Health, { words }: Screen): PressButton[] {
  const button = signInButton(words);
  if (!account) return [button];
  const here = actions.filter(({ absent }) => !absent);
  const unread = here.filter(({ reading }) => reading?.kind === 'signed-out').map(({ action }) => action);
  const [reads] = unread.flatMap((action) => readers[action] ?? []);
  if (reads) return [{ ...button, press: sayButton(reads, words).press }];
  const lacking = here.find(({ reading, starting }) => [reading, starting].some((one) => one?.kind === 'signed-out'));
  return lacking ? [{ ...button, press: { press: 'sign-in', action: lacking.action } }] : [];
}

/** What reads at once when it is said. Payloads are read with the permissions of a start, for which nothing need be read. */
const readers: Record<ActionName, 'autopilot' | 'exchange' | null> = {
  'sync-payloads': null,
  'autopilot-sync': 'autopilot',
  'exchange-sync': 'exchange',
};

/** Leads to the question whether the other name is to be used from now on, and no further. */
function successorButtons({ actions }: Health, { words, now }: Screen): PressButton[] {
  return actions.flatMap(({ naming }) => {
    if (naming.kind !== 'unknown' || !naming.run) return [];
    const { id, number } = naming.run;
    const press = { press: 'again', run: number, only: 'failed', nonce: `${id}:again-failed`, issuedAt: now } as const;
    return [{ title: words.say('button.successor'), press }];
  });
}
