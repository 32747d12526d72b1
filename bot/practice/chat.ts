import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { ChatDesk } from './chat-desk.ts';
import { Connector } from './connector.ts';
import { answerJson, serveLoopback } from './connector-http.ts';

export interface ChatOptions {
  readonly botUrl: string;
  readonly input: Readable;
  readonly output: Writable;
  readonly person: string;
  readonly language: string;
}

/** A chat with the bot in the terminal. Resolves at `/quit` or when the input ends, and the bot has answered what was said before. */
export async function startChat({ botUrl, input, output, person, language }: ChatOptions): Promise<void> {
  const connector = new Connector({ botUrl, serviceUrl: () => `${server.url}/connector/` });
  const server = await serveLoopback({ host: '127.0.0.1', port: 0 }, async (request, url, response) => {
    if (await connector.files.answer(request, url, response)) return;
    const reply = await connector.answer(request, url);
    answerJson(
      response,
      reply ?? { status: 404, body: { error: { code: 'NotFound', message: 'There is nothing here.' } } },
    );
  });
  const reader = createInterface({ input, terminal: false });
  const lines = reader[Symbol.asyncIterator]();
  const terminal = {
    print: (line: string) => {
      output.write(`${line}\n`);
    },
    ask: async (prompt: string) => {
      output.write(`${prompt}\n`);
      const { value, done } = await lines.next();
      return done ? undefined : value;
    },
  };
  try {
    await converse(new ChatDesk(connector, terminal, { person, language }), lines);
  } finally {
    reader.close();
    await server.close();
  }
}

async function converse(desk: ChatDesk, lines: AsyncIterator<string>): Promise<void> {
  await desk.begin();
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    if (line.value.trim() === '/quit') break;
    await desk.hear(line.value.trim());
  }
  await desk.end();
}
