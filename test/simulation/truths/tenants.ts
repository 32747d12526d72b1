import type { Company } from '../people.ts';
import { type OpenTruth, runOf } from './define.ts';
import { followers } from './rows.ts';

/** Nothing of one tenant is seen or done in another. */
export const nothingCrosses: OpenTruth = ({ world, companies, complain }) => {
  const tenantOf = new Map<string, string>();
  const read = new Map<string, string>();
  const strangers = (tenantId: string) => companies.filter((one) => one.tenantId !== tenantId).flatMap(namesIn);
  return {
    asked({ asker }, { run }) {
      tenantOf.set(run.id, asker.tenantId);
      if (run.tenantId !== asker.tenantId) complain(`${asker.name} was given run ${run.number} of another tenant`);
    },
    written(write) {
      const tenant = tenantOf.get(runOf(write) ?? '');
      if (tenant && tenant !== write.tenantId) complain(`a run of ${tenant} wrote to ${write.tenantId}`);
    },
    holds() {
      for (const { id, where, card } of world.teams.messages()) {
        const text = card.fallbackText;
        if (read.get(id) === text) continue;
        read.set(id, text);
        const named = strangers(where.tenantId).find((name) => JSON.stringify(card).includes(name));
        if (named) complain(`${where.id} reads of ${named}, who is of another tenant`);
      }
    },
    async ends() {
      for (const { tenant_id, run_tenant_id, number } of await followers(world.store.db))
        if (tenant_id !== run_tenant_id) complain(`run ${number} is followed from another tenant`);
    },
  };
};

const namesIn = ({ name, people }: Company) => [name, ...people.map(({ person }) => person.name)];
