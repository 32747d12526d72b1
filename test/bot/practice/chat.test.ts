import { PassThrough } from 'node:stream';
import { startChat } from '../../../bot/practice/chat.ts';
import { type Loopback, openLoopback } from '../../helpers/loopback.ts';

/** A bot that answers what is said to it so much later than it takes it. */
async function openSlowBot(afterMs: number): Promise<Loopback> {
  return openLoopback(async ({ body }) => {
    const { type, text, serviceUrl, conversation } = JSON.parse(body);
    if (type === 'message') setTimeout(() => void answer(text), afterMs);
    const answer = (said: string) =>
      fetch(`${serviceUrl}v3/conversations/${conversation.id}/activities`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'message', text: `You said: ${said}` }),
      });
    return { status: 200 };
  });
}

test.each(['/quit\n', ''])('what was said before it ends is answered, however late (%j)', async (end) => {
  const bot = await openSlowBot(1_500);
  const output = new PassThrough();
  const input = new PassThrough();
  input.end(`first\nsecond\n${end}`);
  await startChat({ botUrl: bot.url, input, output, person: 'Ana', language: 'en' });
  await bot.close();
  const shown = String(output.read());
  expect(shown).toContain('You said: first');
  expect(shown).toContain('You said: second');
});

test('a bot that is not there keeps nobody waiting', async () => {
  const bot = await openLoopback(async () => ({ status: 200 }));
  await bot.close();
  const input = new PassThrough();
  input.end('anybody?\n/quit\n');
  const begun = Date.now();
  await startChat({ botUrl: bot.url, input, output: new PassThrough(), person: 'Ana', language: 'en' });
  expect(Date.now() - begun).toBeLessThan(4_000);
});
