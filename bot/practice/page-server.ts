import { Connector } from './connector.ts';
import { sendPageFile } from './connector-files.ts';
import { answerJson, serveLoopback } from './connector-http.ts';
import { answerPage } from './connector-page.ts';
import { PageStreams } from './connector-stream.ts';

export interface PracticePageOptions {
  readonly botUrl: string;
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly log: { info(details: object, message: string): void };
}

export interface PracticePage {
  readonly url: string;
  close(): Promise<void>;
}

/** The chat in the browser: the page, what it asks for, and the Bot Connector the bot talks to, on one port. */
export async function startPracticePage(options: PracticePageOptions): Promise<PracticePage> {
  const { botUrl, host = '127.0.0.1', port, log } = options;
  const connector = new Connector({ botUrl, serviceUrl: () => `${server.url}/connector/` });
  const streams = new PageStreams(connector);
  const server = await serveLoopback({ host, port }, async (request, url, response) => {
    if (url.pathname === '/events') return streams.open(url, response);
    if (await connector.files.answer(request, url, response)) return;
    const reply = (await connector.answer(request, url)) ?? (await answerPage(connector, request, url));
    if (reply) return answerJson(response, reply);
    await sendPageFile(url.pathname, response);
  });
  log.info({ url: server.url, bot: botUrl }, 'practice page is open');
  return {
    url: server.url,
    close: async () => {
      streams.close();
      await server.close();
    },
  };
}
