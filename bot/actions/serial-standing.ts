import type { enrollmentStates } from '../graph/windows-autopilot-device-identities.ts';

/**
 * How a serial stands with Windows Autopilot, the least ready first. `out-of-sync`: its profile is assigned in Intune, and the
 * Autopilot service has another one or none. `not-assigned`: no profile reaches it. `pending`: one is about to.
 */
export const serialStandings = [
  'unregistered',
  'failed',
  'unknown',
  'not-assigned',
  'pending',
  'out-of-sync',
  'ready',
] as const;
export type SerialStanding = (typeof serialStandings)[number];

/** Serials as somebody gave them, each once. */
export type SerialList = {
  serials: readonly string[];
  /** How many stood there again. */
  repeated: number;
  /** What was not taken for one. */
  nonsense: readonly string[];
  /** So many more that were not either, and are not kept. */
  unnamed?: number | undefined;
  /** Cells of a table's other columns, where no heading said which one is meant. */
  skipped: number;
};

export type SerialRead = {
  serial: string;
  standing: SerialStanding;
  enrollment: (typeof enrollmentStates)[number];
};

/** Twenty go in one question to Graph; what a turn can wait for. */
export const mostSerials = 200;

/** Those that stand alike, the first few of them named. */
export type SerialGroup = { standing: SerialStanding; count: number; names: readonly string[] };

/** As many as anybody reads in a sentence. */
const mostNamed = 10;

/** One for each way to stand, the least ready first. */
export const groupsOf = (read: readonly Pick<SerialRead, 'serial' | 'standing'>[]): SerialGroup[] =>
  serialStandings.flatMap((standing) => {
    const names = read.flatMap((one) => (one.standing === standing ? [one.serial] : []));
    return names.length > 0 ? [{ standing, count: names.length, names: names.slice(0, mostNamed) }] : [];
  });

export const areReady = (groups: readonly Pick<SerialGroup, 'standing'>[]): boolean =>
  groups.every(({ standing }) => standing === 'ready');
