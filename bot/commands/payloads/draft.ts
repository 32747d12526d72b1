import { z } from 'zod';
import { pressGoodForMs } from '../../../cards/press.ts';
import { payloadBaseline, setItem } from '../../actions/payload-set.ts';
import { foundDevice } from '../../finding/stored.ts';
import { leftOutReasons } from '../../views/payload-plan.ts';
import type { Turn } from '../define.ts';

/** A payload that can be chosen. */
const offered = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  type: z.string().nullable(),
  state: z.string().nullable(),
  failed: z.boolean(),
  variants: z
    .array(z.object({ id: z.string(), type: z.string().nullable(), on: z.array(z.number()).readonly().nullable() }))
    .readonly(),
});

/** A pasted list as it was read; devices by their ids, which are among the draft's candidates. */
const reading = z.object({
  lines: z.number(),
  repeated: z.array(z.string()),
  unknown: z.array(z.object({ said: z.string(), near: z.string().nullable() })),
  /** Found by a line that names nothing else. */
  sure: z.array(z.string()).default([]),
  ambiguous: z.array(z.object({ said: z.string(), ids: z.array(z.string()), chosen: z.string().nullable() })),
  /** Those among the candidates that a person has to tick. */
  doubtful: z.array(z.object({ id: z.string(), why: z.enum(['undocumented', 'silent']), ticked: z.boolean() })),
  settled: z.boolean(),
});

const target = z.object({
  kind: z.literal('device'),
  id: z.string(),
  label: z.string().nullable(),
  wish: z.unknown(),
  baseline: z.unknown(),
});

/** What was off each of the devices, and what they are, when it was last read. */
const sets = z.object({
  at: z.coerce.date(),
  /** The turn in which it was read. */
  turn: z.string(),
  read: z.array(
    z.object({
      id: z.string(),
      baseline: payloadBaseline,
      platform: foundDevice.pick({ os: true, owner: true, agent: true }),
    }),
  ),
});

/** What a person has chosen so far. A plan in the making: nothing in it has been done. */
const draft = z.object({
  /** What the devices are chosen for: to change what is on them, or to be looked at. */
  purpose: z.enum(['payloads', 'device']),
  intent: z.enum(['remove', 'restore']),
  /** Everything that is off the devices comes back. */
  all: z.boolean(),
  /** Names that were typed and are to be found among what can be chosen. */
  wanted: z.array(z.string()),
  /** Those of them that may be several names with "and" between them. */
  joined: z.array(z.object({ name: z.string(), parts: z.array(z.string()) })).default([]),
  /** What was said or typed to find devices by. */
  said: z.string(),
  match: z.enum(['exact', 'near']),
  candidates: z.array(foundDevice),
  more: z.boolean(),
  devices: z.array(foundDevice),
  reading: reading.nullable(),
  offered: z.array(offered).nullable(),
  chosen: z.array(offered),
  removed: z.array(setItem.extend({ failed: z.boolean().optional() })),
  sets: sets.nullable().default(null),
  search: z.string(),
  page: z.number(),
  guard: z.enum(['unasked', 'all', 'safe']),
  /** Left out before, and why. */
  left: z.array(z.object({ why: z.enum(leftOutReasons), names: z.array(z.string()) })),
  /** Graph refused the name in use, so the other one may be chosen from here. */
  successor: z.boolean().default(false),
  /** The preview that shows what is planned: a press on any other one starts nothing. */
  preview: z.string().default(''),
  /** What the preview promised, target by target. */
  planned: z.array(target),
});
export type DraftContent = z.infer<typeof draft>;
export type Reading = z.infer<typeof reading>;

export const newDraft: DraftContent = {
  purpose: 'payloads',
  intent: 'remove',
  all: false,
  wanted: [],
  joined: [],
  said: '',
  match: 'exact',
  candidates: [],
  more: false,
  devices: [],
  reading: null,
  offered: null,
  chosen: [],
  removed: [],
  sets: null,
  search: '',
  page: 1,
  guard: 'unasked',
  left: [],
  successor: false,
  preview: '',
  planned: [],
};

/** A draft in somebody's hands. */
export type Open = { id: string; content: DraftContent };

export async function begin({ desk, from, screen }: Turn, content: DraftContent): Promise<Open> {
  return { id: await desk.drafts.open(from, content, screen.now), content };
}

/** `gone`: used up or dropped; `others`: somebody else's form; `old`: yesterday's. */
export type Opened = { kind: 'open'; open: Open } | { kind: 'gone' | 'others' | 'old' };

export async function open({ desk, from, screen }: Turn, id: string): Promise<Opened> {
  const found = await desk.drafts.find(from.tenantId, id);
  const content = draft.safeParse(found?.content);
  if (!found || !content.success) return { kind: 'gone' };
  if (found.owner !== from.id) return { kind: 'others' };
  if (screen.now.getTime() - found.touchedAt.getTime() > pressGoodForMs) return { kind: 'old' };
  return { kind: 'open', open: { id, content: content.data } };
}

export async function keep({ desk, from, screen }: Turn, { id, content }: Open): Promise<void> {
  await desk.drafts.save({ tenantId: from.tenantId, id }, content, screen.now);
}

/** The same draft with something changed; what was planned from it no longer holds. */
export const changed = ({ id, content }: Open, change: Partial<DraftContent>): Open => ({
  id,
  content: { ...content, planned: [], ...change },
});
