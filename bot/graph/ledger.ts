/**
 * Which places of a limit are taken: pure, so that it can lie in memory or in a database row. Times are milliseconds.
 *
 * A request holds its place while it is in flight, and for one window after its answer. Whatever window the service counts in,
 * fixed or sliding, it can then never hold more than the limit.
 */
export type Ledger = {
  windowMs: number;
  /** What the service documents, and what it has shown to take. */
  documented: number;
  limit: number;
  /** Whether a whole window at the limit went well, or a refusal has shown where it lies. */
  proven: boolean;
  inFlight: readonly Hold[];
  spent: readonly { at: number; count: number; refused: number }[];
  /** The service asked to wait until then. */
  pausedUntil: number;
  refusedAt: number;
  /** After so many calm windows a lowered limit is probed. */
  calm: number;
  /** How many more places the next probe tries to win. */
  step: number;
};

/** `until`: whoever took the places has died by then. */
type Hold = { id: string; count: number; until: number; probe: boolean };

export const newLedger = ({ windowMs, places }: { windowMs: number; places: number }): Ledger => ({
  windowMs,
  documented: places,
  limit: places,
  proven: false,
  inFlight: [],
  spent: [],
  pausedUntil: 0,
  refusedAt: 0,
  calm: calmWindows,
  step: 1,
});

/** What one batch may hold. */
export const batchSize = 20;

/** Batches in flight. */
export const atOnce = 4;

/** Nobody knows whether all of the documented budget is ours: its upper half is entered in small steps until it has held. */
const carefulSize = ({ documented }: Ledger) => Math.min(batchSize, Math.max(5, documented / 40));
/** A whole batch is waited for up to a quarter of a window; for longer, what is free is used. */
const worthWaitingMs = ({ windowMs }: Ledger) => windowMs / 4;
/** Longer than any request may take. */
const leaseMs = 60_000;
/** Calm windows after which a lowered limit is probed, with single requests. */
const calmWindows = 10;
/** A limit below this part of what is documented is hardly one that lasts: it is probed after one window, then ever later. */
const muchLess = 1 / 4;
/** So many more it waits for a moment when nothing else is due. */
const lullWindows = 2;

type Wish = { id: string; count: number; now: number };

/** `count` places were given; 0: none, and `at` is when it is worth asking again, null: as soon as something was answered. */
export type Taken = { ledger: Ledger; count: number; at: number | null };

export function take(before: Ledger, { id, count, now }: Wish): Taken {
  const ledger = tidied(before, now);
  if (ledger.pausedUntil > now) return { ledger, count: 0, at: ledger.pausedUntil };
  const probe = isProbeDue(ledger, now);
  // A limit may lie below what a batch holds.
  const wished = probe ? 1 : Math.min(ledger.limit, sizeFor(ledger, count));
  if (wished === 0) return { ledger, count: 0, at: null };
  const free = ledger.limit + (probe ? 1 : 0) - usedIn(ledger);
  if (free < wished) {
    const some = free > 0 ? now : freeAt(ledger, 1 - free);
    const all = freeAt(ledger, wished - free);
    if (some !== null && all !== null && all - some < worthWaitingMs(ledger)) return { ledger, count: 0, at: all };
    if (free <= 0) return { ledger, count: 0, at: some };
  }
  const size = Math.min(wished, free);
  const hold = { id, count: size, until: now + leaseMs, probe };
  return { ledger: { ...ledger, inFlight: [...ledger.inFlight, hold] }, count: size, at: null };
}

/** What of it the service refused with 429, and until when it asked to wait. */
type Answered = { id: string; refused: number; retryAt: number | null; now: number };

export function answered(before: Ledger, { id, refused, retryAt, now }: Answered): Ledger {
  const hold = before.inFlight.find((one) => one.id === id);
  if (!hold) return { ...before, pausedUntil: Math.max(before.pausedUntil, retryAt ?? 0) };
  const inFlight = before.inFlight.filter((one) => one !== hold);
  const ledger = tidied(
    { ...before, inFlight, spent: [...before.spent, { at: now, count: hold.count, refused }] },
    now,
  );
  if (refused > 0) return lowered(ledger, hold, { retryAt, now });
  if (hold.probe && isCalm(ledger, now)) return raised(ledger, now);
  return { ...ledger, proven: ledger.proven || held(ledger) };
}

