import type { HttpAnswer } from '../ports.ts';
import { bad, type Check, type Finding, ok, type Site } from './define.ts';
import { get, jsonIn } from './get.ts';
import { unanswered } from './unanswered.ts';

const example = 'for example PUBLIC_URL=https://sync-desk.example.com';

export const publicAddress: Check = {
  name: 'Public address',
  needs: [],
  async run(site) {
    const { publicUrl } = site.config;
    if (publicUrl === null)
      return bad(
        'PUBLIC_URL is not set, so sign-in pages would be sought where nobody can reach them.',
        `Set it to the https address under which people’s Teams and browsers reach this bot, ${example}`,
      );
    const { host, hostname } = new URL(publicUrl);
    if (isLoopback(hostname)) return onLoopback(site, publicUrl);
    return ok(`${publicUrl}; in the app’s manifest validDomains must hold "${host}".`);
  },
};

/** Whoever takes the channel's keys from this machine plays Teams here too; everybody else would be locked out. */
function onLoopback({ openIdUrl }: Site, publicUrl: string): Finding {
  if (isLoopback(new URL(openIdUrl).hostname))
    return ok(`${publicUrl}, on this machine only, as the channel of this rehearsal is.`);
  return bad(`${publicUrl} leads to this machine only.`, `Set PUBLIC_URL to an https address of your own, ${example}`);
}

const isLoopback = (hostname: string) => ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);

export const botAnswers: Check = {
  name: 'Bot at that address',
  needs: [publicAddress.name],
  async run({ config, send }) {
    const url = `${config.publicUrl}/health`;
    try {
      return isOurs(await get(send, url))
        ? ok(`${url} answers: the bot is running and can be reached.`)
        : stranger(url);
    } catch (error) {
      const { found } = unanswered(error, url);
      return bad(found, `${toStart(config.port)}; PUBLIC_URL must lead to it.`);
    }
  },
};

const toStart = (port: number) =>
  `Start the bot (npm start) and let your reverse proxy pass PUBLIC_URL on to port ${port}`;

function isOurs({ status, body }: HttpAnswer): boolean {
  const read = jsonIn(body);
  return status === 200 && typeof read === 'object' && read !== null && 'alive' in read && read.alive === true;
}

const stranger = (url: string) =>
  bad(
    `${url} is answered by something else than this bot.`,
    'Let your reverse proxy pass every path below PUBLIC_URL on to the bot, unchanged and without a sign-in of its own.',
  );
