import type { Dispatcher } from 'undici';
import type { HttpAnswer, HttpAsk } from '../ports.ts';

type Handler = Required<
  Pick<
    Dispatcher.DispatchHandler,
    'onRequestStart' | 'onResponseStart' | 'onResponseData' | 'onResponseEnd' | 'onResponseError'
  >
>;
type Controller = Parameters<Handler['onRequestStart']>[0];

/**
 * One request and its whole answer, without the stream and the signal that undici's `request` makes for each. Every way out settles
 * the same promise, so whatever comes after the first counts no more.
 */
export async function dispatch(dispatcher: Dispatcher, ask: HttpAsk, withinMs: number): Promise<HttpAnswer> {
  const { signal } = ask;
  signal?.throwIfAborted();
  const { answer, handler, stop } = collecting(ask.bytesUpTo);
  const timer = setTimeout(() => stop(new DOMException('No whole answer in time', 'TimeoutError')), withinMs);
  const stopped = () => stop(signal?.reason);
  signal?.addEventListener('abort', stopped);
  try {
    dispatcher.dispatch(optionsOf(ask), handler);
    return await answer;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stopped);
  }
}

function optionsOf({ url, method, headers, body }: HttpAsk): Dispatcher.DispatchOptions {
  const { origin, pathname, search } = new URL(url);
  return { origin, path: `${pathname}${search}`, method, headers: { ...headers }, body: body ?? null };
}

type Collecting = { answer: Promise<HttpAnswer>; handler: Handler; stop(reason: Error): void };

/** Of a body that is wanted up to some length, what comes after it is not waited for. */
function collecting(bytesUpTo: number | undefined): Collecting {
  const { promise: answer, resolve, reject } = Promise.withResolvers<HttpAnswer>();
  const parts: Buffer[] = [];
  const head = { status: 0, headers: {} };
  let [size, controller, whyStopped]: [number, Controller | null, Error | null] = [0, null, null];
  const stop = (reason: Error) => {
    whyStopped = reason;
    reject(reason);
    controller?.abort(reason);
  };
  const end = () => resolve({ ...head, body: textOf(parts, bytesUpTo) });
  const handler: Handler = {
    onRequestStart(started) {
      controller = started;
      if (whyStopped) started.abort(whyStopped);
    },
    onResponseStart(_, status, headers) {
      Object.assign(head, { status, headers: singled(headers) });
    },
    onResponseData(_, part) {
      parts.push(part);
      size += part.length;
      if (bytesUpTo === undefined || size < bytesUpTo) return;
      end();
      stop(new Error('the rest is not wanted'));
    },
    onResponseEnd: end,
    onResponseError: (_, error) => reject(error),
  };
  return { answer, handler, stop };
}

const utf8 = new TextDecoder();

function textOf(parts: readonly Buffer[], bytesUpTo: number | undefined): string {
  const [first] = parts;
  const whole = first && parts.length === 1 ? first : Buffer.concat(parts);
  return bytesUpTo === undefined ? utf8.decode(whole) : whole.subarray(0, bytesUpTo).toString('latin1');
}

/** A header that came twice counts as it came first. */
function singled(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const single: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    single[name.toLowerCase()] = (Array.isArray(value) ? value[0] : value) ?? '';
  return single;
}
