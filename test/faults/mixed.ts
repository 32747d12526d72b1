import type { Person } from '../helpers/chat.ts';
import { saysUntil, somebody, type World } from './asker.ts';
import type { Writes } from './writes.ts';

/** What else goes on while payloads are synced: wishes that many share, and somebody who wants to be told. */
export type Mixed = {
  asks: (() => Promise<void>)[];
  isTold(): boolean;
  told(): MixedTold[];
};

export type MixedTold = {
  what: string;
  /** Runs that people have seen, and what Graph has taken for them. Nothing is asked of Graph for a watch. */
  runs: number;
  writes: number;
  /** How often each person read how it ended. */
  times: number[];
};

/** `text`: what each of them says. */
type Kind = {
  what: string;
  text(at: number): string;
  presses?: RegExp;
  reads: RegExp;
  ends: RegExp;
  path: string;
  people: number;
};

const ended = '^(Done|Failed|No sign of life|Did not start)$';

const shared: readonly Kind[] = [
  {
    // After so long without a success it asks whether a full one is not better.
    ...{
      what: 'Exchange',
      text: () => 'sync exchange EX01 quick',
      presses: /quick/i,
      path: '/exchangeConnectors/',
      people: 12,
    },
    ...{ reads: /· run \d+/, ends: new RegExp(`· run \\d+[\\s\\S]*${ended}`, 'm') },
  },
  {
    // Whoever comes after it has ended is told when the next one is possible.
    ...{ what: 'Autopilot', text: () => 'sync autopilot', path: '/windowsAutopilotSettings/', people: 6 },
    ...{ reads: /· run \d+|Sync at/, ends: new RegExp(`· run \\d+[\\s\\S]*${ended}|^(Too early|Closed)$`, 'm') },
  },
];

export function openMixed(world: World, writes: Writes, watched: readonly string[]): Mixed {
  const groups = [...shared, watchesOf(watched)].map((kind) => openGroup(world, writes, kind));
  return {
    asks: groups.flatMap(({ asks }) => asks),
    isTold: () => groups.every(({ told }) => told().times.every((times) => times > 0)),
    told: () => groups.map(({ told }) => told()),
  };
}

export const nothingElse: Mixed = { asks: [], isTold: () => true, told: () => [] };

/** Who was not answered asks again and watches twice; both may be told in one message. */
const watchesOf = (serials: readonly string[]): Kind => ({
  ...{ what: 'watches', text: (at) => `watch device ${serials[at]} until it checks in`, path: 'nothing' },
  ...{ people: serials.length, reads: /Watch \d+:/, ends: /Told because of watch|^Meanwhile/ },
});

function openGroup(world: World, writes: Writes, { what, text, presses, reads, ends, path, people }: Kind) {
  const all = Array.from({ length: people }, (_, at) => somebody(world, `${what} ${at}`));
  const times = (person: Person) => person.messages().filter(({ card }) => ends.test(card.fallbackText)).length;
  const runs = () =>
    new Set(all.flatMap((person) => person.messages().flatMap(({ shown }) => shown.flatMap(numbersIn))));
  return {
    asks: all.map((person, at) => () => saysUntil(person, text(at), { world, reads, presses })),
    told: (): MixedTold => ({ what, runs: runs().size, writes: writes.to(path), times: all.map(times) }),
  };
}

const numbersIn = (text: string) => [...text.matchAll(/· run (\d+)/g)].map(([, number]) => number);
