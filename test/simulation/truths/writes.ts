import type { Write } from '../graph.ts';
import { type OpenTruth, runOf } from './define.ts';

const windowMs = 10 * 60_000;

/** A write that happened is not made again by the same run; nor is one that Graph said it took, if that was heard. */
export const once: OpenTruth = ({ complain }) => {
  const taken = new Set<string>();
  const keyOf = (write: Write) => `${runOf(write)} ${write.path}`;
  return {
    written(write) {
      if (!runOf(write)) return complain(`${write.path} was written by nobody's run`);
      if (taken.has(keyOf(write))) complain(`${write.path} had happened and was written again`);
      if (write.taken) taken.add(keyOf(write));
    },
    accepted: (write) => taken.add(keyOf(write)),
  };
};

/** Once a sync has been taken, no other is tried in its tenant until its window opens. */
export const oneAutopilotAWindow: OpenTruth = ({ complain }) => {
  const last = new Map<string, number>();
  const isAutopilot = ({ path }: Write) => path.includes('windowsAutopilotSettings');
  return {
    written(write) {
      const { tenantId, at, taken } = write;
      if (!isAutopilot(write)) return;
      const earlier = last.get(tenantId);
      if (earlier !== undefined && at.getTime() - earlier < windowMs)
        complain(`Autopilot was asked to sync ${(at.getTime() - earlier) / 1000} s after a sync of ours was taken`);
      if (taken) last.set(tenantId, at.getTime());
    },
    accepted(write) {
      if (isAutopilot(write)) last.set(write.tenantId, write.at.getTime());
    },
  };
};

/** What was said to be taken back is not started. */
export const cancelledIsNotStarted: OpenTruth = ({ complain }) => {
  const cancelled = new Set<string>();
  return {
    cancelled({ id, targets }, answer) {
      if (answer === 'cancelled' && targets.every(({ state }) => state === 'waiting')) cancelled.add(id);
    },
    written(write) {
      if (cancelled.has(runOf(write) ?? '')) complain(`${write.path} was written by a run that was taken back`);
    },
  };
};
