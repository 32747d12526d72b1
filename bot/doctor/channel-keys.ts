import { z } from 'zod';
import { bad, type Check, type Finding, ok } from './define.ts';
import { get, jsonIn } from './get.ts';
import { openIdConfigurationIn } from './openid.ts';
import { unanswered } from './unanswered.ts';

export const channelKeys: Check = {
  name: 'Keys of the channel',
  needs: [],
  async run({ openIdUrl, send }) {
    let asked = openIdUrl;
    try {
      const configuration = openIdConfigurationIn(await get(send, asked));
      if (!configuration) return noConfiguration(asked);
      asked = configuration.jwks_uri;
      if (new URL(asked).protocol !== new URL(openIdUrl).protocol) return lessSafe(asked, openIdUrl);
      return keysFinding(asked, (await get(send, asked)).body);
    } catch (error) {
      return unanswered(error, asked);
    }
  },
};

const settings = 'CLOUD, or BOT_OPENID_URL if it is set';

const noConfiguration = (url: string) =>
  bad(`${url} is not answered with an OpenID configuration.`, `Correct ${settings}; see whether a proxy answers.`);

const lessSafe = (keys: string, configuration: string) =>
  bad(`The keys at ${keys} are not fetched as safely as ${configuration}.`, `Correct ${settings}.`);

const listed = z.object({ keys: z.array(z.object({ endorsements: z.array(z.string()).default([]) })) });

function keysFinding(url: string, body: string): Finding {
  const keys = listed.safeParse(jsonIn(body)).data?.keys ?? [];
  const endorsed = keys.filter(({ endorsements }) => endorsements.includes('msteams'));
  return endorsed.length > 0
    ? ok(`${endorsed.length} of ${keys.length} keys are endorsed for Teams.`)
    : bad(`None of the ${keys.length} keys at ${url} is endorsed for Teams.`, `Correct ${settings}.`);
}
