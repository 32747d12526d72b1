import { z } from 'zod';
import { actionNames } from '../actions/define.ts';
import { type SerialGroup, type SerialList, serialStandings } from '../actions/serial-standing.ts';
import type { Sight } from '../actions/sight.ts';
import type { RunId } from '../ports.ts';
import { verdicts } from '../runs/run.ts';
import { connectorWhys, type News, standings } from '../watches/news-told.ts';
import type { Seen, What } from '../watches/watch.ts';

/** What is stored of watches as JSON, in our words. */

const date = z.coerce.date();
const time = date.nullable();

/** How many ended how; what an earlier version wrote has none. */
export const counts = z.partialRecord(z.enum(verdicts), z.number()).default({});

export const what = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('autopilot') }),
  z.object({
    kind: z.literal('devices'),
    devices: z.array(z.object({ id: z.string(), label: z.string() })),
    until: z.enum(['check-in', 'done']),
    run: z.number().nullable(),
  }),
  z.object({ kind: z.literal('connector'), id: z.string(), label: z.string(), olderThanMs: z.number().nullable() }),
  z.object({ kind: z.literal('serials'), serials: z.array(z.string()) }),
  z.object({
    kind: z.literal('run'),
    runId: z.string().transform((id) => id as RunId),
    number: z.number(),
    action: z.enum(actionNames),
  }),
]) satisfies z.ZodType<What>;

export const serialGroups = z.array(
  z.object({ standing: z.enum(serialStandings), count: z.number(), names: z.array(z.string()) }),
) satisfies z.ZodType<SerialGroup[]>;

export const serialsHeard = z.object({
  ...{ repeated: z.number(), nonsense: z.array(z.string()), skipped: z.number() },
  unnamed: z.number().optional(),
});
export const serialList = serialsHeard.extend({ serials: z.array(z.string()) }) satisfies z.ZodType<SerialList>;

const old = { old: z.boolean().optional() };

export const seen = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('autopilot'), status: z.string(), lastSyncAt: time, ...old }),
  z.object({ kind: z.literal('device'), lastSyncAt: time, pending: z.number(), failed: z.number(), ...old }),
  z.object({ kind: z.literal('connector'), status: z.string(), lastSyncAt: time, ...old }),
  z.object({ kind: z.literal('serial'), standing: z.enum(serialStandings), ...old }),
]) satisfies z.ZodType<Seen>;

export const sight = seen satisfies z.ZodType<Sight>;

export const news = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('autopilot'), status: z.string(), lastSyncAt: time }),
  z.object({
    kind: z.literal('devices'),
    devices: z.array(z.object({ label: z.string(), standing: z.enum(standings), lastSyncAt: time })),
  }),
  z.object({ kind: z.literal('connector'), why: z.enum(connectorWhys), status: z.string(), lastSyncAt: time }),
  z.object({ kind: z.literal('serials'), groups: serialGroups }),
  z.object({ kind: z.literal('run'), verdict: z.enum([...verdicts, 'partly']), asker: z.string(), counts }),
]) satisfies z.ZodType<News>;
