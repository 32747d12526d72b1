import { type PressOf, pressGoodForMs } from '../../../cards/press.ts';
import type { SerialList } from '../../actions/serial-standing.ts';
import { closedSerialsCard } from '../../views/serials-heard.ts';
import { autopilot } from '../autopilot.ts';
import type { Answer, Turn } from '../define.ts';
import { hereOf } from '../run-answer.ts';
import { keepSerials, serialsAnswer } from './answer.ts';
import { serialsFrom } from './draft.ts';
import { offerSerialsFile } from './file.ts';
import { serialsNote } from './note.ts';

/** A button of a list, a watch or a run; each is of use to whose it is. */
export async function serialsPressed(turn: Turn, press: PressOf<'serials'>): Promise<Answer> {
  const { go, ...of } = press;
  const found = await serialsOf(turn, of);
  if (typeof found === 'string') return closedSerials(turn, found);
  if (go === 'csv') return offerSerialsFile(turn, found);
  const kept = of.list ? { id: of.list, list: found } : await keepSerials(turn, found);
  if (go === 'note') return serialsNote(turn, kept, press);
  return serialsAnswer(turn, { ...kept, place: of.list ? hereOf(turn) : 'below' });
}

type Found = SerialList | 'gone' | 'others';
type Of = {
  list?: string | undefined;
  watch?: number | undefined;
  run?: number | undefined;
  owner?: string | undefined;
};

/** Where a list is kept, its serials. Several people may have given one to a run; a card is about its owner’s. */
export async function serialsOf(turn: Turn, { list, watch, run, owner }: Of): Promise<Found> {
  if (owner && owner !== turn.from.id) return 'others';
  if (watch) return watchedSerials(turn, watch);
  return run ? serialsOfRun(turn, run) : findSerials(turn, list ?? '');
}

async function findSerials({ desk, from, screen }: Turn, id: string): Promise<Found> {
  const draft = await desk.drafts.find(from.tenantId, id);
  const list = draft && serialsFrom(draft.content);
  if (!list || screen.now.getTime() - draft.touchedAt.getTime() > pressGoodForMs) return 'gone';
  return draft.owner === from.id ? list : 'others';
}

async function watchedSerials({ desk, from }: Turn, number: number): Promise<Found> {
  const watch = await desk.watches.find(from.tenantId, number);
  if (watch?.what.kind !== 'serials') return 'gone';
  const { serials } = watch.what;
  return watch.personId === from.id ? { serials, repeated: 0, nonsense: [], skipped: 0 } : 'others';
}

async function serialsOfRun({ desk, from }: Turn, number: number): Promise<Found> {
  const run = await desk.runs.find(from.tenantId, number);
  return run ? ((await desk.runs.serialsOf(run, from)) ?? 'others') : 'gone';
}

export function closedSerials({ screen }: Turn, why: 'gone' | 'others'): Answer {
  const phrase = autopilot.phrases[screen.words.language][0];
  return { card: closedSerialsCard({ why, phrase }, screen), place: 'below' };
}
