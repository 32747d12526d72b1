import type { Write } from '../graph.ts';
import { type OpenTruth, runOf } from './define.ts';

const windowMs = 10 * 60_000;

/** Of what Graph said to a process that died before it could write it down, nobody knows. */
const isForgotten = ({ doing }: Write) => doing?.brokenOff === true;

/** A write that happened is not made again by the same run; nor is one that Graph said it took, if that was heard. */
export const once: OpenTruth = ({ complain }) => {
  const taken = new Set<string>();
  const accepted = new Map<string, Write>();
  const keyOf = (write: Write) => `${runOf(write)} ${write.path}`;
  const isHeard = (earlier?: Write) => earlier !== undefined && !isForgotten(earlier);
  return {
    written(write) {
      const key = keyOf(write);
      if (!runOf(write)) return complain(`${write.path} was written by nobody's run`);
      if (taken.has(key) || isHeard(accepted.get(key))) complain(`${write.path} had happened and was written again`);
      if (write.taken) taken.add(key);
    },
    accepted: (write) => accepted.set(keyOf(write), write),
  };
};

/** Once a sync has been taken, no other is tried in its tenant until its window opens. */
export const oneAutopilotAWindow: OpenTruth = ({ complain }) => {
  const last = new Map<string, Write>();
  const isAutopilot = ({ path }: Write) => path.includes('windowsAutopilotSettings');
  const isTaken = (write: Write) => write.taken || !isForgotten(write);
  return {
    written(write) {
      if (!isAutopilot(write)) return;
      const { tenantId, at } = write;
      const earlier = last.get(tenantId);
      const agoMs = earlier && isTaken(earlier) ? at.getTime() - earlier.at.getTime() : windowMs;
      if (agoMs < windowMs) complain(`Autopilot was asked to sync ${agoMs / 1000} s after a sync of ours was taken`);
      if (write.taken) last.set(tenantId, write);
    },
    accepted(write) {
      if (isAutopilot(write)) last.set(write.tenantId, write);
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
