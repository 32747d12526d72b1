/** The SDK's own check of tokens, with a local key server and token endpoint in place of Microsoft's (every address set, or none counts). */
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

type Settings = Record<string, string | undefined>;
type Credentials = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>;
type Signer = Awaited<ReturnType<Credentials['createCredentials']>>;

const channel = 'https://api.botframework.com';

/** The bot's own token is kept for good, which costs less than the SDK's way through msal's cache. */
export async function signedAuthentication(settings: Settings): Promise<ConfigurationBotFrameworkAuthentication> {
  const { MicrosoftAppId: appId = '', BOT_OPENID_URL: openIdUrl = '', BOT_TOKEN_URL: tokenUrl = '' } = settings;
  const signer = signingWith(await botToken(tokenUrl, appId, settings['MicrosoftAppPassword'] ?? ''));
  const addresses = {
    ToChannelFromBotLoginUrl: tokenUrl,
    ToChannelFromBotOAuthScope: channel,
    ToBotFromChannelTokenIssuer: channel,
    ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
    OAuthUrl: channel,
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: false,
  };
  return new ConfigurationBotFrameworkAuthentication(
    { MicrosoftAppId: appId, ...addresses },
    {
      isValidAppId: async (id) => id === appId,
      isAuthenticationDisabled: async () => false,
      createCredentials: async () => signer,
    },
  );
}

function signingWith(token: string): Signer {
  return {
    async signRequest(request) {
      request.headers.set('authorization', `Bearer ${token}`);
      return request;
    },
  };
}

async function botToken(url: string, appId: string, secret: string): Promise<string> {
  const form = {
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: secret,
    scope: `${channel}/.default`,
  };
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
  if (!answer.ok) throw new Error(`No token for the echo: ${await answer.text()}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}
