import { createHash } from 'node:crypto';
import { type App, openApp } from '../../bot/app.ts';
import { type Config, readConfig } from '../../bot/config.ts';
import type { Where } from './chat.ts';
import { type Connector, openConnector } from './connector.ts';
import { type Logged, recordingLog } from './desk.ts';
import { type Entra, openEntra } from './entra.ts';
import { readyMemory } from './ready.ts';
import { type GraphVisit, openSignedGraph, type SignedGraph } from './signed-graph.ts';
import { openTenantPerson, type TenantPerson } from './tenant-person.ts';

/** The whole bot as it works on a real tenant: signed tokens on every side, everything on loopback. */
export type TenantDesk = {
  app: App;
  entra: Entra;
  graph: SignedGraph;
  connector: Connector;
  logged: Logged[];
  ana: TenantPerson;
  jon: TenantPerson;
  /** Anybody, anywhere; of the bot's own tenant unless another is named. */
  person(name: string, where?: Where, tenantId?: string): TenantPerson;
  /** What Graph was asked to do, as against only read. */
  posts(): GraphVisit[];
  /** What must not be found in logs, cards and rows. */
  secrets(): string[];
  /** Stops the process of the bot and starts another on the same data. */
  restart(): Promise<void>;
  /** Closes what this desk opened, not what it was given. */
  close(): Promise<void>;
};

/** Two desks on one `databaseUrl` with the same `entra`, `graph` and `connector` are two processes of one bot. */
export type TenantDeskOptions = {
  dataDir?: string;
  databaseUrl?: string;
  entra?: Entra;
  graph?: SignedGraph;
  connector?: Connector;
  /** Any settings, for instance `ALLOWED_TENANTS`; `undefined` takes one away. */
  env?: Record<string, string | undefined>;
};

type Around = Pick<TenantDesk, 'entra' | 'graph' | 'connector'>;

export async function openTenantDesk(options: TenantDeskOptions = {}): Promise<TenantDesk> {
  const opened: Opened = [];
  const close = async () => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    return await openParts(options, opened, close);
  } catch (error) {
    await close();
    throw error;
  }
}

type Opened = (() => Promise<void>)[];

async function openParts(options: TenantDeskOptions, opened: Opened, close: () => Promise<void>): Promise<TenantDesk> {
  const around = await openAround(options, opened);
  const { entra, graph, connector } = around;
  const logged: Logged[] = [];
  const config = await configFor(around, options);
  let app = await openBot(config, entra, logged);
  opened.push(() => app.close());
  const channelToken = channelTokens(entra, connector);

  const person: TenantDesk['person'] = (name, where, tenantId) =>
    openTenantPerson({
      entra,
      connector,
      channelToken,
      where,
      botUrl: () => app.url,
      account: entra.person(name, tenantId),
    });

  return {
    get app() {
      return app;
    },
    ...around,
    logged,
    person,
    ana: person('Ana Ruiz'),
    jon: person('Jon Vik'),
    posts: () => graph.visits.filter((visit) => visit.method === 'POST'),
    secrets: () => [...entra.issued(), ...config.secretKeys.map((key) => key.toString('base64'))],
    async restart() {
      await app.close();
      app = await openBot(config, entra, logged);
    },
    close,
  };
}

async function openAround(options: TenantDeskOptions, opened: Opened): Promise<Around> {
  const entra = options.entra ?? (await openEntra());
  if (!options.entra) opened.push(entra.close);
  const graph = options.graph ?? (await openSignedGraph(entra));
  if (!options.graph) opened.push(graph.close);
  const connector = options.connector ?? (await openConnector(entra.complaintAboutBot));
  if (!options.connector) opened.push(connector.close);
  return { entra, graph, connector };
}

/** Entra leads back to the bot's own page only, and its address is known when it listens. */
async function openBot(config: Config, entra: Entra, logged: Logged[]): Promise<App> {
  const app = await openApp(config, recordingLog(logged));
  entra.registration.redirectUris.add(`${config.publicUrl ?? app.url}/sign-in/done`);
  return app;
}

/** The settings of a bot that lives in this world, for a process of its own too. */
export function settingsFor({ entra, graph }: Pick<Around, 'entra' | 'graph'>): Record<string, string> {
  const { clientId, tenantId, secret } = entra.registration;
  return {
    PORT: '0',
    HOST: '127.0.0.1',
    MicrosoftAppId: clientId,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppPassword: secret,
    GRAPH_URL: graph.url,
    ENTRA_URL: entra.entraUrl,
    BOT_OPENID_URL: entra.openIdUrl,
    BOT_TOKEN_URL: entra.tokenUrl,
    // The same for every process of this bot.
    SECRET_KEY: createHash('sha256').update(clientId).digest('base64'),
  };
}

async function configFor(around: Around, { dataDir, databaseUrl, env }: TenantDeskOptions): Promise<Config> {
  const settings = {
    ...settingsFor(around),
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    ...(dataDir ? { DATA_DIR: dataDir } : {}),
    ...env,
  };
  const read = readConfig(settings, 'real');
  if (read.kind === 'bad') throw new Error(read.complaints.join('\n'));
  return dataDir || databaseUrl ? read.config : { ...read.config, database: await readyMemory() };
}

/** The channel sends one token with many activities, until it has another key. */
function channelTokens(entra: Entra, { serviceUrl }: Connector): () => Promise<string> {
  let kept = { keyId: '', token: '' };
  return async () => {
    const keyId = entra.channelKeyId();
    if (kept.keyId !== keyId) kept = { keyId, token: await entra.channelToken({ serviceUrl }) };
    return kept.token;
  };
}
