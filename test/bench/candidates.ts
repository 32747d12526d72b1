/** The processes of a measurement by name: the bot, the yardstick beside it, and the services around them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, openChild } from './children.ts';
import { outFolder } from './report.ts';

export type Server = Child & { url: string };

const address = /(http:\/\/127\.0\.0\.1:\d+)/;

async function listening(file: string, options: Parameters<typeof openChild>[1] = {}): Promise<Server> {
  const child = openChild(file, options);
  return { ...child, url: await child.prints(address) };
}

export const openConnector = () => listening('test/bench/connector.ts');
export const openGraph = () => listening('test/bench/graph.ts');
export const openEcho = () => listening('test/bench/echo.ts');

export type BotOptions = {
  dataDir: string;
  graphUrl?: string;
  statements?: boolean /** Keeps a CPU profile under this name. */;
  profileAs?: string;
};

/** The whole bot in practice mode on its embedded database, as `npm run try` starts it. */
export async function openBot(options: BotOptions): Promise<Server> {
  const child = startBot({ ...options, port: 0 });
  return { ...child, url: await child.prints(/The bot:\s+(http:\/\/127\.0\.0\.1:\d+)/) };
}

/** The same without waiting for it. */
export function startBot(options: BotOptions & { port: number }): Child {
  const { dataDir, graphUrl, statements, profileAs, port } = options;
  const env = {
    PORT: String(port),
    DATA_DIR: dataDir,
    ...(graphUrl ? { GRAPH_URL: `${graphUrl}/beta` } : {}),
    ...(statements ? { BENCH_STATEMENTS: '1' } : {}),
  };
  const node = profileAs
    ? ['--cpu-prof', `--cpu-prof-dir=${outFolder}`, `--cpu-prof-name=${profileAs}.cpuprofile`]
    : [];
  return openChild('bot/main.ts', { args: ['practice'], env, node });
}

export const startEcho = (port: number): Child => openChild('test/bench/echo.ts', { env: { PORT: String(port) } });

/** A folder that is gone when the driver is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sync-desk-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
