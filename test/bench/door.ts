/** Who lets everybody in is not measured. */
import type { Answered } from './teams.ts';
import type { Candidate, Tenant } from './tenant.ts';

/** Throws unless a token is asked for and its signature checked, by one as by the other. */
export async function checkDoors(tenant: Tenant): Promise<void> {
  const strangers = {
    'nobody’s token': [],
    'a token of somebody else’s key': await tenant.tokens(1, 'stranger'),
    'a token of an unknown key': await tenant.tokens(1, 'unknown'),
  };
  for (const candidate of [tenant.bot, tenant.echo]) {
    for (const [what, tokens] of Object.entries(strangers)) {
      const { status, cards } = await knock(tenant, candidate, tokens);
      if (status < 400 || cards > 0) throw new Error(`The ${candidate.name} lets in ${what} (${status})`);
    }
    const { status, cards } = await knock(tenant, candidate, await tenant.tokens(1));
    if (status !== 200 || cards !== 1)
      throw new Error(`The ${candidate.name} does not let in a good token (${status})`);
  }
}

type Knocked = Pick<Answered, 'status'> & { cards: number };

async function knock(tenant: Tenant, candidate: Candidate, tokens: readonly string[]): Promise<Knocked> {
  const { connector } = tenant;
  const before = await connector.ask<number>('taken');
  const teams = tenant.teams(candidate, 1, tokens);
  const { status } = await teams.says(0, 'help');
  await teams.close();
  return { status, cards: (await connector.ask<number>('taken')) - before };
}
