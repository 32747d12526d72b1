import { randomUUID } from 'node:crypto';
import { type Connector, openConnector } from '../../helpers/connector.ts';
import { type Entra, openEntra } from '../../helpers/entra.ts';
import { openDatabase } from '../../helpers/homes.ts';
import { type BotProcess, startBot } from '../../helpers/process.ts';
import { openSignedGraph, type SignedGraph } from '../../helpers/signed-graph.ts';
import { settingsFor } from '../../helpers/tenant-desk.ts';
import { openTenantPerson, type TenantPerson } from '../../helpers/tenant-person.ts';
import { compiledOnce } from '../compiled.ts';
import { type FaultyDoor, openDoor } from './door.ts';

/** Everything outside of the bot that can fail it. */
export const parts = ['Graph', 'Entra', 'connector', 'database'] as const;
export type Part = (typeof parts)[number];

/** A bot on a real tenant's settings, with a door that can fail before each part. */
export type FaultyWorld = {
  bot: BotProcess;
  connector: Connector;
  /** Past its door. */
  databaseUrl: string;
  entra: Entra;
  graph: SignedGraph;
  /** Of a tenant that nobody else is of. */
  newTenant(): (name: string) => TenantPerson;
  doors: Record<Part, FaultyDoor>;
  /** Called as the request to start a sync comes to Graph's door. */
  whenStarted(act: () => void): void;
  close(): Promise<void>;
};

/** More than stories are told in one world. */
const mostTenants = 20;

const startsSync = /^POST \S+\/(sync|syncPayloads) /;

/** `databases`: a server on which one may be made. */
export async function openFaultyWorld(databases: string): Promise<FaultyWorld> {
  const closing: (() => Promise<void>)[] = [];
  let whenStarted = () => {};
  const before = async (url: string, hears?: (text: string) => void) => {
    const door = await openDoor({
      port: portOf(url),
      slowMs: 8_000,
      nonsense: proxysPage,
      ...(hears ? { hears } : {}),
    });
    closing.push(door.close);
    return door;
  };
  let entraDoor: FaultyDoor | undefined;
  const entra = await openEntra({
    async front(url) {
      entraDoor = await before(url);
      return urlOf(url, entraDoor);
    },
  });
  const graph = await openSignedGraph(entra);
  const graphDoor = await before(graph.url, (text) => {
    if (startsSync.test(text)) whenStarted();
  });
  const connector = await openConnector(entra.complaintAboutBot);
  const connectorDoor = await before(connector.serviceUrl);
  const home = await openDatabase(databases);
  const databaseUrl = 'databaseUrl' in home.options ? home.options.databaseUrl : '';
  const databaseDoor = await openDoor({ port: portOf(databaseUrl), slowMs: 300, nonsense: proxysPage });
  closing.push(databaseDoor.close);
  if (!entraDoor) throw new Error('Entra was opened without its door');
  const behind = { ...connector, serviceUrl: urlOf(connector.serviceUrl, connectorDoor) };
  const tenants = Array.from({ length: mostTenants }, () => randomUUID());
  const bot = await startBot(
    {
      ...settingsFor({ entra, graph: { ...graph, url: urlOf(graph.url, graphDoor) } }),
      ...{ DATABASE_URL: urlOf(databaseUrl, databaseDoor), LOG_LEVEL: 'warn', ...compiledOnce },
      ALLOWED_TENANTS: tenants.join(','),
    },
    'real',
  );
  const channelToken = await entra.channelToken({ serviceUrl: behind.serviceUrl });
  return {
    ...{ bot, connector, databaseUrl, entra, graph },
    newTenant() {
      const tenantId = tenants.shift() ?? '';
      return (name) =>
        openTenantPerson({
          ...{ entra, connector: behind, account: entra.person(name, tenantId), botUrl: () => bot.url },
          channelToken: async () => channelToken,
        });
    },
    doors: { Graph: graphDoor, Entra: entraDoor, connector: connectorDoor, database: databaseDoor },
    whenStarted: (act) => {
      whenStarted = act;
    },
    async close() {
      await bot.kill('SIGKILL');
      for (const end of [...closing, connector.close, graph.close, entra.close, home.remove]) await end();
    },
  };
}

const portOf = (url: string) => Number(new URL(url).port);

function urlOf(url: string, { port }: FaultyDoor): string {
  const moved = new URL(url);
  moved.port = String(port);
  return moved.href.replace(/\/$/, url.endsWith('/') ? '/' : '');
}

const page = '<html><body>Please sign in to the network</body></html>';
const proxysPage = `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: ${page.length}\r\nconnection: close\r\n\r\n${page}`;
