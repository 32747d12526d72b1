import { sql } from 'kysely';
import type { Parcel, Queue } from '../../bot/runs/queue.ts';
import type { Db, Tx } from '../../bot/store/open.ts';
import type { Planted } from './process.ts';

/** Mistakes made on purpose, to see that they are found: each stands between the bot and its real queue and database. */

type Spoils = (tx: Tx | Db, runId: string) => Promise<unknown>;

/** Whenever a transaction has something to tell about a run, something else is done to that run in it. */
const whereItTells =
  (spoils: Spoils): Planted =>
  ({ base }) => {
    const send: Queue['send'] = async (tx, parcel: Parcel) => {
      if (parcel.lane === 'tell') await spoils(tx, parcel.work.runId);
      await base.queue.send(tx, parcel);
    };
    return { ...base, queue: { ...base.queue, send } };
  };

/** `from`: the stories before it do not find it, so they are not told each time. */
type Mistake = { plants: Planted; foundAs: RegExp; from: number };

export const planted: Record<string, Mistake> = {
  /** Whoever joined a run is forgotten. */
  'lost joiner': {
    foundAs: /nobody remembers/,
    from: 1,
    plants: whereItTells((tx, runId) =>
      sql`delete from run_follower where run_id = ${runId}
        and asked_at > (select min(asked_at) from run_follower where run_id = ${runId})`.execute(tx),
    ),
  },

  /** A start that was cut off is made again without a look at what became of it. */
  'double post after a crash': {
    foundAs: /written again/,
    from: 100,
    plants({ base }) {
      const work: Queue['work'] = async (handlers) => {
        const again = { state: 'waiting', due_at: base.clock.now(), started_at: null };
        await base.store.db.updateTable('run_target').set(again).where('state', '=', 'starting').execute();
        await base.queue.work(handlers);
      };
      return { ...base, queue: { ...base.queue, work } };
    },
  },

  /** The run is taken back, its booking is not. */
  'booking forgotten on cancel': {
    foundAs: /taken back/,
    from: 1,
    plants: whereItTells((tx, runId) =>
      sql`update run_target set state = 'waiting', verdict = null, due_at = ("window" ->> 'opensAt')::timestamptz
        where run_id = ${runId} and verdict = 'cancelled' and "window" is not null`.execute(tx),
    ),
  },

  /** As the bot once did: whoever asked shortly before the end, in a turn that died, was never told. */
  'word for an unanswered ask forgotten': {
    foundAs: /shown nowhere/,
    from: 1,
    plants({ base }) {
      const send: Queue['send'] = async (tx, parcel) => {
        if (parcel.lane !== 'tell' || !parcel.dueAt) await base.queue.send(tx, parcel);
      };
      return { ...base, queue: { ...base.queue, send } };
    },
  },

  /** Nobody is asked, although the rules of the tenant want it. */
  'approval not waited for': {
    foundAs: /nobody had agreed/,
    from: 50,
    plants: whereItTells((tx, runId) =>
      sql`update run set approval = null where id = ${runId} and approval ->> 'decision' is null`.execute(tx),
    ),
  },

  /** The run ends, and whoever watched it waits for ever. */
  'watcher of a run forgotten': {
    foundAs: /its run is over/,
    from: 1,
    plants: whereItTells((tx, runId) => sql`delete from watch_target where key = ${`run:${runId}`}`.execute(tx)),
  },
};
