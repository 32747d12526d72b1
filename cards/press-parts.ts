import { z } from 'zod';

/** What presses of many kinds carry. */

export const once = { nonce: z.string().min(1).max(80), issuedAt: z.coerce.date() };
/** What the database's integers can hold. */
export const runNumber = z.number().int().positive().max(2_147_483_647);
/** Of what is kept under an id of its own: a form, or a list. */
export const keptId = z.string().min(1).max(80);
/** What Intune can be asked to do. Cards know nothing of the bot, whose views and presses compile only with the same list (`bot/actions/define.ts`). */
export const actionName = z.enum(['sync-payloads', 'autopilot-sync', 'exchange-sync']);
/** Of whoever a card was made for. */
export const personId = z.string().max(100);
