import type { Key } from '../../cards/words/index.ts';
import type { Action } from '../actions/define.ts';
import { actionNamed } from '../actions/index.ts';
import { permissionUses } from '../knowledge/permissions.ts';
import { signInButton } from '../views/account-view.ts';
import { messageCard } from '../views/answers.ts';
import { sayButton } from '../views/buttons.ts';
import { accountCard, forgetCard, forgottenCard, signedInCard, signedOutCard, signInCard } from '../views/identity.ts';
import type { Answer, Command, Turn } from './define.ts';
import { hereOf, ownPlace } from './run-answer.ts';
import { signInAsk } from './sign-in-ask.ts';

/** Needs the list it belongs to: what was granted is told with the commands that need it. */
export const whoAmIOn = (commands: () => readonly Command[]): Command => ({
  name: 'who-am-i',
  phrases: {
    en: ['who am i', 'whoami', 'my account', 'account', 'permissions'],
    ru: ['кто я', 'моя учетная запись', 'учетная запись', 'разрешения'],
    de: ['wer bin ich', 'mein konto', 'konto', 'berechtigungen'],
  },
  takes: 'nothing',
  about: 'command.who-am-i',
  async run(turn) {
    if (turn.where.kind !== 'personal') return inPersonalChat(turn);
    return whoAmI(turn, commands());
  },
});

async function whoAmI({ desk, from, screen }: Turn, commands: readonly Command[]): Promise<Answer> {
  const account = await desk.accounts.accountOf(from);
  const permissions = permissionUses(commands, screen.words.language);
  return { card: accountCard({ account, tenantId: from.tenantId, permissions }, screen), place: 'below' };
}

/** What only concerns one person is not shown to the others in a shared chat. */
export function inPersonalChat({ screen }: Turn, title: Key = 'account.title'): Answer {
  const { words } = screen;
  const buttons = [signInButton(words), sayButton('help', words)];
  const card = messageCard({ title, sentences: [{ key: 'account.personal-only' }], buttons }, screen);
  return { card, place: 'below' };
}

export const signIn: Command = {
  name: 'sign-in',
  phrases: {
    en: ['sign in', 'signin', 'login', 'log in'],
    ru: ['войти', 'вход', 'войди', 'авторизация'],
    de: ['anmelden', 'anmeldung', 'melde mich an', 'einloggen'],
  },
  takes: 'nothing',
  about: 'command.sign-in',
  run: (turn) => signInAnswer(turn),
};

/**
 * Asked for by itself, signing in asks for no more than reading needs, or for what a run of theirs waits for. Being signed in is
 * not enough where that run, or the action that was named, lacks consent or proof.
 */
export async function signInAnswer(turn: Turn, toStart: Action | null = null): Promise<Answer> {
  const { desk, from, screen, signedIn } = turn;
  const lacking = toStart ? await lackingToStart(turn, toStart) : await desk.runs.lacking(from);
  const account = await desk.accounts.accountOf(from);
  const need = account ? (lacking?.need ?? 'sign-in') : 'sign-in';
  if (account && (signedIn || need === 'sign-in')) {
    await desk.goOn(from);
    return signedInAnswer(turn, signedInCard({ username: account.username, pending: false }, screen));
  }
  const answer: Answer = { card: signInCard(need, screen), place: 'below' };
  const scopes = lacking?.scopes ?? actionNamed('autopilot-sync').scopes.read;
  return signedIn ? answer : { ...answer, signIn: signInAsk({ need, scopes }, screen.words) };
}

async function lackingToStart({ desk, from }: Turn, { scopes }: Action) {
  const lack = await desk.lackFor(from, scopes.write);
  return lack?.kind === 'signed-out' ? { need: lack.need, scopes: scopes.write } : null;
}

function signedInAnswer(turn: Turn, card: Answer['card']): Answer {
  const { where, from, screen } = turn;
  const place = ownPlace(turn, hereOf(turn));
  if (where.kind === 'personal') return { card, place };
  const sentences = [{ key: 'sign-in.done.name', values: { name: from.name } }] as const;
  return { card: messageCard({ title: 'sign-in.title', sentences }, screen), place };
}

export const signOut: Command = {
  name: 'sign-out',
  phrases: {
    en: ['sign out', 'signout', 'logout', 'log out'],
    ru: ['выйти', 'выход', 'выйди'],
    de: ['abmelden', 'abmeldung', 'melde mich ab', 'ausloggen'],
  },
  takes: 'nothing',
  about: 'command.sign-out',
  run: (turn) => signOutAnswer(turn),
};

/** First the sign-in, so that no step can begin in between; then what was to be done by it. */
export async function signOutAnswer(turn: Turn): Promise<Answer> {
  const { desk, from, screen } = turn;
  const place = ownPlace(turn, hereOf(turn));
  // Nobody can sign out there, so nothing of theirs stops.
  if (screen.practice) return { card: signedOutCard(null, screen), place };
  const wasSignedIn = await desk.accounts.signOut(from);
  const left = await desk.runs.standDownFor(from);
  const somethingLeft = left.cancelled.length > 0 || left.parked.length > 0;
  return { card: signedOutCard(wasSignedIn || somethingLeft ? left : null, screen), place };
}

export const forgetMe: Command = {
  name: 'forget-me',
  phrases: {
    en: ['forget me', 'delete my data', 'erase my data'],
    ru: ['забудь меня', 'удалить мои данные', 'удали мои данные'],
    de: ['vergiss mich', 'meine daten löschen', 'lösche meine daten'],
  },
  takes: 'nothing',
  about: 'command.forget-me',
  async run(turn) {
    if (turn.where.kind !== 'personal') return inPersonalChat(turn);
    const once = { nonce: turn.desk.newId(), issuedAt: turn.screen.now };
    return { card: forgetCard(once, turn.screen), place: 'below' };
  },
};

export async function forget(turn: Turn): Promise<Answer> {
  const { desk, from, screen } = turn;
  await desk.accounts.signOut(from);
  const left = await desk.runs.standDownFor(from);
  await desk.forget(from);
  desk.people.forget(from);
  return { card: forgottenCard(left, screen), place: ownPlace(turn, 'here') };
}
