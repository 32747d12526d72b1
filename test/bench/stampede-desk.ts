/** The bot, a connector that enforces Teams' limits, a Graph whose sync ends when told to, and the people in front of them. */

import { profiledAs, type Server, temporaryFolder } from './candidates.ts';
import { openChild } from './children.ts';
import { openDatabase } from './fan-out-database.ts';
import { freePort, untilReady } from './ready.ts';
import { openTeams, type Teams } from './teams.ts';

/** `postgres`: so many processes on one PostgreSQL; 0: one with the embedded database. */
/** `profile` 1 keeps a CPU profile of each process. */
export type DeskOptions = { people: number; postgres: number; profile: number };

export type StampedeDesk = {
  people: number;
  connector: Server;
  graph: Server;
  bots: readonly Server[];
  /** People are spread over the processes. */
  teamsOf(person: number): Teams;
  stop(): Promise<void>;
};

const address = /(http:\/\/127\.0\.0\.1:\d+)/;
/** Fewer than wait to be accepted by a server of Node, or the network's own patience would be measured. */
const connections = 400;

export async function openDesk({ people, postgres, profile }: DeskOptions): Promise<StampedeDesk> {
  const [connector, graph] = [await service('connector'), await service('graph')];
  const database = postgres > 0 ? await openDatabase() : null;
  if (postgres > 0 && !database) throw new Error('Set TEST_DATABASE_URL to a server on which databases may be created');
  const home = database?.env ?? { DATA_DIR: temporaryFolder() };
  const bots: Server[] = [];
  // One after the other: the first one makes the tables.
  for (let i = 0; i < Math.max(1, postgres); i++)
    bots.push(await openBot({ ...home, GRAPH_URL: `${graph.url}/beta` }, profile ? profiledAs(`stampede-${i}`) : []));
  const atOnce = Math.ceil(connections / bots.length);
  const teams = bots.map((bot) => openTeams({ botUrl: bot.url, connectorUrl: connector.url, atOnce }));
  return {
    ...{ people, connector, graph, bots },
    teamsOf: (person) => teams[person % teams.length] as Teams,
    async stop() {
      await Promise.all(teams.map((one) => one.close()));
      await Promise.all([...bots, connector, graph].map((one) => one.stop()));
      await database?.drop();
    },
  };
}

async function service(name: 'connector' | 'graph'): Promise<Server> {
  const child = openChild(`test/bench/stampede-${name}.ts`);
  return { ...child, url: await child.prints(address) };
}

/** In practice mode everybody is signed in. */
async function openBot(settings: Record<string, string>, node: readonly string[]): Promise<Server> {
  const port = await freePort();
  const env = { PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'fatal', ...settings };
  const child = openChild('bot/main.ts', { args: ['practice'], env, node });
  await untilReady(child, port);
  return { ...child, url: `http://127.0.0.1:${port}` };
}
