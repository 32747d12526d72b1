/** The echo on the Microsoft 365 Agents SDK, with express as its own samples have it. */
import { botToken, echoed, say, takeKeysFrom } from './loopback.js';

const { env } = process;
await takeKeysFrom(env.BOT_OPENID_URL, '@microsoft/agents-hosting');
const { CloudAdapter } = await import('@microsoft/agents-hosting');
const { default: express } = await import('express');

const settings = {
  clientId: env.MicrosoftAppId,
  tenantId: env.MicrosoftAppTenantId,
  clientSecret: env.MicrosoftAppPassword,
};
const token = await botToken(env);
const adapter = new CloudAdapter(settings);
adapter.connectionManager.getTokenProviderFromActivity = () => ({ getAccessToken: async () => token });
adapter.connectionManager.getTokenProvider = () => ({ getAccessToken: async () => token });
const message = echoed();

const server = express();
server.use(express.json());
const checked = (request, response, next) => adapter.authorizeRequest(request, response, next);
server.post('/api/messages', checked, (request, response) =>
  adapter.process(request, response, (context) => context.sendActivity(message())),
);
const listening = server.listen(0, '127.0.0.1', () => say(listening.address().port));
