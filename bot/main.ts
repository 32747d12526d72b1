import { openApp } from './app.ts';
import { type Config, environment, readConfig } from './config.ts';
import { doctor } from './doctor/index.ts';
import { openLog } from './log.ts';
import type { Log } from './ports.ts';
import { startChat } from './practice/chat.ts';
import { startPracticePage } from './practice/page-server.ts';

/** `node bot/main.ts`, or with one word: `practice`, `chat`, `doctor` */
const [command = 'start'] = process.argv.slice(2);

const say = (line: string) => process.stdout.write(`${line}\n`);

if (command === 'start' || command === 'practice' || command === 'chat') await run(command);
else if (command === 'doctor') process.exitCode = await doctor({ env: environment(), say });
else fail([`Unknown command "${command}". Use: start, practice, chat or doctor`]);

async function run(mode: Mode): Promise<void> {
  const read = readConfig(environment(), mode === 'start' ? 'real' : 'practice');
  if (read.kind === 'bad') return fail(read.complaints);
  const log = openLog(read.config.log);
  // A promise that nobody waited for must not take everybody's runs down.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));
  try {
    await start(mode, read.config, log);
  } catch (error) {
    log.error({ err: error }, 'could not start');
    fail([error instanceof Error ? error.message : String(error)]);
    process.exit(1);
  }
}

type Mode = 'start' | 'practice' | 'chat';

async function start(mode: Mode, config: Config, log: Log): Promise<void> {
  const opening = openAll(mode, config, log);
  const stop = async () => {
    const { app, page } = await opening;
    await page?.close();
    await app.close();
  };
  // It answers before it is all open, and may be asked to stop by then.
  stopOnSignal(stop, log);
  const { app, page } = await opening;
  if (page) welcome(page.url, app.url);
  if (mode !== 'chat') return;
  await startChat({ botUrl: app.url, input: process.stdin, output: process.stdout, person: 'Ana', language: 'en' });
  await stop();
}

async function openAll(mode: Mode, config: Config, log: Log) {
  const app = await openApp(config, log);
  if (mode !== 'practice') return { app, page: null };
  const port = config.port === 0 ? 0 : config.port + 1;
  return { app, page: await startPracticePage({ botUrl: app.url, port, log }) };
}

function welcome(page: string, bot: string): void {
  say('Sync Desk is ready, in practice: an invented tenant, nothing reaches Microsoft.');
  say(`  Chat with it:  ${page}`);
  say(`  The bot:       ${bot}/api/messages`);
  say('  Stop it:       Ctrl+C');
}

/** Turns and steps under way are finished or handed back; a second signal does not wait. */
function stopOnSignal(stop: () => Promise<void>, log: Log): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error) => {
        log.error({ err: error }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

function fail(complaints: readonly string[]): void {
  process.stderr.write(`Sync Desk cannot start:\n${complaints.map((one) => `  - ${one}\n`).join('')}`);
  process.exitCode = 1;
}
