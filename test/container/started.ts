import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Image } from './image.ts';

/**
 * As `docker run --read-only` does it: a view of the file system of its own, in which nothing can be written to but the volume;
 * a plain user; no capability, and no way to get one.
 */
const contained = `
mount --make-rprivate /
mount --bind / / && mount -o remount,bind,ro /
mount --bind "$VOLUME" "$VOLUME" && mount -o remount,bind,rw "$VOLUME"
cd "$APP"
exec setpriv --reuid "$USER_ID" --regid "$GROUP_ID" --clear-groups --no-new-privs --bounding-set=-all env -u VOLUME -u APP -u USER_ID -u GROUP_ID "$@"
`;

export type Started = { child: ChildProcess; output(): string; code: Promise<number | null> };

export function startIn(image: Image, command: readonly string[], env: Record<string, string> = {}): Started {
  const child = spawn('unshare', ['--mount', 'sh', '-ec', contained, 'sh', ...command], {
    env: {
      ...image.env,
      ...env,
      APP: image.app,
      VOLUME: image.volume,
      USER_ID: String(image.user.uid),
      GROUP_ID: String(image.user.gid),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  return { child, output: () => output, code: once(child, 'exit').then(([code]) => code as number | null) };
}
