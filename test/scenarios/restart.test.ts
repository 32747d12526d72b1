import { cp, rm } from 'node:fs/promises';
import { openChat, type Person } from '../helpers/chat.ts';
import { type Connector, openConnector } from '../helpers/connector.ts';
import { anotherTenantIn, type TenantInPlace } from '../helpers/other-tenant.ts';
import { type BotProcess, startBot } from '../helpers/process.ts';
import { readyFolder } from '../helpers/ready.ts';

describe('the process dies', () => {
  let first: string;
  let other: TenantInPlace;
  let folder: string;
  let connector: Connector;
  let bot: BotProcess;
  let ana: Person;

  beforeAll(async () => {
    first = await readyFolder();
    other = await anotherTenantIn({ kind: 'folder', path: first });
  }, 120_000);
  beforeEach(async () => {
    folder = `${first}-copy`;
    await cp(first, folder, { recursive: true });
    connector = await openConnector();
    bot = await startBot({ DATA_DIR: folder });
    ana = openChat({ connector, botUrl: () => bot.url, name: 'Ana Ruiz' });
  });
  afterEach(async () => {
    await bot.kill('SIGTERM');
    await other.staysApart(connector, { kind: 'folder', path: folder });
    await connector.close();
    await rm(folder, { recursive: true, force: true });
  }, 120_000);
  afterAll(async () => {
    await other.close();
    await rm(first, { recursive: true, force: true });
  });

  const posts = () =>
    bot.errors().match(/"method":"POST","path":"\/deviceManagement\/windowsAutopilotSettings\/sync"/g) ?? [];

  test('a booking survives kill -9 and a restart, and still fires once', async () => {
    await ana.says('sync autopilot');
    const board = ana.newest();
    await ana.sees(/Accepted|Working/);
    await ana.says('practice clock +1m');
    await ana.seesOn(board, /^Done$/m);
    await ana.says('sync autopilot');
    await ana.presses(/^Sync at .+ for me$/);

    await bot.kill('SIGKILL');
    const before = posts().length;
    bot = await startBot({ DATA_DIR: folder });
    expect(posts()).toHaveLength(0);
    await ana.says('runs');
    await ana.sees(/Booked/);
    await ana.says('practice clock +10m');
    await ana.says('practice clock +1m');
    // A message of its own, because she went on with other things.
    await ana.sees(/run 2[\s\S]*Done[\s\S]*Ana Ruiz had booked it/);
    await ana.says('run 2');
    await ana.sees(/^Done$/m);
    expect(ana.messages().filter(({ card }) => card.fallbackText.includes('had booked it'))).toHaveLength(1);
    expect(posts()).toHaveLength(1);
    expect(before).toBe(1);
  }, 240_000);

  test('a run under way when the process is killed reaches its end after the restart', async () => {
    await ana.says('sync autopilot');
    await ana.sees(/Accepted|Working/);
    await bot.kill('SIGKILL');
    bot = await startBot({ DATA_DIR: folder });
    await ana.sees(/^Done$/m, 60_000);
    expect(posts()).toHaveLength(0);
    expect(ana.messages()).toHaveLength(1);
  }, 240_000);

  test('asked to stop, it ends by itself with code 0', async () => {
    await ana.says('help');
    expect(await bot.kill('SIGTERM')).toBe(0);
    bot = await startBot({ DATA_DIR: folder });
  }, 240_000);
});
