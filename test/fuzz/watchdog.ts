import { Worker } from 'node:worker_threads';

/** Is told what begins; a process that hangs could not tell any more. */
export type Watchdog = { sees(what: string): void; stop(): Promise<unknown> };

const patienceMs = 60_000;

/** In a thread of its own: ends the process where one input takes far too long, and says which. */
export function openWatchdog(): Watchdog {
  const thread = new Worker(
    `const { parentPort } = require('node:worker_threads');
     let timer;
     parentPort.on('message', (what) => {
       clearTimeout(timer);
       timer = setTimeout(() => {
         require('node:fs').writeSync(2, 'HANGS: ' + what + '\\n');
         process.kill(process.pid, 'SIGKILL');
       }, ${patienceMs});
     });`,
    { eval: true },
  );
  thread.unref();
  return { sees: (what) => thread.postMessage(what), stop: () => thread.terminate() };
}
