/** The processes of a measurement by name: the bot, the yardstick beside it, and the services around them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, openChild } from './children.ts';
import { freePort, untilReady } from './ready.ts';
import { outFolder } from './report.ts';

export type Server = Child & { url: string };

const address = /(http:\/\/127\.0\.0\.1:\d+)/;

async function listening(file: string, options: Parameters<typeof openChild>[1] = {}): Promise<Server> {
  const child = openChild(file, options);
  return { ...child, url: await child.prints(address) };
}

export const openConnector = () => listening('test/bench/connector.ts');
export const openGraph = () => listening('test/bench/graph.ts');
/** With so many devices. */
export const openPayloadGraph = (devices: number) =>
  listening('test/bench/payloads-graph.ts', { args: [String(devices)] });
export const openEntra = () => listening('test/bench/entra.ts');
export const openEcho = (settings: Record<string, string> = {}) => listening('test/bench/echo.ts', { env: settings });
/** The same echo on another kit. */
export const openPeer = (name: string, settings: Record<string, string>) =>
  listening(`test/bench/peers/${name}.js`, { env: settings });

export type BotOptions = {
  dataDir: string;
  graphUrl?: string;
  statements?: boolean;
  /** Its steps can be held back. */
  holdsSteps?: boolean;
  /** Keeps a CPU profile under this name. */
  profileAs?: string;
  /** Of a real tenant; without them it is in practice mode. */
  settings?: Record<string, string>;
};

/** The whole bot on its embedded database, in practice mode as `npm run try` starts it, or as `npm start` does. */
export async function openBot(options: BotOptions): Promise<Server> {
  const port = await freePort();
  const child = startBot({ ...options, port });
  await untilReady(child, port);
  return { ...child, url: `http://127.0.0.1:${port}` };
}

/** The same without waiting for it. */
export function startBot(options: BotOptions & { port: number }): Child {
  const { dataDir, graphUrl, statements, holdsSteps, profileAs, settings, port } = options;
  const env = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    // As in practice: neither side logs what went well.
    LOG_LEVEL: 'warn',
    ...settings,
    ...(graphUrl ? { GRAPH_URL: `${graphUrl}/beta` } : {}),
    ...(statements ? { BENCH_STATEMENTS: '1' } : {}),
    ...(holdsSteps ? { BENCH_HOLDS_STEPS: '1' } : {}),
  };
  const node = profileAs ? profiledAs(profileAs) : [];
  return openChild('bot/main.ts', { args: settings ? [] : ['practice'], env, node });
}

/** What keeps a CPU profile of a process among the figures. */
export const profiledAs = (name: string): string[] => [
  '--cpu-prof',
  `--cpu-prof-dir=${outFolder}`,
  `--cpu-prof-name=${name}.cpuprofile`,
];

export const startEcho = (port: number): Child => openChild('test/bench/echo.ts', { env: { PORT: String(port) } });

/** A folder that is gone when the driver is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sync-desk-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
