import type { PressOf } from '../../cards/press.ts';
import { sightScopes } from '../actions/sight.ts';
import { connectorsById } from '../finding/connectors.ts';
import { devicesById } from '../finding/devices.ts';
import { watchBegunCard, watchName, watchNoteCard } from '../views/watch.ts';
import { keyOf, type Watch } from '../watches/watch.ts';
import { beginWatch, dayMs, nextMorning } from './begin-watch.ts';
import type { Answer, Turn } from './define.ts';
import { reading } from './reading.ts';
import { askKeyOf } from './run-answer.ts';
import { noSuchRun } from './runs.ts';
import { watchSerials } from './serials/watch.ts';
import { watchAutopilot, watchConnector, watchDevice, watchRun } from './watch.ts';
import { type How, refused } from './watch-refused.ts';
import { mostDevices, seenDevices } from './watch-seen.ts';

type Pressed = PressOf<'watch'>;

/** A button for one thing; a second press shows what the first led to, as long as that lasts. */
export async function watchPressed(turn: Turn, press: Pressed): Promise<Answer> {
  const askKey = askKeyOf(turn, press.nonce);
  const earlier = await turn.desk.watches.askedBy(turn.from.tenantId, askKey);
  if (earlier?.watch.state === 'ended') return hasEnded(turn, earlier.watch);
  if (earlier) return { card: watchBegunCard(earlier, turn.screen), place: 'below' };
  const how: How = { askKey, on: press.on ?? 'change', typed: '' };
  switch (press.what) {
    case 'autopilot':
      return watchAutopilot(turn, how);
    case 'device':
      return watchDevicePressed(turn, press, how);
    case 'connector':
      return watchConnectorPressed(turn, press, how);
    case 'run':
      return watchRun(turn, press.run ?? 0, how);
    case 'serials':
      return watchSerials(turn, press, how);
    case 'silent':
      return watchSilent(turn, press.run ?? 0, how);
  }
}

function hasEnded({ screen }: Turn, { number, what }: Watch): Answer {
  const values = { number, what: watchName(what, screen.words) };
  return { card: watchNoteCard({ key: 'unwatch.over', values }, screen), place: 'below' };
}

async function watchDevicePressed(turn: Turn, { id = '', until }: Pressed, how: How): Promise<Answer> {
  const read = await reading(() => devicesById(turn.desk.graphFor(turn.from, sightScopes.device), [id]));
  if (read.kind === 'refused') return refused(turn, { refusal: read.refusal, kind: 'device', how });
  const [device] = read.value;
  if (!device) return { card: watchNoteCard({ key: 'watch.gone' }, turn.screen), place: 'below' };
  return watchDevice(turn, { ...device, until: until ?? null }, how);
}

async function watchConnectorPressed(turn: Turn, { id = '', olderThanMs }: Pressed, how: How): Promise<Answer> {
  const graph = turn.desk.graphFor(turn.from, sightScopes.connector);
  const read = await reading(() => connectorsById(graph, [id]));
  if (read.kind === 'refused') return refused(turn, { refusal: read.refusal, kind: 'connector', how });
  const [connector] = read.value.connectors;
  if (!connector) return { card: watchNoteCard({ key: 'watch.gone' }, turn.screen), place: 'below' };
  return watchConnector(turn, { connector, olderThanMs: olderThanMs ?? null }, how);
}

/** Devices of a run that gave no sign of life: told when they all have, or in the morning with what is left. */
async function watchSilent(turn: Turn, number: number, how: How): Promise<Answer> {
  const { desk, from, screen } = turn;
  const run = await desk.runs.find(from.tenantId, number);
  if (!run) return noSuchRun(turn, number);
  const silent = run.targets.filter(({ verdict, target }) => verdict === 'silent' && target.kind === 'device');
  const named = silent.slice(0, mostDevices).map(({ target: { id, label } }) => ({ id, label: label ?? id }));
  const read = await seenDevices(turn, named);
  if (read.kind === 'refused') return refused(turn, { refusal: read.refusal, kind: 'device', how });
  const devices = read.value.map(({ id, label }) => ({ id, label }));
  if (devices.length === 0) {
    return {
      card: watchNoteCard({ key: 'watch.none-silent', values: { number }, run: number }, screen),
      place: 'below',
    };
  }
  const seen = new Map(read.value.map(({ id, seen }) => [keyOf({ kind: 'device', id }), seen]));
  const one = devices.length === 1;
  const what = {
    kind: 'devices' as const,
    devices,
    until: one ? ('check-in' as const) : ('done' as const),
    run: number,
  };
  const lasts = one ? { lastsMs: 7 * dayMs } : { endsAt: nextMorning(turn) };
  return beginWatch(turn, { ...how, what, seen, left: silent.length - mostDevices, ...lasts });
}
