/** Starts the processes of a measurement and talks to them; none of them outlives the driver. */
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Used } from './probe.ts';

export type Child = {
  pid: number;
  isRunning(): boolean;
  ask<T>(name: string, given?: unknown): Promise<T>;
  used(): Promise<Used>;
  /** Calls back for everything the process tells unasked; the answer ends that. */
  onEvent(listener: (event: unknown) => void): () => void;
  /** Waits for a line on its standard output and returns the first group. */
  prints(pattern: RegExp, withinMs?: number): Promise<string>;
  stop(): Promise<void>;
};

export type ChildOptions = {
  args?: readonly string[];
  env?: Record<string, string>;
  /** More options for Node, such as `--cpu-prof`. */
  node?: readonly string[];
};

const repository = resolve(import.meta.dirname, '../..');
const probe = import.meta.resolve('./probe.ts');
const startWithinMs = 60_000;
const stopWithinMs = 12_000;

/** What a shell has set must not decide what is measured. */
const plainEnv = { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' };

const running = new Set<ChildProcess>();

/** `file` is a path inside the repository. */
export function openChild(file: string, { args = [], env = {}, node = [] }: ChildOptions = {}): Child {
  const child = fork(resolve(repository, file), args, {
    cwd: repository,
    env: { ...plainEnv, ...env },
    execArgv: ['--import', probe, ...node],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  // A listener of its own keeps the pipe flowing when nobody waits for a line.
  child.stdout?.setEncoding('utf8').on('data', () => {});
  const { ask, onEvent } = talkTo(child);
  return {
    pid: child.pid ?? 0,
    isRunning: () => running.has(child),
    ask,
    onEvent,
    used: () => ask<Used>('used'),
    prints: (pattern, withinMs = startWithinMs) => printed(child, pattern, withinMs),
    stop: () => stop(child),
  };
}

/** For the end of the driver, however it ends. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

type Heard = { id: number; answer: unknown } | { event: unknown };

function talkTo(child: ChildProcess): Pick<Child, 'ask' | 'onEvent'> {
  const waiting = new Map<number, (answer: never) => void>();
  const listeners = new Set<(event: unknown) => void>();
  let asked = 0;
  child.on('message', (message) => {
    const heard = message as Heard;
    if ('event' in heard) for (const listener of listeners) listener(heard.event);
    else waiting.get(heard.id)?.(heard.answer as never);
  });
  return {
    ask: (name, given) =>
      new Promise((answered, failed) => {
        const id = ++asked;
        waiting.set(id, answered);
        child.send({ id, ask: name, with: given }, (error) => error && failed(error));
      }),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function printed(child: ChildProcess, pattern: RegExp, withinMs: number): Promise<string> {
  return new Promise((found, failed) => {
    let text = '';
    const late = setTimeout(() => failed(new Error(`It never printed ${pattern}:\n${text}`)), withinMs);
    child.once('exit', (code) => failed(new Error(`It ended with ${code}:\n${text}`)));
    child.stdout?.on('data', (more: string) => {
      text += more;
      const match = pattern.exec(text);
      if (!match) return;
      clearTimeout(late);
      found(match[1] ?? match[0]);
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const tooLong = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(tooLong);
}

/** What the operating system says is in memory. */
export function residentMb(pid: number): number {
  const kb = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kb ?? Number.NaN) / 1024;
}
