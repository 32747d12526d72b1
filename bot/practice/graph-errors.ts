import { randomUUID } from 'node:crypto';
import type { PracticeAnswer } from '../ports.ts';

/** Bodies in the shapes that Graph and Intune are known to use (graph-contract 6.1 and 6.2), internal addresses included. */
export function errorBodyFor({ status, flavour, path = autopilotSync }: Answer): string {
  if (status === 401)
    return flavour === 'role' || flavour === 'access'
      ? noAccess(path)
      : plain('InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.');
  if (status === 403) return forbidden(flavour, path);
  if (status === 400) return badRequest(flavour, path);
  const text = texts(path)[Number(status)] ?? 'An error has occurred';
  return plain(codes[Number(status)] ?? 'UnknownError', intune(text, path));
}

/** `path`: what was asked for, the Autopilot sync where nothing is said. */
type Answer = Pick<PracticeAnswer, 'status' | 'flavour'> & { path?: string };

const autopilotSync = '/deviceManagement/windowsAutopilotSettings/sync';

const codes: Record<number, string> = {
  404: 'ResourceNotFound',
  409: 'Conflict',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  503: 'ServiceUnavailable',
};

const isAutopilot = (path: string) => path.startsWith('/deviceManagement/windowsAutopilotSettings');

const texts = (path: string): Record<number, string> =>
  isAutopilot(path)
    ? { 409: 'A sync is already in progress', 429: 'Too many requests. A sync was requested less than 10 minutes ago' }
    : { 409: 'The object was changed by another request', 429: 'Too many requests' };

function forbidden(flavour: string | null, path: string): string {
  if (flavour === 'approval') return plain('ApprovalRequired', 'This operation requires approval');
  if (flavour === 'role') return plain('Forbidden', intune('The user is not authorized to perform this action', path));
  const text = `Application is not authorized to perform this operation. Application must have one of the following scopes: ${scopesFor(path)}`;
  return plain('Forbidden', intune(text, path));
}

const serviceConfig = 'DeviceManagementServiceConfig.ReadWrite.All, DeviceManagementConfiguration.ReadWrite.All';

/** What a refusal names; for the action on devices that is not what its page documents (graph-contract 0.8 and 5). */
const scopes: readonly (readonly [RegExp, string])[] = [
  [/\/(syncPayloads|changeAssignments)$/, 'DeviceManagementManagedDevices.PrivilegedOperations.All'],
  [
    /\/device(Health|Management|Compliance)Scripts/,
    'DeviceManagementScripts.Read.All, DeviceManagementScripts.ReadWrite.All',
  ],
  [/^\/deviceAppManagement\//, 'DeviceManagementApps.Read.All, DeviceManagementApps.ReadWrite.All'],
  [
    /\/(deviceConfigurations|configurationPolicies|deviceConfigurationStates)\b/,
    'DeviceManagementConfiguration.Read.All, DeviceManagementConfiguration.ReadWrite.All',
  ],
  [
    /\/(co)?managedDevices\b|\/detectedApps\b|\/mobileAppIntentAndStates\b/i,
    'DeviceManagementManagedDevices.Read.All, DeviceManagementManagedDevices.ReadWrite.All',
  ],
];

const scopesFor = (path: string) => scopes.find(([pattern]) => pattern.test(path))?.[1] ?? serviceConfig;

function badRequest(flavour: string | null, path: string): string {
  if (flavour === 'action')
    return plain('BadRequest', `Resource not found for the segment '${path.split('/').at(-1)}'.`);
  if (flavour === 'intune') return plain('BadRequest', 'Request not applicable to target tenant.');
  return plain('ModelValidationFailure', intune('Exception has been thrown by the target of an invocation.', path));
}

/** A user without an Intune role or licence: 401, doubly nested. */
function noAccess(path: string): string {
  const headers = { 'WWW-Authenticate': 'Bearer realm="urn:intune:service,a.b.c,d"' };
  const inner = intune('An error has occurred', path, headers);
  const middle = {
    ErrorCode: 'Forbidden',
    Message: inner,
    Target: null,
    Details: null,
    InnerError: null,
    InstanceAnnotations: [],
  };
  return plain('UnknownError', JSON.stringify(middle));
}

function intune(text: string, path: string, headers: object = {}): string {
  const activity = `Operation ID (for customer support): 00000000-0000-0000-0000-000000000000 - Activity ID: ${randomUUID()}`;
  const url = `https://fef.practice0102.manage.invalid/StatelessService${path}`;
  return JSON.stringify({
    _version: 3,
    Message: `${text} - ${activity} - Url: ${url}`,
    CustomApiErrorPhrase: '',
    RetryAfter: null,
    ErrorSourceService: '',
    HttpHeaders: JSON.stringify(headers),
  });
}

function plain(code: string, message: string): string {
  const innerError = {
    date: new Date().toISOString().slice(0, 19),
    'request-id': randomUUID(),
    'client-request-id': randomUUID(),
  };
  return JSON.stringify({ error: { code, message, innerError } });
}
