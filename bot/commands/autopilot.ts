import { readAutopilotClock } from '../actions/autopilot-sync.ts';
import { tenantTarget } from '../actions/define.ts';
import { actionNamed } from '../actions/index.ts';
import { joinKeyFor } from '../runs/joining.ts';
import { autopilotCard } from '../views/answers.ts';
import type { Answer, Command, Turn } from './define.ts';
import { reading, readRefused, saidAgain, startAgain } from './reading.ts';
import { ownPlace } from './run-answer.ts';
import { unread } from './schedules/answers.ts';
import { askLater } from './schedules/later.ts';
import { isTimed, scheduleSaid } from './schedules/words.ts';
import { serialsSaid } from './serials/answer.ts';
import { serialsIn } from './serials/list.ts';

export const autopilot: Command = {
  name: 'autopilot',
  phrases: {
    en: ['autopilot', 'autopilot clock', 'autopilot status', 'windows autopilot'],
    ru: ['автопилот', 'часы автопилота', 'статус автопилота', 'состояние автопилота'],
    de: ['autopilot', 'autopilot-fenster', 'autopilot-status', 'windows autopilot'],
  },
  takes: 'as-typed',
  about: 'command.autopilot',
  examples: 'help.on.autopilot',
  scopes: actionNamed('autopilot-sync').scopes.read,
  run: async (turn, typed) =>
    typed === '' && !turn.attached
      ? clockAnswer(turn, { wished: false, place: 'below' })
      : (laterSaid(turn, typed, autopilot) ?? serialsSaid(turn, typed, autopilot)),
};

/** A time and no serial: it is shown what would be done then, and nothing starts. Null for anything else. */
export function laterSaid(turn: Turn, typed: string, command: Command): Promise<Answer> | Answer | null {
  const said = scheduleSaid(typed);
  if (!isTimed(said) || turn.attached || typed.includes('\n') || serialsIn(typed).serials.length > 0) return null;
  if (said.rest !== '') return unread(turn, said.rest, true);
  if (said.whenOpen) return clockAnswer(turn, { wished: true, place: 'below' });
  return askLater(turn, { said, work: { action: 'autopilot-sync' }, again: saidAgain(turn, command, typed) });
}

type How = { wished: boolean; place: Answer['place']; list?: string | undefined };

/** `wished`: the clock is the answer to a wish to sync. `list`: serials that were given with it. */
export async function clockAnswer(turn: Turn, how: How): Promise<Answer> {
  const { desk, from, screen } = turn;
  const action = actionNamed('autopilot-sync');
  const [read, run] = await Promise.all([
    reading(() => readAutopilotClock(desk.graphFor(from, action.scopes.read), screen.now)),
    desk.runs.findJoinable(from.tenantId, joinKeyFor(action.name, [tenantTarget])),
  ]);
  if (read.kind === 'refused') {
    const phrase = (how.wished ? action : autopilot).phrases[screen.words.language][0];
    const again = how.list ? startAgain(turn, how.list) : phrase;
    const { read: scopes } = action.scopes;
    return readRefused(turn, { action: action.name, refusal: read.refusal, again, place: how.place, scopes });
  }
  const once = { nonce: desk.newId(), issuedAt: screen.now };
  return {
    card: autopilotCard({ ...read.value, run, wished: how.wished, list: how.list, once }, screen),
    place: ownPlace(turn, how.place),
  };
}
