import type { Tokens } from '../ports.ts';

/** Outside practice mode nobody is signed in yet: every command that needs Graph says so, and nothing is asked. */
export const nobodySignedIn: Tokens = { graphToken: async () => ({ kind: 'signed-out' }) };
