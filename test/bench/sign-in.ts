/** Signs people in as Teams does in silence, so that what they ask of Graph is asked in their name. */
import type { CardSeen } from './connector.ts';
import { nextCard } from './seen.ts';
import type { Teams } from './teams.ts';
import type { Tenant } from './tenant.ts';

export async function signEverybodyIn(tenant: Tenant): Promise<void> {
  const { bot, connector, members, tokens } = tenant;
  const teams = tenant.teams(bot, 1, await tokens(1));
  await connector.ask('watch', true);
  for (const [person, { ssoToken }] of members.entries()) await signIn(tenant, teams, { person, ssoToken });
  await connector.ask('watch', false);
  await teams.close();
}

/** What they had asked for is shown once they are signed in. */
async function signIn({ connector }: Tenant, teams: Teams, one: { person: number; ssoToken: string }): Promise<void> {
  const { person, ssoToken } = one;
  const asked = nextCard(connector, person);
  await teams.says(person, 'autopilot');
  const offer = offerIn(await asked);
  const shown = nextCard(connector, person);
  const { status, body } = await teams.signsIn(person, offer, ssoToken);
  if (status !== 200) throw new Error(`Person ${person} was not signed in: ${status} ${body}`);
  const { card } = await shown;
  if (!/Autopilot/.test(card.fallbackText)) throw new Error(`Person ${person} was shown ${card.fallbackText}`);
}

function offerIn({ card }: CardSeen): string {
  const { tokenExchangeResource } = card as { tokenExchangeResource?: { id: string } };
  if (!tokenExchangeResource) throw new Error(`Nobody was asked to sign in: ${JSON.stringify(card)}`);
  return tokenExchangeResource.id;
}
