import { devicesById } from '../../finding/devices.ts';
import type { Answer, Turn } from '../define.ts';
import { reading } from '../reading.ts';
import { begin, type DraftContent, newDraft } from './draft.ts';
import { proceed } from './proceed.ts';
import { graphOf, refused } from './shared.ts';

/** From the card of one device: what to do with it is asked next. */
export const payloadsOnDevice = (turn: Turn, id: string): Promise<Answer> =>
  onDevice(turn, id, { intent: 'remove', all: false });

export const restoreAllOnDevice = (turn: Turn, id: string): Promise<Answer> =>
  onDevice(turn, id, { intent: 'restore', all: true });

async function onDevice(turn: Turn, id: string, what: Pick<DraftContent, 'intent' | 'all'>): Promise<Answer> {
  const read = await reading(() => devicesById(graphOf(turn), [id]));
  if (read.kind === 'refused') return refused(turn, read.refusal);
  const devices = read.value;
  const [device] = devices;
  const said = device?.name ?? id;
  return proceed(
    { ...turn, cardId: null },
    await begin(turn, { ...newDraft, ...what, devices, candidates: devices, said }),
  );
}
