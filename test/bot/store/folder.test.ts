import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimFolder } from '../../../bot/store/folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sync-desk-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Another process, for as long as the test needs one. */
async function withNeighbour(story: (pid: number) => Promise<void>): Promise<void> {
  const neighbour = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  try {
    await once(neighbour, 'spawn');
    await story(neighbour.pid ?? 0);
  } finally {
    neighbour.kill('SIGKILL');
  }
}

const owner = () => readFile(join(folder, 'owner.pid'), 'utf8').catch(() => null);

test('a folder belongs to the process that claimed it, until it lets go', async () => {
  const claimed = await claimFolder(join(folder, '.'));
  expect(await owner()).toBe(String(process.pid));
  await claimed.release();
  expect(await owner()).toBeNull();
});

test('a folder in use by another process is refused, with what to do', async () => {
  await withNeighbour(async (pid) => {
    await writeFile(join(folder, 'owner.pid'), String(pid));
    await expect(claimFolder(folder)).rejects.toThrow(new RegExp(`in use by process ${pid}.*DATA_DIR.*DATABASE_URL`));
    expect(await owner()).toBe(String(pid));
  });
});

test('the folder of a dead process is taken over', async () => {
  let dead = 0;
  await withNeighbour(async (pid) => {
    dead = pid;
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await writeFile(join(folder, 'owner.pid'), String(dead));
  await claimFolder(folder);
  expect(await owner()).toBe(String(process.pid));
});

test.each(['', 'nonsense', '-1'])('a mark that names no process, %j, does not lock anybody out', async (mark) => {
  await writeFile(join(folder, 'owner.pid'), mark);
  await expect(claimFolder(folder)).resolves.toBeDefined();
});
