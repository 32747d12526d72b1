import { mostDoubtful, noneOfThese, type Press, theRest } from '../../../cards/press.ts';
import { readingCard } from '../../views/payload-forms.ts';
import type { Answer, Turn } from '../define.ts';
import { hereOf } from '../run-answer.ts';
import type { DraftContent, Open, Reading } from './draft.ts';

/** Those of the candidates about which nothing has to be asked: of an ambiguous name one may be named elsewhere in the list. */
function sureOf({ candidates }: DraftContent, { sure, ambiguous, doubtful }: Reading): DraftContent['candidates'] {
  const named = new Set(sure);
  const asked = new Set(ambiguous.flatMap(({ ids }) => ids).filter((id) => !named.has(id)));
  for (const { id } of doubtful) asked.add(id);
  return candidates.filter(({ id }) => !asked.has(id));
}

/** What a person has chosen so far; of what is still to be asked, nothing. */
export function takenIn(content: DraftContent): DraftContent['devices'] {
  const { reading: read, candidates, devices } = content;
  if (!read || read.settled) return devices;
  const taken = new Set([
    ...sureOf(content, read).map(({ id }) => id),
    ...read.ambiguous.flatMap(({ chosen }) => chosen ?? []),
    ...read.doubtful.flatMap((one) => (one.ticked ? [one.id] : [])),
  ]);
  return candidates.filter(({ id }) => taken.has(id));
}

export function showReading(turn: Turn, { id, content }: Open, read: Reading): Answer {
  const byId = new Map(content.candidates.map((device) => [device.id, device]));
  const those = (ids: readonly string[]) => ids.flatMap((one) => byId.get(one) ?? []);
  const ambiguous = read.ambiguous.map(({ ids, ...one }) => ({ ...one, devices: those(ids) }));
  const doubtful = read.doubtful.flatMap(({ id: one, ...rest }) => those([one]).map((device) => ({ device, ...rest })));
  const found = sureOf(content, read).length;
  const { lines, repeated, unknown } = read;
  const card = readingCard({ draft: id, lines, repeated, unknown, found, ambiguous, doubtful }, turn.screen);
  return { card, place: hereOf(turn) };
}

type Settle = Extract<Press, { press: 'settle-list' }>;
type Settled = { reading: Reading; devices: DraftContent['devices'] };

/** What the answers leave: what is sure, what was chosen, and what was ticked. Pure. */
export function settledWith(content: DraftContent, read: Reading, press: Settle): Settled {
  const ambiguous = read.ambiguous.map((one, index) => {
    const answer = (press as Record<string, unknown>)[`choice_${index}`];
    const chosen = typeof answer === 'string' && (answer === noneOfThese || one.ids.includes(answer)) ? answer : null;
    return { ...one, chosen };
  });
  const ticked = new Set((press.ticked ?? '').split(','));
  const doubtful = read.doubtful.map((one, index) => ({
    ...one,
    ticked: ticked.has(index < mostDoubtful ? one.id : theRest),
  }));
  const answered = { ...read, ambiguous, doubtful };
  const devices = takenIn({ ...content, reading: answered });
  return { reading: { ...answered, settled: devices.length > 0 }, devices };
}
