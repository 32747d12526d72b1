import {
  type FailedSignIn,
  failedView,
  forgottenView,
  type LeftRuns,
  shownFailures,
  signedInView,
  signedOutView,
} from '../../../bot/views/sign-in-views.ts';
import { signIn } from '../../sign-in.ts';
import type { Words } from '../../words/index.ts';
import { forEach, shown } from '../sample.ts';
import { hostileNames, inMinutes, now } from './invented.ts';

export const signInSamples = shown({
  name: 'sign-in',
  about: 'What became of signing in, signing out, or being forgotten.',
  card: signIn,
  states: {
    'signed in': came('ana.ruiz@contoso.com', false),
    'signed in, and it goes on': came('ana.ruiz@contoso.com', true),
    'signed in, a hostile name': came(hostileNames['a link'], true),
    ...forEach(shownFailures, (why) => [`failed: ${why}`, failed({ why, again: null })]),
    ...forEach(shownFailures, (why) => [`failed, can be said again: ${why}`, failed({ why, again: 'sync autopilot' })]),
    'failed: consent, with a text to send': failed({
      why: 'consent',
      again: 'sync autopilot',
      scopes: ['DeviceManagementServiceConfig.ReadWrite.All'],
    }),
    'failed: consent to two permissions': failed({
      why: 'consent',
      again: null,
      scopes: ['DeviceManagementServiceConfig.Read.All', 'DeviceManagementServiceConfig.ReadWrite.All'],
    }),
    'signed out': went({ cancelled: [], parked: [] }),
    'signed out, a booked run is cancelled': went({ cancelled: [17], parked: [] }),
    'signed out, several runs are cancelled': went({ cancelled: [17, 18, 21], parked: [] }),
    'signed out, runs go on unseen': went({
      cancelled: [18],
      parked: [
        { number: 17, until: inMinutes(30) },
        { number: 19, until: inMinutes(24 * 60) },
      ],
    }),
    'nobody was signed in': went(null),
    forgotten: gone([]),
    'forgotten, runs are cancelled': gone([17, 18]),
    'practice: signed in': (words) => signedInView({ username: '', pending: false }, practising(words)),
    'practice: nothing to sign out of': (words) => signedOutView(null, practising(words)),
  },
});

function real(words: Words) {
  return { words, now, practice: false };
}

function practising(words: Words) {
  return { words, now, practice: true };
}

function came(username: string, pending: boolean) {
  return (words: Words) => signedInView({ username, pending }, real(words));
}

function went(left: LeftRuns | null) {
  return (words: Words) => signedOutView(left, real(words));
}

function gone(cancelled: readonly number[]) {
  const parked = cancelled.map((number) => ({ number: number + 1, until: inMinutes(60) }));
  return (words: Words) => forgottenView({ cancelled, parked }, real(words));
}

function failed(what: FailedSignIn) {
  return (words: Words) => failedView(what, real(words));
}
