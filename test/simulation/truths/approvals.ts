import { z } from 'zod';
import { exchangeWish } from '../../../bot/actions/exchange-sync.ts';
import { setChange } from '../../../bot/actions/payload-set.ts';
import type { Write } from '../graph.ts';
import { type OpenTruth, runOf } from './define.ts';
import { plans, rules } from './rows.ts';

type Plan = Awaited<ReturnType<typeof plans>>[number];
type Rules = Awaited<ReturnType<typeof rules>>[number];

const decided = z.object({
  decision: z.object({ kind: z.string(), by: z.object({ id: z.string() }), at: z.coerce.date() }).nullable(),
});

/** Where the rules of a tenant want a second person, nothing is written before one has agreed. */
export const nothingStartsUnapproved: OpenTruth = ({ world, complain }) => {
  const writes: Write[] = [];
  return {
    written: (write) => writes.push(write),
    async ends() {
      const [planned, ruled] = [await plans(world.store.db), await rules(world.store.db)];
      for (const write of writes) {
        const plan = planned.find(({ id }) => id === runOf(write));
        const own = ruled.find(({ id }) => id === write.tenantId);
        if (plan && own && needsApproval(own, plan) && !isApproved(plan, write.at))
          complain(`${write.path} was written by run ${plan.number} of ${plan.tenant_id}, to which nobody had agreed`);
      }
    },
  };
};

function needsApproval({ approve_over_devices: most, approve_removals, approve_full_syncs }: Rules, plan: Plan) {
  const wishes = plan.targets.map(({ wish }) => wish);
  if (plan.action === 'exchange-sync')
    return approve_full_syncs && wishes.some((wish) => exchangeWish.parse(wish).sync === 'full');
  if (plan.action !== 'sync-payloads') return false;
  const removes = wishes.some((wish) => setChange.parse(wish).adds.length > 0);
  return (most !== null && wishes.length > most) || (approve_removals && removes);
}

function isApproved({ approval, asker }: Plan, at: Date): boolean {
  const decision = approval === null ? null : decided.parse(approval).decision;
  return decision?.kind === 'approved' && decision.at <= at && decision.by.id !== (asker as { id: string }).id;
}
