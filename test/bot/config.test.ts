import { type Config, readConfig } from '../../bot/config.ts';

const appId = '11111111-2222-4333-8444-555555555555';
const tenant = '2fe477ab-0efc-4dfd-bde2-484374e2c373';
const registered = {
  MicrosoftAppId: appId,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: tenant,
  MicrosoftAppPassword: 'app-password-1',
  SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
};

type Env = Record<string, string | undefined>;
const complaintsOf = (env: Env, mode: Config['mode'] = 'real') => {
  const read = readConfig(env, mode);
  return read.kind === 'bad' ? read.complaints : [];
};
const configOf = (env: Env, mode: Config['mode'] = 'real') => {
  const read = readConfig(env, mode);
  if (read.kind === 'bad') throw new Error(read.complaints.join('\n'));
  return read.config;
};

describe('on a real tenant', () => {
  test('a registration is enough', () => {
    expect(configOf(registered)).toMatchObject({
      mode: 'real',
      host: '0.0.0.0',
      port: 3978,
      registration: {
        appId,
        appType: 'SingleTenant',
        tenantId: tenant,
        credential: { kind: 'secret', secret: 'app-password-1' },
        signInAppId: appId,
      },
      allowedTenants: [tenant],
      admins: [],
      cloud: 'global',
      graphUrl: null,
      entraUrl: null,
      botOpenIdUrl: null,
      botTokenUrl: null,
      publicUrl: null,
      secretKeys: [Buffer.alloc(32, 7)],
      metricsToken: null,
      database: { kind: 'folder', path: './data' },
      log: { level: 'info', format: 'json' },
    });
  });

  test('nothing set: everything that is missing is named at once', () => {
    const missing = ['MicrosoftAppId', 'MicrosoftAppType', 'MicrosoftAppTenantId', 'SECRET_KEY'];
    expect(complaintsOf({})).toEqual([
      ...missing.map((name) => `${name} is missing`),
      'MicrosoftAppPassword is missing (or MicrosoftAppCertificateFile, or AZURE_FEDERATED_TOKEN_FILE)',
    ]);
  });

  test('blanks are as good as nothing', () => {
    expect(complaintsOf({ ...registered, MicrosoftAppId: '  ' })).toEqual(['MicrosoftAppId is missing']);
    expect(configOf({ ...registered, DATABASE_URL: '', PORT: ' ' }).port).toBe(3978);
  });

  test('every bad variable is named in one go', () => {
    const bad = {
      PORT: '70000',
      MicrosoftAppId: 'sync-desk',
      MicrosoftAppType: 'Multi',
      MicrosoftAppTenantId: 'contoso.com',
      SIGN_IN_APP_ID: 'sign-in',
      PUBLIC_URL: 'http://desk.contoso.com',
      CLOUD: 'mars',
      GRAPH_URL: 'ftp://graph',
      ENTRA_URL: 'x',
      BOT_OPENID_URL: 'x',
      BOT_TOKEN_URL: 'x',
      DATABASE_URL: 'mysql://x',
      SECRET_KEY: 'short',
      LOG_LEVEL: 'loud',
      LOG_FORMAT: 'xml',
    };
    const named = complaintsOf({ ...registered, ...bad }).map((complaint) => complaint.split(' ')[0]);
    expect(named.sort()).toEqual(Object.keys(bad).sort());
  });

  test('no complaint repeats a secret', () => {
    const secrets = { SECRET_KEY: 'hush-1', MicrosoftAppPassword: 'hush-2', DATABASE_URL: 'hush-3' };
    expect(complaintsOf({ ...registered, ...secrets, MicrosoftAppType: 'UserAssignedMSI' }).join('\n')).not.toContain(
      'hush',
    );
  });

  test.each(['------------------------------------', `${appId}0`, `{${appId}}`, '1111111122224333844455555555555500'])(
    'an app id must be a GUID: %s',
    (id) => {
      expect(complaintsOf({ ...registered, MicrosoftAppId: id })).toHaveLength(1);
    },
  );

  describe('the bot proves who it is with one credential', () => {
    const { MicrosoftAppPassword: _password, ...without } = registered;
    const credentialOf = (env: Env) => configOf({ ...without, ...env }).registration?.credential;

    test.each([
      ['a secret', { MicrosoftAppPassword: ' pass ' }, { kind: 'secret', secret: 'pass' }],
      ['a certificate', { MicrosoftAppCertificateFile: '/c.pem' }, { kind: 'certificate', file: '/c.pem' }],
      ['a trusted workload’s token', { AZURE_FEDERATED_TOKEN_FILE: '/token' }, { kind: 'federated', file: '/token' }],
      ['a managed identity', { MicrosoftAppType: 'UserAssignedMSI' }, { kind: 'managed-identity', clientId: appId }],
      [
        'a managed identity on a cluster, which sets a token file for everybody',
        { MicrosoftAppType: 'UserAssignedMSI', AZURE_FEDERATED_TOKEN_FILE: '/token' },
        { kind: 'managed-identity', clientId: appId },
      ],
    ])('%s', (_what, env, credential) => {
      expect(credentialOf(env)).toEqual(credential);
    });

    test.each([
      ['MicrosoftAppPassword', 'MicrosoftAppCertificateFile'],
      ['MicrosoftAppPassword', 'AZURE_FEDERATED_TOKEN_FILE'],
      ['MicrosoftAppCertificateFile', 'AZURE_FEDERATED_TOKEN_FILE'],
    ])('not with %s and %s at once', (one, other) => {
      expect(complaintsOf({ ...without, [one]: 'x', [other]: 'x' })).toEqual([
        `${one} and ${other} exclude each other: set one`,
      ]);
    });

    test.each(['MicrosoftAppPassword', 'MicrosoftAppCertificateFile'])(
      'a managed identity has no %s, and must not have one',
      (name) => {
        const managed = { ...without, MicrosoftAppType: 'UserAssignedMSI', [name]: 'x' };
        expect(complaintsOf(managed)).toEqual([`${name} must be empty for UserAssignedMSI`]);
      },
    );

    test('people may sign in to another registration', () => {
      const other = 'AAAAAAAA-2222-4333-8444-555555555555';
      expect(configOf({ ...registered, SIGN_IN_APP_ID: other }).registration).toMatchObject({
        appId,
        signInAppId: other.toLowerCase(),
      });
    });
  });

  describe('the keys that keep sign-ins secret', () => {
    const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

    test('may be several while they are changed, the newest first', () => {
      const SECRET_KEY = ` ${second.toString('base64')} , ${first.toString('base64')},`;
      expect(configOf({ ...registered, SECRET_KEY }).secretKeys).toEqual([second, first]);
    });

    test.each([
      ['of another length', Buffer.alloc(31).toString('base64')],
      ['one of them', `${first.toString('base64')},${Buffer.alloc(33).toString('base64')}`],
      ['words', 'correct horse battery staple'],
    ])('are 32 bytes in base64, not otherwise: %s', (_what, SECRET_KEY) => {
      expect(complaintsOf({ ...registered, SECRET_KEY })).toEqual([
        expect.stringMatching(/^SECRET_KEY must be 32 bytes/),
      ]);
    });
  });

  describe('what reads the numbers from another machine', () => {
    test('has the token', () => {
      const METRICS_TOKEN = ' only-for-the-scraper ';
      expect(configOf({ ...registered, METRICS_TOKEN }).metricsToken).toBe('only-for-the-scraper');
      expect(configOf({ METRICS_TOKEN }, 'practice').metricsToken).toBe('only-for-the-scraper');
    });

    test.each(['fifteen-letters', 'a token with spaces in it'])('has one that is hard to guess, not: %s', (text) => {
      expect(complaintsOf({ ...registered, METRICS_TOKEN: text })).toEqual([
        'METRICS_TOKEN must have 16 characters at least, without spaces',
      ]);
    });
  });

  test.each([
    ['BOT_OPENID_URL', 'BOT_TOKEN_URL'],
    ['BOT_TOKEN_URL', 'BOT_OPENID_URL'],
  ])('%s is nothing without %s', (set, missing) => {
    expect(complaintsOf({ ...registered, [set]: 'https://bot.contoso.com/x' })).toEqual([
      `${missing} is missing: BOT_OPENID_URL and BOT_TOKEN_URL belong together`,
    ]);
    const both = { [set]: 'https://bot.contoso.com/x', [missing]: 'https://bot.contoso.com/y' };
    expect(complaintsOf({ ...registered, ...both })).toEqual([]);
  });

  test('a slash at the end of an address makes no difference', () => {
    const slashed = { PUBLIC_URL: 'https://desk.contoso.com/', ENTRA_URL: 'https://login.contoso.com/' };
    expect(configOf({ ...registered, ...slashed })).toMatchObject({
      publicUrl: 'https://desk.contoso.com',
      entraUrl: 'https://login.contoso.com',
    });
  });

  describe('a proxy', () => {
    const proxyOf = (env: Env) => configOf({ ...registered, ...env }).proxy;

    test('is not there unless it is set', () => {
      expect(proxyOf({ HTTPS_PROXY: ' ' })).toEqual({ http: null, https: null, no: '' });
    });

    test('is known by the names everybody uses', () => {
      const HTTPS_PROXY = 'http://user:pass@proxy.contoso.com:8080';
      expect(proxyOf({ HTTPS_PROXY, HTTP_PROXY: 'http://plain.contoso.com', NO_PROXY: '.contoso.com' })).toEqual({
        https: HTTPS_PROXY,
        http: 'http://plain.contoso.com',
        no: '.contoso.com',
      });
    });

    test('in lower case counts first', () => {
      const env = { https_proxy: 'http://lower', HTTPS_PROXY: 'http://upper', no_proxy: 'lower', NO_PROXY: 'upper' };
      expect(proxyOf(env)).toEqual({ http: null, https: 'http://lower', no: 'lower' });
    });

    test.each(['proxy.contoso.com:8080', 'socks5://proxy.contoso.com', 'hush'])('must be an address: %s', (text) => {
      const complaints = complaintsOf({ ...registered, HTTPS_PROXY: text, http_proxy: text });
      expect(complaints).toEqual([
        expect.stringMatching(/^HTTP_PROXY must be an address/),
        expect.stringMatching(/^HTTPS_PROXY must be an address/),
      ]);
      expect(complaints.join()).not.toContain(text);
    });

    test('is of no concern in practice, be it good or bad', () => {
      const bad = { HTTPS_PROXY: 'nonsense', HTTP_PROXY: 'http://proxy.contoso.com' };
      expect(configOf(bad, 'practice').proxy).toEqual({ http: null, https: null, no: '' });
    });
  });

  test('administrators are people by their object ids, in any case, and nobody is one by default', () => {
    const one = 'eeeeeeee-0000-4000-8000-000000000000';
    expect(configOf({ ...registered, ADMINS: ` ${one.toUpperCase()} , ${tenant}` }).admins).toEqual([one, tenant]);
    expect(configOf({}, 'practice').admins).toEqual([]);
    expect(complaintsOf({ ...registered, ADMINS: 'ana@contoso.com' })).toEqual([expect.stringMatching(/^ADMINS /)]);
  });

  test('several tenants may be served', () => {
    const other = 'ffffffff-0000-4000-8000-000000000000';
    expect(configOf({ ...registered, ALLOWED_TENANTS: ` ${tenant} , ${other},` }).allowedTenants).toEqual([
      tenant,
      other,
    ]);
  });

  test('a tenant id pasted in capitals is the same tenant', () => {
    expect(configOf({ ...registered, MicrosoftAppTenantId: tenant.toUpperCase() }).allowedTenants).toEqual([tenant]);
    expect(configOf({ ...registered, ALLOWED_TENANTS: tenant.toUpperCase() }).allowedTenants).toEqual([tenant]);
  });

  test('a tenant named by its domain would lock everybody out, so it is refused', () => {
    expect(complaintsOf({ ...registered, ALLOWED_TENANTS: 'contoso.onmicrosoft.com' })).toEqual([
      expect.stringMatching(/^ALLOWED_TENANTS /),
    ]);
  });

  test.each([
    ['https://desk.contoso.com', true],
    ['http://127.0.0.1:3978', true],
    ['http://[::1]:3978', true],
    ['http://localhost', true],
    ['http://desk.contoso.com', false],
    ['http://127.0.0.1.evil.com', false],
    ['http://localhost@evil.com', false],
    ['//desk', false],
  ])('an address is https, or http on loopback: %s', (address, good) => {
    expect(complaintsOf({ ...registered, PUBLIC_URL: address })).toHaveLength(good ? 0 : 1);
  });

  test('a database server is used where one is named', () => {
    expect(configOf({ ...registered, DATABASE_URL: 'postgres://h/d', DATA_DIR: '/x' }).database).toEqual({
      kind: 'postgres',
      url: 'postgres://h/d',
    });
    expect(configOf({ ...registered, DATA_DIR: '/x' }).database).toEqual({ kind: 'folder', path: '/x' });
  });
});

