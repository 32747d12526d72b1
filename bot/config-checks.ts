/** What is missing, or does not belong together, beyond what each setting says of itself. */
type Env = Record<string, string | undefined>;

const loopbacks = ['127.0.0.1', '::1', 'localhost'];
export const isLoopback = (host: string): boolean => loopbacks.includes(host);

/** Without an app id the SDK switches authentication off, so real mode does not start without one (teams-platform 1.3). */
export function missingFor(env: Env): string[] {
  const needed = ['MicrosoftAppId', 'MicrosoftAppType', 'MicrosoftAppTenantId', 'SECRET_KEY'];
  const missing = needed.filter((name) => !env[name]?.trim()).map((name) => `${name} is missing`);
  return [...missing, ...credentialComplaints(env), ...halfSetCloud(env), ...proxyComplaints(env)];
}

const credentialNames = ['MicrosoftAppPassword', 'MicrosoftAppCertificateFile', 'AZURE_FEDERATED_TOKEN_FILE'];

/** One credential, so that nobody renews one and the bot goes on with another. */
function credentialComplaints(env: Env): string[] {
  const given = credentialNames.filter((name) => env[name]?.trim());
  if (env['MicrosoftAppType'] === 'UserAssignedMSI')
    return given
      .filter((name) => name !== 'AZURE_FEDERATED_TOKEN_FILE')
      .map((name) => `${name} must be empty for UserAssignedMSI`);
  if (given.length === 0)
    return ['MicrosoftAppPassword is missing (or MicrosoftAppCertificateFile, or AZURE_FEDERATED_TOKEN_FILE)'];
  return given.length > 1 ? [`${given.join(' and ')} exclude each other: set one`] : [];
}

/** Keys of one cloud and tokens of another would let nobody in, or the bot's token out. */
function halfSetCloud(env: Env): string[] {
  const pair = ['BOT_OPENID_URL', 'BOT_TOKEN_URL'];
  const unset = pair.filter((name) => !env[name]?.trim());
  return unset.length === 1 ? [`${unset[0]} is missing: ${pair.join(' and ')} belong together`] : [];
}

/** As everybody else reads them: in lower case too, which then counts. */
export function proxyFrom(env: Env): { http: string | null; https: string | null; no: string } {
  const set = (name: string) => env[name.toLowerCase()]?.trim() || env[name]?.trim() || null;
  return { http: set('HTTP_PROXY'), https: set('HTTPS_PROXY'), no: set('NO_PROXY') ?? '' };
}

/** Practice needs no proxy, so it does not mind a bad one. The address may hold a password and is not repeated. */
function proxyComplaints(env: Env): string[] {
  const { http, https } = proxyFrom(env);
  const isProxy = (text: string) => URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
  return [['HTTP_PROXY', http] as const, ['HTTPS_PROXY', https] as const].flatMap(([name, text]) =>
    text === null || isProxy(text) ? [] : [`${name} must be an address such as http://proxy.example.com:8080`],
  );
}

/** Anybody on loopback may play Teams in practice mode, so it must not be reached from elsewhere. */
export function practiceComplaints(env: Env): string[] {
  const host = env['HOST']?.trim() || '127.0.0.1';
  const graph = env['GRAPH_URL']?.trim();
  return [
    ...(isLoopback(host) ? [] : ['HOST must be a loopback address in practice mode']),
    ...(graph && isAddress(graph) && !isLoopback(hostOf(graph))
      ? ['GRAPH_URL must be on loopback in practice mode']
      : []),
  ];
}

export function isAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(hostOf(text)));
}

const hostOf = (text: string) => new URL(text).hostname.replace(/^\[|\]$/g, '');
