import type { PressOf } from '../../../cards/press.ts';
import { autopilotSync } from '../../actions/autopilot-sync.ts';
import { areReady } from '../../actions/serial-standing.ts';
import { readSerials } from '../../actions/serials.ts';
import { watchNoteCard } from '../../views/watch.ts';
import { keyOf, type Seen } from '../../watches/watch.ts';
import { beginWatch, dayMs } from '../begin-watch.ts';
import type { Answer, Turn } from '../define.ts';
import { reading } from '../reading.ts';
import type { How } from '../watch-refused.ts';
import { serialsRefused } from './answer.ts';
import { closedSerials, serialsOf } from './presses.ts';

/** A rollout that takes longer is asked about anew. */
const lastsMs = 7 * dayMs;

/** Told once: when all of a list are ready, or at the end with what is missing. */
export async function watchSerials(turn: Turn, press: PressOf<'watch'>, how: How): Promise<Answer> {
  const { desk, from, screen } = turn;
  const { id, run, owner } = press;
  const list = await serialsOf(turn, { list: id, run, owner });
  if (typeof list === 'string') return closedSerials(turn, list);
  const graph = desk.graphFor(from, autopilotSync.scopes.read);
  const read = await reading(() => readSerials(graph, list.serials));
  if (read.kind === 'refused') return serialsRefused(turn, read.refusal, { again: press, place: 'below' });
  if (areReady(read.value)) return { card: watchNoteCard({ key: 'watch.serials-ready' }, screen), place: 'below' };
  const seen = read.value.map(({ serial, standing }): [string, Seen] => [
    keyOf({ kind: 'serial', id: serial }),
    { kind: 'serial', standing },
  ]);
  const what = { kind: 'serials' as const, serials: list.serials };
  return beginWatch(turn, { ...how, what, lastsMs, seen: new Map(seen) });
}
