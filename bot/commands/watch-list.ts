import { sightScopes } from '../actions/sight.ts';
import { type ListFound, readList } from '../finding/list.ts';
import { watchListNoteCard, watchNoteCard } from '../views/watch.ts';
import type { ListHeard } from '../views/watch-list-heard.ts';
import { keyOf } from '../watches/watch.ts';
import { beginWatch, dayMs } from './begin-watch.ts';
import type { Answer, Turn } from './define.ts';
import type { Pasted } from './paste.ts';
import { reading } from './reading.ts';
import { type How, refused } from './watch-refused.ts';
import { mostDevices, seenDevices } from './watch-seen.ts';

type Wish = { pasted: Pasted; until: 'check-in' | 'done' | null };

/** A list of devices is one watch; what was not taken of it is said. */
export async function watchDevices(turn: Turn, { pasted, until }: Wish, how: How): Promise<Answer> {
  const names = pasted.names.map(({ text }) => text);
  if (names.length > mostDevices) return tooMany(turn);
  const read = await reading(() => readList(turn.desk.graphFor(turn.from, sightScopes.device), names));
  if (read.kind === 'refused') return refused(turn, { refusal: read.refusal, kind: 'device', how });
  const devices = await seenDevices(
    turn,
    read.value.found.map(({ id, name }) => ({ id, label: name })),
  );
  if (devices.kind === 'refused') return refused(turn, { refusal: devices.refusal, kind: 'device', how });
  const watched = devices.value;
  const heard = heardOf(
    pasted,
    read.value,
    watched.map(({ label }) => label),
  );
  if (watched.length === 0) return { card: watchListNoteCard(heard, turn.screen), place: 'below' };
  const seen = new Map(watched.map(({ id, seen }) => [keyOf({ kind: 'device', id }), seen]));
  const busy = watched.some(({ seen }) => seen.kind === 'device' && seen.pending > 0);
  const what = {
    kind: 'devices' as const,
    devices: watched.map(({ id, label }) => ({ id, label })),
    until: busy ? (until ?? ('done' as const)) : ('check-in' as const),
    run: null,
  };
  return beginWatch(turn, { ...how, what, seen, heard, lastsMs: 7 * dayMs });
}

const tooMany = ({ screen }: Turn): Answer => ({
  card: watchNoteCard({ key: 'watch.list.too-many', values: { most: mostDevices } }, screen),
  place: 'below',
});

const heardOf = ({ repeated }: Pasted, { unknown, ambiguous }: ListFound, taken: readonly string[]): ListHeard => ({
  taken,
  repeated: repeated.map(({ text }) => text),
  unknown,
  ambiguous: ambiguous.map(({ said }) => said),
});
