import type { PressOf } from '../../cards/press.ts';
import type { Answer, Turn } from './define.ts';
import { askKeyOf } from './run-answer.ts';
import { type Kept, keepSerials } from './serials/answer.ts';
import { closedSerials, serialsOf } from './serials/presses.ts';
import { sync } from './sync-autopilot.ts';

/** A sync now, or when the window opens; of the run that it repeats, its window and its list count. */
export async function syncPressed(turn: Turn, press: PressOf<'start' | 'book'>): Promise<Answer> {
  const { desk, from } = turn;
  const book = press.press === 'book';
  const earlier = press.run ? await desk.runs.find(from.tenantId, press.run) : null;
  const given = press.list ? await givenBy(turn, press.list) : await givenWith(turn, earlier?.number);
  if (given === 'gone') return closedSerials(turn, given);
  const notBefore = earlier?.targets[0]?.window ?? null;
  return sync(turn, { askKey: askKeyOf(turn, press.nonce), place: 'here', book, notBefore, given });
}

/** Somebody else's press is a wish of their own, without the list. */
async function givenBy(turn: Turn, id: string): Promise<Kept | 'gone' | undefined> {
  const list = await serialsOf(turn, { list: id });
  if (list === 'gone') return list;
  return list === 'others' ? undefined : { id, list };
}

/** The serials with which this person had asked for a run. */
export async function givenWith(turn: Turn, run: number | undefined): Promise<Kept | undefined> {
  const list = run ? await serialsOf(turn, { run }) : 'gone';
  return typeof list === 'string' ? undefined : keepSerials(turn, list);
}
