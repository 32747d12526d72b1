import { spawn } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type DoctorParts, doctor } from '../../bot/doctor/index.ts';
import { openHttp } from '../../bot/http.ts';
import { permissionReasons } from '../../bot/knowledge/permissions.ts';
import type { SelfSigned } from '../helpers/certificate.ts';
import { type Entra, openEntra } from '../helpers/entra.ts';
import { type Loopback, openLoopback } from '../helpers/loopback.ts';
import { noMetrics } from '../helpers/meter.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const closed = 'http://127.0.0.1:1';
const secretKey = Buffer.alloc(32, 7).toString('base64');

const main = join(import.meta.dirname, '../../bot/main.ts');

type Env = Record<string, string | undefined>;

function withPassPhrase({ certificate, privateKey }: SelfSigned): string {
  const locked = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' } as const;
  return `${createPrivateKey(privateKey).export(locked)}\n${certificate}`;
}

describe('npm run doctor', () => {
  let entra: Entra;
  let graph: Loopback;
  let bot: { url: string; close(): Promise<void> };
  let folder: string;

  beforeAll(async () => {
    entra = await openEntra();
    graph = await openLoopback(async () => ({ status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } }));
    const health = async () => ({ ready: true, parts: {} });
    const http = openHttp({ log: silent, messages: async () => {}, health, page: null, metrics: noMetrics });
    bot = { url: await http.listen(0, '127.0.0.1'), close: http.close };
    folder = await mkdtemp(join(tmpdir(), 'doctor-'));
  });
  beforeEach(() => {
    entra.startsOver();
    entra.registration.redirectUris.add(`${bot.url}/sign-in/done`);
    entra.registration.appIdUri = `api://botid-${entra.registration.clientId}`;
  });
  afterAll(async () => {
    await Promise.all([entra.close(), graph.close(), bot.close()]);
    await rm(folder, { recursive: true });
  });

  const goodEnv = (): Env => ({
    MicrosoftAppId: entra.registration.clientId,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: entra.registration.tenantId,
    MicrosoftAppPassword: entra.registration.secret,
    SECRET_KEY: secretKey,
    PUBLIC_URL: bot.url,
    DATA_DIR: folder,
    GRAPH_URL: `${graph.url}/beta`,
    ENTRA_URL: entra.entraUrl,
    BOT_OPENID_URL: entra.openIdUrl,
    BOT_TOKEN_URL: entra.tokenUrl,
  });

  async function examined(changes: Env = {}, parts: Partial<DoctorParts> = {}) {
    const lines: string[] = [];
    const env = { ...goodEnv(), ...changes };
    const code = await doctor({ env, say: (line) => lines.push(line), ...parts });
    return told(env, { code, said: lines.join('\n') });
  }

  /** The same as a process of its own, as an operator starts it. */
  async function examinedAlone(changes: Env = {}) {
    const env = { ...goodEnv(), ...changes };
    const child = spawn(process.execPath, [main, 'doctor'], { env: { PATH: process.env['PATH'], ...env } });
    const [said, complained] = [text(child.stdout), text(child.stderr)];
    const [code] = await once(child, 'exit');
    expect(await complained).toBe('');
    return told(env, { code: code as number, said: (await said).trimEnd() });
  }

  /** What was said, and of every check its mark and everything that belongs to it. Whatever is said, no secret is in it. */
  function told(env: Env, { code, said }: { code: number; said: string }) {
    const secrets = [...entra.issued(), ...(env['SECRET_KEY'] ?? '').split(',').filter((key) => key.length > 3)];
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
    const found = [...said.matchAll(/^([✓!✗?–]) ([^:]+): (.*(?:\n {4}.*)*)/gm)];
    return {
      code,
      said,
      last: said.split('\n').at(-1),
      marks: Object.fromEntries(found.map(([, mark, name]) => [name, mark])),
      about: (name: string) => found.find(([, , one]) => one === name)?.[3] ?? `nothing was said of "${name}"`,
    };
  }

  const good = {
    Settings: '✓',
    'Secret key': '✓',
    Database: '✓',
    'Public address': '✓',
    'Bot at that address': '✓',
    Entra: '✓',
    'Bot’s credential': '✓',
    'Keys of the channel': '✓',
    'App ID URI': '✓',
    'Redirect URI': '✓',
    'Allowed tenants': '✓',
    Graph: '✓',
    'Scope for Teams': '?',
    'Clients of Teams': '?',
    'Graph permissions': '?',
    Channel: '?',
    'Messaging endpoint': '?',
  };

  const ownTokens = () => new RegExp(`^/${entra.registration.tenantId}/oauth2/v2.0/token$`);
  const refusal = (number: number) => ({
    status: 400,
    body: { error: 'x', error_description: `AADSTS${number}: Something. Trace ID: 1`, error_codes: [number] },
  });

  describe('where everything is as it should be', () => {
    test('finds it so, in order, and says what only an administrator can look at', async () => {
      const { code, marks, last, about } = await examined();
      expect(Object.entries(marks)).toEqual(Object.entries(good));
      expect(last).toBe('12 in order (✓), 5 to look at yourself (?).');
      expect(code).toBe(0);
      const { clientId, tenantId } = entra.registration;
      expect(about('Scope for Teams')).toContain(`api://botid-${clientId}/access_as_user`);
      expect(about('Clients of Teams')).toContain('1fec8e78-bce4-4aaf-ab1b-5451cc387264');
      expect(about('Clients of Teams')).toContain('5e3ce6c0-2b1f-4285-8d4b-75ee78787346');
      for (const permission of Object.keys(permissionReasons)) expect(about('Graph permissions')).toContain(permission);
      expect(about('Messaging endpoint')).toContain(`${bot.url}/api/messages`);
      const link = /http\S+adminconsent\S+/.exec(about('Graph permissions'))?.[0] ?? '';
      expect(link).toContain(`/${tenantId}/`);
      expect((await fetch(link, { redirect: 'manual' })).headers.get('location')).toContain('admin_consent=True');
    });

    test('changes nothing: no folder is made, no database, no sign-in', async () => {
      const { about } = await examined({ DATA_DIR: join(folder, 'not', 'yet') });
      expect(about('Database')).toContain('will be made');
      expect(await readdir(folder)).toEqual([]);
    });

    test.each([
      ['of version 1', {}, 'version 1'],
      ['of version 2', { aud: 'client id' }, 'version 2'],
    ])('takes tokens %s', async (_which, claims: { aud?: string }, version) => {
      const { clientId } = entra.registration;
      if (claims.aud) await answersOwnTokenFor(clientId);
      const { marks, about } = await examined();
      expect(marks['App ID URI']).toBe('✓');
      expect(about('App ID URI')).toContain(version);
    });
  });

  async function answersOwnTokenFor(audience: string): Promise<void> {
    const token = await entra.ssoToken(entra.person('Ana Ruiz'), { aud: audience });
    const body = { token_type: 'Bearer', expires_in: 3599, access_token: token };
    entra.fails({ at: ownTokens(), status: 200, body });
  }

  describe('settings', () => {
    test('that are missing or wrong are all named, and nobody is asked anything', async () => {
      const { code, marks, about, last } = await examined({
        MicrosoftAppId: '',
        CLOUD: 'mars',
        SECRET_KEY: 'short-key',
      });
      expect(marks['Settings']).toBe('✗');
      for (const complaint of ['MicrosoftAppId is missing', 'CLOUD must be one of', 'SECRET_KEY must be 32 bytes'])
        expect(about('Settings')).toContain(complaint);
      expect(last).toBe('1 to mend (✗), 16 not checked (–).');
      expect(code).toBe(1);
      expect(entra.requests).toEqual([]);
    });

    test('without any key between the commas', async () => {
      const { marks, about } = await examined({ SECRET_KEY: ' , ' });
      expect(marks['Settings']).toBe('✗');
      expect(about('Settings')).toContain('SECRET_KEY must be 32 bytes in base64');
    });

    test('with an older key beside the new one', async () => {
      const older = Buffer.alloc(32, 8).toString('base64');
      const { about } = await examined({ SECRET_KEY: `${secretKey},${older}` });
      expect(about('Secret key')).toContain('2 keys');
    });
  });

  describe('the database', () => {
    test('may be in use by the bot', async () => {
      await writeFile(join(folder, 'owner.pid'), String(process.ppid));
      const { marks, about } = await examined();
      await rm(join(folder, 'owner.pid'));
      expect(marks['Database']).toBe('✓');
      expect(about('Database')).toContain(`in use by process ${process.ppid}`);
    });

    test('cannot be a folder where there is none', async () => {
      const file = join(folder, 'file');
      await writeFile(file, '');
      const { code, marks, about } = await examined({ DATA_DIR: join(file, 'data') });
      await rm(file);
      expect(marks['Database']).toBe('✗');
      expect(about('Database')).toContain('Set DATA_DIR');
      expect(code).toBe(1);
    });

    test('that does not answer is named without its password', async () => {
      const { marks, about, said } = await examined({ DATABASE_URL: 'postgres://desk:hush-hush@127.0.0.1:1/desk' });
      expect(marks['Database']).toBe('✗');
      expect(about('Database')).toContain('DATABASE_URL');
      expect(said).not.toContain('hush');
    });

    const server = process.env['TEST_DATABASE_URL'];
    (server ? test : test.skip)('that answers is in order', async () => {
      expect((await examined({ DATABASE_URL: server })).marks['Database']).toBe('✓');
    });
  });

  describe('the public address', () => {
    test('must be set', async () => {
      const { code, marks, about } = await examined({ PUBLIC_URL: undefined });
      const skipped = { 'Bot at that address': '–', 'Redirect URI': '–' };
      expect(marks).toEqual({ ...good, 'Public address': '✗', ...skipped });
      expect(about('Public address')).toContain('PUBLIC_URL=https://');
      expect(about('Redirect URI')).toContain('"Public address"');
      expect(about('Messaging endpoint')).toContain('<PUBLIC_URL>/api/messages');
      expect(code).toBe(1);
    });

    test('leads to a bot that runs', async () => {
      entra.registration.redirectUris.add(`${closed}/sign-in/done`);
      const { code, marks, about } = await examined({ PUBLIC_URL: closed });
      expect(marks).toEqual({ ...good, 'Bot at that address': '✗' });
      expect(about('Bot at that address')).toContain('npm start');
      expect(code).toBe(1);
    });

    test.each([
      ['that knows no such path', { status: 404, body: { error: 'not found' } }],
      ['that has a page for everything', { status: 200, body: '<!doctype html><title>Welcome</title>' }],
      ['that is as healthy', { status: 200, body: { alive: 'yes' } }],
    ])('leads to this bot, and not to another site %s', async (_which, answer) => {
      const site = await openLoopback(async () => answer);
      const { marks, about } = await examined({ PUBLIC_URL: site.url });
      await site.close();
      expect(marks['Bot at that address']).toBe('✗');
      expect(about('Bot at that address')).toContain('reverse proxy');
    });

    test('on this machine is no address for anybody else', async () => {
      const elsewhere = 'https://0.0.0.0:1/openid';
      const { marks, about } = await examined({ BOT_OPENID_URL: elsewhere });
      expect(marks['Public address']).toBe('✗');
      expect(about('Public address')).toContain('Set PUBLIC_URL');
    });

    test('names the domain for the manifest', async () => {
      const { marks, about } = await examined({ PUBLIC_URL: 'https://0.0.0.0:1' });
      expect(marks['Public address']).toBe('✓');
      expect(about('Public address')).toContain('validDomains must hold "0.0.0.0:1"');
    });
  });

  describe('Entra', () => {
    test('that cannot be reached hides what it knows, and nothing else', async () => {
      const { code, marks, about } = await examined({ ENTRA_URL: closed });
      const hidden = { 'Bot’s credential': '–', 'App ID URI': '–', 'Redirect URI': '–', 'Allowed tenants': '–' };
      expect(marks).toEqual({ ...good, Entra: '✗', ...hidden });
      expect(about('Entra')).toContain('Nothing listens at 127.0.0.1:1');
      expect(about('App ID URI')).toContain('not checked');
      expect(code).toBe(1);
    });

    test('that is silent is not waited for', async () => {
      entra.fails({ at: /openid-configuration$/, trouble: 'silent' });
      const { marks, about } = await examined({}, { withinMs: 500 });
      expect(marks).toMatchObject({ Entra: '✗', 'Keys of the channel': '✓', Graph: '✓' });
      expect(about('Entra')).toContain('in time');
      expect(about('Entra')).not.toContain('UND_ERR');
    });

    test('knows the tenant, or says so', async () => {
      entra.fails({ at: /openid-configuration$/, refusal: 'AADSTS90002' });
      const { marks, about } = await examined();
      expect(marks['Entra']).toBe('✗');
      expect(about('Entra')).toContain('MicrosoftAppTenantId');
    });

    test('answers for this tenant and no other', async () => {
      const body = { issuer: 'https://login.example/another/v2.0', jwks_uri: 'https://login.example/keys' };
      entra.fails({ at: /openid-configuration$/, status: 200, body });
      const { marks, about } = await examined();
      expect(marks['Entra']).toBe('✗');
      expect(about('Entra')).toContain('https://login.example/another/v2.0');
    });

    test('is not a page of a proxy', async () => {
      entra.fails({ at: /openid-configuration$/, status: 200, body: '<!doctype html><p>Please sign in to the proxy' });
      const { marks, about } = await examined();
      expect(marks['Entra']).toBe('✗');
      expect(about('Entra')).toContain('proxy');
    });

    test('must know every tenant that is served', async () => {
      const stranger = 'ffffffff-0000-4000-8000-000000000000';
      entra.fails({ at: new RegExp(stranger), refusal: 'AADSTS90002' });
      const { code, marks, about } = await examined({
        ALLOWED_TENANTS: `${entra.registration.tenantId},${stranger}`,
      });
      expect(marks).toEqual({ ...good, 'Allowed tenants': '✗' });
      expect(about('Allowed tenants')).toMatch(/1 of 2 in ALLOWED_TENANTS[\s\S]*ffffffff-0000/);
      expect(code).toBe(1);
    });
  });

  describe('the credential', () => {
    test('is a secret that Entra knows', async () => {
      const { code, marks, about, said } = await examined({ MicrosoftAppPassword: 'hush-hush' });
      expect(marks).toEqual({ ...good, 'Bot’s credential': '✗', 'App ID URI': '–' });
      expect(about('Bot’s credential')).toContain('AADSTS7000215');
      expect(about('Bot’s credential')).toMatch(
        /Client secrets > New client secret: copy its Value into MicrosoftAppPassword/,
      );
      expect(said).not.toContain('hush');
      expect(code).toBe(1);
    });

    test.each([
      [7000222, 'has expired', 'MicrosoftAppPassword'],
      [700016, 'is not in tenant', 'MicrosoftAppId'],
      [7000229, 'is not in tenant', 'az ad sp create'],
      [700027, 'certificate', 'MicrosoftAppCertificateFile'],
      [700213, 'federated credential', 'AZURE_FEDERATED_TOKEN_FILE'],
      [90002, 'no tenant', 'MicrosoftAppTenantId'],
      [99999, 'AADSTS99999', 'https://login.microsoftonline.com/error?code=99999'],
    ])('refused with AADSTS%i: said what it means, and where to mend it', async (number, meaning, place) => {
      entra.fails({ at: /^\/botframework\/oauth2/, ...refusal(number) });
      const { marks, about } = await examined();
      expect(marks['Bot’s credential']).toBe('✗');
      expect(about('Bot’s credential')).toContain(meaning);
      expect(about('Bot’s credential')).toContain(place);
    });

    test('is refused without a number: a proxy may be in between', async () => {
      entra.fails({ at: /^\/botframework\/oauth2/, status: 407, body: 'Proxy Authentication Required' });
      expect((await examined()).about('Bot’s credential')).toContain('status 407');
    });
  });

  describe('a certificate', () => {
    const dayMs = 86_400_000;
    const certified = async (pem: string, now?: Date) => {
      const file = join(folder, 'bot.pem');
      await writeFile(file, pem);
      const own = { MicrosoftAppPassword: '', MicrosoftAppCertificateFile: file };
      const seen = await examined(own, now ? { now } : {});
      await rm(file);
      return seen;
    };
    const registered = () => {
      const { certificate, privateKey } = entra.registersCertificate();
      return `${privateKey}\n${certificate}`;
    };

    test('is as good as a secret', async () => {
      const { code, marks, about } = await certified(registered(), new Date(Date.now() - 5 * dayMs));
      expect(marks).toEqual(good);
      expect(about('Bot’s credential')).toMatch(/good until \d{4}-\d{2}-\d{2}/);
      expect(code).toBe(0);
    });

    test('that ends within thirty days is a warning', async () => {
      const { code, marks, about, last } = await certified(registered(), new Date(Date.now() + dayMs));
      expect(marks).toEqual({ ...good, 'Bot’s credential': '!' });
      expect(about('Bot’s credential')).toContain('Upload a new one');
      expect(last).toContain('1 to mend soon (!)');
      expect(code).toBe(0);
    });

    test('that has ended is a failure', async () => {
      const { code, marks, about } = await certified(registered(), new Date(Date.now() + 31 * dayMs));
      expect(marks['Bot’s credential']).toBe('✗');
      expect(about('Bot’s credential')).toContain('ended on');
      expect(code).toBe(1);
    });

    test('must be registered', async () => {
      const stranger = await openEntra();
      const { certificate, privateKey } = stranger.registersCertificate();
      await stranger.close();
      const { marks, about } = await certified(`${certificate}\n${privateKey}`);
      expect(marks['Bot’s credential']).toBe('✗');
      expect(about('Bot’s credential')).toContain('AADSTS700027');
    });

    test.each([
      ['without its key', () => entra.registersCertificate().certificate],
      ['without itself', () => entra.registersCertificate().privateKey],
      ['whose key has a pass phrase', () => withPassPhrase(entra.registersCertificate())],
      ['that is none', () => 'hello'],
    ])('%s is no credential', async (_what, pem) => {
      const { marks, about } = await certified(pem());
      expect(marks['Bot’s credential']).toBe('✗');
      expect(about('Bot’s credential')).toContain('MicrosoftAppCertificateFile');
    });

    test('must be where the setting says', async () => {
      const own = { MicrosoftAppPassword: '', MicrosoftAppCertificateFile: join(folder, 'nowhere.pem') };
      const { marks, about } = await examined(own);
      expect(marks['Bot’s credential']).toBe('✗');
      expect(about('Bot’s credential')).toContain('nowhere.pem cannot be read');
    });
  });

  describe('a trusted workload', () => {
    const file = () => join(folder, 'token');
    const own = () => ({ MicrosoftAppPassword: '', AZURE_FEDERATED_TOKEN_FILE: file() });

    test('needs no secret', async () => {
      await writeFile(file(), await entra.federatedToken());
      const { code, marks } = await examined(own());
      await rm(file());
      expect(marks).toEqual(good);
      expect(code).toBe(0);
    });

    test('needs its token', async () => {
      const { marks, about } = await examined(own());
      expect(marks['Bot’s credential']).toBe('✗');
      expect(about('Bot’s credential')).toContain('AZURE_FEDERATED_TOKEN_FILE');
    });
  });

  // Each in a process of its own: msal keeps an identity's tokens, and the way to them, as long as a process lives.
  describe('a managed identity', () => {
    const bot = '99999999-2222-4333-8444-555555555555';
    let identity: Loopback;
    let withheld: string | null;
    const managed = (): Env => ({
      MicrosoftAppType: 'UserAssignedMSI',
      MicrosoftAppId: bot,
      MicrosoftAppPassword: '',
      SIGN_IN_APP_ID: entra.registration.clientId,
      // Where App Service gives tokens to what runs in it.
      IDENTITY_ENDPOINT: `${identity.url}/msi/token`,
      IDENTITY_HEADER: 'header-1',
    });

    beforeAll(async () => {
      identity = await openLoopback(async ({ query }) => {
        const resource = query.get('resource');
        if (query.get('client_id') !== bot || resource === withheld)
          return {
            status: 400,
            body: { statusCode: 400, message: 'No User Assigned or Delegated Managed Identity found' },
          };
        const expires_on = Math.floor(Date.now() / 1000) + 3600;
        const body = { access_token: await entra.federatedToken(), expires_on, resource, token_type: 'Bearer' };
        return { status: 200, body };
      });
    });
    beforeEach(() => {
      withheld = null;
      entra.registration.appIdUri = `api://botid-${bot}`;
    });
    afterAll(() => identity.close());

    test('speaks for the bot, and vouches for the registration people sign in to', async () => {
      const { code, marks, about } = await examinedAlone(managed());
      expect(marks).toEqual(good);
      expect(about('Bot’s credential')).toContain('managed identity');
      expect(about('App ID URI')).toContain(`api://botid-${bot}`);
      expect(code).toBe(0);
    });

    test('cannot be signed in to itself', async () => {
      const { code, marks, about } = await examinedAlone({ ...managed(), SIGN_IN_APP_ID: '' });
      expect(marks).toMatchObject({ 'Bot’s credential': '✓', 'App ID URI': '✗' });
      expect(about('App ID URI')).toContain('set SIGN_IN_APP_ID');
      expect(code).toBe(1);
    });

    test('must be able to vouch', async () => {
      withheld = 'api://AzureADTokenExchange';
      const { marks, about } = await examinedAlone(managed());
      expect(marks).toMatchObject({ 'Bot’s credential': '✓', 'App ID URI': '✗' });
      expect(about('App ID URI')).toContain('gives the managed identity’s tokens');
    });

    test('is not to be had on every machine', async () => {
      withheld = 'https://api.botframework.com';
      const { marks, about } = await examinedAlone(managed());
      expect(marks).toMatchObject({ 'Bot’s credential': '✗', 'App ID URI': '–' });
      expect(about('Bot’s credential')).toContain('Azure resource');
    });
  });

  describe('the App ID URI', () => {
    test('must be set', async () => {
      entra.registration.appIdUri = null;
      const { code, marks, about } = await examined();
      const uri = `api://botid-${entra.registration.clientId}`;
      expect(marks).toEqual({ ...good, 'App ID URI': '✗' });
      expect(about('App ID URI')).toContain('AADSTS500011');
      expect(about('App ID URI')).toContain(`Expose an API > Application ID URI > Add: paste ${uri}`);
      expect(code).toBe(1);
    });

    test('must be this registration’s', async () => {
      await answersOwnTokenFor('api://somebody-else');
      const { marks, about } = await examined();
      expect(marks['App ID URI']).toBe('✗');
      expect(about('App ID URI')).toContain('api://somebody-else');
    });

    test('is known to be its own where Entra refuses a token for oneself', async () => {
      entra.fails({ at: ownTokens(), ...refusal(90009) });
      expect((await examined()).marks['App ID URI']).toBe('✓');
    });
  });

  describe('the redirect URI', () => {
    test('must be registered', async () => {
      entra.registration.redirectUris.clear();
      const { code, marks, about } = await examined();
      expect(marks).toEqual({ ...good, 'Redirect URI': '✗' });
      expect(about('Redirect URI')).toContain('AADSTS50011');
      expect(about('Redirect URI')).toContain(`Web > Redirect URIs: paste ${bot.url}/sign-in/done`);
      expect(code).toBe(1);
    });

    test('may be neither known nor unknown', async () => {
      entra.fails({ at: /authorize$/, status: 200, body: '<!doctype html><p>One moment' });
      const { code, marks, about } = await examined();
      expect(marks['Redirect URI']).toBe('?');
      expect(about('Redirect URI')).toContain('Redirect URIs');
      expect(code).toBe(0);
    });
  });

  describe('the keys of the channel', () => {
    test('must be reached', async () => {
      const { code, marks, about } = await examined({ BOT_OPENID_URL: `${closed}/openid` });
      expect(marks).toEqual({ ...good, 'Keys of the channel': '✗' });
      expect(about('Keys of the channel')).toContain('127.0.0.1:1');
      expect(code).toBe(1);
    });

    test.each([
      ['no keys', /keys$/, { keys: [] }],
      ['keys for another channel', /keys$/, { keys: [{ kid: '1', endorsements: ['directline'] }] }],
      ['no configuration', /openidconfiguration$/, { hello: 'there' }],
    ])('must be such: %s', async (_what, at, body) => {
      entra.fails({ at, status: 200, body });
      const { marks, about } = await examined();
      expect(marks['Keys of the channel']).toBe('✗');
      expect(about('Keys of the channel')).toContain('BOT_OPENID_URL');
    });
  });

  test('Graph must be reached', async () => {
    const { code, marks, about } = await examined({ GRAPH_URL: `${closed}/beta` });
    expect(marks).toEqual({ ...good, Graph: '✗' });
    expect(about('Graph')).toContain('127.0.0.1:1');
    expect(code).toBe(1);
  });
});
