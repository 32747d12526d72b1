import { exchangeSync as action, type ExchangeSync } from '../actions/exchange-sync.ts';
import { isParked } from '../runs/parking.ts';
import type { Run, RunTarget } from '../runs/run.ts';
import { runsToRead } from '../views/answers.ts';
import { wishOf } from '../views/exchange-run.ts';
import type { Turn } from './define.ts';

/** A connector that a run has not done with. */
export type UnderWay = { target: RunTarget; run: Run };

export async function connectorsUnderWay(turn: Turn): Promise<UnderWay[]> {
  const { desk, from } = turn;
  const numbers = await openRuns(turn, runsToRead);
  const runs = await Promise.all(numbers.map((number) => desk.runs.find(from.tenantId, number)));
  return runs.flatMap((run) => (run ? run.targets.map((target) => ({ target, run })) : [])).filter(isOpen);
}

const isOpen = ({ target }: UnderWay) => target.verdict === null;

/** By connector: the run that is syncing it in this way. One that waits for a sign-in holds nobody up. */
export async function runsSyncing(turn: Turn, sync: ExchangeSync): Promise<ReadonlyMap<string, Run>> {
  const underWay = await connectorsUnderWay(turn);
  const same = underWay.filter(({ target }) => wishOf(target).sync === sync && !isParked(target));
  return new Map(same.map(({ target, run }) => [target.target.id, run]));
}

/** Those on their way come first, so there may be more of them as long as no other follows. */
async function openRuns(turn: Turn, limit: number): Promise<number[]> {
  const runs = await turn.desk.runs.recent(turn.from.tenantId, limit);
  const open = runs.filter(({ endedAt }) => endedAt === null);
  if (open.length === limit) return openRuns(turn, limit * 4);
  return open.flatMap((run) => (run.action === action.name ? [run.number] : []));
}
