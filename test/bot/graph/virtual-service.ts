import { answered, atOnce, batchSize, type Ledger, newLedger, take } from '../../../bot/graph/ledger.ts';
import { retryAtFor } from '../../../bot/graph/retry-after.ts';

/** How the service writes `Retry-After`, or does not. */
export const spellings = ['absent', 'always 1', 'whole', 'fraction', 'date'] as const;
export type Spelling = (typeof spellings)[number];

/** A service that counts requests in windows, in virtual time. */
export type Rules = {
  windowMs: number;
  limit: number;
  window: 'fixed' | 'sliding';
  /** Where the first fixed window begins. */
  phase: number;
  spelling: Spelling;
  /** What another app takes of the limit in the window so many windows after the start. */
  eaten(window: number): number;
};

export type Story = {
  rules: Rules;
  /** What the client believes. */
  documented: number;
  asks: number;
  processes: number;
  /** From sending to the answer, and to the arrival within it; taken in turn. */
  latencies: readonly { ms: number; arrivesAt: number }[];
  /** Whether the owner of the batch dies before it hears the answer; taken in turn. */
  crashes: readonly boolean[];
};

export type Played = {
  ledger: Ledger;
  /** When each request of ours arrived. */
  arrivals: number[];
  refused: number;
  done: number;
  endedAt: number;
  /** The limit after each answer. */
  limits: number[];
};

export const startedAt = Date.parse('2026-03-02T12:00:00Z');

type Event = { at: number; happens(): void };

/** Plays a client that asks everything it has, through one ledger; throws where it gets stuck. */
export function play(story: Story, within = 1_000): Played {
  const { rules, documented, asks, processes } = story;
  const service = openVirtualService(rules);
  const events: Event[] = [];
  const played: Played = { ledger: newLedger({ windowMs: rules.windowMs, places: documented }), ...empty() };
  const asking = { open: asks, waiting: asks, batches: 0, now: startedAt };
  // The ledger's clock knows whole milliseconds, the service's world does not.
  const clock = () => Math.floor(asking.now);
  const later = (ms: number, happens: () => void) => {
    const event = { at: asking.now + ms, happens };
    const after = events.findIndex(({ at }) => at > event.at);
    events.splice(after === -1 ? events.length : after, 0, event);
  };

  function send(owner: Owner, count: number, id: string) {
    const batch = asking.batches++;
    const { ms, arrivesAt } = turn(story.latencies, batch);
    const dies = turn(story.crashes, batch);
    const answer = { refused: 0, retryAt: null as number | null };
    owner.inFlight += 1;
    asking.waiting -= count;
    later(ms * arrivesAt, () => {
      played.arrivals.push(...Array<number>(count).fill(asking.now));
      Object.assign(answer, service.asked(asking.now, count));
    });
    later(ms, () => {
      owner.inFlight -= 1;
      if (dies) asking.open -= count;
      else hears(id, count, answer);
      for (const one of owners) pump(one);
    });
  }

  function hears(id: string, count: number, { refused, retryAt }: { refused: number; retryAt: number | null }) {
    played.ledger = answered(played.ledger, { id, refused, retryAt, now: clock() });
    played.limits.push(played.ledger.limit);
    played.refused += refused;
    played.done += count - refused;
    asking.waiting += refused;
    asking.open -= count - refused;
  }

  function pump(owner: Owner) {
    while (asking.waiting > 0 && owner.inFlight < atOnce) {
      const id = `${asking.batches}`;
      const taken = take(played.ledger, { id, count: Math.min(asking.waiting, batchSize), now: clock() });
      played.ledger = taken.ledger;
      if (taken.count === 0) return wait(owner, taken.at);
      send(owner, taken.count, id);
    }
  }

  function wait(owner: Owner, at: number | null) {
    if (at !== null && at <= clock()) throw new Error(`told to wait until ${at}, and it is ${asking.now}`);
    if (owner.wakesAt > asking.now) return;
    owner.wakesAt = at ?? asking.now + lookAgainMs;
    later(owner.wakesAt - asking.now, () => pump(owner));
  }

  const owners = Array.from({ length: processes }, (): Owner => ({ inFlight: 0, wakesAt: 0 }));
  for (const owner of owners) pump(owner);
  for (let event = events.shift(); event; event = events.shift()) {
    asking.now = event.at;
    if (asking.now - startedAt > within * rules.windowMs)
      throw new Error(`${asking.open} are left: ${stateOf(played)}`);
    event.happens();
  }
  if (asking.open > 0) throw new Error(`nobody goes on with ${asking.open}: ${stateOf(played)}`);
  return { ...played, endedAt: asking.now };
}

type Owner = { inFlight: number; wakesAt: number };

const lookAgainMs = 250;
const turn = <T>(values: readonly T[], index: number): T => values[index % values.length]!;
const empty = () => ({ arrivals: [], refused: 0, done: 0, endedAt: 0, limits: [] });
const stateOf = ({ ledger }: Played) => JSON.stringify(ledger);

/** Every request counts, the refused ones too (graph-contract 7.2). */
function openVirtualService({ windowMs, limit, window, phase, spelling, eaten }: Rules) {
  const counted: number[] = [];
  const numberOf = (at: number) => Math.floor((at - startedAt - phase) / windowMs);
  const since = (at: number) =>
    window === 'fixed' ? startedAt + phase + numberOf(at) * windowMs : at - windowMs + 1e-6;
  const freeAt = (at: number) =>
    window === 'fixed' ? since(at) + windowMs : (counted.find((one) => one >= since(at)) ?? at) + windowMs;

  function asked(at: number, count: number): { refused: number; retryAt: number | null } {
    const used = counted.filter((one) => one >= since(at)).length;
    const fits = Math.max(0, Math.min(count, limit - eaten(numberOf(at)) - used));
    counted.push(...Array<number>(count).fill(at));
    const refused = count - fits;
    const clock = { now: () => new Date(Math.floor(at)) };
    const retryAt = refused > 0 ? retryAtFor(spelled(spelling, { at, freeAt: freeAt(at) }), clock) : null;
    return { refused, retryAt: retryAt?.getTime() ?? null };
  }
  return { asked };
}

function spelled(spelling: Spelling, { at, freeAt }: { at: number; freeAt: number }): string | null {
  const seconds = (freeAt - at) / 1000;
  switch (spelling) {
    case 'absent':
      return null;
    case 'always 1':
      return '1';
    case 'whole':
      return `${Math.ceil(seconds)}`;
    case 'fraction':
      return seconds.toFixed(3);
    case 'date':
      return new Date(Math.ceil(freeAt / 1000) * 1000).toUTCString();
  }
}
