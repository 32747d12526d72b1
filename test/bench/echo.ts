/** The yardstick: botbuilder and restify with nothing behind them, answering everything with one card. */
import { ActivityTypes, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import restify from 'restify';
import { answersTo } from './asked.ts';
import { signedAuthentication } from './echo-authentication.ts';

export type EchoAnswer = { card: object; summary: string; invokeBody: object | null };

// For every refusal the SDK prints a stack and its keys; the driver sees the status.
console.error = () => {};

let answer: EchoAnswer = { card: { type: 'AdaptiveCard', version: '1.5' }, summary: '', invokeBody: null };
const adapter = new CloudAdapter(
  process.env['MicrosoftAppId']
    ? await signedAuthentication(process.env)
    : new ConfigurationBotFrameworkAuthentication({}),
);

async function echo(context: TurnContext): Promise<void> {
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: answer.card }];
  await context.sendActivity({ type: 'message', summary: answer.summary, attachments });
  if (context.activity.type !== ActivityTypes.Invoke) return;
  const value = { status: 200, body: answer.invokeBody };
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
}

const server = restify.createServer({ name: 'server' });
server.post(
  '/api/messages',
  ...restify.plugins.jsonBodyParser({ maxBodySize: 1024 * 1024 } as restify.plugins.JsonBodyParserOptions),
  async ({ body, headers }: restify.Request, response: restify.Response) =>
    adapter.process({ method: 'POST', body, headers }, response, echo),
);
server.get('/ready', async (_request: restify.Request, response: restify.Response) => {
  response.send(200, { ready: true });
});
server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => {
  process.stdout.write(`listening on http://127.0.0.1:${server.address().port}\n`);
});

answersTo({
  answerWith: (given) => {
    answer = given as EchoAnswer;
  },
});
