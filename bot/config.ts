import { z } from 'zod';
import { isAddress, missingFor, practiceComplaints, proxyFrom } from './config-checks.ts';

export const clouds = ['global', 'usgov', 'dod', 'china'] as const;
export const appTypes = ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'] as const;

/** How the bot proves to Entra that it is itself. Files are read when a token is asked for: both are renewed while it runs. */
export type Credential =
  | { kind: 'secret'; secret: string }
  /** PEM with the certificate and its private key. */
  | { kind: 'certificate'; file: string }
  /** A token of another issuer that the registration trusts (workload identity). */
  | { kind: 'federated'; file: string }
  | { kind: 'managed-identity'; clientId: string };

export type BotRegistration = {
  appId: string;
  appType: (typeof appTypes)[number];
  tenantId: string;
  credential: Credential;
  /** The registration people sign in to; the bot's own, unless that is a managed identity. */
  signInAppId: string;
};

export type Config = {
  mode: 'real' | 'practice';
  host: string;
  port: number;
  /** Null in practice mode, where nothing is registered. */
  registration: BotRegistration | null;
  allowedTenants: readonly string[];
  /** Object ids of the people who settle what holds for a whole tenant. */
  admins: readonly string[];
  publicUrl: string | null;
  cloud: (typeof clouds)[number];
  graphUrl: string | null;
  /** The authority without the tenant. */
  entraUrl: string | null;
  botOpenIdUrl: string | null;
  botTokenUrl: string | null;
  /** Between the bot and the outside, by scheme; `no`: who is reached directly all the same. */
  proxy: { http: string | null; https: string | null; no: string };
  /** Memory is for tests, perhaps as what a dump holds. */
  database: { kind: 'folder'; path: string } | { kind: 'memory'; from?: Blob } | { kind: 'postgres'; url: string };
  /** The first one encrypts, all of them decrypt; empty in practice mode only. */
  secretKeys: readonly Buffer[];
  /** What reads `/metrics` from elsewhere than this machine; null: nothing does. */
  metricsToken: string | null;
  log: { level: string; format: 'json' | 'pretty' };
};

export type ConfigResult = { kind: 'config'; config: Config } | { kind: 'bad'; complaints: readonly string[] };

const optional = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional();

/** An address: https anywhere, http on loopback only. */
const address = optional.refine(
  (text) => text === undefined || isAddress(text),
  'must be an https address (http is accepted on loopback only)',
);

const isGuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

const guid = (name: string) => optional.refine((text) => text === undefined || isGuid(text), `${name} must be a GUID`);
const oneOf = (values: readonly string[]) =>
  optional.refine((text) => text === undefined || values.includes(text), `must be one of ${values.join(', ')}`);

const settings = z.object({
  PORT: optional.refine(
    (text) => text === undefined || (/^\d{1,5}$/.test(text) && Number(text) <= 65_535),
    'must be a port number',
  ),
  HOST: optional,
  MicrosoftAppId: guid('the app id'),
  MicrosoftAppType: oneOf(appTypes),
  MicrosoftAppTenantId: guid('the tenant id'),
  MicrosoftAppPassword: optional,
  MicrosoftAppCertificateFile: optional,
  AZURE_FEDERATED_TOKEN_FILE: optional,
  SIGN_IN_APP_ID: guid('the app id'),
  ALLOWED_TENANTS: optional.refine(
    (text) => idsIn(text).every(isGuid),
    'must be tenant ids (GUIDs), separated by commas',
  ),
  ADMINS: optional.refine(
    (text) => idsIn(text).every(isGuid),
    'must be object ids of people (GUIDs), separated by commas',
  ),
  PUBLIC_URL: address.refine(
    (text) => text === undefined || !isAddress(text) || new URL(text).href === `${new URL(text).origin}/`,
    'must be a host only, without a path: the pages are served at its root',
  ),
  CLOUD: oneOf(clouds),
  GRAPH_URL: address,
  ENTRA_URL: address,
  BOT_OPENID_URL: address,
  BOT_TOKEN_URL: address,
  DATABASE_URL: optional.refine(
    (text) => text === undefined || /^postgres(ql)?:\/\//.test(text),
    'must begin with postgres://',
  ),
  DATA_DIR: optional,
  SECRET_KEY: optional.refine(
    (text) => text === undefined || areKeys(keysIn(text)),
    'must be 32 bytes in base64 (after a change of keys: the new one, a comma, the old one)',
  ),
  METRICS_TOKEN: optional.refine(
    (text) => text === undefined || /^[\x21-\x7e]{16,}$/.test(text),
    'must have 16 characters at least, without spaces',
  ),
  LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
  LOG_FORMAT: oneOf(['json', 'pretty']),
});

