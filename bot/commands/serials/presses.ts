import { type PressOf, pressGoodForMs } from '../../../cards/press.ts';
import type { SerialList } from '../../actions/serials.ts';
import { closedSerialsCard } from '../../views/serials-heard.ts';
import { autopilot } from '../autopilot.ts';
import type { Answer, Turn } from '../define.ts';
import { hereOf } from '../run-answer.ts';
import { serialsAnswer } from './answer.ts';
import { serialsFrom } from './draft.ts';
import { offerSerialsFile } from './file.ts';

/** A button of a list; a list is its writer's. */
export async function serialsPressed(turn: Turn, { go, list: id }: PressOf<'serials'>): Promise<Answer> {
  const found = await findSerials(turn, id);
  if (typeof found === 'string') return closedSerials(turn, found);
  if (go === 'csv') return offerSerialsFile(turn, found);
  return serialsAnswer(turn, { id, list: found, place: hereOf(turn) });
}

export async function findSerials({ desk, from, screen }: Turn, id: string): Promise<SerialList | 'gone' | 'others'> {
  const draft = await desk.drafts.find(from.tenantId, id);
  const list = draft && serialsFrom(draft.content);
  if (!list || screen.now.getTime() - draft.touchedAt.getTime() > pressGoodForMs) return 'gone';
  return draft.owner === from.id ? list : 'others';
}

function closedSerials({ screen }: Turn, why: 'gone' | 'others'): Answer {
  const phrase = autopilot.phrases[screen.words.language][0];
  return { card: closedSerialsCard({ why, phrase }, screen), place: 'below' };
}
