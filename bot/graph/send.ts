import { Agent, type Dispatcher, EnvHttpProxyAgent, Pool } from 'undici';
import type { Sender } from '../ports.ts';
import { dispatch } from './dispatch.ts';
import type { Refusal } from './refusal.ts';

/** Milliseconds. */
export type Waits = { connectTimeout: number; headersTimeout: number; bodyTimeout: number };

/** Long enough for Intune's slow minutes, short enough that nobody waits for ever. */
export const patientWaits: Waits = { connectTimeout: 5_000, headersTimeout: 20_000, bodyTimeout: 20_000 };
/** For an invented Graph beside us, whose silence is only ever rehearsed. */
export const shortWaits: Waits = { connectTimeout: 2_000, headersTimeout: 3_000, bodyTimeout: 3_000 };
/** For sign-in and the connector: a turn waits for them. */
export const turnWaits: Waits = { connectTimeout: 3_000, headersTimeout: 6_000, bodyTimeout: 6_000 };

/** More than any answer the bot asks for; a longer one is somebody else's page. */
const longestBody = 4 * 1024 * 1024;

export type SenderDoor = { send: Sender; close(): Promise<void> };

/** Who stands between the bot and the outside, by the scheme that is asked for; `no`: hosts that are reached directly. */
export type ProxySettings = { http: string | null; https: string | null; no: string };
const noProxy: ProxySettings = { http: null, https: null, no: '' };

/** Opens a door to outside services. Connections are kept. */
export function openSender(waits: Waits, proxy = noProxy): SenderDoor {
  const agent = agentFor(waits, proxy);
  // The waits hold for each part; an answer that drips would outlast them all.
  const withinMs = waits.connectTimeout + waits.headersTimeout + waits.bodyTimeout;
  return {
    send: (ask) => dispatch(agent, ask, withinMs),
    close: () => agent.close(),
  };
}

/** A person's own machine is never behind a proxy. */
const loopback = 'localhost,127.0.0.1,::1';

function agentFor(waits: Waits, { http, https, no }: ProxySettings): Dispatcher {
  const kept = { ...waits, maxResponseSize: longestBody, keepAliveTimeout: 30_000, connections: 32 };
  if (!http && !https) return new Agent(kept);
  return new EnvHttpProxyAgent({
    ...kept,
    // Whatever is left out would be read from the environment.
    ...{ httpProxy: http ?? '', httpsProxy: https ?? '', noProxy: `${no},${loopback}` },
    // Otherwise a proxy that does not answer is waited for much longer.
    clientFactory: (origin, own) => new Pool(origin, { ...own, ...waits }),
  });
}

type Broken = Extract<Refusal, { kind: 'unreachable' }>['how'] | 'unreadable';

/** Where a request without a whole answer broke, and whether it can have reached the service. */
export function breakOf(error: unknown): { how: Broken; reached: boolean } {
  const code = codeOf(error);
  if (neverSent.has(code) || isProxysNo(error))
    return { how: code === 'UND_ERR_CONNECT_TIMEOUT' ? 'timeout' : 'connection', reached: false };
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return { how: 'unreadable', reached: true };
  return { how: timeouts.has(code) ? 'timeout' : 'connection', reached: true };
}

const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_PRX_CONN',
  'UND_ERR_PRX_TLS',
]);
/** undici has no code of its own for it. */
const isProxysNo = (error: unknown) => error instanceof Error && /^Proxy response \(\d+\)/.test(error.message);
const timeouts = new Set([
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'TimeoutError',
  'AbortError',
  'ETIMEDOUT',
]);

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'name' in error && typeof error.name === 'string' ? error.name : '';
}
