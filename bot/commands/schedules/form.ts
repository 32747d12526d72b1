import { type Press, pressGoodForMs } from '../../../cards/press.ts';
import { type ScheduleDraft, scheduleDraftFrom } from '../../schedules/draft.ts';
import { type Rule, weekdays, weekend, workdays } from '../../schedules/rule.ts';
import { missedChoices, type Schedule } from '../../schedules/schedule.ts';
import { scheduleFormCard } from '../../views/schedules.ts';
import type { Answer, Turn } from '../define.ts';
import { askKeyOf, hereOf } from '../run-answer.ts';
import { noted, shown } from './answers.ts';
import { type Complaint, daysFrom, daysValue, type KnownDays, ruleFor } from './rule.ts';
import { scheduleSaid } from './words.ts';

type Asking = { id: string | null; draft: ScheduleDraft; complaint: Complaint | null };

/** Asks on which days and when; what was said of it already is filled in. */
export async function askTimes(turn: Turn, { id, draft, complaint }: Asking): Promise<Answer> {
  const { desk, from, screen } = turn;
  const form = id ?? (await desk.drafts.open(from, draft, screen.now));
  const once = { nonce: desk.newId(), issuedAt: screen.now };
  // Whoever named a date wants it once.
  const days = draft.days || daysValue(complaint === 'day' ? tomorrow : usual);
  const filled = { ...draft, days };
  const card = scheduleFormCard(
    { id: form, draft: filled, offered: offeredWith(filled.days), once, complaint },
    screen,
  );
  return { card, place: hereOf(turn) };
}

const usual: KnownDays = { kind: 'weekly', days: workdays };
const tomorrow: KnownDays = { kind: 'in-days', days: 1 };

const offered: readonly KnownDays[] = [
  { kind: 'in-days', days: 0 },
  tomorrow,
  { kind: 'weekly', days: weekdays },
  usual,
  { kind: 'weekly', days: weekend },
  ...weekdays.map((day): KnownDays => ({ kind: 'weekly', days: [day] })),
];

/** What was said stays among what can be chosen. */
function offeredWith(chosen: string) {
  const said = daysFrom(chosen);
  const known = offered.some((days) => daysValue(days) === chosen);
  return [...(said && !known ? [said] : []), ...offered].map((days) => ({ value: daysValue(days), days }));
}

type Pressed = Extract<Press, { press: 'schedule-times' }>;

/** The form came back: whose it is and what it was for is in the draft, and nothing else of it counts. */
export async function timesPressed(turn: Turn, press: Pressed): Promise<Answer> {
  const { desk, from, screen } = turn;
  const earlier = await desk.schedules.askedBy(from.tenantId, askKeyOf(turn, press.nonce));
  if (earlier) return shown(turn, earlier, hereOf(turn));
  const found = await desk.drafts.find(from.tenantId, press.form);
  const kept = scheduleDraftFrom(found?.content);
  const isOld = found && screen.now.getTime() - found.touchedAt.getTime() > pressGoodForMs;
  if (!found || !kept || isOld || found.owner !== from.id) return gone(turn);
  const draft = filledIn(kept, press);
  const { time } = scheduleSaid(draft.time);
  const rule = ruleFor({ time, days: daysFrom(draft.days), zone: draft.zone }, screen.now);
  const settles = rule.kind === 'rule' && { draft, rule: rule.rule, askKey: askKeyOf(turn, press.nonce) };
  const schedule = settles ? await settled(turn, settles) : null;
  // A new one whose time has passed while the button was pressed is asked for as well.
  if (settles && !schedule && draft.schedule !== null) return gone(turn);
  if (!schedule) {
    await desk.drafts.save({ tenantId: from.tenantId, id: press.form }, draft, screen.now);
    return askTimes(turn, { id: press.form, draft, complaint: rule.kind === 'rule' ? 'past' : rule.kind });
  }
  await desk.drafts.drop(from.tenantId, press.form);
  return shown(turn, schedule, hereOf(turn));
}

function filledIn(draft: ScheduleDraft, { days, time, missed }: Pressed): ScheduleDraft {
  return {
    ...draft,
    days: days === undefined || daysFrom(days) === null ? draft.days : days,
    time: time ?? draft.time,
    missed: missedChoices.find((one) => one === missed) ?? draft.missed,
  };
}

type Settled = { draft: ScheduleDraft; rule: Rule; askKey: string };

/** Null where its time has just passed, or the one that was to have another time has ended or changed meanwhile. */
async function settled(turn: Turn, { draft, rule, askKey }: Settled): Promise<Schedule | null> {
  const { desk, from, where, heard } = turn;
  const { work, zone, missed, schedule: number } = draft;
  if (number === null) return desk.schedules.make({ owner: from, where, heard, work, zone, missed, rule, askKey });
  const before = await desk.schedules.find(from.tenantId, number);
  if (before?.owner.id !== from.id) return null;
  return desk.schedules.change(before, { kind: 'retime', rule, zone, missed });
}

const gone = (turn: Turn): Answer => noted(turn, { key: 'schedule.form.gone' }, 'below');
