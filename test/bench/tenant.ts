/** Tenants on loopback with the bot in them and the yardstick beside it: everything is signed and both sides check. */
import { randomUUID } from 'node:crypto';
import { openBot, openConnector, openEcho, openEntra, openGraph, type Server, temporaryFolder } from './candidates.ts';
import type { Member, TokensWish } from './entra.ts';
import { openDatabase } from './fan-out-database.ts';
import { openTeams, type Teams, type Tenancy } from './teams.ts';

/** The bot, or an echo beside it. */
export type Candidate = { name: string; server: Server };

export type Tenant = {
  connector: Server;
  graph: Server;
  bot: Candidate;
  echo: Candidate;
  members: readonly Member[];
  /** How the bot and every echo are registered. */
  settings: Record<string, string>;
  /** Tokens of the channel, no two alike. */
  tokens(count: number, key?: TokensWish['key']): Promise<string[]>;
  /** Teams in front of one of the two; every activity brings the next of these tokens, then the first again. */
  teams(candidate: Candidate, atOnce: number, tokens: readonly string[]): Teams;
  stop(): Promise<void>;
};

/** `people` in as many `tenants` as Teams' limits ask for: of a tenant it takes fifty messages a second, of a chat two. */
export type TenantWish = { people: number; tenants: number; postgres: number; profileAs: string | null };

export async function openTenant({ people, tenants, postgres, profileAs }: TenantWish): Promise<Tenant> {
  const [connector, graph, entra] = await Promise.all([openConnector(), openGraph(), openEntra()]);
  const registered = await entra.ask<Record<string, string>>('settings');
  const database = postgres > 0 ? await openDatabase() : null;
  if (postgres > 0 && !database) throw new Error('Set TEST_DATABASE_URL to a server on which databases may be created');
  const others = Array.from({ length: tenants - 1 }, () => randomUUID());
  const ids = [registered['MicrosoftAppTenantId'] ?? '', ...others];
  const settings = { ...registered, ALLOWED_TENANTS: ids.join(','), ...database?.env };
  const members = await entra.ask<Member[]>('members', { count: people, tenants: ids });
  const [bot, echo] = await Promise.all([
    openBot({
      ...{ dataDir: temporaryFolder(), graphUrl: graph.url, settings, holdsSteps: true },
      ...(profileAs ? { profileAs } : {}),
    }),
    openEcho(settings),
  ]);
  await connector.ask('asksForToken', true);
  const tenancy: Tenancy = {
    tenantIdOf: (person) => members[person % people]?.tenantId ?? '',
    idOf: (person) => members[person % people]?.id ?? '',
  };
  return {
    ...{ connector, graph },
    bot: { name: 'bot', server: bot },
    echo: { name: 'echo', server: echo },
    ...{ members, settings },
    tokens: (count, key) =>
      entra.ask<string[]>('tokens', { serviceUrl: `${connector.url}/`, count, ...(key ? { key } : {}) }),
    teams({ server }, atOnce, tokens) {
      let sent = 0;
      const token = () => tokens[sent++ % tokens.length] ?? null;
      return openTeams({ botUrl: server.url, connectorUrl: connector.url, atOnce, tenancy, token });
    },
    stop: async () => {
      await Promise.all([bot, echo, entra, graph, connector].map((one) => one.stop()));
      await database?.drop();
    },
  };
}
