import { randomUUID } from 'node:crypto';
import { autopilotSync as action, planAutopilotSync } from '../../../bot/actions/autopilot-sync.ts';
import type { Opening } from '../../../bot/actions/define.ts';
import { openGraph } from '../../../bot/graph/client.ts';
import { ledgersInMemory, openPace } from '../../../bot/graph/pace.ts';
import { openSender, shortWaits } from '../../../bot/graph/send.ts';
import { practiceTokens } from '../../../bot/identity/practice.ts';
import type { Log, RunId, TenantId, TokenAnswer } from '../../../bot/ports.ts';
import { openPracticeClock, type PracticeClock } from '../../../bot/practice/clock.ts';
import { type PracticeGraph, startPracticeGraph } from '../../../bot/practice/graph.ts';
import type { Wish } from '../../../bot/runs/ask.ts';
import { openQueue } from '../../../bot/runs/queue.ts';
import type { Run, RunTarget } from '../../../bot/runs/run.ts';
import type { Parts } from '../../../bot/runs/step.ts';
import type { Store } from '../../../bot/store/open.ts';
import { type DueStep, saveTarget } from '../../../bot/store/run-targets.ts';
import { findRun } from '../../../bot/store/runs.ts';
import { holdToContract } from '../../helpers/contract/heard.ts';
import { noTracing, silentMeter } from '../../helpers/meter.ts';
import { chatOf, heard, personOf } from '../store/samples.ts';

/** Runs as the product puts them together: the real store, queue and client, and the invented tenant's Graph on loopback. */
export type RunParts = Parts & {
  clock: PracticeClock;
  graph: PracticeGraph;
  posts(): number;
  /** What people are answered who need a token; null: whatever they need. */
  tokensSay(answer: TokenAnswer | Promise<TokenAnswer> | null): void;
  target(id: RunId): Promise<RunTarget>;
  /** Writes a target as a crash would have left it. */
  leaves(run: Run, change: Partial<RunTarget>): Promise<DueStep>;
  close(): Promise<void>;
};

const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** Stands still but where it is turned. */
export function standingClock(): PracticeClock {
  let at = Date.parse('2026-03-02T12:00:00Z');
  const turn = (ms: number) => {
    at += ms;
  };
  return { now: () => new Date(at), turn, offsetMs: () => 0, onTurn: () => {}, setBack: () => {} };
}

type Pacing = Pick<Parameters<typeof openPace>[0], 'limits'>;

export async function openParts(store: Store, clock = openPracticeClock(), pacing: Pacing = {}): Promise<RunParts> {
  const graph = await startPracticeGraph({ clock });
  holdToContract(graph.url);
  const sender = openSender(shortWaits);
  const pace = openPace({ ledgers: ledgersInMemory({ now: () => new Date() }), newId: randomUUID, ...pacing });
  const door = openGraph({ url: graph.url, send: sender.send, pace, clock, log: quiet });
  const queue = await openQueue(store.engine, { clock, log: quiet });
  // As the bot's own start does; before it, a send inside a transaction would wait for itself on PGlite.
  await queue.empty();
  let tokens: TokenAnswer | Promise<TokenAnswer> | null = null;
  const target = async (id: RunId) => {
    const found = (await findRun(store.db, id))?.targets[0];
    if (!found) throw new Error(`no run ${id}`);
    return found;
  };
  return {
    store,
    queue,
    clock,
    log: quiet,
    meter: silentMeter,
    tracing: noTracing,
    graph,
    target,
    graphFor: (person, scopes) =>
      door({ person, token: async (wish) => tokens ?? practiceTokens.graphToken(person, scopes, wish) }),
    tokensSay(answer) {
      tokens = answer;
    },
    posts: () => graph.visits().filter((visit) => visit.method === 'POST').length,
    async leaves(run, change) {
      const before = await target(run.id);
      const after = { ...before, revision: before.revision + 1, ...change };
      await store.db.transaction().execute((tx) => saveTarget(tx, run.id, { before, after }));
      return { runId: run.id, position: 0, revision: after.revision };
    },
    async close() {
      await queue.stop();
      await sender.close();
      await graph.close();
    },
  };
}

type Asking = { name?: string; askKey?: string; booking?: Wish['booking']; opening?: Opening };

/** What a person wishes who asks for an Autopilot sync, as the plan read just now tells. */
export async function wishOf(parts: RunParts, tenantId: TenantId, how: Asking = {}): Promise<Wish> {
  const { name = 'Ana Ruiz', askKey = 'press:1', booking = null } = how;
  const asker = personOf(tenantId, name);
  const plan = await planAutopilotSync(parts.graphFor(asker, action.scopes.write), parts.clock.now());
  const opening = how.opening ?? plan.opening;
  return { action, ...plan, opening, booking, asker, where: chatOf(tenantId), heard, askKey, cardId: null };
}

export const stepOf = (run: Run): DueStep => ({ runId: run.id, position: 0, revision: run.targets[0]?.revision ?? 0 });
