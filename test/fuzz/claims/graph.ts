import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { type Graph, openGraph } from '../../../bot/graph/client.ts';
import { detectedAppsNamed, devicesWithApp } from '../../../bot/graph/detected-apps.ts';
import { appliedTo, openTenantLists } from '../../../bot/graph/device-payloads.ts';
import { runStates, scriptsNamed } from '../../../bot/graph/device-scripts.ts';
import { Refused, refusalFor } from '../../../bot/graph/errors.ts';
import { listConnectors, readConnector, startConnectorSync } from '../../../bot/graph/exchange-connectors.ts';
import { listDevices, readDevice } from '../../../bot/graph/managed-devices.ts';
import { ledgersInMemory, openPace } from '../../../bot/graph/pace.ts';
import { readPayloadResult, startPayloads } from '../../../bot/graph/payload-results.ts';
import type { Refusal } from '../../../bot/graph/refusal.ts';
import { retryAtFor } from '../../../bot/graph/retry-after.ts';
import { readAutopilotSettings, startAutopilotSync } from '../../../bot/graph/windows-autopilot-settings.ts';
import type { HttpAnswer, Log, TenantId } from '../../../bot/ports.ts';
import { readRefusedCard } from '../../../bot/views/answers.ts';
import { openLexicon } from '../../../cards/words/index.ts';
import { personOf } from '../../bot/store/samples.ts';
import { type Claim, claim } from '../claim.ts';
import { errorBody, graphBody } from '../inputs/graph.ts';
import { answerOf, retryAfter } from '../inputs/http.ts';
import { wrongWith } from '../leaks.ts';

const now = new Date('2026-03-02T12:00:00Z');
const clock = { now: () => now };
const day = 24 * 60 * 60_000;
const lexicon = openLexicon();
const languages = ['en', 'ru', 'de'] as const;

export const graphClaims: readonly Claim[] = [
  claim({
    name: 'Graph: an error is a refusal whose card gives nothing away',
    input: fc.tuple(answerOf(errorBody), fc.boolean(), fc.constantFrom(...languages)),
    share: 12,
    holds([answer, write, language]) {
      const refusal = refusalFor({ ...answer, clientRequestId: 'c-1', write, meanings: {} }, clock);
      isShown(refusal, language, answer);
    },
  }),
  claim({
    name: 'Graph: Retry-After is a moment within a day, or nothing',
    input: retryAfter,
    share: 4,
    holds(header) {
      const at = retryAtFor(header, clock);
      if (at) assert.ok(at >= now && at.getTime() - now.getTime() <= day);
    },
  }),
  claim({
    name: 'Graph: whatever is answered to a reading is read or refused',
    input: fc.tuple(fc.constantFrom(...reads()), answerOf(graphBody)),
    share: 14,
    async holds([[, read], answer]) {
      await isReadOrRefused(read, answer);
    },
  }),
  claim({
    name: 'Graph: only an empty 2xx is a start, and nothing is posted twice',
    input: fc.tuple(fc.constantFrom(...starts()), answerOf(graphBody)),
    share: 6,
    async holds([[, start], answer]) {
      const asked = await isReadOrRefused(start, answer);
      // A token that was refused has changed nothing, and is renewed once.
      assert.ok(asked.count <= (answer.status === 401 ? 2 : 1), `posted ${asked.count} times`);
      const proves = answer.status < 300 && answer.body.trim() === '';
      assert.equal(asked.refusal === null, proves);
    },
  }),
];

type Asked = (graph: Graph) => Promise<unknown>;

function reads(): [string, Asked][] {
  const device = '1a2b3c4d-0000-4000-8000-000000000001';
  return Object.entries({
    readAutopilotSettings,
    listConnectors,
    readConnector: (graph) => readConnector(graph, device),
    listDevices: (graph) => listDevices(graph, 20),
    readDevice: (graph) => readDevice(graph, device),
    readPayloadResult: (graph) => readPayloadResult(graph, { via: 'managed' }, device),
    appliedTo: (graph) => appliedTo(graph, { id: device, userId: device }, openTenantLists(graph)),
    scriptsNamed: (graph) => scriptsNamed(graph, 'Map drives', 20),
    runStates: (graph) => runStates(graph, { family: 'health-script', id: device }, { only: 'failed', most: 20 }),
    detectedAppsNamed: (graph) => detectedAppsNamed(graph, 'Zoom', 20),
    devicesWithApp: (graph) => devicesWithApp(graph, device, 20),
  } satisfies Record<string, Asked>);
}

function starts(): [string, Asked][] {
  const items = [{ id: 'a', kind: 'application' }];
  return Object.entries({
    startAutopilotSync,
    startConnectorSync: (graph) => startConnectorSync(graph, 'EX01', 'deltaSync'),
    startPayloads: (graph) =>
      startPayloads(graph, { vocabulary: 'syncPayloads', route: { via: 'managed' }, deviceId: 'd', items }),
  } satisfies Record<string, Asked>);
}

async function isReadOrRefused(ask: Asked, answer: HttpAnswer): Promise<{ count: number; refusal: Refusal | null }> {
  const { graph, count } = openAnswering(answer);
  try {
    await ask(graph);
    return { count: count(), refusal: null };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    isShown(error.refusal, 'en', answer);
    return { count: count(), refusal: error.refusal };
  }
}

function isShown(refusal: Refusal, language: (typeof languages)[number], input: unknown): void {
  const screen = { words: lexicon(language, 'Europe/Berlin'), now, practice: false };
  const card = readRefusedCard({ refusal, action: 'sync-payloads', again: 'sync payloads' }, screen);
  assert.deepEqual(wrongWith(card as never, input), []);
}

/** A Graph that answers everything alike. After an error nobody waits to ask again. */
function openAnswering(answer: HttpAnswer): { graph: Graph; count(): number } {
  const over = new AbortController();
  let count = 0;
  const send = async (): Promise<HttpAnswer> => {
    count += 1;
    if (answer.status >= 400 && answer.status !== 401) over.abort();
    return answer;
  };
  const pace = openPace({ ledgers: ledgersInMemory(clock), newId: randomUUID });
  const door = openGraph({ url: 'https://graph.example/beta', send, pace, clock, log: silent });
  const token = async () => ({ kind: 'token', token: `t-${count}` }) as const;
  return { graph: door({ person: personOf('t' as TenantId), token, signal: over.signal }), count: () => count };
}

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };
