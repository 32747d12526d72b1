import { commands } from '../../../bot/commands/index.ts';
import { permissionUses } from '../../../bot/knowledge/permissions.ts';
import { accountView, type Standing } from '../../../bot/views/account-view.ts';
import { account } from '../../account.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { ago, hostileNames, now, unbrokenName } from './invented.ts';

const [read, write] = ['DeviceManagementServiceConfig.Read.All', 'DeviceManagementServiceConfig.ReadWrite.All'];
const day = 24 * 60;

export const accountSamples = shown({
  name: 'account',
  about: 'Who somebody is to Microsoft, and what they have let the bot do.',
  card: account,
  states: {
    'signed in, everything granted': known({ account: who({ scopes: [read, write] }) }),
    'signed in, part of it granted': known({ account: who({ scopes: [read, 'openid'] }) }),
    'signed in for a week': known({ account: who({ scopes: [read], since: ago(7 * day) }) }),
    'signed out': known({}),
    'a long name without a break': known({ account: who({ username: `${unbrokenName}@contoso.com` }) }),
    'a hostile name': known({ account: who({ username: Object.values(hostileNames).join(' ') }) }),
    practice: known({}, true),
  },
});

function who(change: Partial<NonNullable<Standing['account']>>) {
  return { username: 'ana.ruiz@contoso.com', scopes: [], since: ago(42), ...change };
}

function known(change: Partial<Standing>, practice = false) {
  return (words: Words) => {
    const permissions = permissionUses(commands, words.language);
    const tenantId = '7d2b3e1a-4c55-4f7a-9b0e-1f2e3d4c5b6a';
    return accountView({ account: null, tenantId, permissions, ...change }, { words, now, practice });
  };
}
