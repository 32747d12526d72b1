/** Microsoft's addresses on loopback, for echoes of kits in which they cannot be set. */
import { createRequire } from 'node:module';
import { answersTo } from '../asked.ts';

const require = createRequire(import.meta.url);

/** The kits fetch the channel's keys with this package; its cache and all else stay as they are. */
export async function takeKeysFrom(openIdUrl, kit) {
  const { jwks_uri: jwksUri } = await (await fetch(openIdUrl)).json();
  const path = createRequire(require.resolve(kit)).resolve('jwks-rsa');
  const openKeys = require(path);
  require.cache[path].exports = Object.assign((options) => openKeys({ ...options, jwksUri }), openKeys);
}

/** Kept for good, as the other echo keeps its own. */
export async function botToken({ BOT_TOKEN_URL, MicrosoftAppId, MicrosoftAppPassword }) {
  const form = {
    grant_type: 'client_credentials',
    client_id: MicrosoftAppId,
    client_secret: MicrosoftAppPassword,
    scope: 'https://api.botframework.com/.default',
  };
  const answer = await fetch(BOT_TOKEN_URL, { method: 'POST', body: new URLSearchParams(form) });
  if (!answer.ok) throw new Error(`No token for the echo: ${await answer.text()}`);
  return (await answer.json()).access_token;
}

/** The card that the driver has seen of the bot, as a message. */
export function echoed() {
  const told = { answer: { card: { type: 'AdaptiveCard', version: '1.5' }, summary: '' } };
  answersTo({ answerWith: (given) => Object.assign(told, { answer: given }) });
  return () => ({
    type: 'message',
    summary: told.answer.summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: told.answer.card }],
  });
}

export const say = (port) => process.stdout.write(`listening on http://127.0.0.1:${port}\n`);

/** For every refusal the kits print a stack; the driver sees the status. */
console.error = () => {};
