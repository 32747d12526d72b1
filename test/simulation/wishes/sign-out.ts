import { types } from './define.ts';

/** What is booked in their name is taken back. */
export const signOut = types(1, () => 'sign out');
