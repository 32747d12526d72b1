import type { Clock, PracticeAnswer } from '../ports.ts';

/** Who asks the invented Graph for what. */
export type Asking = { on: PracticeAnswer['on']; person: string; path: string };

/** The answers that people rehearse, each in its turn. */
export type Planned = {
  add(answer: PracticeAnswer): void;
  take(asking: Asking): PracticeAnswer | null;
  forget(): void;
};

type Row = { answer: PracticeAnswer; left: number; askedBy: string | null };

/** After passing trouble the bot asks again by itself, twice; a rehearsed one lasts as long, or nobody would ever see it. */
const asksOfOneReading = 3;
/** For longer the bot does not wait by itself. */
const shortMs = 3_000;

export function openPlanned(clock: Clock): Planned {
  let rows: Row[] = [];
  return {
    add(answer) {
      rows = [...rows, { answer, left: isGoneThrough(answer, clock.now()) ? asksOfOneReading : 1, askedBy: null }];
    },
    take({ on, person, path }) {
      const asker = `${person} ${path}`;
      const row = rows.find((one) => one.answer.on === on && (one.askedBy ?? asker) === asker);
      if (!row) return null;
      const rest = row.left > 1 ? [{ ...row, left: row.left - 1, askedBy: asker }] : [];
      rows = rows.flatMap((one) => (one === row ? rest : [one]));
      return row.answer;
    },
    forget() {
      rows = [];
    },
  };
}

/** Whether the bot asks again instead of telling anybody. */
function isGoneThrough({ on, status, retryAfter }: PracticeAnswer, now: Date): boolean {
  if (on === 'write' || status === 'timeout' || status === 'nonsense') return false;
  if (status === 429) return !(retryAfter !== null && waitMsIn(retryAfter, now) > shortMs);
  return status === 'broken' || status >= 500;
}

/** Not a number where it tells no time. */
function waitMsIn(retryAfter: string, now: Date): number {
  const seconds = Number(retryAfter);
  return Number.isNaN(seconds) ? Date.parse(retryAfter) - now.getTime() : seconds * 1000;
}
