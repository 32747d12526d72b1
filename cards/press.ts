import { z } from 'zod';

/**
 * What a button sends back. Ids only, never authority: whatever arrives is looked up and checked again. The version lets a card
 * of an older release say that it is closed, instead of being misunderstood.
 */
export const pressVersion = 1;

/** Cards of yesterday still have buttons; this long they may start something. */
export const pressGoodForMs = 24 * 60 * 60 * 1000;

/** What a form sends for "as Teams says". */
export const asTeams = 'teams';

const once = { nonce: z.string().min(1).max(80), issuedAt: z.coerce.date() };
/** What the database's integers can hold. */
const runNumber = z.number().int().positive().max(2_147_483_647);

export const pressSchema = z.discriminatedUnion('press', [
  /** As if the person had typed it. */
  z.object({ press: z.literal('say'), text: z.string().max(200) }),
  z.object({ press: z.literal('start'), action: z.string().max(40), ...once }),
  /** The window is read again, or taken from the run that came too early. */
  z.object({ press: z.literal('book'), action: z.string().max(40), run: runNumber.nullable(), ...once }),
  z.object({ press: z.literal('cancel'), run: runNumber }),
  z.object({ press: z.literal('show'), run: runNumber }),
  z.object({
    press: z.literal('save-settings'),
    owner: z.string().max(100),
    language: z.string().max(20).optional(),
    zone: z.string().max(60).optional(),
  }),
  /** `action`: so that it can be started; else for whatever waits for them, or for reading. */
  z.object({ press: z.literal('sign-in'), action: z.string().max(40).optional() }),
  z.object({ press: z.literal('sign-out') }),
  /** Deletes what is known about whoever presses it. */
  z.object({ press: z.literal('forget'), ...once }),
]);

export type Press = z.infer<typeof pressSchema>;

/** The data of a button: a press, as plain JSON. */
export const pressData = (press: Press) => ({ v: pressVersion, ...press });

export type ParsedPress = { kind: 'press'; press: Press } | { kind: 'other-version' } | { kind: 'rubbish' };

export function parsePress(data: unknown): ParsedPress {
  const version = z.object({ v: z.number() }).safeParse(data);
  if (!version.success) return { kind: 'rubbish' };
  if (version.data.v !== pressVersion) return { kind: 'other-version' };
  const press = pressSchema.safeParse(data);
  return press.success ? { kind: 'press', press: press.data } : { kind: 'rubbish' };
}
