import { connect } from 'node:net';
import type { Json } from './connector-types.ts';

export type BotAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: Json | null }
  | { readonly kind: 'unreachable' };

/** Teams gives a turn about 15 seconds and then says it failed. */
const turnLimitMs = 15_000;

/** The way to the bot, and whether anybody is there. */
export class BotDoor {
  readonly #botUrl: URL;
  readonly #onChange: (reachable: boolean) => void;
  reachable = true;

  constructor(botUrl: string, onChange: (reachable: boolean) => void) {
    this.#botUrl = new URL(botUrl);
    this.#onChange = onChange;
  }

  async deliver(activity: Json): Promise<BotAnswer> {
    try {
      const response = await fetch(new URL('/api/messages', this.#botUrl), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(turnLimitMs),
      });
      this.#saw(true);
      return { kind: 'answered', status: response.status, body: parsed(await response.text()) };
    } catch (error) {
      if (isTimeout(error)) return { kind: 'answered', status: 504, body: null };
      this.#saw(false);
      return { kind: 'unreachable' };
    }
  }

  /** Knocks with a bare connection, so that the bot's request log stays free of it. */
  async knock(): Promise<void> {
    const { hostname, port, protocol } = this.#botUrl;
    this.#saw(await answersAt(hostname.replace(/^\[|\]$/g, ''), Number(port || (protocol === 'https:' ? 443 : 80))));
  }

  #saw(reachable: boolean): void {
    if (reachable === this.reachable) return;
    this.reachable = reachable;
    this.#onChange(reachable);
  }
}

function answersAt(host: string, port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ host, port, timeout: 2_000 });
  const settle = (answers: boolean) => {
    socket.destroy();
    resolve(answers);
  };
  socket.once('connect', () => settle(true));
  socket.once('timeout', () => settle(false));
  socket.once('error', () => settle(false));
  return promise;
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

function parsed(text: string): Json | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Json) : null;
  } catch {
    return null;
  }
}
