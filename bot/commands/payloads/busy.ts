import { keyOf, type SetItem, setChange } from '../../actions/payload-set.ts';
import type { PayloadAsk } from '../../actions/plan-payloads.ts';
import type { Run } from '../../runs/run.ts';
import { busyDevicesCard } from '../../views/payload-busy.ts';
import type { Answer, Turn } from '../define.ts';
import { hereOf } from '../run-answer.ts';
import { showRun } from '../runs.ts';
import type { Open } from './draft.ts';

type Busy = { asked: PayloadAsk['devices']; underWay: ReadonlyMap<string, number> };

/** Runs are changing each of the devices. Whoever wants what such a run does joins it; for anything else nothing was sent. */
export async function busyAnswer(turn: Turn, { id, content }: Open, { asked, underWay }: Busy): Promise<Answer> {
  const [number, ...others] = new Set(underWay.values());
  const run = number && others.length === 0 ? await turn.desk.runs.find(turn.from.tenantId, number) : null;
  if (run && asked.every((device) => doesIt(run, device, content.intent))) return showRun(turn, run.number);
  const devices = Map.groupBy(content.devices, (device) => underWay.get(device.id) ?? 0);
  const chosen = content.all ? 'all' : content.chosen;
  return { card: busyDevicesCard({ draft: id, devices, chosen }, turn.screen), place: hereOf(turn) };
}

/** What was asked for on a device is what the run does there: nothing of it is missing, and not all was so before. */
function doesIt({ action, targets }: Run, { id, items }: Busy['asked'][number], intent: PayloadAsk['intent']): boolean {
  const one = targets.find(({ target }) => target.id === id);
  if (!one || action !== 'sync-payloads') return false;
  const { keep, adds, restores } = setChange.parse(one.target.wish);
  if (items === 'all') return keep.length === 0 && restores.length > 0;
  const staysOff = isAmong(keep);
  return intent === 'remove'
    ? items.every(staysOff) && items.some(isAmong(adds))
    : !items.some(staysOff) && items.some(isAmong(restores));
}

function isAmong(items: readonly SetItem[]): (item: SetItem) => boolean {
  const keys = new Set(items.map(keyOf));
  return (item) => keys.has(keyOf(item));
}
