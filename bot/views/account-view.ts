import type { AccountView, PermissionView } from '../../cards/account.ts';
import type { PressButton } from '../../cards/kit/press-button.ts';
import type { Words } from '../../cards/words/index.ts';
import { type PermissionUse, permissionReasons } from '../knowledge/permissions.ts';
import type { Account } from '../ports.ts';
import { sayButton } from './buttons.ts';
import type { Screen } from './screen.ts';

export type Standing = {
  /** Null where nobody is signed in. */
  account: Account | null;
  tenantId: string;
  permissions: readonly PermissionUse[];
};

/** Practice asks nobody for anything, so everything is granted there and nobody signs out. */
export function accountView({ account, tenantId, permissions }: Standing, screen: Screen): AccountView {
  const { words, practice, now } = screen;
  const isGranted = ({ permission }: PermissionUse) => practice || (account?.scopes.includes(permission) ?? false);
  return {
    practice,
    now,
    account,
    tenantId,
    granted: permissions.filter(isGranted).map(permissionView),
    missing: permissions.filter((use) => !isGranted(use)).map(permissionView),
    buttons: [...(practice ? [] : [account ? signOutButton(words) : signInButton(words)]), sayButton('help', words)],
  };
}

const permissionView = ({ permission, phrases }: PermissionUse): PermissionView => ({
  name: permission,
  why: permissionReasons[permission],
  commands: phrases,
});

export const signInButton = (words: Words): PressButton => ({
  title: words.say('button.sign-in'),
  press: { press: 'sign-in' },
  main: true,
});

const signOutButton = (words: Words): PressButton => ({
  title: words.say('button.sign-out'),
  press: { press: 'sign-out' },
});
