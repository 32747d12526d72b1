import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '../helpers/chat.ts';
import { type Home, onPostgres, openFolder } from '../helpers/homes.ts';
import type { BotProcess } from '../helpers/process.ts';
import { settingsFor } from '../helpers/tenant-desk.ts';
import { openTenantProcesses } from '../helpers/tenant-processes.ts';
import { programs } from './server.ts';

/** `npm run faults -- restore`: as README says it is done, at the worst moment: Intune has been asked to start, and nobody knows it yet. */

const minute = 60_000;
const run = promisify(execFile);

/** Takes a copy of what is kept; what comes back puts it in its place. */
type BackUp = (home: Home, bot: BotProcess) => Promise<() => Promise<void>>;

/** The process is stopped; here it is even killed. */
const copiesFolder: BackUp = async ({ options }, bot) => {
  const path = 'dataDir' in options ? options.dataDir : '';
  const copy = await mkdtemp(join(tmpdir(), 'sync-desk-copy-'));
  await bot.kill('SIGKILL');
  await cp(path, copy, { recursive: true });
  return async () => {
    await rm(path, { recursive: true });
    await cp(copy, path, { recursive: true });
    await rm(copy, { recursive: true });
  };
};

/** While everybody is at work. */
const dumps: BackUp = async ({ options }, bot) => {
  const url = 'databaseUrl' in options ? options.databaseUrl : '';
  const folder = await mkdtemp(join(tmpdir(), 'sync-desk-dump-'));
  const file = join(folder, 'sync-desk.dump');
  await run(join(programs ?? '', 'pg_dump'), ['--format=custom', `--file=${file}`, url]);
  await bot.kill('SIGKILL');
  return async () => {
    const [server, name] = [new URL('/postgres', url).href, new URL(url).pathname.slice(1)];
    await run(join(programs ?? '', 'dropdb'), ['--force', `--maintenance-db=${server}`, name]);
    await run(join(programs ?? '', 'createdb'), [`--maintenance-db=${server}`, name]);
    await run(join(programs ?? '', 'pg_restore'), [`--dbname=${url}`, file]);
    await rm(folder, { recursive: true });
  };
};

async function isRestored(home: Home, backUp: BackUp): Promise<void> {
  const world = await openTenantProcesses(home);
  let bot = await world.starts();
  const ana = world.person({ name: 'Ana Ruiz', botUrl: () => bot.url });
  const { tenant, visits } = world.graph;
  const posts = () => visits.filter(({ method }) => method === 'POST').length;
  const ends = async (who: string) => {
    const deadline = Date.now() + 2 * minute;
    do {
      await ana.says('run 1');
    } while (!/^Done$/m.test(ana.newest().card.fallbackText) && Date.now() < deadline);
    expect([who, ana.newest().card.fallbackText]).toEqual([who, expect.stringMatching(/^Done$/m)]);
    expect([who, posts()]).toEqual([who, 1]);
  };
  try {
    await ana.says('autopilot');
    await ana.signsIn('silently');
    await ana.sees(/Autopilot clock/);
    tenant.next({ status: 'timeout', retryAfter: null, on: 'write', flavour: 'begun' });
    await ana.says('sync autopilot');
    await until(
      () => posts() === 1,
      () => 'nothing was started',
      minute,
    );
    const restores = await backUp(home, bot);
    bot = await world.starts();
    await ends('the next process');
    await bot.kill('SIGTERM');
    await restores();
    // The key was changed after the copy was made.
    const key = randomBytes(32).toString('base64');
    bot = await world.starts({ SECRET_KEY: `${key},${settingsFor(world)['SECRET_KEY']}` });
    // Signed in as before, and the run is found where the copy has it: looked for, not started again.
    await ends('the restored one');
  } finally {
    await world.close();
  }
}

test(
  'a copy of the folder: what was on its way is looked for, and not started again',
  async () => {
    await isRestored(await openFolder(), copiesFolder);
  },
  10 * minute,
);

onPostgres((open) => {
  (programs ? test : test.skip)(
    'a dump taken at work: what was on its way is looked for, and not started again',
    async () => isRestored(await open(), dumps),
    10 * minute,
  );
});
