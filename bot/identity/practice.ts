import type { Accounts, Tokens } from '../ports.ts';

/** In the invented tenant everybody is signed in, as the invented admin of their name. */
export const practiceTokens: Tokens = {
  graphToken: async (person) => ({
    kind: 'token',
    token: `practice.${Buffer.from(person.name).toString('base64url')}`,
  }),
};

/** And nobody can sign out. */
export const practiceAccounts: Accounts = {
  accountOf: async (person) => ({ username: person.name, scopes: [], since: new Date() }),
  signOut: async () => false,
};
