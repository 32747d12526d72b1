import type { Press } from '../../../cards/press.ts';
import { autopilotSync, readAutopilotClock } from '../../actions/autopilot-sync.ts';
import { tenantTarget } from '../../actions/define.ts';
import { mostSerials, type SerialList } from '../../actions/serial-standing.ts';
import { readSerials } from '../../actions/serials.ts';
import type { Refusal } from '../../graph/refusal.ts';
import { joinKeyFor } from '../../runs/joining.ts';
import { serialsCard } from '../../views/serials.ts';
import { unreadSerialsCard } from '../../views/serials-heard.ts';
import type { Answer, Command, Turn } from '../define.ts';
import { reading, readRefused } from '../reading.ts';
import { ownPlace } from '../run-answer.ts';
import { serialsDraft } from './draft.ts';
import { serialsIn } from './list.ts';

const { name: action, scopes } = autopilotSync;

/** A list after a command's words: read, or said why not. */
export async function serialsSaid(turn: Turn, typed: string, command: Pick<Command, 'phrases'>): Promise<Answer> {
  const heard = serialsHeard(turn, typed, command);
  if (heard.kind === 'answer') return heard.answer;
  return serialsAnswer(turn, { ...(await keepSerials(turn, heard.list)), place: 'below' });
}

type Heard = { kind: 'list'; list: SerialList } | { kind: 'answer'; answer: Answer };

/** What was typed, and what stands in a file that came along. */
export function serialsHeard(turn: Turn, typed: string, command: Pick<Command, 'phrases'>): Heard {
  const { attached, screen } = turn;
  const { tooMany, ...list } = serialsIn([typed, attached?.text ?? ''].join('\n'));
  const many = tooMany || list.serials.length > mostSerials;
  if (list.serials.length > 0 && !many) return { kind: 'list', list };
  const phrase = command.phrases[screen.words.language][0];
  const card = unreadSerialsCard({ tooMany: many, phrase }, screen);
  return { kind: 'answer', answer: { card, place: 'below' } };
}

/** A list, and the id under which buttons find it. */
export type Kept = { id: string; list: SerialList };

export const keepSerials = async ({ desk, from, screen }: Turn, list: SerialList): Promise<Kept> => ({
  id: await desk.drafts.open(from, serialsDraft(list), screen.now),
  list,
});

/** `again`: what was pressed, or would read the same list. */
type Reread = Pick<Answer, 'place'> & { again: Press };

/** The same can be asked for again by a button. */
export function serialsRefused(turn: Turn, refusal: Refusal, { again, place }: Reread): Answer {
  return readRefused(turn, { action, refusal, again, place, scopes: scopes.read });
}

/** How each of them stands, as this person may see it; with the clock, because a sync may be what helps. */
export async function serialsAnswer(turn: Turn, { id, list, place }: Kept & Pick<Answer, 'place'>): Promise<Answer> {
  const { desk, from, screen } = turn;
  const graph = desk.graphFor(from, scopes.read);
  const again = { press: 'serials', go: 'look', list: id } as const;
  const [read, run] = await Promise.all([
    reading(() => Promise.all([readSerials(graph, list.serials), readAutopilotClock(graph, screen.now)])),
    desk.runs.findJoinable(from.tenantId, joinKeyFor(action, [tenantTarget])),
  ]);
  if (read.kind === 'refused') return serialsRefused(turn, read.refusal, { again, place });
  const [serials, { opening }] = read.value;
  const once = { nonce: desk.newId(), issuedAt: screen.now };
  const seen = { id, list, read: serials, reader: from.name, opening, underWay: run !== null, once };
  return { card: serialsCard(seen, screen), place: ownPlace(turn, place) };
}
