/** Microsoft Graph in a process of its own, which enforces its limit on writes and remembers what was written. */
import type { ServerResponse } from 'node:http';
import { answersTo } from './asked.ts';
import { type Budget, openBudget, type Spelling, type WindowKind } from './fan-out-budget.ts';
import { latencyMs, limit, scale, scaledSeconds } from './fan-out-scale.ts';
import { serveOnLoopback } from './loopback-server.ts';

export type TenantWish = { name: string; windows: WindowKind; spelling: Spelling; windowMs?: number; eaten?: number };
export type Seen = { counted: number; refused: number; written: number; twice: number; trips: number };

type Tenant = TenantWish & {
  budget: Budget;
  counted: number;
  refused: number;
  trips: number;
  writes: Map<string, number>;
};
type Item = { id: string; method: string; url: string };

const tenants = new Map<string, Tenant>();
const settings = JSON.stringify({ id: '5c9e7d0a-4f0b-4f3e-9a57-0000000000a1', syncStatus: 'completed' });

serveOnLoopback((request, body, response) => {
  const [, name = '', path = ''] = /^\/([^/]+)\/beta(\/.*)$/.exec(request.url ?? '') ?? [];
  const tenant = tenants.get(name);
  if (!tenant) throw new Error(`nobody opened ${request.url}`);
  if (request.method === 'GET') return answerLater(response, { status: 200, headers: {}, body: settings });
  tenant.trips += 1;
  const answer = path === '/$batch' ? batchAnswer(tenant, body) : answerFor(tenant, path);
  return answerLater(response, answer);
});

type Answer = { status: number; headers: Record<string, string>; body: string };

function answerLater(response: ServerResponse, { status, headers, body }: Answer): void {
  setTimeout(() => {
    response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'b3a0c0de', ...headers });
    response.end(body);
  }, latencyMs);
}

function batchAnswer(tenant: Tenant, body: string): Answer {
  const { requests } = JSON.parse(body) as { requests: Item[] };
  const responses = requests.map(({ id, url }) => {
    const { status, headers, body: text } = answerFor(tenant, url);
    return { id, status, headers, ...(text === '' ? {} : { body: JSON.parse(text) as unknown }) };
  });
  return { status: 200, headers: {}, body: JSON.stringify({ responses }) };
}

function answerFor(tenant: Tenant, path: string): Answer {
  const now = performance.now();
  tenant.counted += 1;
  if (tenant.budget.take(now)) {
    tenant.writes.set(path, (tenant.writes.get(path) ?? 0) + 1);
    return { status: 204, headers: {}, body: '' };
  }
  tenant.refused += 1;
  const wait = waitText(tenant.spelling, (tenant.budget.freeIn(now) * scale) / 1000);
  const body = JSON.stringify({ error: { code: 'TooManyRequests', message: 'Too many requests' } });
  return { status: 429, headers: wait === null ? {} : { 'Retry-After': wait }, body };
}

function waitText(spelling: Spelling, seconds: number): string | null {
  if (spelling === 'absent') return null;
  if (spelling === 'one') return scaledSeconds(1);
  return scaledSeconds(spelling === 'whole' ? Math.ceil(seconds) : seconds);
}

function openTenant(wish: TenantWish): void {
  const { windowMs = limit.windowMs, eaten = 0 } = wish;
  const budget = openBudget(wish.windows, { windowMs, places: limit.places - eaten });
  tenants.set(wish.name, { ...wish, budget, counted: 0, refused: 0, trips: 0, writes: new Map() });
}

function closeTenant(name: string): Seen {
  const { counted, refused, trips, writes } = tenants.get(name) as Tenant;
  tenants.delete(name);
  const twice = [...writes.values()].filter((times) => times > 1).length;
  return { counted, refused, trips, twice, written: writes.size };
}

answersTo({
  open: (wish) => openTenant(wish as TenantWish),
  close: (name) => closeTenant(name as string),
});
