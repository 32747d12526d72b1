/** Microsoft Graph's two Autopilot routes in a process of its own: free at first, and a sync runs until the driver ends it. */
import { answersTo, stamp } from './asked.ts';
import { serveOnLoopback } from './loopback-server.ts';

/** `toldAt`: when the end of the sync was first read. */
export type GraphSeen = { posts: number; reads: number; toldAt: bigint | null };

const headers = { 'content-type': 'application/json', 'request-id': 'b3a0c0de-0000-4000-8000-000000000001' };
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

const seen: GraphSeen = { posts: 0, reads: 0, toldAt: null };
const settings = {
  id: '5c9e7d0a-4f0b-4f3e-9a57-0000000000a1',
  syncStatus: 'completed',
  lastSyncDateTime: hoursAgo(3),
  lastManualSyncTriggerDateTime: hoursAgo(26),
};

serveOnLoopback((request, _body, response) => {
  if (request.method === 'POST') {
    const status = start();
    const error = { error: { code: 'Conflict', message: 'A sync is running' } };
    response.writeHead(status, headers).end(status === 204 ? undefined : JSON.stringify(error));
    return;
  }
  seen.reads += 1;
  if (seen.posts > 0 && settings.syncStatus === 'completed') seen.toldAt ??= stamp();
  response.writeHead(200, headers).end(JSON.stringify(settings));
});

function start(): number {
  seen.posts += 1;
  if (seen.posts > 1) return 409;
  settings.syncStatus = 'inProgress';
  settings.lastManualSyncTriggerDateTime = new Date().toISOString();
  return 204;
}

answersTo({
  seen: () => seen,
  endSync: () => {
    settings.syncStatus = 'completed';
    settings.lastSyncDateTime = new Date().toISOString();
  },
});
