import { devicesById, devicesOf, type FoundDevice, unique } from '../../finding/devices.ts';
import { pickerCard } from '../../views/payload-forms.ts';
import type { Answer, Turn } from '../define.ts';
import { reading } from '../reading.ts';
import { hereOf } from '../run-answer.ts';
import type { Open } from './draft.ts';
import { graphOf, refused } from './shared.ts';

type Complaint = Parameters<typeof pickerCard>[0]['complaint'];

/** The picker: what was chosen or found so far, the person's own devices and those they had to do with lately, a search, and room for a list. */
export async function pickDevices(turn: Turn, { id, content }: Open, complaint: Complaint): Promise<Answer> {
  const read = await reading(() => likelyDevices(turn));
  if (read.kind === 'refused') return refused(turn, read.refusal);
  const devices = unique([...content.devices, ...content.candidates, ...read.value]).slice(0, mostLikely);
  const ticked = content.devices.map((device) => device.id);
  const { purpose, said: typed } = content;
  const card = pickerCard({ draft: id, purpose, devices, ticked, typed, complaint }, turn.screen);
  return { card, place: hereOf(turn) };
}

const mostLikely = 10;
const runsLookedThrough = 10;

async function likelyDevices(turn: Turn): Promise<FoundDevice[]> {
  const { desk, from } = turn;
  const graph = graphOf(turn);
  const [own, recent] = await Promise.all([
    devicesOf(graph, from.id),
    desk.runs.recent(from.tenantId, runsLookedThrough),
  ]);
  const theirs = recent.filter(({ asker }) => asker.id === from.id).flatMap(({ samples }) => samples);
  const ids = theirs.flatMap(({ target }) => (target.kind === 'device' ? [target.id] : []));
  const before = await devicesById(graph, [...new Set(ids)].slice(0, mostLikely));
  return [...own.devices, ...before];
}
