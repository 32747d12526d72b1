import type { Where } from './chat.ts';
import { type Connector, openConnector } from './connector.ts';
import { type Entra, openEntra } from './entra.ts';
import type { Home } from './homes.ts';
import { type BotProcess, startBot } from './process.ts';
import { openSignedGraph, type SignedGraph } from './signed-graph.ts';
import { settingsFor } from './tenant-desk.ts';
import { openTenantPerson, type TenantPerson } from './tenant-person.ts';

/** The bot of a real tenant as processes of its own, all in one home, and the world around them. */
export type TenantProcesses = {
  home: Home;
  entra: Entra;
  graph: SignedGraph;
  connector: Connector;
  /** One more process; it is killed in the end unless the story has done so, and a second time nothing happens. */
  starts(env?: Record<string, string>): Promise<BotProcess>;
  /** Somebody whose Teams talks to this address. */
  person(who: { name: string; botUrl: () => string; where?: Where; tenantId?: string }): TenantPerson;
  close(): Promise<void>;
};

export async function openTenantProcesses(home: Home): Promise<TenantProcesses> {
  const entra = await openEntra();
  const graph = await openSignedGraph(entra);
  const connector = await openConnector(entra.complaintAboutBot);
  const channelToken = await entra.channelToken({ serviceUrl: connector.serviceUrl });
  const alive = new Set<BotProcess>();
  return {
    ...{ home, entra, graph, connector },
    async starts(env = {}) {
      const started = await startBot({ ...settingsFor({ entra, graph }), ...home.env, ...env }, 'real');
      const kill: BotProcess['kill'] = async (signal) => (alive.delete(bot) ? started.kill(signal) : null);
      const bot = { ...started, kill };
      alive.add(bot);
      return bot;
    },
    person: ({ name, tenantId, ...at }) =>
      openTenantPerson({
        ...{ entra, connector, account: entra.person(name, tenantId), ...at },
        channelToken: async () => channelToken,
      }),
    async close() {
      for (const bot of alive) await bot.kill('SIGKILL');
      for (const part of [connector, graph, entra]) await part.close();
      await home.remove();
    },
  };
}
