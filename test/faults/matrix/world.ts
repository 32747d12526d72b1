import { randomUUID } from 'node:crypto';
import { type Connector, openConnector } from '../../helpers/connector.ts';
import { type Entra, openEntra } from '../../helpers/entra.ts';
import { openDatabase } from '../../helpers/homes.ts';
import { type BotProcess, startBot } from '../../helpers/process.ts';
import { openSignedGraph, type SignedGraph } from '../../helpers/signed-graph.ts';
import { settingsFor } from '../../helpers/tenant-desk.ts';
import { openTenantPerson, type TenantPerson } from '../../helpers/tenant-person.ts';
import { compiledOnce } from '../compiled.ts';
import { type DoorParts, type FaultyDoor, openDoor } from './door.ts';

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

/** `databases`: a server on which one may be made. What is open is closed again where something of it does not open. */
export async function openFaultyWorld(databases: string): Promise<FaultyWorld> {
  const opened: Opened = [];
  const close = async () => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    return { ...(await openParts(databases, opened)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Opened = (() => Promise<void>)[];

async function openParts(databases: string, opened: Opened): Promise<Omit<FaultyWorld, 'close'>> {
  const database = await openOwnDatabase(databases, opened);
  const { entra, entraDoor } = await openEntraBehind(opened);
  const { graph, graphDoor, whenStarted } = await openGraphBehind(entra, opened);
  const connector = await openConnector(entra.complaintAboutBot);
  opened.push(connector.close);
  const connectorDoor = await before(connector.serviceUrl, opened);
  const behind = { ...connector, serviceUrl: urlOf(connector.serviceUrl, connectorDoor) };
  const tenants = Array.from({ length: mostTenants }, () => randomUUID());
  const bot = await startBot(
    {
      ...settingsFor({ entra, graph: { ...graph, url: urlOf(graph.url, graphDoor) } }),
      ...{ DATABASE_URL: urlOf(database.url, database.door), LOG_LEVEL: 'warn', ...compiledOnce },
      ALLOWED_TENANTS: tenants.join(','),
    },
    'real',
  );
  opened.push(async () => void (await bot.kill('SIGKILL')));
  const channelToken = await entra.channelToken({ serviceUrl: behind.serviceUrl });
  return {
    ...{ bot, connector, databaseUrl: database.url, entra, graph, whenStarted },
    newTenant() {
      const tenantId = tenants.shift() ?? '';
      return (name) =>
        openTenantPerson({
          ...{ entra, connector: behind, account: entra.person(name, tenantId), botUrl: () => bot.url },
          channelToken: async () => channelToken,
        });
    },
    doors: { Graph: graphDoor, Entra: entraDoor, connector: connectorDoor, database: database.door },
  };
}

async function before(url: string, opened: Opened, more: Partial<DoorParts> = {}): Promise<FaultyDoor> {
  const door = await openDoor({ port: portOf(url), slowMs: 8_000, nonsense: proxysPage, ...more });
  opened.push(door.close);
  return door;
}

async function openOwnDatabase(databases: string, opened: Opened) {
  const { options, remove } = await openDatabase(databases);
  opened.push(remove);
  const url = 'databaseUrl' in options ? options.databaseUrl : '';
  const door = await before(url, opened, { slowMs: 300 });
  return { url, door };
}

async function openEntraBehind(opened: Opened) {
  let entraDoor: FaultyDoor | undefined;
  const entra = await openEntra({
    async front(url) {
      entraDoor = await before(url, opened);
      return urlOf(url, entraDoor);
    },
  });
  opened.push(entra.close);
  if (!entraDoor) throw new Error('Entra was opened without its door');
  return { entra, entraDoor };
}

async function openGraphBehind(entra: Entra, opened: Opened) {
  let act = () => {};
  const graph = await openSignedGraph(entra);
  opened.push(graph.close);
  const graphDoor = await before(graph.url, opened, {
    hears(text) {
      if (startsSync.test(text)) act();
    },
  });
  const whenStarted: FaultyWorld['whenStarted'] = (next) => {
    act = next;
  };
  return { graph, graphDoor, whenStarted };
}

const portOf = (url: string) => Number(new URL(url).port);

function urlOf(url: string, { port }: FaultyDoor): string {
  const moved = new URL(url);
  moved.port = String(port);
  return moved.href.replace(/\/$/, url.endsWith('/') ? '/' : '');
}

const page = '<html><body>Please sign in to the network</body></html>';
const proxysPage = `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: ${page.length}\r\nconnection: close\r\n\r\n${page}`;
