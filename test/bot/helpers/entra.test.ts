import { createHash, randomBytes } from 'node:crypto';
import { ConfidentialClientApplication, type Configuration, InteractionRequiredAuthError } from '@azure/msal-node';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { type Entra, openEntra } from '../../helpers/entra.ts';
import type { EntraPerson } from '../../helpers/entra-world.ts';

const scope = 'https://graph.microsoft.com/DeviceManagementServiceConfig.Read.All';
const redirectUri = 'http://127.0.0.1:1/sign-in/done';

describe('the local Entra, as msal-node sees it', () => {
  let entra: Entra;
  let ana: EntraPerson;

  beforeAll(async () => {
    entra = await openEntra();
    entra.registration.redirectUris.add(redirectUri);
    ana = entra.person('Ana Ruiz');
  });
  beforeEach(() => entra.startsOver());
  afterAll(() => entra.close());

  type Proof = Pick<Configuration['auth'], 'clientSecret' | 'clientCertificate' | 'clientAssertion'>;

  /** msal takes https authorities only, so the name says https and the metadata where to ask. */
  function client(proof: Proof = { clientSecret: entra.registration.secret }, tenantId = ana.tenantId) {
    const url = `${entra.entraUrl}/${tenantId}`;
    const authority = url.replace(/^http:/, 'https:');
    const metadata = {
      issuer: `${url}/v2.0`,
      authorization_endpoint: `${url}/oauth2/v2.0/authorize`,
      token_endpoint: `${url}/oauth2/v2.0/token`,
      end_session_endpoint: `${url}/oauth2/v2.0/logout`,
      jwks_uri: `${url}/discovery/v2.0/keys`,
    };
    return new ConfidentialClientApplication({
      auth: {
        clientId: entra.registration.clientId,
        authority,
        knownAuthorities: [new URL(authority).host],
        authorityMetadata: JSON.stringify(metadata),
        clientCapabilities: ['cp1'],
        ...proof,
      },
    });
  }

  const onBehalfOf = async (app = client(), assertion?: string) =>
    app.acquireTokenOnBehalfOf({ oboAssertion: assertion ?? (await entra.ssoToken(ana)), scopes: [scope] });

  const refusalOf = (asked: Promise<unknown>) =>
    asked.then(
      () => {
        throw new Error('a token was given');
      },
      (error: unknown) => error,
    );

  /** A browser on Entra's page; gives back the address it was sent on to. */
  async function visits(query: Record<string, string> = {}, secret = { verifier: '', nonce: '' }): Promise<URL> {
    const challenge = createHash('sha256').update(secret.verifier).digest('base64url');
    const address = await client().getAuthCodeUrl({
      scopes: [scope],
      redirectUri,
      state: 'the-state',
      nonce: secret.nonce,
      codeChallenge: challenge,
      codeChallengeMethod: 'S256',
      responseMode: 'query',
      ...query,
    });
    const answer = await fetch(address, { redirect: 'manual' });
    expect(answer.status).toBe(302);
    return new URL(answer.headers.get('location') ?? '');
  }

  const newSecret = () => ({ verifier: randomBytes(32).toString('base64url'), nonce: randomBytes(8).toString('hex') });

  test('a token of Teams is exchanged for one of Graph in the same person’s name', async () => {
    const result = await onBehalfOf();
    const claims = await entra.verifies(result?.accessToken ?? '', 'https://graph.microsoft.com');
    expect(claims).toMatchObject({
      oid: ana.id,
      tid: ana.tenantId,
      upn: ana.username,
      scp: 'DeviceManagementServiceConfig.Read.All',
      xms_cc: ['cp1'],
    });
    expect(result?.account).toMatchObject({ tenantId: ana.tenantId, localAccountId: ana.id, username: ana.username });
    expect(entra.requests).toMatchObject([{ grant: 'jwt-bearer', person: { id: ana.id }, status: 200 }]);
  });

  test('a registered certificate and a trusted workload are as good as the secret', async () => {
    const { thumbprintSha256, privateKey, certificate } = entra.registersCertificate();
    const certified = client({ clientCertificate: { thumbprintSha256, privateKey, x5c: certificate } });
    expect((await onBehalfOf(certified))?.accessToken).toBeDefined();
    const federated = client({ clientAssertion: await entra.federatedToken() });
    expect((await onBehalfOf(federated))?.accessToken).toBeDefined();
  });

  test('a wrong secret and an unknown certificate are refused', async () => {
    expect(await refusalOf(onBehalfOf(client({ clientSecret: 'wrong' })))).toMatchObject({
      errorCode: 'invalid_client',
      errorMessage: expect.stringContaining('AADSTS7000215'),
    });
    const stranger = await openEntra();
    const { thumbprintSha256, privateKey } = stranger.registersCertificate();
    await stranger.close();
    expect(await refusalOf(onBehalfOf(client({ clientCertificate: { thumbprintSha256, privateKey } })))).toMatchObject({
      errorCode: 'invalid_client',
      errorMessage: expect.stringContaining('AADSTS700027'),
    });
  });

  test('an account is renewed silently until its tokens are revoked', async () => {
    const app = client();
    const account = (await onBehalfOf(app))?.account;
    if (!account) throw new Error('no account');
    const renewed = await app.acquireTokenSilent({ account, scopes: [scope], forceRefresh: true });
    expect(decodeJwt(renewed.accessToken)['oid']).toBe(ana.id);
    expect(entra.requests.map((one) => one.grant)).toEqual(['jwt-bearer', 'refresh_token']);

    entra.revokes(ana);
    const refusal = await refusalOf(app.acquireTokenSilent({ account, scopes: [scope], forceRefresh: true }));
    expect(refusal).toBeInstanceOf(InteractionRequiredAuthError);
    expect(refusal).toMatchObject({ errorMessage: expect.stringContaining('AADSTS50173') });
  });

  test('a scope that nobody granted asks for consent, and has it after the page', async () => {
    entra.grants(ana, ['User.Read']);
    const refusal = await refusalOf(onBehalfOf());
    expect(refusal).toBeInstanceOf(InteractionRequiredAuthError);
    expect(refusal).toMatchObject({ errorCode: 'invalid_grant', subError: 'consent_required' });

    entra.browserIs(ana);
    await visits();
    expect((await onBehalfOf())?.accessToken).toBeDefined();
  });

  test('a tenant’s consent counts for its people', async () => {
    entra.grants(ana.tenantId, []);
    expect(await refusalOf(onBehalfOf())).toMatchObject({ subError: 'consent_required' });
    const query = new URLSearchParams({
      client_id: entra.registration.clientId,
      redirect_uri: redirectUri,
      scope: 'https://graph.microsoft.com/.default',
      state: 'x',
    });
    const page = `${entra.entraUrl}/${ana.tenantId}/v2.0/adminconsent?${query}`;
    const answer = await fetch(page, { redirect: 'manual' });
    expect(answer.headers.get('location')).toContain('admin_consent=True');
    expect((await onBehalfOf())?.accessToken).toBeDefined();
  });

  test('claims that are demanded come with the refusal, and are satisfied on the page that asked for them', async () => {
    const claims = { access_token: { acrs: { essential: true, value: 'c1' } } };
    entra.demands(ana, { claims });
    const refusal = await refusalOf(onBehalfOf());
    expect(refusal).toBeInstanceOf(InteractionRequiredAuthError);
    expect(refusal).toMatchObject({ errorCode: 'interaction_required', claims: JSON.stringify(claims) });

    entra.browserIs(ana);
    await visits();
    expect(await refusalOf(onBehalfOf())).toBeInstanceOf(InteractionRequiredAuthError);
    await visits({ claims: JSON.stringify(claims) });
    expect((await onBehalfOf())?.accessToken).toBeDefined();
  });

  test('proof that only a page can give is carried by the tokens of that page', async () => {
    const claims = { access_token: { acrs: { essential: true, value: 'c1' } } };
    entra.demands(ana, { claims, pageOnly: true });
    entra.browserIs(ana);
    const secret = newSecret();
    const code = (await visits({ claims: JSON.stringify(claims) }, secret)).searchParams.get('code') ?? '';
    const app = client();
    const wish = { code, scopes: [scope], redirectUri, codeVerifier: secret.verifier, nonce: secret.nonce };
    const { account } = await app.acquireTokenByCode(wish);
    if (!account) throw new Error('no account');
    const renewed = await app.acquireTokenSilent({ account, scopes: [scope], forceRefresh: true });
    expect(decodeJwt(renewed.accessToken)['proved']).toBe(true);
    expect(await refusalOf(onBehalfOf())).toBeInstanceOf(InteractionRequiredAuthError);
  });

  test.each([
    ['an expired assertion', { exp: Math.floor(Date.now() / 1000) - 60 }, 'AADSTS500133'],
    ['one for another application', { aud: 'api://somebody-else' }, 'AADSTS500131'],
    ['a stranger’s signature', { signedBy: 'stranger' as const }, 'AADSTS50013:'],
    ['another tenant’s', { tid: 'another' }, 'AADSTS50013:'],
  ])('%s is refused', async (_what, overrides, text) => {
    const refusal = await refusalOf(onBehalfOf(client(), await entra.ssoToken(ana, overrides)));
    expect(refusal).not.toBeInstanceOf(InteractionRequiredAuthError);
    expect(refusal).toMatchObject({ errorCode: 'invalid_grant', errorMessage: expect.stringContaining(text) });
  });

  test('a code is redeemed once, with its verifier, for the nonce it was asked with', async () => {
    entra.browserIs(ana);
    const secret = newSecret();
    const back = await visits({}, secret);
    expect(back.searchParams.get('state')).toBe('the-state');
    const wish = {
      code: back.searchParams.get('code') ?? '',
      scopes: [scope],
      redirectUri,
      codeVerifier: secret.verifier,
      nonce: secret.nonce,
    };
    const result = await client().acquireTokenByCode(wish);
    expect(result.idTokenClaims).toMatchObject({ oid: ana.id, tid: ana.tenantId, nonce: secret.nonce });
    expect(await refusalOf(client().acquireTokenByCode(wish))).toMatchObject({
      errorMessage: expect.stringContaining('AADSTS54005'),
    });
  });

  test('a code is refused with another verifier, and elsewhere than it was sent', async () => {
    entra.browserIs(ana);
    const asked = async (change: object) => {
      const secret = newSecret();
      const code = (await visits({}, secret)).searchParams.get('code') ?? '';
      const wish = { code, scopes: [scope], redirectUri, codeVerifier: secret.verifier, nonce: secret.nonce };
      return refusalOf(client().acquireTokenByCode({ ...wish, ...change }));
    };
    expect(await asked({ codeVerifier: 'a'.repeat(43) })).toMatchObject({
      errorMessage: expect.stringContaining('AADSTS501481'),
    });
    expect(await asked({ redirectUri: 'http://127.0.0.1:2/' })).toMatchObject({
      errorMessage: expect.stringContaining('AADSTS500112'),
    });
  });

  test('the page says no as the person does, and shows itself where it must not lead back', async () => {
    entra.browserIs(ana);
    entra.pageAnswers('declines');
    const declined = await visits();
    expect(declined.searchParams.get('error')).toBe('access_denied');
    expect(declined.searchParams.get('error_description')).toContain('AADSTS65004');
    entra.pageAnswers('needs-administrator');
    expect((await visits()).searchParams.get('error_description')).toContain('AADSTS90094');
    entra.browserIs(null);
    expect((await visits({ prompt: 'none' })).searchParams.get('error')).toBe('login_required');

    const address = await client().getAuthCodeUrl({ scopes: [scope], redirectUri: 'https://evil.example/' });
    const page = await fetch(address, { redirect: 'manual' });
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('AADSTS50011');
  });

  test('Entra fails as planned, for whom it is planned', async () => {
    const jon = entra.person('Jon Vik');
    entra.fails({ person: jon, status: 429, headers: { 'retry-after': '7' } });
    expect((await onBehalfOf())?.accessToken).toBeDefined();
    await refusalOf(onBehalfOf(client(), await entra.ssoToken(jon)));
    expect(entra.requests.map((one) => one.status)).toEqual([200, 429]);
    entra.fails({ grant: 'jwt-bearer', trouble: 'broken' });
    await refusalOf(onBehalfOf());
    expect(entra.requests.at(-1)?.status).toBeNull();
  });

  test('the bot’s token for the connector is known from everybody else’s', async () => {
    const token = (await client().acquireTokenByClientCredential({ scopes: ['https://api.botframework.com/.default'] }))
      ?.accessToken;
    expect(await entra.complaintAboutBot(`Bearer ${token}`)).toBeNull();
    expect(await entra.complaintAboutBot(undefined)).toBe('no bearer token');
    expect(await entra.complaintAboutBot(`Bearer ${await entra.ssoToken(ana)}`)).not.toBeNull();
  });

  test('the App ID URI is found only where it was set', async () => {
    const { clientId } = entra.registration;
    const ask = () => client().acquireTokenByClientCredential({ scopes: [`api://botid-${clientId}/.default`] });
    expect((await ask())?.accessToken).toBeDefined();
    entra.registration.appIdUri = null;
    expect(await refusalOf(ask())).toMatchObject({ errorMessage: expect.stringContaining('AADSTS500011') });
    entra.registration.appIdUri = `api://botid-${clientId}`;
  });

  test('a token of the channel is checked with the published keys, until the key is another one', async () => {
    const configuration = (await (await fetch(entra.openIdUrl)).json()) as { jwks_uri: string; issuer: string };
    const wish = { audience: entra.registration.clientId, issuer: configuration.issuer };
    const keys = () => createRemoteJWKSet(new URL(configuration.jwks_uri));
    const good = await entra.channelToken({ serviceUrl: 'http://127.0.0.1:9/' });
    expect((await jwtVerify(good, keys(), wish)).payload['serviceurl']).toBe('http://127.0.0.1:9/');
    const forged = await entra.channelToken({ serviceUrl: null, key: 'stranger' });
    await expect(jwtVerify(forged, keys(), wish)).rejects.toThrow('signature');
    entra.rotatesChannelKey();
    await expect(jwtVerify(good, keys(), wish)).rejects.toThrow('no applicable key');
  });

  test('everything secret that was issued is known afterwards', async () => {
    const assertion = await entra.ssoToken(ana);
    const result = await onBehalfOf(client(), assertion);
    expect(entra.issued()).toEqual(
      expect.arrayContaining([assertion, result?.accessToken, result?.idToken, entra.registration.secret]),
    );
  });
});
