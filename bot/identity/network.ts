import type { INetworkModule } from '@azure/msal-node';
import type { HttpAnswer, HttpAsk, Sender } from '../ports.ts';
import type { Heard } from './entra-answer.ts';

/** Known beforehand, so that nothing is discovered over the network. */
export const metadataOf = (authority: string): string =>
  JSON.stringify({
    issuer: `${authority}/v2.0`,
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    token_endpoint: `${authority}/oauth2/v2.0/token`,
    end_session_endpoint: `${authority}/oauth2/v2.0/logout`,
    jwks_uri: `${authority}/discovery/v2.0/keys`,
  });

/** msal's network on our sender, and what the last answer was. */
export function networkOn(send: Sender): { network: INetworkModule; heard: () => Heard } {
  let heard: Heard = null;
  const ask = async (asked: HttpAsk) => {
    try {
      const answer = await send(asked);
      heard = { answer };
      return { status: answer.status, headers: { ...answer.headers }, body: bodyOf(answer) };
    } catch (error) {
      heard = { error };
      throw error;
    }
  };
  const network: INetworkModule = {
    sendGetRequestAsync: (url, options) => ask({ method: 'GET', url, headers: options?.headers ?? {} }) as never,
    sendPostRequestAsync: (url, options) =>
      ask({ method: 'POST', url, headers: options?.headers ?? {}, body: options?.body }) as never,
  };
  return { network, heard: () => heard };
}

function bodyOf({ body }: HttpAnswer): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}
