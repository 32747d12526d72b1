/** The bot for many tenants with a history, and a thousand people who keep asking; everything is signed. */
import { randomUUID } from 'node:crypto';
import type { Place } from '../../bot/store/open.ts';
import { openBot, openConnector, openEntra, openGraph, type Server, temporaryFolder } from './candidates.ts';
import { openDatabase } from './fan-out-database.ts';
import { writeHistory } from './load-history.ts';
import { openTeams, type Teams } from './teams.ts';

export type LoadDesk = {
  bot: Server;
  connector: Server;
  /** Somebody of one of the tenants, each in a chat of their own. */
  teamsOf(person: number): Teams;
  stop(): Promise<void>;
};

export type LoadDeskOptions = { people: number; runs: number; tenants: number; postgres: number };

const connections = 400;

export async function openLoadDesk({ people, runs, tenants, postgres }: LoadDeskOptions): Promise<LoadDesk> {
  const [connector, graph, entra] = await Promise.all([openConnector(), openGraph(), openEntra()]);
  const ids = Array.from({ length: tenants }, () => randomUUID());
  const home = await homeFor(postgres);
  await writeHistory(home.place, ids, Math.ceil(runs / tenants));
  const registered = await entra.ask<Record<string, string>>('settings');
  const settings = { ...registered, ...home.env, ALLOWED_TENANTS: ids.join(',') };
  const bot = await openBot({ dataDir: home.folder, graphUrl: graph.url, settings });
  const [token = ''] = await entra.ask<string[]>('tokens', { serviceUrl: `${connector.url}/`, count: 1 });
  const atOnce = Math.ceil(connections / tenants);
  const teams = ids.map((tenantId) =>
    openTeams({
      ...{ botUrl: bot.url, connectorUrl: connector.url, atOnce },
      tenancy: {
        tenantIdOf: () => tenantId,
        idOf: (person) => `a11a0001-0c0f-4fee-8a5e-${person.toString(16).padStart(12, '0')}`,
      },
      token: () => token,
    }),
  );
  return {
    ...{ bot, connector },
    teamsOf: (person) => teams[(person % people) % tenants] as Teams,
    async stop() {
      await Promise.all(teams.map((one) => one.close()));
      await Promise.all([bot, connector, graph, entra].map((one) => one.stop()));
      await home.drop();
    },
  };
}

type Home = { folder: string; place: Place; env: Record<string, string>; drop(): Promise<void> };

async function homeFor(postgres: number): Promise<Home> {
  const folder = temporaryFolder();
  if (postgres === 0) return { folder, place: { kind: 'folder', path: folder }, env: {}, drop: async () => {} };
  const database = await openDatabase();
  if (!database) throw new Error('Set TEST_DATABASE_URL to a server on which databases may be created');
  const url = database.env['DATABASE_URL'] ?? '';
  return { folder, place: { kind: 'postgres', url }, env: database.env, drop: database.drop };
}
