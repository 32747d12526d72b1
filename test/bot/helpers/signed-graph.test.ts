import { get } from 'node:https';
import { type Connector, openConnector } from '../../helpers/connector.ts';
import { type Entra, openEntra } from '../../helpers/entra.ts';
import type { EntraPerson } from '../../helpers/entra-world.ts';
import { openSignedGraph, type SignedGraph } from '../../helpers/signed-graph.ts';
import { openBrowser } from '../../helpers/web-browser.ts';

const readScope = 'https://graph.microsoft.com/DeviceManagementServiceConfig.Read.All';
const writeScope = 'https://graph.microsoft.com/DeviceManagementServiceConfig.ReadWrite.All';

describe('what stands around a bot that works on a real tenant', () => {
  let entra: Entra;
  let graph: SignedGraph;
  let connector: Connector;
  let ana: EntraPerson;

  beforeAll(async () => {
    entra = await openEntra();
    graph = await openSignedGraph(entra);
    connector = await openConnector(entra.complaintAboutBot);
    ana = entra.person('Ana Ruiz');
  });
  beforeEach(() => {
    entra.startsOver();
    graph.startsOver();
    connector.startsOver();
  });
  afterAll(async () => {
    await connector.close();
    await graph.close();
    await entra.close();
  });

  async function tokenFor(form: Record<string, string>): Promise<string> {
    const { clientId, tenantId, secret } = entra.registration;
    const answer = await fetch(`${entra.entraUrl}/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: clientId, client_secret: secret, ...form }),
    });
    const { access_token } = (await answer.json()) as { access_token: string };
    return access_token;
  }

  const graphToken = async (scope: string, more = {}) =>
    tokenFor({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      assertion: await entra.ssoToken(ana),
      scope,
      ...more,
    });

  const settings = '/deviceManagement/windowsAutopilotSettings';
  const ask = (token: string, method = 'GET', path = settings) =>
    fetch(`${graph.url}${path}`, { method, headers: { authorization: `Bearer ${token}` } });

  test('Graph answers whom Entra signed in, and knows who it was', async () => {
    const answer = await ask(await graphToken(readScope));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toHaveProperty('lastSyncDateTime');
    expect(graph.visits).toMatchObject([{ method: 'GET', path: settings, oid: ana.id, status: 200 }]);
    expect(graph.tenant.visits()).toMatchObject([{ person: 'Ana Ruiz' }]);
  });

  test('Graph refuses the token that Teams hands over, and one of the right kind with too little scope', async () => {
    expect((await ask(await entra.ssoToken(ana))).status).toBe(401);
    expect((await ask(await graphToken(readScope), 'POST', `${settings}/sync`)).status).toBe(403);
    expect((await ask(await graphToken(writeScope), 'POST', `${settings}/sync`)).status).toBe(204);
    expect(graph.tenant.visits()).toHaveLength(1);
  });

  test('Graph asks for claims until a token was asked for with them', async () => {
    const claims = { access_token: { nbf: { essential: true, value: '1' } } };
    graph.challenges(ana, claims);
    const refused = await ask(await graphToken(readScope));
    const challenge = refused.headers.get('www-authenticate') ?? '';
    expect(challenge).toContain('error="insufficient_claims"');
    const asked = Buffer.from(/claims="([^"]+)"/.exec(challenge)?.[1] ?? '', 'base64').toString('utf8');
    expect((await ask(await graphToken(readScope, { claims: asked }))).status).toBe(200);
  });

  test('the connector takes the bot’s own token and nobody else’s', async () => {
    const post = (authorization: string) =>
      fetch(`${connector.serviceUrl}v3/conversations/a:ana/activities`, {
        method: 'POST',
        headers: { authorization },
        body: JSON.stringify({ attachments: [{ content: { fallbackText: 'hello', body: [], lang: 'en' } }] }),
      });
    const scope = 'https://api.botframework.com/.default';
    const token = await tokenFor({ grant_type: 'client_credentials', scope });
    expect((await post(`Bearer ${token}`)).status).toBe(201);
    expect((await post(`Bearer ${await entra.ssoToken(ana)}`)).status).toBe(401);
    expect(connector.messages('a:ana')).toHaveLength(1);
    expect(connector.refused).toMatchObject([{ complaint: expect.stringContaining('aud') }]);
  });

  test('a browser goes through Entra’s page and comes back with what it was given', async () => {
    const { clientId, tenantId, redirectUris } = entra.registration;
    redirectUris.add(entra.openIdUrl);
    const page = (mode: string) => {
      const query = { client_id: clientId, redirect_uri: entra.openIdUrl, response_mode: mode, scope: readScope };
      return `${entra.entraUrl}/${tenantId}/oauth2/v2.0/authorize?${new URLSearchParams(query)}`;
    };
    const byAddress = await openBrowser(entra.entraUrl, ana).opens(page('query'));
    expect(new URL(byAddress.url).searchParams.get('code')).toMatch(/^1\.AY/);
    await openBrowser(entra.entraUrl, ana).opens(page('form_post'));
    expect(entra.requests.at(-1)).toMatchObject({ method: 'POST', form: { code: expect.stringMatching(/^1\.AY/) } });
    const nobody = await openBrowser(entra.entraUrl, null).opens(page('query'));
    expect(new URL(nobody.url).searchParams.get('error')).toBe('login_required');
  });

  test('over https it shows a certificate that can be trusted', async () => {
    const secure = await openEntra({ https: true });
    const ask = (ca: string | undefined) =>
      new Promise<number | undefined>((answered, failed) => {
        get(secure.openIdUrl, { ca }, (response) => answered(response.resume().statusCode)).on('error', failed);
      });
    await expect(ask(undefined)).rejects.toThrow('self-signed certificate');
    expect(await ask(secure.certificate ?? undefined)).toBe(200);
    await secure.close();
  });
});
