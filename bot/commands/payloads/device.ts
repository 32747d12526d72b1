import { removedFrom } from '../../actions/device-payloads.ts';
import type { FoundDevice } from '../../finding/devices.ts';
import { deviceCard } from '../../views/device.ts';
import type { Answer, Turn } from '../define.ts';
import { reading } from '../reading.ts';
import { hereOf } from '../run-answer.ts';
import { graphOf, refused } from './shared.ts';

/** One device: what it is, what is off it, and what is under way. */
export async function deviceAnswer(turn: Turn, device: FoundDevice): Promise<Answer> {
  const { desk, from, screen } = turn;
  const [read, underWay] = await Promise.all([
    reading(() => removedFrom(graphOf(turn), device, screen.now)),
    desk.runs.findChanging(from.tenantId, [{ kind: 'device', id: device.id }]),
  ]);
  if (read.kind === 'refused') return refused(turn, read.refusal);
  const once = { nonce: desk.newId(), issuedAt: screen.now };
  const card = deviceCard({ device, ...read.value, runs: [...underWay.values()], once }, screen);
  return { card, place: hereOf(turn) };
}
