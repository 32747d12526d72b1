import { z } from 'zod';
import { autopilotPresses } from './autopilot-presses.ts';
import { actionName, keptId, once, personId, runNumber } from './press-parts.ts';
import { watchPresses } from './watch-presses.ts';

/**
 * What a button sends back. Ids only, never authority: whatever arrives is looked up and checked again. The version lets a card
 * of an older release say that it is closed, instead of being misunderstood.
 */
export const pressVersion = 1;

/** Cards of yesterday still have buttons; this long they may start something. */
export const pressGoodForMs = 24 * 60 * 60 * 1000;

/** What a form sends for "as Teams says". */
export const asTeams = 'teams';

/** What a form sends for "no quiet hours". */
export const noQuiet = 'off';

/** The most a form's inputs may send back, in characters; what a card lets people type is less. */
const pressRoom = { pasted: 40_000, search: 400, chosen: 8_000 };
const historyWish = {
  mine: z.boolean(),
  /** A card of an older version says nothing of it. */
  action: actionName.nullable().default(null),
  days: z.number().int().positive().max(300_000).nullable(),
  /** The name of a device or connector. */
  on: z.string().min(1).max(256).nullable(),
};
const draft = { draft: keptId };
const chosen = z.string().max(pressRoom.chosen);

/** How many ambiguous names one card asks about. */
export const mostChoices = 10;
/** How many doubtful devices one card lists, and what it sends for all the others. */
export const mostDoubtful = 8;
export const theRest = 'rest';
/** What such a choice sends for "none of these". */
export const noneOfThese = 'none';

