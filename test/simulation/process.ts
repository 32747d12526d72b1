import { randomUUID } from 'node:crypto';
import { openTell } from '../../bot/boards.ts';
import type { Desk } from '../../bot/commands/define.ts';
import { readConfig } from '../../bot/config.ts';
import { openGraph } from '../../bot/graph/client.ts';
import { type Ledgers, openPace } from '../../bot/graph/pace.ts';
import type { Identity } from '../../bot/identity/open.ts';
import type { Log } from '../../bot/ports.ts';
import { openPostNotice } from '../../bot/post-notice.ts';
import { openReachability } from '../../bot/runs/reachability.ts';
import { openRunner, type Runner } from '../../bot/runs/runner.ts';
import { openSchedules } from '../../bot/schedules/open.ts';
import { openRemind } from '../../bot/sign-in-reminder.ts';
import type { Store } from '../../bot/store/open.ts';
import { openVocabularies } from '../../bot/store/tenants.ts';
import { watchStep } from '../../bot/watches/step.ts';
import { type Base, deskFor, lackForOn, stepsGraphFor } from '../../bot/wiring.ts';
import { boardPartsFor, postNoticePartsFor } from '../../bot/wiring-notices.ts';
import { openLexicon } from '../../cards/words/index.ts';
import { noTracing, silentMeter } from '../helpers/meter.ts';
import { databaseOf } from './database.ts';
import type { Life } from './meetings.ts';
import { type Handlers, queueOf } from './queue.ts';
import type { Stage } from './stage.ts';
import type { Teams } from './teams.ts';

/** What all processes of a story share. */
export type World = Pick<Stage, 'store' | 'time' | 'meetings' | 'jobs' | 'microsoft' | 'teams' | 'identity'> & {
  ledgers: Ledgers;
  /** The bot is one process, which knows that no other works on its database. */
  alone: boolean;
  /** Time passes until it is. */
  finished(work: Promise<void> | undefined): Promise<void>;
  /** What is wrong with this world on purpose. */
  planted?: Planted | undefined;
};

/** A mistake that the simulation is to find: it stands between the bot and what is real. */
export type Planted = (real: { base: Base; life: Life }) => Base;

/** One process of the bot, put together as the product does it. */
export type Process = {
  life: Life;
  desk: Desk;
  runner: Runner;
  teams: ReturnType<Teams['outbox']> /** Null until it has come up. */;
  handlers(): Handlers | null;
};

const read = readConfig({ PORT: '0' }, 'practice');
if (read.kind === 'bad') throw new Error(read.complaints.join('\n'));
const { config } = read;

const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };
const lexicon = openLexicon();
const sendsNothing = () => Promise.reject(new Error('nothing else is asked in a simulation'));

export function openProcess(world: World, life: Life): Process {
  const real = baseOf(world, life);
  const base = world.planted ? world.planted({ base: real.base, life }) : real.base;
  const teams = world.teams.outbox(life);
  const boards = boardPartsFor(base, teams);
  const { store, queue, clock, log, meter } = base;
  const parts = { store, queue, clock, log, meter, tracing: noTracing };
  const graphFor = stepsGraphFor(base);
  const { schedules, step: schedule } = openSchedules({
    ...{ ...parts, graphFor, lackFor: lackForOn(base) },
    vocabularyOf: (tenantId) => openVocabularies(store.db).of(tenantId),
  });
  const runner = openRunner(
    { ...parts, graphFor },
    {
      schedule,
      watch: (work) => watchStep({ ...parts, graphFor }, work),
      ...{ tell: openTell(boards), remind: openRemind(boards), resume: async () => {}, answer: async () => {} },
      notice: openPostNotice(postNoticePartsFor(base, teams)),
    },
  );
  return {
    life,
    runner,
    desk: deskFor(base, runner, { schedules, practice: null }),
    teams,
    handlers: real.handlers,
  };
}

function baseOf(world: World, life: Life): { base: Base; handlers(): Handlers | null } {
  const { time: clock, jobs, meetings, ledgers, identity } = world;
  const { db, afterCommit } = databaseOf(world.store, life, meetings);
  let handlers: Handlers | null = null;
  const works = (given: Handlers) => {
    handlers = given;
  };
  const store: Store = { ...world.store, db, ...(world.alone ? {} : { engine: { kind: 'postgres', url: '' } }) };
  const pace = openPace({ ledgers, newId: randomUUID });
  const graph = openGraph({
    ...{ url: 'https://graph.example/beta', send: world.microsoft.sender(life), pace, clock, log: quiet },
  });
  const senders = { entra: sendsNothing, connector: sendsNothing, channelKeys: sendsNothing, files: sendsNothing };
  const queue = queueOf({ jobs, life, meetings, afterCommit, works });
  const base: Base = {
    ...{ config, log: quiet, steadyMs: clock.nowMs, store, clock, graph, ledgers, tenant: null },
    ...{ lexicon, senders, meter: silentMeter, listening: { url: '' } },
    ...{ queue, reachability: openReachability({ store, queue, clock }, clock.nowMs) },
    // Of signing in, a story has only whether somebody is.
    identity: identity as Identity,
  };
  return {
    base,
    handlers: () => handlers,
  };
}
