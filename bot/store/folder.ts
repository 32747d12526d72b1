import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export type Folder = { database: string; release(): Promise<void> };

/** The embedded database allows one process; a second one would corrupt it. A dead owner's mark is taken over. */
export async function claimFolder(path: string): Promise<Folder> {
  const folder = resolve(path);
  await mkdir(folder, { recursive: true });
  const mark = markIn(folder);
  const owner = await ownerOf(folder);
  if (owner !== null) {
    throw new Error(
      `${folder} is in use by process ${owner}. Set another DATA_DIR, or DATABASE_URL to share one database.`,
    );
  }
  await writeFile(mark, String(process.pid));
  return { database: join(folder, 'pglite'), release: () => rm(mark, { force: true }) };
}

const markIn = (folder: string) => join(folder, 'owner.pid');

/** The other process that has the folder open, if it is alive. */
export async function ownerOf(folder: string): Promise<number | null> {
  const text = await readFile(markIn(folder), 'utf8').catch(() => '');
  const owner = /^\d+$/.test(text) ? Number(text) : null;
  return owner !== null && owner !== process.pid && isAlive(owner) ? owner : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
