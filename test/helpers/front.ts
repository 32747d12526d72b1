import { type Asked, openLoopback, type Told } from './loopback.ts';

/** One answer of the bot as it left the bot. */
export type FrontAnswer = {
  method: string;
  path: string;
  status: number;
  headers: Record<string, string>;
  body: string;
};

/** Stands in front of a bot, as a proxy does, and keeps everything that the bot answers to anybody. */
export type Front = { url: string; answers: FrontAnswer[]; close(): Promise<void> };

/** `botUrl` is asked for each request: a bot that was started again listens elsewhere. */
export async function openFront(botUrl: () => string): Promise<Front> {
  const answers: FrontAnswer[] = [];
  const server = await openLoopback(async (asked): Promise<Told> => {
    const answered = await passOn(botUrl(), asked);
    const headers = Object.fromEntries([...answered.headers].filter(([name]) => !ownHeaders.includes(name)));
    const { status } = answered;
    const body = await answered.text();
    answers.push({ method: asked.method, path: pathOf(asked), status, headers, body });
    return { status, headers, body };
  });
  return { url: server.url, answers, close: server.close };
}

const pathOf = ({ path, query }: Asked) => (query.size > 0 ? `${path}?${query}` : path);

function passOn(botUrl: string, asked: Asked): Promise<Response> {
  const { method, headers } = asked;
  const passed = ['content-type', 'authorization', 'accept-language'].flatMap((name): [string, string][] => {
    const value = headers[name];
    return value === undefined ? [] : [[name, String(value)]];
  });
  const body = method === 'GET' ? null : asked.body;
  return fetch(`${botUrl}${pathOf(asked)}`, { method, headers: passed, body, redirect: 'manual' });
}

/** The length is told anew. */
const ownHeaders = ['content-length', 'content-encoding', 'connection', 'keep-alive', 'transfer-encoding', 'date'];
