import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { commandIn, isSent, type Step, stepsOf } from './dockerfile.ts';

/** What an engine would keep of the Dockerfile, in a folder. */
export type Image = {
  app: string;
  env: Record<string, string>;
  /** The only folder that may be written to. */
  volume: string;
  user: { uid: number; gid: number };
  health: [string, ...string[]];
  command: [string, ...string[]];
};

const root = resolve(import.meta.dirname, '../..');

/** Carries out the Dockerfile's steps below a folder, in their order. `FROM` is the Node that runs this. */
export function buildImage(folder: string): Image {
  const image: Image = {
    app: join(folder, 'app'),
    env: {
      PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
      HOME: folder,
      // The cache of whoever runs this is none of ours; a step empties it.
      npm_config_cache: join(folder, 'npm-cache'),
    },
    volume: '',
    user: { uid: 0, gid: 0 },
    health: [''],
    command: [''],
  };
  mkdirSync(image.app, { recursive: true });
  for (const step of stepsOf(readFileSync(join(root, 'Dockerfile'), 'utf8'))) carryOut(image, step);
  return image;
}

const nothing = () => {};

const doing: Record<string, (image: Image, rest: string) => void> = {
  FROM: nothing,
  WORKDIR: nothing,
  EXPOSE: nothing,
  ENV: (image, rest) => Object.assign(image.env, Object.fromEntries([rest.split('=')])),
  COPY: (image, rest) => copy(image, rest.split(/\s+/)),
  // With the proxy and the certificates that lead to a registry from here, as an engine passes them on.
  RUN: ({ app, env }, rest) =>
    execFileSync('sh', ['-ec', rest], { cwd: app, env: { ...process.env, ...env }, stdio: 'inherit' }),
  VOLUME: (image, rest) => {
    image.volume = join(image.app, relative('/app', rest));
  },
  USER: (image, rest) => {
    image.user = userFrom(rest);
  },
  HEALTHCHECK: (image, rest) => {
    image.health = commandIn(rest);
  },
  CMD: (image, rest) => {
    image.command = commandIn(rest);
  },
};

function carryOut(image: Image, { kind, rest }: Step): void {
  const does = doing[kind];
  if (!does) throw new Error(`test/container/image.ts knows no ${kind} yet: add what it does.`);
  does(image, rest);
}

function copy(image: Image, words: readonly string[]): void {
  const dockerignore = readFileSync(join(root, '.dockerignore'), 'utf8');
  const target = words.at(-1) ?? '.';
  for (const source of words.slice(0, -1)) {
    const to = target.endsWith('./') ? join(image.app, source) : join(image.app, target);
    cpSync(join(root, source), to, { recursive: true, filter: (file) => isSent(relative(root, file), dockerignore) });
  }
}

/** As a number, so that whoever runs the image can see that it is not root. */
function userFrom(text: string): Image['user'] {
  const [, uid, gid] = /^(\d+):(\d+)$/.exec(text) ?? [];
  if (!uid || !gid || uid === '0') throw new Error(`Dockerfile: USER ${text} is no plain user as two numbers`);
  return { uid: Number(uid), gid: Number(gid) };
}
