import { exchangeSync as action, type ExchangeSync } from '../actions/exchange-sync.ts';
import { isParked } from '../runs/parking.ts';
import type { Run, RunTarget } from '../runs/run.ts';
import { wishOf } from '../views/exchange-run.ts';
import type { Turn } from './define.ts';

/** A connector that a run has not done with. */
export type UnderWay = { target: RunTarget; run: Run };

export async function connectorsUnderWay({ desk, from }: Turn): Promise<UnderWay[]> {
  const runs = await desk.runs.findActiveByAction(from.tenantId, action.name);
  return runs.flatMap((run) => run.targets.map((target) => ({ target, run }))).filter(isOpen);
}

const isOpen = ({ target }: UnderWay) => target.verdict === null;

/** By connector: the run that is syncing it in this way. One that waits for a sign-in holds nobody up. */
export async function runsSyncing(turn: Turn, sync: ExchangeSync): Promise<ReadonlyMap<string, Run>> {
  const underWay = await connectorsUnderWay(turn);
  const same = underWay.filter(({ target }) => wishOf(target).sync === sync && !isParked(target));
  return new Map(same.map(({ target, run }) => [target.target.id, run]));
}
