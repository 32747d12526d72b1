import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readConfig } from '../../../bot/config.ts';
import { type Claim, claim } from '../claim.ts';
import { outsideText } from '../inputs/text.ts';

const guid = '1a2b3c4d-0000-4000-8000-000000000001';
const key = Buffer.alloc(32, 7).toString('base64');

/** Good values, and near misses of them. */
const plausible: Readonly<Record<string, readonly string[]>> = {
  PORT: ['3978', '0', '65535', '65536', '-1', '0x10', '3978 '],
  HOST: ['127.0.0.1', '::1', '[::1]', '0.0.0.0', 'localhost'],
  MicrosoftAppId: [guid, guid.toUpperCase(), guid.slice(1)],
  MicrosoftAppType: ['SingleTenant', 'MultiTenant', 'UserAssignedMSI', 'singletenant'],
  MicrosoftAppTenantId: [guid],
  MicrosoftAppPassword: ['hunter2-hunter2'],
  MicrosoftAppCertificateFile: ['/etc/cert.pem'],
  AZURE_FEDERATED_TOKEN_FILE: ['/var/run/token'],
  SIGN_IN_APP_ID: [guid],
  ALLOWED_TENANTS: [guid, `${guid}, ${guid}`, `${guid};${guid}`, ','],
  ADMINS: [guid, `${guid},,${guid}`],
  PUBLIC_URL: [
    'https://bot.example',
    'https://bot.example/',
    'https://bot.example/x',
    'http://bot.example',
    'https://u:p@h',
  ],
  CLOUD: ['global', 'usgov', 'china', 'mars'],
  GRAPH_URL: ['https://graph.example/beta', 'http://127.0.0.1:1/beta', 'http://[::1]/', 'ftp://x', 'https://'],
  ENTRA_URL: ['https://login.example', 'http://localhost:1//'],
  BOT_OPENID_URL: ['https://login.example/openid'],
  BOT_TOKEN_URL: ['https://login.example/token'],
  DATABASE_URL: ['postgres://u:s3cret-s3cret@h/db', 'postgresql://', 'mysql://h'],
  DATA_DIR: ['./data', '/'],
  SECRET_KEY: [key, `${key},${key}`, key.slice(2), `${key},`, '=', 'x'.repeat(43)],
  METRICS_TOKEN: ['0123456789abcdef', 'short', 'with a space in it'],
  HTTPS_PROXY: ['http://u:s3cret-s3cret@proxy:8080', 'proxy:8080'],
  https_proxy: ['http://proxy:8080'],
  NO_PROXY: ['*', '.example,127.0.0.1'],
  LOG_LEVEL: ['info', 'silent', 'loud'],
  LOG_FORMAT: ['json', 'pretty', 'xml'],
};
const secret = ['MicrosoftAppPassword', 'SECRET_KEY', 'METRICS_TOKEN', 'DATABASE_URL', 'HTTPS_PROXY'];

const environment = fc.record(
  Object.fromEntries(
    Object.entries(plausible).map(([name, values]) => [
      name,
      fc.oneof(
        { arbitrary: fc.constantFrom(...values), weight: 6 },
        { arbitrary: outsideText, weight: 1 },
        { arbitrary: fc.constantFrom('', ' '), weight: 1 },
      ),
    ]),
  ),
  { requiredKeys: [] },
);

/** Enough of it that nothing is missing, so that the rest decides. */
const started = {
  ...{ MicrosoftAppId: guid, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: guid },
  ...{ MicrosoftAppPassword: 'hunter2-hunter2', SECRET_KEY: key },
};

const few = fc
  .tuple(environment, fc.array(fc.constantFrom(...Object.keys(plausible)), { maxLength: 3 }))
  .map(([all, names]) => ({ ...started, ...Object.fromEntries(names.map((name) => [name, all[name]])) }));

export const settingsClaims: readonly Claim[] = [
  claim({
    name: 'settings: are read whole, or every bad one is named and no secret repeated',
    input: fc.tuple(fc.oneof(environment, few), fc.constantFrom('real', 'practice')),
    share: 8,
    holds([env, mode]) {
      const read = readConfig(env, mode);
      if (read.kind === 'bad') return namesNoSecret(read.complaints, env);
      const { port, secretKeys, registration, graphUrl, entraUrl, publicUrl } = read.config;
      assert.ok(port >= 0 && port <= 65_535);
      assert.ok(secretKeys.every(({ length }) => length === 32));
      assert.equal(registration !== null, mode === 'real');
      assert.ok(mode === 'practice' || secretKeys.length > 0);
      assert.deepEqual(
        [graphUrl, entraUrl, publicUrl].filter((url) => url !== null && !URL.canParse(url)),
        [],
      );
    },
  }),
];

type Env = Readonly<Record<string, string | undefined>>;

function namesNoSecret(complaints: readonly string[], env: Env): void {
  assert.ok(complaints.length > 0 && complaints.every((one) => one.length < 300));
  const told = complaints.join('\n');
  const secrets = secret.flatMap((name) => env[name]?.trim() ?? []).filter((value) => value.length >= 16);
  assert.deepEqual(
    secrets.filter((value) => told.includes(value)),
    [],
  );
}
