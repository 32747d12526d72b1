/**
 * `npm run container`: carries out the Dockerfile's steps without an engine, in a temporary folder, and starts what comes of it as
 * a plain user on a read-only file system. Needs Linux, root (for `unshare` and `setpriv`), and a registry for `npm ci`.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../helpers/process.ts';
import { buildImage, type Image } from './image.ts';
import { type Started, startIn } from './started.ts';

/** Invented; nothing is asked of these addresses before somebody writes to the bot. */
const settings = {
  MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: '2fe477ab-0efc-4dfd-bde2-484374e2c373',
  MicrosoftAppPassword: 'not-a-secret',
  SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
  GRAPH_URL: 'http://127.0.0.1:9/beta',
  ENTRA_URL: 'http://127.0.0.1:9',
  BOT_OPENID_URL: 'http://127.0.0.1:9/openid',
  BOT_TOKEN_URL: 'http://127.0.0.1:9/token',
};

if (process.getuid?.() !== 0) throw new Error('Run it as root: only root can set up what a container is.');
const folder = mkdtempSync(join(tmpdir(), 'sync-desk-container-'));
chmodSync(folder, 0o755);
try {
  const image = buildImage(folder);
  await check('nothing but the volume can be written to', () => writes(image));
  await check('without settings it says what is missing', () => refuses(image));
  await check('it starts, is healthy, runs as a plain user, and stops when told', () => lives(image));
  await check('in practice mode a sync gets its answer', () => practises(image));
} finally {
  rmSync(folder, { recursive: true });
}

async function check(what: string, run: () => Promise<void>): Promise<void> {
  await run();
  console.log(`ok      ${what}`);
}

async function writes(image: Image): Promise<void> {
  const places = [`${image.app}/x`, `${image.app}/bot/x`, '/tmp/x', `${image.volume}/x`];
  const tries = places.map((place) => `touch ${place} 2>/dev/null && echo ${place}`).join('; ');
  const { output } = await ended(startIn(image, ['sh', '-c', `${tries}; rm -f ${image.volume}/x`]));
  expectSaid(output.trim() === `${image.volume}/x`, `could write to: ${output}`);
}

async function refuses(image: Image): Promise<void> {
  const { code, output } = await ended(startIn(image, image.command));
  expectSaid(code === 1 && output.includes('MicrosoftAppId is missing'), output);
}

async function lives(image: Image): Promise<void> {
  const env = { ...settings, PORT: String(await freePort()) };
  const bot = startIn(image, image.command, env);
  await healthy(image, bot, env);
  const uid = await ended(startIn(image, ['stat', '-c', '%u:%g', `/proc/${bot.child.pid}`]));
  expectSaid(uid.output.trim() === `${image.user.uid}:${image.user.gid}`, `runs as ${uid.output}`);
  bot.child.kill('SIGTERM');
  expectSaid((await bot.code) === 0, `did not stop cleanly:\n${bot.output()}`);
}

/** The Dockerfile's own question, within its own `start-period` and its tries. */
async function healthy(image: Image, bot: Started, env: Record<string, string>): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    expectSaid(bot.child.exitCode === null, bot.output());
    if ((await ended(startIn(image, image.health, env))).code === 0) return;
    await wait(1_000);
  }
  bot.child.kill('SIGKILL');
  throw new Error(`never healthy:\n${bot.output()}`);
}

async function practises(image: Image): Promise<void> {
  const [program] = image.command;
  const chat = startIn(image, [program, 'bot/main.ts', 'chat'], { PORT: '0' });
  chat.child.stdin?.write('sync autopilot\n');
  for (let tries = 0; tries < 60 && !chat.output().includes('Intune took the request'); tries += 1) await wait(500);
  const { code, output } = await ended(chat);
  expectSaid(code === 0 && output.includes('Intune took the request'), output);
}

async function ended(started: Started): Promise<{ code: number | null; output: string }> {
  started.child.stdin?.end();
  return { code: await started.code, output: started.output() };
}

function expectSaid(right: boolean, otherwise: string): void {
  if (!right) throw new Error(otherwise);
}
