import { actionNamed } from '../actions/index.ts';
import type { ScheduledWork } from '../schedules/work.ts';
import { scheduleCard } from '../views/schedules.ts';
import type { Answer, Command, Turn } from './define.ts';
import { readRefused, saidAgain } from './reading.ts';
import { readerOf } from './run-answer.ts';
import { askTimes } from './schedules/form.ts';
import { changeIn, changeSaid, numberedSchedule } from './schedules/numbered.ts';
import { daysHere, daysValue, ruleFor } from './schedules/rule.ts';
import { type ScheduleSaid, scheduleSaid } from './schedules/words.ts';
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
  return scheduled(turn, { said, work: found.work, typed });
}

type Wanted = { said: ScheduleSaid; work: ScheduledWork; typed: string };

async function scheduled(turn: Turn, { said, work, typed }: Wanted): Promise<Answer> {
  const refused = await lacking(turn, work, typed);
  if (refused) return refused;
  const zone = said.zone ?? turn.screen.words.zone;
  const found = ruleFor({ ...said, zone }, turn.screen.now);
  const schedule = found.kind === 'rule' && (await made(turn, { work, zone: found.zone, rule: found.rule }));
  if (schedule) return { card: scheduleCard(schedule, readerOf(turn), turn.screen), place: 'below' };
  const draft = { purpose: 'schedule', schedule: null, work, zone, missed: 'run' } as const;
  const filled = {
    ...draft,
    days: daysValue(daysHere(said.days, { zone, now: turn.screen.now })),
    time: said.time ?? '',
  };
  // Without a time nothing is wrong yet; with a rule, its time passed while it was being written.
  const wrong = found.kind === 'rule' ? 'past' : found.kind;
  return askTimes(turn, { id: null, draft: filled, complaint: wrong === 'time' ? null : wrong });
}

/** It will act in their name, so they sign in before it is made, not when its time has come. */
async function lacking(turn: Turn, work: ScheduledWork, typed: string): Promise<Answer | null> {
  const { desk, from } = turn;
  const { write: scopes } = actionNamed(work.action).scopes;
  const refusal = await desk.lackFor(from, scopes);
  if (!refusal) return null;
  const again = saidAgain(turn, schedule, typed);
  return readRefused(turn, { action: work.action, refusal, again, place: 'below', scopes });
}

type Made = Pick<Parameters<Turn['desk']['schedules']['make']>[0], 'work' | 'zone' | 'rule'>;

/** Null where its time has passed while this was asked. */
const made = ({ desk, from, where, heard, key }: Turn, wish: Made) =>
  desk.schedules.make({ ...wish, owner: from, where, heard, missed: 'run', askKey: key });
