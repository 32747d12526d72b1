import type { PressOf } from '../../cards/press.ts';
import type { Run } from '../runs/run.ts';
import { syncCanBeRepeated } from '../views/run-buttons.ts';
import type { Answer, Turn } from './define.ts';
import { askKeyOf } from './run-answer.ts';
import { nothingToRepeat } from './runs.ts';
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

/** The same once more, with the serials that came with the first one; `failed`: only where a repeat can help. */
export async function againAutopilot(turn: Turn, run: Run, { only, askKey }: Again): Promise<Answer> {
  if (only === 'failed' && !run.targets.some(syncCanBeRepeated)) return nothingToRepeat(turn, run);
  const given = await givenWith(turn, run.number);
  return sync(turn, { askKey, place: 'below', book: true, notBefore: null, given });
}

type Again = { only: 'all' | 'failed'; askKey: string };

/** Somebody else's press is a wish of their own, without the list. */
async function givenBy(turn: Turn, id: string): Promise<Kept | 'gone' | undefined> {
  const list = await serialsOf(turn, { list: id });
  if (list === 'gone') return list;
  return list === 'others' ? undefined : { id, list };
}

/** The serials with which this person had asked for a run. */
async function givenWith(turn: Turn, run: number | undefined): Promise<Kept | undefined> {
  const list = run ? await serialsOf(turn, { run }) : 'gone';
  return typeof list === 'string' ? undefined : keepSerials(turn, list);
}
