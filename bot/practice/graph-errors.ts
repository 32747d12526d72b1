import { randomUUID } from 'node:crypto';
import type { PracticeAnswer } from '../ports.ts';

/** Bodies in the shapes that Graph and Intune are known to use (graph-contract 6.1 and 6.2), internal addresses included. */
export function errorBodyFor(answer: Pick<PracticeAnswer, 'status' | 'flavour'>): string {
  const { status, flavour } = answer;
  if (status === 401)
    return flavour === 'role' || flavour === 'access'
      ? noAccess()
      : plain('InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.');
  if (status === 403) return forbidden(flavour);
  if (status === 400) return badRequest(flavour);
  return plain(codes[Number(status)] ?? 'UnknownError', intune(texts[Number(status)] ?? 'An error has occurred'));
}

const codes: Record<number, string> = {
  404: 'ResourceNotFound',
  409: 'Conflict',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  503: 'ServiceUnavailable',
};

const texts: Record<number, string> = {
  409: 'A sync is already in progress',
  429: 'Too many requests. A sync was requested less than 10 minutes ago',
};

function forbidden(flavour: string | null): string {
  if (flavour === 'approval') return plain('ApprovalRequired', 'This operation requires approval');
  if (flavour === 'role') return plain('Forbidden', intune('The user is not authorized to perform this action'));
  const scopes = 'DeviceManagementServiceConfig.ReadWrite.All, DeviceManagementConfiguration.ReadWrite.All';
  return plain(
    'Forbidden',
    intune(
      `Application is not authorized to perform this operation. Application must have one of the following scopes: ${scopes}`,
    ),
  );
}

function badRequest(flavour: string | null): string {
  if (flavour === 'action') return plain('BadRequest', "Resource not found for the segment 'sync'.");
  if (flavour === 'intune') return plain('BadRequest', 'Request not applicable to target tenant.');
  return plain('ModelValidationFailure', intune('Exception has been thrown by the target of an invocation.'));
}

/** A user without an Intune role or licence: 401, doubly nested. */
function noAccess(): string {
  const inner = intune('An error has occurred', { 'WWW-Authenticate': 'Bearer realm="urn:intune:service,a.b.c,d"' });
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

function intune(text: string, headers: object = {}): string {
  const activity = `Operation ID (for customer support): 00000000-0000-0000-0000-000000000000 - Activity ID: ${randomUUID()}`;
  const url = 'https://fef.practice0102.manage.invalid/StatelessService/deviceManagement/windowsAutopilotSettings/sync';
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
