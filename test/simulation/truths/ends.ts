import type { OpenTruth } from './define.ts';
import { verdictsOf } from './rows.ts';

/** Every run ends, and says how. */
export const everyRunEnds: OpenTruth = ({ world, complain }) => ({
  async ends() {
    for (const { number, tenant_id, ended_at, open } of await verdictsOf(world.store.db)) {
      if (ended_at === null) complain(`run ${number} of ${tenant_id} never ended`);
      else if (open > 0) complain(`run ${number} of ${tenant_id} ended with ${open} targets that did not`);
    }
  },
});
