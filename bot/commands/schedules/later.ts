import { actionNamed } from '../../actions/index.ts';
import type { ScheduledWork } from '../../schedules/work.ts';
import type { Answer, Turn } from '../define.ts';
import { readRefused } from '../reading.ts';
import { askTimes } from './form.ts';
import { daysHere, daysValue, type RuleSaid, ruleDaysValue, ruleFor } from './rule.ts';
import type { ScheduleSaid } from './words.ts';

/** `again`: what would ask for it once more, in words. */
export type Wanted = { said: ScheduleSaid; work: ScheduledWork; again: string };

export const zoneOf = ({ screen }: Turn, { zone }: ScheduleSaid): string => zone ?? screen.words.zone;

/** A sync that was said with a time is shown as the schedule it would be; only a press makes it one. */
export async function askLater(turn: Turn, wanted: Wanted): Promise<Answer> {
  const refused = await lacking(turn, wanted);
  if (refused) return refused;
  const { said, work } = wanted;
  const found = ruleFor({ ...said, zone: zoneOf(turn, said) }, turn.screen.now);
  if (found.kind !== 'rule') return askForTimes(turn, wanted, found.kind);
  const { rule, zone } = found;
  const draft = { ...newDraft, work, zone, days: ruleDaysValue(rule), time: rule.time };
  return askTimes(turn, { id: null, draft, complaint: null });
}

const newDraft = { purpose: 'schedule', schedule: null, missed: 'run' } as const;

/** What was said is filled in. Without a time nothing is wrong yet. */
export function askForTimes(
  turn: Turn,
  { said, work }: Wanted,
  wrong: Exclude<RuleSaid['kind'], 'rule'>,
): Promise<Answer> {
  const zone = zoneOf(turn, said);
  const days = daysValue(daysHere(said.days, { zone, now: turn.screen.now }));
  const draft = { ...newDraft, work, zone, days, time: said.time ?? '' };
  return askTimes(turn, { id: null, draft, complaint: wrong === 'time' ? null : wrong });
}

/** It will act in their name, so they sign in before it is made, not when its time has come. */
export async function lacking(turn: Turn, { work, again }: Wanted): Promise<Answer | null> {
  const { desk, from } = turn;
  const { write: scopes } = actionNamed(work.action).scopes;
  const refusal = await desk.lackFor(from, scopes);
  return refusal && readRefused(turn, { action: work.action, refusal, again, place: 'below', scopes });
}
