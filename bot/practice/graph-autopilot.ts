import type { PracticeAnswer } from '../ports.ts';
import { fine, type Told } from './graph-asked.ts';
import { contextOf, selected } from './graph-lists.ts';
import type { Route, Routed } from './graph-router.ts';

/** The invented tenant's Autopilot service: plain JSON, so that it outlives the process. */
export type AutopilotWorld = {
  lastSyncAt: string | null;
  lastManualSyncAt: string | null;
  /** A sync under way until then. */
  runsUntil: string | null;
  failsNext: boolean;
  lastFailed: boolean;
  /** The sync under way was begun through Graph. */
  ours: boolean;
  /** When the first such one ended: with it came what had been uploaded just before. */
  fetchedAt: string | null;
};

const minuteMs = 60_000;
/** Long enough to watch a sync and to join it, short enough not to wait. */
const syncTakesMs = 8_000;
const windowMs = 10 * minuteMs;

/** As found: synced by itself this morning, by hand yesterday. */
export function freshAutopilot(now: Date): AutopilotWorld {
  return {
    lastSyncAt: before(now, 3 * 60 * minuteMs),
    lastManualSyncAt: before(now, 26 * 60 * minuteMs),
    runsUntil: null,
    failsNext: false,
    lastFailed: false,
    ours: false,
    fetchedAt: null,
  };
}

/** The world as it is by now: a sync whose time is up has ended. */
export function settled(world: AutopilotWorld, now: Date): AutopilotWorld {
  const { runsUntil } = world;
  if (runsUntil === null || new Date(runsUntil) > now) return world;
  const fetchedAt = world.fetchedAt ?? (world.ours ? runsUntil : null);
  const ended = world.failsNext ? {} : { lastSyncAt: runsUntil, fetchedAt };
  return { ...world, ...ended, runsUntil: null, lastFailed: world.failsNext, failsNext: false };
}

function settingsOf(world: AutopilotWorld) {
  const status = world.lastFailed ? 'failed' : 'completed';
  return {
    id: '5c9e7d0a-4f0b-4f3e-9a57-0000000000a1',
    syncStatus: world.runsUntil ? 'inProgress' : status,
    lastSyncDateTime: world.lastSyncAt ?? '0001-01-01T00:00:00Z',
    lastManualSyncTriggerDateTime: world.lastManualSyncAt ?? '0001-01-01T00:00:00Z',
  };
}

/** A sync begins, whoever began it. */
export function beginSync(world: AutopilotWorld, now: Date): AutopilotWorld {
  return {
    ...world,
    lastManualSyncAt: now.toISOString(),
    ours: false,
    runsUntil: new Date(now.getTime() + syncTakesMs).toISOString(),
  };
}

/** How the real service would answer a sync now (graph-contract 2). */
function answerToSync(world: AutopilotWorld, now: Date): Pick<PracticeAnswer, 'status' | 'retryAfter'> {
  if (world.runsUntil) return { status: 409, retryAfter: null };
  const last = world.lastManualSyncAt ?? world.lastSyncAt;
  const closedForMs = last ? new Date(last).getTime() + windowMs - now.getTime() : 0;
  if (closedForMs > 0) return { status: 429, retryAfter: String(Math.ceil(closedForMs / 1000)) };
  return { status: 204, retryAfter: null };
}

/** Where the Autopilot service's state is kept. */
export type AutopilotParts = { world(): AutopilotWorld; becomes(world: AutopilotWorld): void };

const settingsPath = '/deviceManagement/windowsAutopilotSettings';

export const autopilotRoutes = (parts: AutopilotParts): Route[] => [
  {
    method: 'GET',
    template: settingsPath,
    answer(routed) {
      parts.becomes(settled(parts.world(), routed.at));
      return fine({ ...contextOf(routed), ...selected(settingsOf(parts.world()), routed.query) });
    },
  },
  { method: 'POST', template: `${settingsPath}/sync`, answer: (routed) => syncTold(parts, routed) },
];

function syncTold(parts: AutopilotParts, { forced, at }: Routed): Told {
  const world = settled(parts.world(), at);
  const told = forced ?? { flavour: null, ...answerToSync(world, at) };
  const began = begins(told, world)
    ? { ...beginSync(world, at), ours: told.status !== 409, failsNext: told.flavour === 'failed' }
    : world;
  parts.becomes(began);
  return told;
}

/** A 409 is only true if one is running, so somebody else's begins; `begun` begins one and loses the answer. */
function begins({ status, flavour }: Told, world: AutopilotWorld): boolean {
  if (flavour === 'silent') return false;
  return status === 204 || flavour === 'begun' || (status === 409 && !world.runsUntil);
}

const before = (now: Date, ms: number) => new Date(now.getTime() - ms).toISOString();
