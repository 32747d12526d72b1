/** The echo on the Teams SDK, with the server it brings. */
import { createServer } from 'node:net';
import { botToken, echoed, say, takeKeysFrom } from './loopback.js';

const { env } = process;
await takeKeysFrom(env.BOT_OPENID_URL, '@microsoft/teams.apps');
const { App } = await import('@microsoft/teams.apps');
const { ConsoleLogger } = await import('@microsoft/teams.common');

const token = await botToken(env);
const message = echoed();
const app = new App({
  clientId: env.MicrosoftAppId,
  tenantId: env.MicrosoftAppTenantId,
  token: async () => token,
  logger: new ConsoleLogger('echo', { level: 'error' }),
});
app.on('message', async ({ send }) => {
  await send(message());
});
const port = await freePort();
await app.start(port);
say(port);

function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address();
      server.close(() => found(free));
    });
  });
}
