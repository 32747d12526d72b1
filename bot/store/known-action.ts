import { type RawBuilder, sql } from 'kysely';
import { actionNames } from '../actions/define.ts';

/** What a newer process does, beside which this one may run, is that one's (`known-kinds.ts`): here it is neither shown nor done. */
export const knownAction = (action: RawBuilder<unknown>) =>
  sql<boolean>`${action} in (${sql.join(actionNames.map((name) => sql.lit(name)))})`;
