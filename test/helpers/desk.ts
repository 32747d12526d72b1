import { type App, openApp } from '../../bot/app.ts';
import { readConfig } from '../../bot/config.ts';
import type { Log } from '../../bot/ports.ts';
import type { Visit } from '../../bot/practice/graph.ts';
import { type Person as Chatter, openChat, type Where } from './chat.ts';
import { type Connector, openConnector } from './connector.ts';
import { holdToContract } from './contract/heard.ts';
import { guidOf, slugOf } from './names.ts';
import { readyMemory } from './ready.ts';

/** The whole bot over HTTP, with the invented tenant behind it and a recording connector in front. */
export type Desk = {
  app: App;
  connector: Connector;
  ana: Chatter;
  jon: Chatter;
  /** Anybody, anywhere. */
  person(name: string, where?: Where): Chatter;
  clock: { goesOn(ms: number): Promise<void>; now(): Date };
  graph: NonNullable<App['tenant']>['graph'];
  /** What Graph was asked to do, as against only read. */
  posts(): Visit[];
  logged: Logged[];
  /** As for another test: the tenant, its clock, its runs, and what was said. */
  startsOver(): Promise<void>;
  /** Stops the process of the bot and starts another on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** One line of the log. */
export type Logged = { level: string; details: object; message: string };

/** `log`: in place of one that only remembers. `connector`: one that outlives the desk. */
export type DeskOptions = { dataDir?: string; databaseUrl?: string; log?: Log; connector?: Connector };

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const connector = options.connector ?? (await openConnector());
  const logged: Logged[] = [];
  const config = await configFor(options);
  let passedMs = 0;
  let chapter = 0;
  const steadyMs = () => performance.now() + passedMs;
  const open = async () => {
    const opened = await openApp(config, options.log ?? recordingLog(logged), steadyMs);
    if (opened.tenant) holdToContract(opened.tenant.graph.url);
    return opened;
  };
  let app = await open();
  const tenant = () => {
    if (!app.tenant) throw new Error('the desk runs in practice mode');
    return app.tenant;
  };
  const person: Desk['person'] = (name, where) =>
    openChat({ connector, botUrl: () => app.url, name, where, chapter: () => chapter });
  return {
    get app() {
      return app;
    },
    connector,
    logged,
    person,
    ana: person('Ana Ruiz'),
    jon: person('Jon Vik'),
    clock: {
      now: () => tenant().clock.now(),
      async goesOn(ms) {
        passedMs += ms;
        tenant().clock.turn(ms);
        await app.runner.wake();
      },
    },
    get graph() {
      return tenant().graph;
    },
    posts: () =>
      tenant()
        .graph.visits()
        .filter((visit) => visit.method === 'POST'),
    async startsOver() {
      await person('Somebody else').says('practice reset');
      connector.startsOver();
      chapter += 1;
      logged.length = 0;
    },
    async restart() {
      await app.close();
      app = await open();
    },
    async close() {
      await app.close();
      if (!options.connector) await connector.close();
    },
  };
}

async function configFor({ dataDir, databaseUrl }: DeskOptions) {
  const env = {
    PORT: '0',
    ADMINS: guidOf(slugOf('Ana Ruiz')),
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    ...(dataDir ? { DATA_DIR: dataDir } : {}),
  };
  const read = readConfig(env, 'practice');
  if (read.kind === 'bad') throw new Error(read.complaints.join('\n'));
  const { config } = read;
  return dataDir || databaseUrl ? config : { ...config, database: await readyMemory() };
}

export function recordingLog(logged: Logged[]): Log {
  const at = (level: string) => (details: object, message: string) => {
    logged.push({ level, details, message });
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
