import { card } from './kit/card.ts';
import { box, caption, subtle, text, verdict } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card, Element } from './kit/types.ts';
import type { Key, Words } from './words/index.ts';

/** Who somebody is to Microsoft, and what they have let the bot do. */
export type AccountView = {
  practice: boolean;
  now: Date;
  /** Null where nobody is signed in; practice needs no sign-in. */
  account: { username: string; since: Date } | null;
  tenantId: string;
  granted: readonly PermissionView[];
  /** Asked for when first needed. */
  missing: readonly PermissionView[];
  buttons: readonly PressButton[];
};

export type PermissionView = {
  name: string;
  why: Key;
  /** What a person would type to use it. */
  commands: readonly string[];
};

export function account(view: AccountView, words: Words): Card {
  const { standing, more } = standingOf(view, words);
  return card(words, {
    title: words.say('account.title'),
    practice: view.practice,
    body: [
      box([verdict(words.say(standing)), text(more, { spacing: 'Small' })]),
      subtle(words.say('account.tenant', { id: view.tenantId })),
      ...permissionLines('account.granted', view.granted, words),
      ...permissionLines('account.missing', view.missing, words),
    ],
    actions: view.buttons.map(pressButton),
  });
}

function standingOf(view: AccountView, words: Words): { standing: Key; more: string } {
  if (view.practice) return { standing: 'account.signed-in', more: words.say('account.practice') };
  if (!view.account) return { standing: 'account.signed-out', more: words.say('account.signed-out.more') };
  const { username, since } = view.account;
  const more = words.say('account.signed-in.as', { username, time: words.when(since, view.now) });
  return { standing: 'account.signed-in', more };
}

function permissionLines(title: Key, permissions: readonly PermissionView[], words: Words): Element[] {
  if (permissions.length === 0) return [];
  const lines = permissions.flatMap(({ name, why, commands }) => [
    text(words.say(why)),
    subtle(words.say('account.permission', { permission: name, commands: commands.join(', ') })),
  ]);
  return [caption(words.say(title)), ...lines];
}
