import type { Person, PersonId, TenantId } from '../../../bot/ports.ts';
import type { EntraPerson } from '../../helpers/entra-world.ts';

/** Somebody with an account, as the bot names them. */
export const personOf = ({ tenantId, id, name }: EntraPerson): Person => ({
  tenantId: tenantId as TenantId,
  id: id as PersonId,
  name,
  teamsId: `29:${id}`,
});
