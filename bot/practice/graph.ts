import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock, PracticeAnswer } from '../ports.ts';
import {
  type AutopilotWorld,
  answerToSync,
  beginSync,
  freshAutopilot,
  settingsOf,
  settled,
} from './graph-autopilot.ts';
import { errorBodyFor } from './graph-errors.ts';
import { openPlanned } from './graph-planned.ts';

/** What reached the invented Graph. */
export type Visit = { method: string; path: string; person: string; at: Date; status: PracticeAnswer['status'] };

export type PracticeGraph = {
  /** With the version segment, as `GRAPH_URL`. */
  url: string;
  /** The next write, or read, is answered so; passing trouble with a read lasts until the bot tells somebody. */
  next(answer: PracticeAnswer): void;
  /** Somebody else, or Intune itself, begins a sync. */
  beginsElsewhere(): void;
  reset(): void;
  world(): AutopilotWorld;
  visits(): readonly Visit[];
  close(): Promise<void>;
};

type Parts = { clock: Clock; world?: AutopilotWorld | undefined; changed?: () => void };

/** The invented tenant as a Graph server on loopback. It knows the Autopilot routes; anything else is an unknown segment. */
export async function startPracticeGraph({ clock, world: kept, changed = () => {} }: Parts): Promise<PracticeGraph> {
  let world = kept ?? freshAutopilot(clock.now());
  const planned = openPlanned(clock);
  let visits: Visit[] = [];

  function answerFor(method: string, path: string, person: string): PracticeAnswer {
    const on = method === 'GET' ? 'read' : 'write';
    const forced = planned.take({ on, person, path });
    world = settled(world, clock.now());
    if (forced) return forced;
    if (!path.startsWith(settingsPath)) return { on, status: 400, retryAfter: null, flavour: 'action' };
    return {
      on,
      flavour: null,
      ...(on === 'read' ? { status: 200, retryAfter: null } : answerToSync(world, clock.now())),
    };
  }

  function actOn(answer: PracticeAnswer): void {
    if (answer.on === 'read') return;
    if (begins(answer, world)) world = { ...beginSync(world, clock.now()), failsNext: answer.flavour === 'failed' };
    changed();
  }

  const server = createServer((request, response) => {
    const { method = 'GET', url = '/' } = request;
    const path = url.split('?')[0]?.replace(/^\/beta/, '') ?? '/';
    request.resume();
    const person = personIn(request);
    const answer = person
      ? answerFor(method, path, person)
      : { on: 'read' as const, status: 401, retryAfter: null, flavour: null };
    visits = [...visits, { method, path, person: person ?? '', at: clock.now(), status: answer.status }].slice(-1000);
    actOn(answer);
    respond(response, answer, { clientRequestId: request.headers['client-request-id'], world });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/beta`,
    next: (answer) => planned.add(answer),
    beginsElsewhere: () => {
      world = beginSync(settled(world, clock.now()), clock.now());
      changed();
    },
    reset: () => {
      world = freshAutopilot(clock.now());
      planned.forget();
      visits = [];
      changed();
    },
    world: () => world,
    visits: () => visits,
    close: () => closeServer(server),
  };
}

/** A 409 is only true if one is running, so somebody else's begins; `begun` begins one and loses the answer. */
function begins({ status, flavour }: PracticeAnswer, world: AutopilotWorld): boolean {
  if (flavour === 'silent') return false;
  return status === 204 || flavour === 'begun' || (status === 409 && !world.runsUntil);
}

const settingsPath = '/deviceManagement/windowsAutopilotSettings';

function personIn(request: IncomingMessage): string | null {
  const name = /^Bearer practice\.(.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return name ? Buffer.from(name, 'base64url').toString('utf8') : null;
}

type Seen = { clientRequestId: string | string[] | undefined; world: AutopilotWorld };

function respond(response: ServerResponse, answer: PracticeAnswer, { clientRequestId, world }: Seen): void {
  const { status } = answer;
  if (status === 'timeout') return;
  if (status === 'broken') {
    response.destroy();
    return;
  }
  response.setHeader('request-id', randomUUID());
  response.setHeader('client-request-id', clientRequestId ?? '');
  if (answer.retryAfter !== null) response.setHeader('retry-after', answer.retryAfter);
  if (answer.flavour === 'approval') response.setHeader('x-msft-approval-code', 'a4c0de00-0000-4000-8000-00000000c0de');
  if (status === 'nonsense') {
    response.setHeader('content-type', 'text/html').end('<html><body>Welcome to the proxy of 10.1.2.3</body></html>');
    return;
  }
  response.statusCode = status;
  if (status === 204) response.end();
  else response.setHeader('content-type', 'application/json').end(bodyFor(answer, world));
}

function bodyFor(answer: PracticeAnswer, world: AutopilotWorld): string {
  const fine = typeof answer.status === 'number' && answer.status < 300;
  return fine && answer.on === 'read' ? JSON.stringify(settingsOf(world)) : fine ? '' : errorBodyFor(answer);
}

function closeServer(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections();
  return new Promise((closed, failed) => {
    server.close((error) => (error ? failed(error) : closed()));
  });
}