export type ChoiceInput = `choice_${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;
export const choiceInput = (index: number) => `choice_${index}` as ChoiceInput;
const oneDevice = z.string().max(100).optional();
const choices = Object.fromEntries(
  Array.from({ length: mostChoices }, (_, index) => [choiceInput(index), oneDevice]),
) as Record<ChoiceInput, typeof oneDevice>;

/** As long as somebody may explain why they do not agree. */
export const mostOfReason = 300;

/** What the form of a tenant's rules sends where the number of devices does not matter, and what can be ticked in it. */
export const noLimit = 'any';
export const approvalTicks = ['removals', 'full-syncs'] as const;
/** Whole numbers as a form sends them. */
const whole = (most: number) => z.coerce.number().int().min(1).max(most);

export const pressSchema = z.discriminatedUnion('press', [
  /** As if the person had typed it. */
  z.object({ press: z.literal('say'), text: z.string().max(200) }),
  ...autopilotPresses,
  z.object({ press: z.literal('cancel'), run: runNumber }),
  z.object({ press: z.literal('show'), run: runNumber }),
  z.object({
    press: z.literal('save-settings'),
    owner: personId,
    language: z.string().max(20).optional(),
    zone: z.string().max(60).optional(),
    quiet: z.string().max(20).optional(),
  }),
  // What holds for everybody in the tenant.
  z.object({ press: z.literal('tenant-rules') }),
  z.object({
    press: z.literal('save-rules'),
    devices: z.union([z.literal(noLimit), whole(100_000)]).optional(),
    approvals: z.string().max(100).optional(),
    notices: z.enum(['elsewhere', 'here', 'nowhere']).optional(),
    history: whole(3_650).optional(),
  }),
  /** `action`: so that it can be started; else for whatever waits for them, or for reading. */
  z.object({ press: z.literal('sign-in'), action: z.string().max(40).optional() }),
  z.object({ press: z.literal('sign-out') }),
  /** Deletes what is known about whoever presses it. */
  z.object({ press: z.literal('forget'), ...once }),

  // The forms of payload sync. What is ticked comes as ids with commas between them; a form in which nothing is, leaves it out.
  z.object({
    press: z.literal('pick-devices'),
    ...draft,
    own: chosen.optional(),
    found: chosen.optional(),
    typed: z.string().max(pressRoom.pasted).optional(),
  }),
  /** Back to the picker, with what was typed and ticked. */
  z.object({ press: z.literal('pick-again'), ...draft }),
  z.object({ press: z.literal('choose-devices'), ...draft, devices: chosen.optional() }),
  /** All that fit, more than can be ticked; which they are is in the draft. */
  z.object({ press: z.literal('choose-all'), ...draft }),
  z.object({ press: z.literal('settle-list'), ...draft, ticked: chosen.optional(), ...choices }),
  z.object({
    press: z.literal('choose-payloads'),
    ...draft,
    /** The page that was shown, from 1. */
    page: runNumber.optional(),
    /** What is ticked on that page. */
    items: chosen.optional(),
    search: z.string().max(pressRoom.search).optional(),
    go: z.enum(['continue', 'show', 'next', 'previous', 'other-intent']),
  }),
  /** Whether what may be the device's way to Intune goes along. */
  z.object({ press: z.literal('guard'), ...draft, keep: z.enum(['all', 'safe']) }),
  z.object({ press: z.literal('run-plan'), ...draft, ...once }),
  /** The same, but later. */
  z.object({ press: z.literal('schedule-plan'), ...draft, ...once }),
  z.object({ press: z.literal('change-plan'), ...draft }),
  /** The devices were busy; perhaps they are free by now. */
  z.object({ press: z.literal('plan-again'), ...draft }),
  z.object({ press: z.literal('drop-draft'), ...draft }),
  z.object({ press: z.literal('use-successor'), ...draft }),
  /** From the card of one device. */
  z.object({ press: z.literal('payloads'), device: z.string().min(1).max(100) }),
  z.object({ press: z.literal('restore-all'), device: z.string().min(1).max(100) }),

  // What a second person says to a run. `askedAt`: the request that they were shown; somebody else may have taken it over since.
  z.object({ press: z.literal('review'), run: runNumber }),
  z.object({ press: z.literal('approve'), run: runNumber, askedAt: z.coerce.date() }),
  /** The first press asks for the reason, the form sends it. */
  z.object({
    press: z.literal('decline'),
    run: runNumber,
    askedAt: z.coerce.date(),
    reason: z.string().max(mostOfReason).optional(),
  }),

  // From the board of a run.
  /** `back`: from the second page to the first one, which the board leads to as well. */
  z.object({ press: z.literal('details'), run: runNumber, page: runNumber, back: z.literal(true).optional() }),
  /** The rows of a run as a file. */
  z.object({ press: z.literal('csv'), run: runNumber }),
  /** What ran: whose, of which days, on what, and before which run. */
  z.object({ press: z.literal('history'), ...historyWish, before: runNumber.nullable() }),
  z.object({ press: z.literal('export-history'), ...historyWish }),
  /** A paragraph about it, for a ticket. */
  z.object({ press: z.literal('note'), run: runNumber }),
  z.object({ press: z.literal('again'), run: runNumber, only: z.enum(['all', 'failed']), ...once }),
  z.object({ press: z.literal('restore'), run: runNumber, what: z.literal('all'), ...once }),
  z.object({ press: z.literal('stop-looking'), run: runNumber }),

  // Exchange connectors. `sure`: it was said what speaks against it, or asked before a full sync.
  z.object({
    press: z.literal('exchange-sync'),
    /** Its id; of several with commas between them. */
    connector: z.string().min(1).max(pressRoom.chosen),
    sync: z.enum(['full', 'quick']),
    sure: z.boolean(),
    ...once,
  }),
  /** The form sends what was not said. */
  z.object({
    press: z.literal('exchange-pick'),
    connector: z.string().max(100).optional(),
    sync: z.enum(['full', 'quick']).optional(),
    ...once,
  }),
  // Schedules, by number. Whose they are is looked up.
  z.object({
    press: z.literal('schedule'),
    schedule: runNumber,
    go: z.enum(['show', 'retime', 'pause', 'resume', 'cancel']),
  }),
  /** The form of a new one, or of one that is to have another time; for what it is, is kept under its id. */
  z.object({
    press: z.literal('schedule-times'),
    form: z.string().min(1).max(80),
    ...once,
    days: z.string().max(40).optional(),
    time: z.string().max(60).optional(),
    missed: z.string().max(20).optional(),
  }),
  ...watchPresses,
  /** Not to be told again when support ended. */
  z.object({ press: z.literal('hide-support-date') }),
]);

export type Press = z.infer<typeof pressSchema>;
/** The press of one kind of button. */
export type PressOf<P extends Press['press']> = Extract<Press, { press: P }>;

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
