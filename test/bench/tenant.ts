/** A tenant on loopback with the bot in it and the yardstick beside it: everything is signed and both sides check. */
import { openBot, openConnector, openEcho, openEntra, openGraph, type Server, temporaryFolder } from './candidates.ts';
import type { Member, TokensWish } from './entra.ts';
import { openTeams, type Teams, type Tenancy } from './teams.ts';

export type Candidate = { name: 'bot' | 'echo'; server: Server };

export type Tenant = {
  connector: Server;
  bot: Candidate;
  echo: Candidate;
  members: readonly Member[];
  /** Tokens of the channel, no two alike. */
  tokens(count: number, key?: TokensWish['key']): Promise<string[]>;
  /** Teams in front of one of the two; every activity brings the next of these tokens, then the first again. */
  teams(candidate: Candidate, atOnce: number, tokens: readonly string[]): Teams;
  stop(): Promise<void>;
};

export async function openTenant(people: number, profileAs: string | null): Promise<Tenant> {
  const [connector, graph, entra] = await Promise.all([openConnector(), openGraph(), openEntra()]);
  const settings = await entra.ask<Record<string, string>>('settings');
  const members = await entra.ask<Member[]>('members', people);
  const [bot, echo] = await Promise.all([
    openBot({ dataDir: temporaryFolder(), graphUrl: graph.url, settings, ...(profileAs ? { profileAs } : {}) }),
    openEcho(settings),
  ]);
  await connector.ask('asksForToken', true);
  const tenancy: Tenancy = {
    tenantId: settings['MicrosoftAppTenantId'] ?? '',
    idOf: (person) => members[person]?.id ?? '',
  };
  return {
    connector,
    bot: { name: 'bot', server: bot },
    echo: { name: 'echo', server: echo },
    members,
    tokens: (count, key) =>
      entra.ask<string[]>('tokens', { serviceUrl: `${connector.url}/`, count, ...(key ? { key } : {}) }),
    teams({ server }, atOnce, tokens) {
      let sent = 0;
      const token = () => tokens[sent++ % tokens.length] ?? null;
      return openTeams({ botUrl: server.url, connectorUrl: connector.url, atOnce, tenancy, token });
    },
    stop: async () => {
      await Promise.all([bot, echo, entra, graph, connector].map((one) => one.stop()));
    },
  };
}
