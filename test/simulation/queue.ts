import { type Lane, settingsOf, toldByRows, type Work } from '../../bot/runs/lanes.ts';
import type { Parcel, Queue } from '../../bot/runs/queue.ts';
import type { AfterCommit } from './database.ts';
import { alive, type Life, type Meetings } from './meetings.ts';
import type { Time } from './time.ts';

/** One piece of work as the queue keeps it. */
export type Job = {
  lane: Lane;
  work: Work[Lane];
  dueMs: number;
  sentAt: Date;
  tried: number;
  /** Who works on it. */
  at: Life | null;
};

/** The queue that all processes share. */
export type Jobs = {
  all(): readonly Job[];
  /** Whether anything is to be done, now or later, that has an end. */
  wait(): boolean;
  /** Whose time has come and nobody works on. */
  due(): Job[];
  add(parcel: Parcel): void;
  done(job: Job): void;
  /** Tried again later, ever more slowly, and not for ever. */
  failed(job: Job): void;
  /** A dead process stops beating; its work goes to another one. */
  abandonedBy(life: Life): void;
  drop(lanes: readonly Lane[]): void;
  startsOver(): void;
};

const beatsMs = 15_000;
/** These enqueue themselves for as long as somebody wants them. */
const endless: readonly Lane[] = ['watch', 'schedule'];

export function openJobs(time: Time): Jobs {
  let jobs: Job[] = [];
  const again = (job: Job, ms: number) => Object.assign(job, { at: null, dueMs: time.nowMs() + ms });
  const drop = (job: Job) => {
    jobs = jobs.filter((one) => one !== job);
  };
  return {
    all: () => jobs,
    wait: () => jobs.some(({ at, lane }) => at === null && !endless.includes(lane)),
    due: () => jobs.filter((job) => job.at === null && job.dueMs <= time.nowMs()),
    add({ lane, work, dueAt }) {
      const dueMs = dueAt?.getTime() ?? time.nowMs();
      jobs.push({ lane, work, dueMs, sentAt: time.now(), tried: 0, at: null });
    },
    done: drop,
    failed(job) {
      const { retryLimit, retryDelay, retryDelayMax } = settingsOf[job.lane];
      job.tried += 1;
      if (job.tried > retryLimit) drop(job);
      else again(job, 1_000 * Math.min(retryDelayMax, retryDelay * 2 ** (job.tried - 1)));
    },
    abandonedBy(life) {
      for (const job of jobs.filter(({ at }) => at === life)) {
        job.tried += 1;
        again(job, beatsMs);
      }
    },
    drop(which) {
      jobs = jobs.filter(({ lane }) => !which.includes(lane));
    },
    startsOver() {
      jobs = [];
    },
  };
}

export type Handlers = Parameters<Queue['work']>[0];

type Parts = { jobs: Jobs; life: Life; meetings: Meetings; afterCommit: AfterCommit; works(handlers: Handlers): void };

/** As one process sees it: what is sent in a transaction is there once it has held. */
export function queueOf({ jobs, life, meetings, afterCommit, works }: Parts): Queue {
  return {
    async send(tx, parcel) {
      alive(life);
      afterCommit(tx, () => jobs.add(parcel));
    },
    async sendAll(tx, parcels) {
      alive(life);
      afterCommit(tx, () => parcels.forEach(jobs.add));
    },
    work: async (handlers) => works(handlers),
    async empty() {
      await meetings.meet(life, 'the queue is emptied');
      jobs.drop(toldByRows);
    },
    ping: async () => alive(life),
    stop: async () => {},
  };
}
