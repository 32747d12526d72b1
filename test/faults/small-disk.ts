import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own for a story, which can be filled to its last byte. */
export type SmallDisk = { path: string; fills(): void; frees(): void; close(): void };

/** Null where this user may not mount one. */
export function openSmallDisk(megabytes: number): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), 'sync-desk-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    rmSync(path, { recursive: true });
    return null;
  }
  const filler = join(path, 'filler');
  return {
    path,
    fills: () => fill(filler),
    frees: () => rmSync(filler, { force: true }),
    close() {
      execFileSync('umount', ['--lazy', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

function fill(file: string): void {
  const opened = openSync(file, 'w');
  for (const size of [65_536, 512]) writeUntilFull(opened, Buffer.alloc(size));
  closeSync(opened);
}

function writeUntilFull(opened: number, block: Buffer): void {
  try {
    for (;;) writeSync(opened, block);
  } catch (error) {
    // Not by its class: jest's sandbox has an Error of its own.
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
