import restify from 'restify';
import type { Log, PageAnswer, PageRequest } from './ports.ts';
import { mayScrape } from './watching/scrape-access.ts';

/** More than Teams sends in one activity, pasted lists included. */
const longestBody = 1024 * 1024;

export type Health = { ready: boolean; parts: Record<string, 'ok' | 'failing'> };

export type Inbound = {
  method: string;
  headers: Record<string, string | string[] | undefined>;
  body: Record<string, unknown>;
};

export type HttpParts = {
  log: Log;
  /** The channel's door. */
  messages(request: Inbound, response: restify.Response): Promise<void>;
  health(): Promise<Health>;
  /** Our own pages below `/sign-in`; null where nobody needs to sign in. */
  page: ((request: PageRequest) => Promise<PageAnswer>) | null;
  /** The bot's numbers; from elsewhere than this machine only with the token, and without one not at all. */
  metrics: { token: string | null; scrape(): Promise<{ contentType: string; text: string }> };
};

export type Http = {
  server: restify.Server;
  listen(port: number, host: string): Promise<string>;
  close(): Promise<void>;
};

/** The web server: the channel's door and two questions about health. */
export function openHttp({ log, messages, health, page, metrics }: HttpParts): Http {
  const server = restify.createServer({ name: 'server', ignoreTrailingSlash: true });
  // Its own log would print whole requests, tokens included.
  Object.assign(server.log, { level: 'silent' });
  server.post('/api/messages', ...readJson(), async (request: restify.Request, response: restify.Response) => {
    const { body, headers } = request;
    if (isObject(body)) await messages({ method: 'POST', headers, body }, response);
    else response.send(400, { error: 'not an activity' });
  });
  server.get('/health', async (_request: restify.Request, response: restify.Response) => {
    response.send(200, { alive: true });
  });
  server.get('/ready', async (_request: restify.Request, response: restify.Response) => {
    const found = await health();
    response.send(found.ready ? 200 : 503, found);
  });
  server.get('/metrics', scraping(metrics));
  if (page) server.get('/sign-in/*', showing(page));
  // Details go to the log; a stranger learns nothing from the answer.
  server.on('restifyError', (...[request, response, error, done]: RestifyError) => {
    const status = statusOf(error);
    log.warn({ err: error, path: request.getPath(), status }, 'request refused');
    if (!response.headersSent) response.send(status, { error: status < 500 ? 'bad request' : 'internal error' });
    done();
  });
  return { server, listen: (port, host) => listen(server, port, host), close: () => close(server) };
}

function readJson(): restify.RequestHandler[] {
  return [
    refuseLargeBody,
    ...restify.plugins.jsonBodyParser({ maxBodySize: longestBody } as restify.plugins.JsonBodyParserOptions),
  ];
}

/** Nothing of the address is logged: it may hold a state or a code. */
const showing =
  (page: NonNullable<HttpParts['page']>) => async (request: restify.Request, response: restify.Response) => {
    const query = new URLSearchParams(request.getQuery());
    const acceptLanguage = String(request.headers['accept-language'] ?? '');
    const { status, headers, body } = await page({ path: request.getPath(), query, acceptLanguage });
    response.sendRaw(status, body, { ...headers });
  };

/** Whoever may not read it is told what somebody hears who asks for a page that is not there. */
const scraping =
  ({ token, scrape }: HttpParts['metrics']) =>
  async (request: restify.Request, response: restify.Response) => {
    const { headers, socket } = request;
    if (!mayScrape({ address: socket.remoteAddress, headers }, token))
      return response.send(404, { error: 'bad request' });
    const { contentType, text } = await scrape();
    return response.sendRaw(200, text, { 'content-type': contentType });
  };

/** A declared length is refused before a byte of it is read. */
const refuseLargeBody: restify.RequestHandler = (request, response, next) => {
  if (Number(request.headers['content-length'] ?? 0) <= longestBody) return next();
  response.header('connection', 'close');
  response.send(413, { error: 'too large' });
  next(false);
};

type RestifyError = [restify.Request, restify.Response, unknown, () => void];

const isObject = (body: unknown): body is Record<string, unknown> =>
  typeof body === 'object' && body !== null && !Array.isArray(body);

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' ? status : 500;
}

/** Longer than whoever stands in front keeps a connection: else one is closed here just as the next request comes in on it. */
const keepAliveMs = 75_000;

function listen(server: restify.Server, port: number, host: string): Promise<string> {
  return new Promise((listening, failed) => {
    server.once('error', failed);
    server.server.keepAliveTimeout = keepAliveMs;
    server.listen(port, host, () =>
      listening(`http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${server.address().port}`),
    );
  });
}

/** Takes no new requests and waits for those under way. */
function close(server: restify.Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    server.server.closeIdleConnections();
  });
}
