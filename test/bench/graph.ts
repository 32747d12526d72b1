/** Microsoft Graph's two Autopilot routes in a process of its own: the clock is always free, every start is taken. */
import { answersTo, stamp, tellDriver } from './asked.ts';
import { serveOnLoopback } from './loopback-server.ts';

export type StartSeen = { kind: 'start'; at: bigint };

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const settings = JSON.stringify({
  id: '5c9e7d0a-4f0b-4f3e-9a57-0000000000a1',
  syncStatus: 'completed',
  lastSyncDateTime: hoursAgo(3),
  lastManualSyncTriggerDateTime: hoursAgo(26),
});
const headers = { 'content-type': 'application/json', 'request-id': 'b3a0c0de-0000-4000-8000-000000000001' };

const refusal = JSON.stringify({ error: { code: 'Forbidden', message: 'As the measurement wishes' } });

let reads = 0;
let starts = 0;
let refuses = false;

serveOnLoopback((request, _body, response) => {
  const at = stamp();
  if (request.method === 'POST') {
    starts += 1;
    if (refuses) {
      response.writeHead(403, { ...headers, 'content-length': refusal.length }).end(refusal);
      return;
    }
    response.writeHead(204, headers).end();
    tellDriver({ event: { kind: 'start', at } satisfies StartSeen });
    return;
  }
  reads += 1;
  response.writeHead(200, { ...headers, 'content-length': settings.length }).end(settings);
});

answersTo({
  reads: () => reads,
  starts: () => starts,
  /** A run that is refused is over, and whoever asks next begins another one. */
  refuseStarts: (on) => {
    refuses = on === true;
  },
});
