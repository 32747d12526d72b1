import { connect, createServer, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import {
  breakOf,
  openSender,
  type ProxySettings,
  patientWaits,
  type SenderDoor,
  type Waits,
} from '../../../bot/graph/send.ts';
import { selfSigned } from '../../helpers/certificate.ts';
import { type Asked, type Loopback, openLoopback } from '../../helpers/loopback.ts';

/** Only where the end of them is what is waited for: a busy machine needs longer for a handshake and ten megabytes. */
const short: Waits = { connectTimeout: 300, headersTimeout: 300, bodyTimeout: 300 };
const none: ProxySettings = { http: null, https: null, no: '' };

/** Graph, so to speak: https on loopback, and every name that is asked of the proxy leads there. */
const identity = selfSigned('localhost', ['graph.contoso.test', 'api.contoso.test']);
let graph: Loopback;
let heard: Asked[];
let proxy: ConnectProxy;
let door: SenderDoor | null = null;

const trusted = getCACertificates('default');
beforeAll(() => setDefaultCACertificates([...trusted, identity.certificate]));
afterAll(() => setDefaultCACertificates(trusted));
const environment = { ...process.env };
afterEach(() => {
  process.env = { ...environment };
});
beforeEach(async () => {
  heard = [];
  graph = await openLoopback(async (asked) => {
    heard.push(asked);
    return { status: 200, body: 'graph' };
  }, identity);
  proxy = await openConnectProxy(Number(new URL(graph.url).port));
});
afterEach(async () => {
  await door?.close();
  await Promise.all([graph.close(), proxy.close()]);
  door = null;
});

type ConnectProxy = { url: string; asked: string[]; answers(line: string | null): void; close(): Promise<void> };

/** A proxy that leads everybody to one port of this machine. `answers`: something else than a tunnel; null: silence. */
async function openConnectProxy(port: number): Promise<ConnectProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let answer: string | null = 'HTTP/1.1 200 Connection established\r\n\r\n';
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', (head) => {
      asked.push(head.toString('latin1'));
      if (answer === null) return;
      socket.write(answer);
      if (!answer.includes(' 200 ')) return void socket.end();
      const tunnel = connect(port, '127.0.0.1');
      sockets.add(tunnel);
      tunnel.on('error', () => socket.destroy());
      tunnel.pipe(socket).pipe(tunnel);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port: own } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${own}`,
    asked,
    answers: (line) => {
      answer = line;
    },
    close: () =>
      new Promise((closed) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => closed());
      }),
  };
}

type Way = { method?: 'GET' | 'POST'; waits?: Waits };
const ask = (url: string, given: Partial<ProxySettings>, { method = 'GET', waits = patientWaits }: Way = {}) => {
  door = openSender(waits, { ...none, ...given });
  return door.send({
    method,
    url,
    headers: { authorization: 'Bearer secret-1' },
    ...(method === 'POST' ? { body: '{}' } : {}),
  });
};
const away = 'https://graph.contoso.test:8443/beta/things';

describe('with a proxy', () => {
  test('the outside is reached through it, and it sees neither what is asked nor in whose name', async () => {
    expect(await ask(away, { https: proxy.url })).toMatchObject({ status: 200, body: 'graph' });
    expect(proxy.asked).toHaveLength(1);
    expect(proxy.asked[0]).toMatch(/^CONNECT graph\.contoso\.test:8443 HTTP\/1\.1\r\n/);
    expect(proxy.asked[0]).not.toContain('secret-1');
    expect(heard).toMatchObject([{ path: '/beta/things', headers: { authorization: 'Bearer secret-1' } }]);
  });

  test('its own name and password are for it alone', async () => {
    await ask(away, { https: proxy.url.replace('//', '//desk:p%40ss@') });
    const basic = Buffer.from('desk:p@ss').toString('base64');
    expect(proxy.asked[0]?.toLowerCase()).toContain(`proxy-authorization: basic ${basic}`.toLowerCase());
    expect(JSON.stringify(heard)).not.toContain(basic);
  });

  test('connections through it are kept', async () => {
    await ask(away, { https: proxy.url });
    for (let more = 0; more < 5; more += 1) await door?.send({ method: 'GET', url: away, headers: {} });
    expect(heard).toHaveLength(6);
    expect(proxy.asked.length).toBeLessThanOrEqual(2);
  });

  test('this machine is never reached through it', async () => {
    const given = { https: proxy.url, http: proxy.url };
    for (const host of ['127.0.0.1', 'localhost']) {
      expect(await ask(graph.url.replace('127.0.0.1', host), given)).toMatchObject({ status: 200 });
      await door?.close();
    }
    await expect(ask('http://[::1]:1/', given)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(proxy.asked).toEqual([]);
  });

  // No name, so nobody is asked for its address; and nobody listens there.
  const direct = 'https://127.0.0.2:8443/';

  test.each(['127.0.0.2', '*', 'example.com, 127.0.0.2', 'example.com 127.0.0.2:8443'])(
    'a host that is to be reached directly is: NO_PROXY=%s',
    async (no) => {
      await expect(ask(direct, { https: proxy.url, no })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
      expect(proxy.asked).toEqual([]);
    },
  );

  test.each(['api.contoso.test', 'contoso.tes', 'graph.contoso.test:443'])(
    'another one is not: NO_PROXY=%s',
    async (no) => {
      expect(await ask(away, { https: proxy.url, no })).toMatchObject({ status: 200 });
    },
  );

  test('what the environment of the process says is not read a second time', async () => {
    process.env['HTTPS_PROXY'] = proxy.url;
    await expect(ask(direct, {})).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await door?.close();
    await expect(ask(direct, { http: 'http://127.0.0.1:1' })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(proxy.asked).toEqual([]);
    await door?.close();
    process.env['NO_PROXY'] = '*';
    expect(await ask(away, { https: proxy.url })).toMatchObject({ status: 200 });
  });

  test('a larger answer than any is not taken through it either', async () => {
    await graph.close();
    graph = await openLoopback(async () => ({ status: 200, body: 'a'.repeat(10 * 1024 * 1024) }), identity);
    await proxy.close();
    proxy = await openConnectProxy(Number(new URL(graph.url).port));
    const broke = await ask(away, { https: proxy.url }).catch((error: unknown) => breakOf(error));
    expect(broke).toEqual({ how: 'unreadable', reached: true });
  });

  test.each<[string, string | null, object]>([
    ['forbids it', 'HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n', { how: 'connection', reached: false }],
    ['wants another password', 'HTTP/1.1 407 No\r\ncontent-length: 0\r\n\r\n', { how: 'connection', reached: false }],
    ['does not find the host', 'HTTP/1.1 502 No\r\ncontent-length: 0\r\n\r\n', { how: 'connection', reached: false }],
    ['hangs up', '', { how: 'connection', reached: false }],
    ['does not answer', null, { how: 'timeout', reached: true }],
  ])('one that %s: nobody was reached, as far as that is certain', async (_, line, expected) => {
    proxy.answers(line);
    const way: Way = { method: 'POST', waits: line === null ? short : patientWaits };
    expect(await ask(away, { https: proxy.url }, way).catch((error: unknown) => breakOf(error))).toEqual(expected);
    expect(heard).toEqual([]);
  });

  test('one that is not there: nobody was reached', async () => {
    const to = { https: 'http://127.0.0.1:1' };
    const broke = await ask(away, to, { method: 'POST' }).catch((error: unknown) => breakOf(error));
    expect(broke).toEqual({ how: 'connection', reached: false });
  });
});

describe('without a proxy', () => {
  test('an answer that drips for ever ends with the time there is for all of it', async () => {
    const dripping = createServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n');
      const drops = setInterval(() => socket.write(' '), 50);
      socket.on('close', () => clearInterval(drops)).on('error', () => {});
    });
    await new Promise<void>((listening) => dripping.listen(0, '127.0.0.1', listening));
    const { port } = dripping.address() as { port: number };
    const url = `http://127.0.0.1:${port}/`;
    const broke = await ask(url, {}, { waits: short }).catch((error: unknown) => breakOf(error));
    expect(broke).toEqual({ how: 'timeout', reached: true });
    await new Promise((closed) => dripping.close(closed));
  });

  test('whoever asks may end it sooner', async () => {
    const silent = await openLoopback(async () => ({ trouble: 'silent' }));
    door = openSender({ connectTimeout: 20_000, headersTimeout: 20_000, bodyTimeout: 20_000 });
    const signal = AbortSignal.timeout(20);
    const broke = await door.send({ method: 'GET', url: silent.url, headers: {}, signal }).catch(breakOf);
    expect(broke).toEqual({ how: 'timeout', reached: true });
    await silent.close();
  });
});
