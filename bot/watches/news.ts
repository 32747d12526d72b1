import { areReady, groupsOf } from '../actions/serial-standing.ts';
import type { Sight } from '../actions/sight.ts';
import type { News, Standing } from './news-told.ts';
import type { Seen, Watch, What } from './watch.ts';

/** What is to be told, and how it looks from then on. Pure. `ended`: there is nothing more to watch. */
export type Told = { news: News | null; ended: boolean };

/** One of the things a watch watches: as it was when it was last told, and as it is. */
export type Pair = { before: Seen; now: Sight };

type Given = Pick<Watch, 'what' | 'on'>;

/** `pairs`: one for each thing that is watched; null for what is gone. `over`: the watch ends now, whatever is seen. */
export function toldOf(
  watch: Given,
  pairs: readonly (Pair | null)[],
  { now, over }: { now: Date; over: boolean },
): Told {
  const [pair] = pairs;
  const { what } = watch;
  if (what.kind === 'devices') return devicesTold(what, pairs, { on: watch.on, over });
  if (what.kind === 'serials') return serialsTold(what, pairs, over);
  if (!pair) return { news: null, ended: over };
  const news = what.kind === 'connector' ? connectorNews(what, pair, now) : autopilotNews(pair);
  const isFailure = news !== null && isWrong(news);
  return { news: watch.on === 'failure' && !isFailure ? null : news, ended: over };
}

function isWrong(news: News): boolean {
  if (news.kind === 'autopilot') return news.status === 'failed';
  return news.kind === 'connector' && (news.why === 'old' || news.status === 'disconnected');
}

function autopilotNews({ before, now }: Pair): News | null {
  if (before.kind !== 'autopilot' || now.kind !== 'autopilot') return null;
  if (before.status === now.status && sameTime(before.lastSyncAt, now.lastSyncAt)) return null;
  return { kind: 'autopilot', status: now.status, lastSyncAt: now.lastSyncAt };
}

type Connector = Extract<What, { kind: 'connector' }>;

/** Where its age is watched, it is told when it becomes too old, and when it no longer is. */
function connectorNews({ olderThanMs }: Connector, { before, now: seen }: Pair, now: Date): News | null {
  if (before.kind !== 'connector' || seen.kind !== 'connector') return null;
  const { status, lastSyncAt } = seen;
  const tell = (why: 'old' | 'fresh' | 'status' | 'moved'): News => ({ kind: 'connector', why, status, lastSyncAt });
  if (olderThanMs !== null) {
    const old = isOld(seen.lastSyncAt, olderThanMs, now);
    if (old !== (before.old ?? false)) return tell(old ? 'old' : 'fresh');
  }
  if (before.status !== status) return tell('status');
  const moved = olderThanMs === null && !sameTime(before.lastSyncAt, lastSyncAt);
  return moved ? tell('moved') : null;
}

/** Never having succeeded is older than anything. */
export const isOld = (lastSyncAt: Date | null, olderThanMs: number, now: Date): boolean =>
  lastSyncAt === null || now.getTime() - lastSyncAt.getTime() > olderThanMs;

/** How it is remembered once it has been told. */
export const seenFrom = (sight: Sight, what: What, now: Date): Seen =>
  what.kind === 'connector' && sight.kind === 'connector' && what.olderThanMs !== null
    ? { ...sight, old: isOld(sight.lastSyncAt, what.olderThanMs, now) }
    : sight;

type Devices = Extract<What, { kind: 'devices' }>;

/** Told once: when all of them have ended, or the watch does. */
function devicesTold(what: Devices, pairs: readonly (Pair | null)[], how: { on: Watch['on']; over: boolean }): Told {
  const standings = pairs.map((pair) => (pair ? standingOf(pair, what.until) : gone));
  const ended = standings.every(({ ended }) => ended);
  if (!ended && !how.over) return { news: null, ended: false };
  const devices = what.devices.map(({ label }, index) => {
    const { standing, lastSyncAt } = standings[index] ?? gone;
    return { label, standing, lastSyncAt };
  });
  const wrong = devices.some(({ standing }) => standing !== 'checked-in' && standing !== 'done');
  return { news: how.on === 'failure' && !wrong ? null : { kind: 'devices', devices }, ended: true };
}

const gone = { standing: 'gone', ended: true, lastSyncAt: null } as const;

/** What was asked for on it decides, if anything was when the watch began; else only whether it has checked in. */
function standingOf({ before, now }: Pair, until: Devices['until']) {
  if (before.kind !== 'device' || now.kind !== 'device') throw new Error('A watch of devices saw something else');
  const { lastSyncAt } = now;
  const checkedIn = !sameTime(before.lastSyncAt, lastSyncAt);
  const came: Standing = checkedIn ? 'checked-in' : 'silent';
  if (until === 'check-in' || before.pending === 0) return { standing: came, ended: checkedIn, lastSyncAt };
  if (now.pending > 0) return { standing: came, ended: false, lastSyncAt };
  return { standing: now.failed > 0 ? ('failed' as const) : ('done' as const), ended: true, lastSyncAt };
}

type Serials = Extract<What, { kind: 'serials' }>;

/** Told once: when all of them are ready, or the watch ends. One that cannot be seen any more is not known. */
function serialsTold({ serials }: Serials, pairs: readonly (Pair | null)[], over: boolean): Told {
  const read = serials.map((serial, index) => {
    const now = pairs[index]?.now;
    return { serial, standing: now?.kind === 'serial' ? now.standing : ('unknown' as const) };
  });
  const groups = groupsOf(read);
  return over || areReady(groups) ? { news: { kind: 'serials', groups }, ended: true } : { news: null, ended: false };
}

const sameTime = (one: Date | null, other: Date | null) => one?.getTime() === other?.getTime();

/** Whether two sights are the same for everybody who watches. */
export const isSameSight = (one: Sight, other: Sight): boolean => written(one) === written(other);

const written = (sight: Sight) => JSON.stringify(Object.entries(sight).sort(([a], [b]) => a.localeCompare(b)));