/** Whether whoever asks now is held back, and for how long the service asked to wait; null where nothing is in the way. */
export function heldBack(ledger: Ledger, now: number): { waitMs: number } | null {
  const waitMs = Math.max(0, ledger.pausedUntil - now);
  const isSlowed = ledger.limit < ledger.documented && !isCalm({ ...ledger, calm: calmWindows }, now);
  return waitMs > 0 || isSlowed ? { waitMs } : null;
}

const sum = (rows: readonly { count: number }[]) => rows.reduce((total, { count }) => total + count, 0);
const usedIn = ({ inFlight, spent }: Ledger) => sum(inFlight) + sum(spent);

/** Old answers leave; a hold whose owner died counts as answered when its lease ended. */
function tidied(ledger: Ledger, now: number): Ledger {
  const dead = ledger.inFlight.filter(({ until }) => until <= now);
  const all =
    dead.length > 0
      ? [...ledger.spent, ...dead.map(({ until, count }) => ({ at: until, count, refused: 0 }))]
      : ledger.spent;
  return {
    ...ledger,
    inFlight: dead.length > 0 ? ledger.inFlight.filter(({ until }) => until > now) : ledger.inFlight,
    // A clock of whole milliseconds may show an answer up to one too early; one that was set back, in the future.
    spent: all.filter(({ at }) => at + ledger.windowMs >= now).map((one) => (one.at > now ? { ...one, at: now } : one)),
  };
}

/** Unproven, the upper half is entered step by step: the first alone, and with each that went well one more at a time. */
function sizeFor(ledger: Ledger, count: number): number {
  const half = ledger.limit / 2;
  if (ledger.proven || usedIn(ledger) + Math.min(count, batchSize) <= half) return Math.min(count, batchSize);
  const wentWell = Math.max(0, sum(ledger.spent) - half);
  const unsure = usedIn(ledger) - half - wentWell;
  const careful = carefulSize(ledger);
  return unsure >= Math.min(batchSize, careful + wentWell) ? 0 : Math.min(count, careful);
}

/** When so many places will have become free; null where it depends on answers. */
function freeAt({ spent, windowMs }: Ledger, missing: number): number | null {
  let left = missing;
  for (const { at, count } of spent) {
    left -= count;
    if (left <= 0) return at + windowMs + 1;
  }
  return null;
}

/** A full window at the limit without a refusal. */
const held = (ledger: Ledger) => ledger.limit - sum(ledger.spent) < carefulSize(ledger);

function lowered(ledger: Ledger, hold: Hold, { retryAt, now }: { retryAt: number | null; now: number }): Ledger {
  const known = {
    ...ledger,
    proven: true,
    refusedAt: now,
    step: 1,
    pausedUntil: Math.max(ledger.pausedUntil, retryAt ?? 0),
  };
  if (hold.probe) return { ...known, calm: Math.min(calmWindows, ledger.calm * 2) };
  // Of what is still in flight the best is believed until it is answered: all of that holds its places meanwhile.
  const fitted = usedIn(ledger) - ledger.spent.reduce((total, { refused }) => total + refused, 0);
  const limit = Math.max(1, Math.min(ledger.limit, fitted));
  return { ...known, limit, calm: limit < ledger.documented * muchLess ? 1 : calmWindows };
}

function raised(ledger: Ledger, now: number): Ledger {
  const limit = Math.min(ledger.documented, ledger.limit + ledger.step);
  // The next one comes a window later.
  return { ...ledger, limit, step: ledger.step * 2, refusedAt: now - (ledger.calm - 1) * ledger.windowMs };
}

/** Only a request beyond a full window tells anything; sent when nothing else is due soon, it delays nothing. */
function isProbeDue(ledger: Ledger, now: number): boolean {
  if (ledger.limit >= ledger.documented || usedIn(ledger) !== ledger.limit) return false;
  if (!isCalm(ledger, now) || ledger.inFlight.some(({ probe }) => probe)) return false;
  const next = freeAt(ledger, 1);
  const isLull = next === null || next - now >= worthWaitingMs(ledger);
  return isLull || isCalm(ledger, now - lullWindows * ledger.windowMs);
}

const isCalm = ({ refusedAt, calm, windowMs }: Ledger, now: number) => now - refusedAt >= calm * windowMs;