type Settings = z.infer<typeof settings>;

/** Reads every setting, or names every bad one in one go. */
export function readConfig(env: Record<string, string | undefined>, mode: Config['mode']): ConfigResult {
  const read = settings.safeParse(env);
  const malformed = read.success ? [] : read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  const missing = mode === 'practice' ? practiceComplaints(env) : missingFor(env);
  const complaints = [...malformed, ...missing];
  if (!read.success || complaints.length > 0) return { kind: 'bad', complaints };
  const proxy = proxyFrom(mode === 'real' ? env : {});
  return { kind: 'config', config: { ...configFrom(read.data, mode), proxy } };
}

/** The one place that looks at the environment. */
export const environment = (): Record<string, string | undefined> => process.env;

function configFrom(read: Settings, mode: Config['mode']): Omit<Config, 'proxy'> {
  const registration = mode === 'real' ? registrationFrom(read) : null;
  const allowed = idsIn(read.ALLOWED_TENANTS);
  return {
    mode,
    host: read.HOST ?? (mode === 'practice' ? '127.0.0.1' : '0.0.0.0'),
    port: Number(read.PORT ?? 3978),
    registration,
    allowedTenants: allowed.length > 0 || !registration ? allowed : [registration.tenantId],
    admins: idsIn(read.ADMINS),
    publicUrl: read.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    cloud: clouds.find((one) => one === read.CLOUD) ?? 'global',
    graphUrl: read.GRAPH_URL ?? null,
    entraUrl: read.ENTRA_URL?.replace(/\/+$/, '') ?? null,
    botOpenIdUrl: read.BOT_OPENID_URL ?? null,
    botTokenUrl: read.BOT_TOKEN_URL ?? null,
    database: read.DATABASE_URL
      ? { kind: 'postgres', url: read.DATABASE_URL }
      : { kind: 'folder', path: read.DATA_DIR ?? (mode === 'practice' ? './data/practice' : './data') },
    secretKeys: keysIn(read.SECRET_KEY),
    metricsToken: read.METRICS_TOKEN ?? null,
    log: {
      level: read.LOG_LEVEL ?? (mode === 'practice' ? 'warn' : 'info'),
      format: read.LOG_FORMAT === 'pretty' ? 'pretty' : 'json',
    },
  };
}

/** Lower case, as Teams writes ids. */
const idsIn = (text: string | undefined): string[] => listIn(text?.toLowerCase());

const keysIn = (text: string | undefined) => listIn(text).map((key) => Buffer.from(key, 'base64'));
const areKeys = (keys: readonly Buffer[]) => keys.length > 0 && keys.every((key) => key.length === 32);

function listIn(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function registrationFrom(read: Settings): BotRegistration {
  const appId = (read.MicrosoftAppId ?? '').toLowerCase();
  return {
    appId,
    appType: appTypes.find((one) => one === read.MicrosoftAppType) ?? 'SingleTenant',
    tenantId: (read.MicrosoftAppTenantId ?? '').toLowerCase(),
    credential: credentialFrom(read, appId),
    signInAppId: read.SIGN_IN_APP_ID?.toLowerCase() ?? appId,
  };
}

function credentialFrom(read: Settings, appId: string): Credential {
  if (read.MicrosoftAppType === 'UserAssignedMSI') return { kind: 'managed-identity', clientId: appId };
  if (read.MicrosoftAppCertificateFile) return { kind: 'certificate', file: read.MicrosoftAppCertificateFile };
  if (read.AZURE_FEDERATED_TOKEN_FILE) return { kind: 'federated', file: read.AZURE_FEDERATED_TOKEN_FILE };
  return { kind: 'secret', secret: read.MicrosoftAppPassword ?? '' };
}
