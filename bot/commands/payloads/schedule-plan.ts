import { setChange } from '../../actions/payload-set.ts';
import type { ScheduledWork } from '../../schedules/work.ts';
import type { Answer, Turn } from '../define.ts';
import { askTimes } from '../schedules/form.ts';
import type { Open } from './draft.ts';
import { askedDevices, proceed } from './proceed.ts';

/** What the pressed preview promised, but later: it is planned anew then, for the same devices and items. */
export function schedulePlan(turn: Turn, form: Open, preview: string): Promise<Answer> {
  const { planned, preview: shown } = form.content;
  if (planned.length === 0 || shown !== preview) return proceed(turn, form);
  const { zone } = turn.screen.words;
  const common = { purpose: 'schedule', schedule: null, zone, days: 'in:1', time: '', missed: 'skip' } as const;
  return askTimes(turn, { id: null, draft: { ...common, work: workOf(form) }, complaint: null });
}

function workOf(form: Open): ScheduledWork {
  const agreed = new Map(form.content.planned.map(({ id, wish }) => [id, setChange.parse(wish).keep]));
  const devices = askedDevices(form).flatMap(({ id, name, route, items }) => {
    const keep = agreed.get(id);
    return keep ? [{ id, name, route, items, keep }] : [];
  });
  return { action: 'sync-payloads', intent: form.content.intent, devices };
}
