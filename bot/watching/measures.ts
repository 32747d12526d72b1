import { actionNames } from '../actions/define.ts';
import type { Counted, Timed } from '../meter.ts';
import { signInFailures } from '../ports.ts';
import { verdicts } from '../runs/run.ts';

/** What is counted and timed, by the names under which it is read. README.md has the list too, and a guard compares. */

type Labels<L> = { [K in keyof L]: readonly L[K][] };
type Count<N extends keyof Counted> = { name: string; help: string; labels: Labels<Counted[N]> };

const refusalKinds: Record<Counted['refusals']['kind'], true> = {
  'running-already': true,
  changed: true,
  'too-early': true,
  throttled: true,
  'not-allowed': true,
  'not-there': true,
  'signed-out': true,
  unreachable: true,
  unexpected: true,
};

/** With every value a label can have: all are there from the beginning, at 0, so that the first of its kind is seen too. */
export const counted: { [N in keyof Counted]: Count<N> } = {
  runs: {
    name: 'sync_desk_runs_total',
    help: 'Runs that ended, by action and verdict.',
    labels: { action: actionNames, verdict: [...verdicts, 'partly'] },
  },
  refusals: {
    name: 'sync_desk_refusals_total',
    help: 'What Microsoft Graph refused, each part of a batch for itself, by kind.',
    labels: { kind: Object.keys(refusalKinds) as Counted['refusals']['kind'][] },
  },
  'sign-ins': {
    name: 'sync_desk_sign_ins_total',
    help: 'People signed in, and ways in through Teams that came to nothing, by how they ended.',
    labels: { ended: ['signed-in', ...signInFailures] },
  },
};

type Time<N extends keyof Timed> = {
  name: string;
  help: string;
  labels: readonly (keyof Timed[N] & string)[];
  buckets: readonly number[];
};

/** Seconds. A turn has 15 of them (teams-platform 1.5), a request 45 at most. */
const quick = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];
/** Graph's windows have 20 seconds, and what waits for a sign-in waits for hours. */
const slow = [0.1, 0.5, 1, 2, 5, 10, 20, 60, 300];

export const timed: { [N in keyof Timed]: Time<N> } = {
  turn: {
    name: 'sync_desk_turn_seconds',
    help: 'Turns, by what somebody did and how it ended.',
    labels: ['kind', 'ended'],
    buckets: quick,
  },
  step: {
    name: 'sync_desk_step_seconds',
    help: 'Steps, by lane of the queue and how they ended.',
    labels: ['lane', 'ended'],
    buckets: quick,
  },
  request: {
    name: 'sync_desk_request_seconds',
    help: 'Requests to Graph, Entra, the connector and the like, by class of outcome.',
    labels: ['service', 'outcome'],
    buckets: quick,
  },
  'throttle-wait': {
    name: 'sync_desk_throttle_wait_seconds',
    help: 'For how long requests stood in line for room in the limits of Graph, by family.',
    labels: ['family', 'kind'],
    buckets: slow,
  },
  'outbox-lag': {
    name: 'sync_desk_outbox_lag_seconds',
    help: 'How long after a change of a run a card showed it.',
    labels: [],
    buckets: slow,
  },
};

/** Read when somebody asks. */
export const waiting = {
  jobs: {
    name: 'sync_desk_queue_jobs',
    help: 'Jobs that wait in the queue, by lane: due, or for later.',
    labels: ['lane', 'state'],
  },
  oldest: {
    name: 'sync_desk_queue_oldest_due_seconds',
    help: 'For how long the oldest due job of a lane has been waiting.',
    labels: ['lane'],
  },
} as const;
