import type { Values } from '../../../cards/words/index.ts';
import { spellings } from '../../knowledge/phrases.ts';
import type { Language } from '../../ports.ts';
import type { Schedule } from '../../schedules/schedule.ts';
import type { Answer, Turn } from '../define.ts';
import { hereOf, ownPlace } from '../run-answer.ts';
import { normal } from '../understand.ts';
import { noted, shown } from './answers.ts';
import { beginsWithMonth } from './dates.ts';
import { askTimes } from './form.ts';
import { daysHere, daysValue, ruleDaysValue, ruleFor } from './rule.ts';
import { scheduleSaid } from './words.ts';

/** What can be done with a schedule that exists. */
export type ScheduleGo = 'show' | 'retime' | 'pause' | 'resume' | 'cancel';

const words: Record<Exclude<ScheduleGo, 'retime'>, Record<Language, readonly string[]>> = {
  show: { en: ['', 'show'], ru: ['покажи'], de: ['zeige', 'zeigen', 'anzeigen'] },
  pause: {
    en: ['pause', 'stop'],
    ru: ['приостанови', 'приостановить', 'пауза'],
    de: ['pausiere', 'pausieren', 'anhalten'],
  },
  resume: {
    en: ['resume', 'continue', 'start'],
    ru: ['возобнови', 'возобновить', 'продолжи', 'продолжить'],
    de: ['fortsetzen', 'weiter'],
  },
  cancel: {
    en: ['cancel', 'delete', 'remove'],
    ru: ['отмени', 'отменить', 'удали', 'удалить'],
    de: ['abbrechen', 'lösche', 'löschen', 'entfernen'],
  },
};

/** `3`, `3 pause`, `pause 3`, `3 every day 07:00`; null where it names none. */
export async function numberedSchedule(turn: Turn, typed: string): Promise<Answer | null> {
  const said = typed.trim().toLowerCase();
  const [, number, after = ''] = /^(?:№|#)?\s*(\d{1,9})(?:\s+(.*))?$/su.exec(said) ?? [];
  const [, verb = '', other] = /^(\p{L}+)\s+(?:№|#)?(\d{1,9})$/u.exec(said) ?? [];
  const go = goOf(number ? after.trim() : verb);
  if (go && (number || other)) return schedulePressed(turn, { schedule: Number(number ?? other), go });
  const isTime = /^(?:[ap]\.?m|час|uhr)/u.test(after) || beginsWithMonth(after);
  return number && !isTime ? retimeSaid(turn, Number(number), typed.trim().slice(number.length)) : null;
}

const goOf = (said: string) =>
  (Object.keys(words) as (keyof typeof words)[]).find((go) =>
    Object.values(words[go]).flat().flatMap(spellings).includes(said),
  ) ?? null;

type Change = 'pause' | 'resume' | 'cancel';

/** What `cancel schedule` changes; null for a phrase that changes none. */
export function changeIn(phrase: string): Change | null {
  const going = phrase.split(' ').map(goOf);
  return (['pause', 'resume', 'cancel'] as const).find((go) => going.includes(go)) ?? null;
}

/** `3` after it; null for anything else, of which nothing is done. */
export async function changeSaid(turn: Turn, go: Change, typed: string): Promise<Answer | null> {
  const number = /^(?:№|#)?\s*(\d{1,9})$/u.exec(normal(typed))?.[1];
  return number ? schedulePressed(turn, { schedule: Number(number), go }) : null;
}

/** A button of a card, or its words: whose it is counts now, not when the card was drawn. */
export async function schedulePressed(
  turn: Turn,
  { schedule: number, go }: { schedule: number; go: ScheduleGo },
): Promise<Answer> {
  const found = await ownSchedule(turn, number);
  if (found.kind === 'answer') return found.answer;
  const { schedule } = found;
  if (go === 'show') return shown(turn, schedule, 'below');
  if (schedule.state === 'ended') return shown(turn, schedule, hereOf(turn));
  if (go === 'retime') return askTimes(turn, { id: null, draft: draftOf(schedule), complaint: null });
  const changed = await turn.desk.schedules.change(schedule, { kind: go });
  return changed ? shown(turn, changed, hereOf(turn)) : notChanged(turn, schedule, go);
}

/** Somebody else was quicker, or a time that was to be once has passed meanwhile. */
async function notChanged(turn: Turn, { number }: Schedule, go: ScheduleGo): Promise<Answer> {
  if (go === 'resume') return note(turn, 'schedule.over', { number });
  const now = await turn.desk.schedules.find(turn.from.tenantId, number);
  return now ? shown(turn, now, hereOf(turn)) : note(turn, 'schedule.not-found', { number });
}

async function retimeSaid(turn: Turn, number: number, typed: string): Promise<Answer> {
  const found = await ownSchedule(turn, number);
  if (found.kind === 'answer') return found.answer;
  const { schedule } = found;
  const said = scheduleSaid(typed);
  const zone = said.zone ?? turn.screen.words.zone;
  const rule = ruleFor({ ...said, zone }, turn.screen.now);
  if (rule.kind !== 'rule') {
    const draft = {
      ...draftOf(schedule),
      zone,
      ...(said.days ? { days: daysValue(daysHere(said.days, { zone, now: turn.screen.now })) } : {}),
      time: said.time ?? schedule.rule.time,
    };
    return askTimes(turn, { id: null, draft, complaint: rule.kind === 'time' ? null : rule.kind });
  }
  const { missed } = schedule;
  const changed = await turn.desk.schedules.change(schedule, {
    kind: 'retime',
    rule: rule.rule,
    zone: rule.zone,
    missed,
  });
  return changed ? shown(turn, changed, 'below') : notChanged(turn, schedule, 'retime');
}

const draftOf = ({ number, work, zone, rule, missed }: Schedule) => ({
  ...{ purpose: 'schedule' as const, schedule: number, work, zone, missed, time: rule.time },
  days: ruleDaysValue(rule),
});

type Own = { kind: 'own'; schedule: Schedule } | { kind: 'answer'; answer: Answer };

export async function ownSchedule(turn: Turn, number: number): Promise<Own> {
  const schedule = await turn.desk.schedules.find(turn.from.tenantId, number);
  if (!schedule) return { kind: 'answer', answer: note(turn, 'schedule.not-found', { number }) };
  if (schedule.owner.id === turn.from.id) return { kind: 'own', schedule };
  return { kind: 'answer', answer: note(turn, 'schedule.not-yours', { number, name: schedule.owner.name }) };
}

type Said = 'schedule.not-found' | 'schedule.not-yours' | 'schedule.over';

const note = (turn: Turn, key: Said, values: Values): Answer => noted(turn, { key, values }, ownPlace(turn, 'below'));
