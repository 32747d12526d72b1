import { type Sight, type SightTarget, sightOf, sightScopes } from '../actions/sight.ts';
import { allConnectors, connectorsCalled, type ExchangeConnector, nameOf } from '../finding/connectors.ts';
import { devicesCalled } from '../finding/devices.ts';
import { chooseWatchedCard, type WatchedChoice, watchNoteCard } from '../views/watch.ts';
import { keyOf } from '../watches/watch.ts';
import { beginWatch, dayMs, runIsOver } from './begin-watch.ts';
import type { Answer, Command, Turn } from './define.ts';
import { reading } from './reading.ts';
import { watchDevices } from './watch-list.ts';
import { type How, phrases, refused } from './watch-refused.ts';
import { type WatchSaid, watchSaid } from './watch-words.ts';

export const watch: Command = {
  name: 'watch',
  phrases,
  takes: 'as-typed',
  about: 'command.watch',
  examples: 'help.on.watch',
  menu: 'everywhere',
  run: (turn, typed) => watchFromWords(turn, typed),
};

async function watchFromWords(turn: Turn, typed: string): Promise<Answer> {
  const said = watchSaid(typed);
  const how: How = { askKey: turn.key, on: said.failuresOnly ? 'failure' : 'change', typed };
  switch (said.thing.kind) {
    case 'nothing':
      return watchAttached(turn, said.thing, how);
    case 'devices':
      return watchDevices(turn, said.thing, how);
    case 'age':
      return asked(turn, 'watch.ask-age');
    case 'autopilot':
      return watchAutopilot(turn, how);
    case 'run':
      return said.thing.number === null ? asked(turn, 'watch.ask') : watchRun(turn, said.thing.number, how);
    case 'device':
      return watchDeviceCalled(turn, said.thing, how);
    case 'connector':
      return watchConnectorCalled(turn, said.thing, how);
  }
}

/** Which devices, the file says; without one it is asked. */
const watchAttached = async (turn: Turn, { until }: Of<'nothing'>, how: How): Promise<Answer> =>
  turn.attached ? watchDevices(turn, { pasted: turn.attached, until }, how) : asked(turn, 'watch.ask');

const asked = ({ screen }: Turn, key: 'watch.ask' | 'watch.ask-age'): Answer => ({
  ...{ card: watchNoteCard({ key }, screen), place: 'below' },
});

type Of<K extends WatchSaid['thing']['kind']> = Extract<WatchSaid['thing'], { kind: K }>;

/** What somebody watches they have been able to see themselves. */
const seeing = (turn: Turn, target: SightTarget) =>
  reading<Sight>(() => sightOf(turn.desk.graphFor(turn.from, sightScopes[target.kind]), target));

export async function watchAutopilot(turn: Turn, how: How): Promise<Answer> {
  const target = { kind: 'autopilot' } as const;
  const read = await seeing(turn, target);
  if (read.kind === 'refused') return refused(turn, { refusal: read.refusal, kind: 'autopilot', how });
  const seen = new Map([[keyOf(target), read.value]]);
  return beginWatch(turn, { ...how, what: target, lastsMs: dayMs, seen });
}

export async function watchRun(turn: Turn, number: number, how: How): Promise<Answer> {
  const { desk, from, screen } = turn;
  const run = await desk.runs.find(from.tenantId, number);
  if (!run) return { card: watchNoteCard({ key: 'run.not-found', values: { number } }, screen), place: 'below' };
  if (run.endedAt) return runIsOver(turn, number);
  const what = { kind: 'run', runId: run.id, number, action: run.action } as const;
  return beginWatch(turn, { ...how, what, lastsMs: 30 * dayMs, seen: new Map() });
}

async function watchDeviceCalled(turn: Turn, { words, until }: Of<'device'>, how: How): Promise<Answer> {
  const read = await reading(() => devicesCalled(turn.desk.graphFor(turn.from, sightScopes.device), words));
  if (read.kind === 'refused') return refused(turn, { refusal: read.refusal, kind: 'device', how });
  const { match, devices } = read.value;
  const [device] = devices;
  if (device && match === 'exact' && devices.length === 1) return watchDevice(turn, { ...device, until }, how);
  const named = devices.map(({ id, name, serial }) => ({ id, name, more: serial }));
  return choose(turn, { kind: 'device', said: words, match, named, until }, how);
}

type DeviceWish = { id: string; name: string; until: 'check-in' | 'done' | null };

/** Nothing is to be done on it: then there is only its check-in to wait for. */
export async function watchDevice(turn: Turn, { id, name, until }: DeviceWish, how: How): Promise<Answer> {
  const target = { kind: 'device', id } as const;
  const read = await seeing(turn, target);
  if (read.kind === 'refused') return refused(turn, { refusal: read.refusal, kind: 'device', how });
  const sight = read.value;
  const busy = sight.kind === 'device' && sight.pending > 0;
  const devices = [{ id, label: name }];
  const what = {
    kind: 'devices' as const,
    devices,
    until: busy ? (until ?? 'done') : ('check-in' as const),
    run: null,
  };
  return beginWatch(turn, { ...how, what, lastsMs: 7 * dayMs, seen: new Map([[keyOf(target), sight]]) });
}

async function watchConnectorCalled(turn: Turn, { words, olderThanMs }: Of<'connector'>, how: How): Promise<Answer> {
  const read = await reading(() => allConnectors(turn.desk.graphFor(turn.from, sightScopes.connector)));
  if (read.kind === 'refused') return refused(turn, { refusal: read.refusal, kind: 'connector', how });
  const all = { match: 'exact' as const, connectors: read.value };
  const { match, connectors } = words === '' ? all : connectorsCalled(read.value, words);
  const [connector] = connectors;
  if (connector && match === 'exact' && connectors.length === 1)
    return watchConnector(turn, { connector, olderThanMs }, how);
  const named = connectors.map((one) => ({ id: one.id, name: nameOf(one), more: one.organization }));
  return choose(turn, { kind: 'connector', said: words, match, named, olderThanMs }, how);
}

type ConnectorWish = { connector: ExchangeConnector; olderThanMs: number | null };

export function watchConnector(turn: Turn, { connector, olderThanMs }: ConnectorWish, how: How): Promise<Answer> {
  const { id, status, lastSyncAt } = connector;
  const what = { kind: 'connector' as const, id, label: nameOf(connector), olderThanMs };
  const seen = new Map([[keyOf({ kind: 'connector', id }), { kind: 'connector' as const, status, lastSyncAt }]]);
  return beginWatch(turn, { ...how, what, lastsMs: 30 * dayMs, seen });
}

type Choosing = Omit<WatchedChoice, 'once' | 'on'>;

/** Never the first of several, and never one that is only called nearly so. */
function choose(turn: Turn, choice: Choosing, { on }: How): Answer {
  const once = { nonce: turn.desk.newId(), issuedAt: turn.screen.now };
  return { card: chooseWatchedCard({ ...choice, on, once }, turn.screen), place: 'below' };
}
