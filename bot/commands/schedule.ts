import { scheduleCard } from '../views/schedules.ts';
import type { Answer, Command, Turn } from './define.ts';
import { saidAgain } from './reading.ts';
import { readerOf } from './run-answer.ts';
import { askForTimes, lacking, type Wanted, zoneOf } from './schedules/later.ts';
import { changeIn, changeSaid, numberedSchedule } from './schedules/numbered.ts';
import { ruleFor } from './schedules/rule.ts';
import { scheduleSaid } from './schedules/words.ts';
import { workSaid } from './schedules/work.ts';
import { schedulesAnswer } from './schedules.ts';
import { sync } from './sync-autopilot.ts';

/** What is to be done is said first or last, and when in between: what is missing becomes a form. */
export const schedule: Command = {
  name: 'schedule',
  phrases: {
    en: ['schedule', 'show schedule', 'cancel schedule', 'pause schedule', 'resume schedule', 'delete schedule'],
    ru: [
      ...(['расписание', 'запланируй', 'запланировать', 'по расписанию', 'покажи расписание'] as const),
      ...['отменить расписание', 'отмени расписание', 'удалить расписание', 'удали расписание'],
      ...['приостановить расписание', 'приостанови расписание', 'возобновить расписание', 'возобнови расписание'],
    ],
    de: [
      ...(['zeitplan', 'plane', 'planen', 'nach zeitplan', 'zeige zeitplan'] as const),
      ...['zeitplan abbrechen', 'zeitplan löschen', 'lösche zeitplan', 'zeitplan pausieren', 'zeitplan fortsetzen'],
    ],
  },
  takes: 'as-typed',
  about: 'command.schedule',
  examples: 'help.on.schedule',
  run: answer,
};

async function answer(turn: Turn, typed: string, phrase = ''): Promise<Answer> {
  const earlier = await turn.desk.schedules.askedBy(turn.from.tenantId, turn.key);
  if (earlier) return { card: scheduleCard(earlier, readerOf(turn), turn.screen), place: 'below' };
  if (typed === '') return schedulesAnswer(turn);
  const change = changeIn(phrase);
  if (change) return (await changeSaid(turn, change, typed)) ?? schedulesAnswer(turn);
  const numbered = await numberedSchedule(turn, typed);
  if (numbered) return numbered;
  const said = scheduleSaid(typed);
  const found = await workSaid(turn, said);
  if (found.kind === 'answer') return found.answer;
  if (said.whenOpen && found.work.action === 'autopilot-sync')
    return sync(turn, { askKey: turn.key, place: 'below', book: true, notBefore: null });
  return scheduled(turn, { said, work: found.work, again: saidAgain(turn, schedule, typed) });
}

async function scheduled(turn: Turn, wanted: Wanted): Promise<Answer> {
  const refused = await lacking(turn, wanted);
  if (refused) return refused;
  const { said, work } = wanted;
  const found = ruleFor({ ...said, zone: zoneOf(turn, said) }, turn.screen.now);
  if (found.kind !== 'rule') return askForTimes(turn, wanted, found.kind);
  const schedule = await made(turn, { work, zone: found.zone, rule: found.rule });
  // Its time passed while it was being written.
  if (!schedule) return askForTimes(turn, wanted, 'past');
  return { card: scheduleCard(schedule, readerOf(turn), turn.screen), place: 'below' };
}

type Made = Pick<Parameters<Turn['desk']['schedules']['make']>[0], 'work' | 'zone' | 'rule'>;

/** Null where its time has passed while this was asked. */
const made = ({ desk, from, where, heard, key }: Turn, wish: Made) =>
  desk.schedules.make({ ...wish, owner: from, where, heard, missed: 'run', askKey: key });
