import { bad, type Finding } from './define.ts';

/** Why no whole answer came from an address, and where to look. */
export function unanswered(error: unknown, url: string): Finding {
  const { host } = new URL(url);
  const code = codeOf(error);
  const [what, todo] = reasonFor(code, host);
  return bad(`${what} (${code}).`, todo);
}

function reasonFor(code: string, host: string): readonly [what: string, todo: string] {
  if (['ENOTFOUND', 'EAI_AGAIN'].includes(code))
    return [`The name ${host} cannot be resolved`, 'Check the spelling of the address and the DNS of this machine.'];
  if (code === 'ECONNREFUSED')
    return [`Nothing listens at ${host}`, 'Start what should listen there, or correct the address.'];
  if (/CERT|SIGNATURE|SSL|TLS/.test(code))
    return [
      `${host} shows a certificate that is not trusted here`,
      'Renew it, or name its authority in NODE_EXTRA_CA_CERTS.',
    ];
  if (timeouts.includes(code)) return [`${host} did not answer in time`, wayOut(host)];
  return [`The connection to ${host} broke`, wayOut(host)];
}

const wayOut = (host: string) => `Let this machine reach ${host} on its port (firewall, proxy), then try again.`;

const timeouts = [
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
  'AbortError',
  'TimeoutError',
];

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'no answer';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'name' in error && typeof error.name === 'string' ? error.name : 'no answer';
}
