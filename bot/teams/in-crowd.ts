import type { TeamsActivity } from './activity.ts';
import { type BusyParts, sayBusy, tryAgain } from './busy.ts';
import type { Crowd } from './crowd.ts';
import type { ChannelAnswer } from './inbound.ts';
import { type Measuring, measured } from './measured.ts';

type Parts = BusyParts & Measuring & { crowd: Crowd };

type Work = (leave: () => void) => Promise<ChannelAnswer | null>;

/** Works on a turn once those before it are through; its place ends with the answer, which may have to wait to be sent. */
export async function inCrowd(parts: Parts, activity: TeamsActivity, work: Work): Promise<ChannelAnswer | null> {
  const entered = await parts.crowd.enter();
  if (entered.kind === 'in') return work(entered.leave).finally(entered.leave);
  parts.log.warn({ activity: activity.id, why: entered.kind }, 'too many turns at once');
  const shed = { answer: tryAgain };
  await measured(parts, activity, async () => {
    // Where even those who wait are too many, nothing is written either.
    if (entered.kind === 'late') shed.answer = await sayBusy(parts, activity);
    return 'busy';
  });
  return shed.answer;
}