describe('in practice', () => {
  test('nothing need be set, and only this machine can come in', () => {
    expect(configOf({}, 'practice')).toMatchObject({
      host: '127.0.0.1',
      registration: null,
      allowedTenants: [],
      secretKeys: [],
      log: { level: 'warn' },
    });
  });

  test('a registration that happens to be set is not used', () => {
    expect(configOf(registered, 'practice').registration).toBeNull();
  });

  test.each(['0.0.0.0', '::', '192.168.1.5', 'desk.contoso.com'])(
    'cannot be reached from elsewhere: HOST=%s',
    (HOST) => {
      expect(complaintsOf({ HOST }, 'practice')).toEqual(['HOST must be a loopback address in practice mode']);
    },
  );

  test.each(['127.0.0.1', '::1', 'localhost'])('may listen on %s', (HOST) => {
    expect(configOf({ HOST }, 'practice').host).toBe(HOST);
  });

  test('never speaks to the real Graph', () => {
    expect(complaintsOf({ GRAPH_URL: 'https://graph.microsoft.com/beta' }, 'practice')).toEqual([
      'GRAPH_URL must be on loopback in practice mode',
    ]);
    expect(configOf({ GRAPH_URL: 'http://127.0.0.1:4000/beta' }, 'practice').graphUrl).toBe(
      'http://127.0.0.1:4000/beta',
    );
  });
});
