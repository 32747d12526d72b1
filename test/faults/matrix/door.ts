import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../helpers/process.ts';

/** What a service, or the way to it, is like for a while. */
export const faults = ['down', 'silent', 'slow', 'resets', 'nonsense'] as const;
export type Fault = (typeof faults)[number];

/** Stands between the bot and one outside service, whatever the two speak. */
export type FaultyDoor = {
  port: number;
  /** From now on; null: everything passes again. What was cut off stays so. */
  becomes(fault: Fault | null): Promise<void>;
  close(): Promise<void>;
};

export type DoorParts = {
  /** Of the service behind. */
  port: number;
  slowMs: number;
  /** What answers in its place. */
  nonsense: string;
  /** Everything the bot says, before anything is done about it. */
  hears?(text: string): void;
};

type Here = DoorParts & { fault: Fault | null; open: Set<Socket> };

export async function openDoor(parts: DoorParts): Promise<FaultyDoor> {
  const here: Here = { ...parts, fault: null, open: new Set() };
  const server = createServer((socket) => pass(here, socket));
  const port = await listensAnywhere(server);
  const shut = async () => {
    server.close();
    for (const socket of here.open) socket.resetAndDestroy();
    if (server.listening) await once(server, 'close');
  };
  return {
    port,
    async becomes(fault) {
      const was = here.fault;
      here.fault = fault;
      if (fault === 'down') await shut();
      else if (was === 'down') await listensAgain(server, port);
    },
    close: shut,
  };
}

/** Others who look for a free port take one for a moment. */
async function listensAnywhere(server: Server, tries = 20): Promise<number> {
  const port = await freePort();
  const listening = await listens(server, port).catch((error: Error) => error);
  if (!listening) return port;
  if (tries === 0) throw listening;
  return listensAnywhere(server, tries - 1);
}

async function listensAgain(server: Server, port: number, tries = 100): Promise<void> {
  const listening = await listens(server, port).catch((error: Error) => error);
  if (!listening) return;
  if (tries === 0) throw listening;
  await wait(100);
  await listensAgain(server, port, tries - 1);
}

async function listens(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

/** One connection. Whose answer was once swallowed is dead for good, as behind a firewall that has forgotten it. */
function pass(here: Here, near: Socket): void {
  const far = connect(here.port, '127.0.0.1');
  let isDead = false;
  let answered = Promise.resolve();
  for (const socket of [near, far]) {
    here.open.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      here.open.delete(socket);
      (socket === near ? far : near).destroy();
    });
  }
  near.on('data', (chunk: Buffer) => {
    here.hears?.(chunk.toString('latin1'));
    if (here.fault === 'nonsense') near.end(here.nonsense);
    else if (!near.destroyed) far.write(chunk);
  });
  far.on('data', (chunk: Buffer) => {
    isDead ||= here.fault === 'silent';
    if (isDead) return;
    const slowMs = here.fault === 'slow' ? here.slowMs : 0;
    const answer = () => tell(here, near, chunk);
    if (slowMs === 0) answered = answered.then(answer);
    else answered = answered.then(() => wait(slowMs)).then(answer);
  });
}

function tell({ fault }: Here, near: Socket, chunk: Buffer): void {
  if (fault !== 'resets') {
    near.write(chunk);
    return;
  }
  near.write(chunk.subarray(0, Math.floor(chunk.length / 2)), () => near.resetAndDestroy());
}
