import { noteCard, runsToRead } from '../views/answers.ts';
import type { Answer, Command, Turn } from './define.ts';
import { againAnswer } from './payloads/repeat.ts';

const failed = new Set(['failed', 'failures', 'неудачные', 'неудачное', 'ошибки']);
const autopilot = new Set(['autopilot', 'автопилот']);

export const again: Command = {
  name: 'again',
  phrases: { en: ['again', 'repeat', 'once more'], ru: ['ещё раз', 'повтори', 'повторить', 'снова'] },
  takes: 'text',
  about: 'command.again',
  run: againSaid,
};

/** The last run this person asked for, or only what went wrong in it. */
async function againSaid(turn: Turn, argument: string): Promise<Answer> {
  const runs = await turn.desk.runs.recent(turn.from.tenantId, runsToRead);
  const own = runs.filter(({ asker }) => asker.id === turn.from.id).toSorted((a, b) => b.number - a.number);
  const last = autopilot.has(argument) ? own.find(({ action }) => action === 'autopilot-sync') : own[0];
  const run = last && (await turn.desk.runs.find(turn.from.tenantId, last.number));
  if (run) return againAnswer(turn, run, { only: failed.has(argument) ? 'failed' : 'all', askKey: turn.key });
  return { card: noteCard({ title: 'again.title', sentences: [{ key: 'again.none' }] }, turn.screen), place: 'below' };
}
