import { z } from 'zod';

export const clouds = ['global', 'usgov', 'dod', 'china'] as const;
export const appTypes = ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'] as const;

export type BotRegistration = { appId: string; appType: (typeof appTypes)[number]; tenantId: string; password: string };

export type Config = {
  mode: 'real' | 'practice';
  host: string;
  port: number;
  /** Null in practice mode, where nothing is registered. */
  registration: BotRegistration | null;
  allowedTenants: readonly string[];
  publicUrl: string | null;
  cloud: (typeof clouds)[number];
  graphUrl: string | null;
  database: { kind: 'folder'; path: string } | { kind: 'memory' } | { kind: 'postgres'; url: string };
  secretKey: Buffer | null;
  log: { level: string; format: 'json' | 'pretty' };
};

export type ConfigResult = { kind: 'config'; config: Config } | { kind: 'bad'; complaints: readonly string[] };

const loopbacks = ['127.0.0.1', '::1', 'localhost'];
const isLoopback = (host: string) => loopbacks.includes(host);

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
  ALLOWED_TENANTS: optional.refine(
    (text) => tenantsIn(text).every(isGuid),
    'must be tenant ids (GUIDs), separated by commas',
  ),
  PUBLIC_URL: address,
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
    (text) => text === undefined || Buffer.from(text, 'base64').length === 32,
    'must be 32 bytes in base64',
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
  return { kind: 'config', config: configFrom(read.data, mode) };
}

/** The one place that looks at the environment. */
export const environment = (): Record<string, string | undefined> => process.env;

function configFrom(read: Settings, mode: Config['mode']): Config {
  const registration = mode === 'real' ? registrationFrom(read) : null;
  const allowed = tenantsIn(read.ALLOWED_TENANTS);
  return {
    mode,
    host: read.HOST ?? (mode === 'practice' ? '127.0.0.1' : '0.0.0.0'),
    port: Number(read.PORT ?? 3978),
    registration,
    allowedTenants: allowed.length > 0 || !registration ? allowed : [registration.tenantId],
    publicUrl: read.PUBLIC_URL ?? null,
    cloud: clouds.find((one) => one === read.CLOUD) ?? 'global',
    graphUrl: read.GRAPH_URL ?? null,
    database: read.DATABASE_URL
      ? { kind: 'postgres', url: read.DATABASE_URL }
      : { kind: 'folder', path: read.DATA_DIR ?? (mode === 'practice' ? './data/practice' : './data') },
    secretKey: read.SECRET_KEY ? Buffer.from(read.SECRET_KEY, 'base64') : null,
    log: {
      level: read.LOG_LEVEL ?? (mode === 'practice' ? 'warn' : 'info'),
      format: read.LOG_FORMAT === 'pretty' ? 'pretty' : 'json',
    },
  };
}

/** Lower case, as Teams writes them. */
function tenantsIn(text: string | undefined): string[] {
  return (text ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function registrationFrom(read: Settings): BotRegistration {
  return {
    appId: read.MicrosoftAppId ?? '',
    appType: appTypes.find((one) => one === read.MicrosoftAppType) ?? 'SingleTenant',
    tenantId: (read.MicrosoftAppTenantId ?? '').toLowerCase(),
    password: read.MicrosoftAppPassword ?? '',
  };
}

/** Without an app id the SDK switches authentication off, so real mode does not start without one (teams-platform 1.3). */
function missingFor(env: Record<string, string | undefined>): string[] {
  const needed = ['MicrosoftAppId', 'MicrosoftAppType', 'MicrosoftAppTenantId', 'SECRET_KEY'];
  const missing = needed.filter((name) => !env[name]?.trim()).map((name) => `${name} is missing`);
  const managed = env['MicrosoftAppType'] === 'UserAssignedMSI';
  const password = env['MicrosoftAppPassword']?.trim();
  if (!managed && !password) missing.push('MicrosoftAppPassword is missing');
  if (managed && password) missing.push('MicrosoftAppPassword must be empty for UserAssignedMSI');
  return missing;
}

/** Anybody on loopback may play Teams in practice mode, so it must not be reached from elsewhere. */
function practiceComplaints(env: Record<string, string | undefined>): string[] {
  const host = env['HOST']?.trim() || '127.0.0.1';
  const graph = env['GRAPH_URL']?.trim();
  return [
    ...(isLoopback(host) ? [] : ['HOST must be a loopback address in practice mode']),
    ...(graph && isAddress(graph) && !isLoopback(hostOf(graph))
      ? ['GRAPH_URL must be on loopback in practice mode']
      : []),
  ];
}

function isAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(hostOf(text)));
}

const hostOf = (text: string) => new URL(text).hostname.replace(/^\[|\]$/g, '');
