import type { Press } from '../../../cards/press.ts';
import { autopilotSync } from '../../actions/autopilot-sync.ts';
import { readSerials } from '../../actions/serials.ts';
import { serialsNoteCard } from '../../views/serials-note.ts';
import type { Answer, Turn } from '../define.ts';
import { reading } from '../reading.ts';
import { type Kept, serialsRefused } from './answer.ts';

/** What a change record needs: how all of them stand at this moment, read anew, in whose name. `again`: what asks for it. */
export async function serialsNote(turn: Turn, { id, list }: Kept, again: Press): Promise<Answer> {
  const { desk, from, screen } = turn;
  const graph = desk.graphFor(from, autopilotSync.scopes.read);
  const read = await reading(() => readSerials(graph, list.serials));
  if (read.kind === 'refused') return serialsRefused(turn, read.refusal, { again, place: 'below' });
  return { card: serialsNoteCard({ read: read.value, reader: from.name, id }, screen), place: 'below' };
}
