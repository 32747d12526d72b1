import fc from 'fast-check';
import { vocabularies } from '../../../bot/graph/payload-vocabulary.ts';
import { anyJson } from './json.ts';
import { outsideText } from './text.ts';

/** Dates as Graph writes them, its "never" at both ends of time, and what is no date. */
const graphDate = fc.oneof(
  fc
    .date({ noInvalidDate: true, min: new Date('1990-01-01'), max: new Date('2099-01-01') })
    .map((at) => at.toISOString()),
  fc.constantFrom(
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.9999999Z',
    '2026-02-30T00:00:00Z',
    '2026-03-02',
    'yesterday',
    '',
  ),
  fc.constantFrom('+275760-09-13T00:00:00Z', '-271821-04-20T00:00:00Z', '2026-03-02T12:00:00.1234567+14:00'),
);
const ids = [
  '00000000-0000-0000-0000-000000000000',
  '1a2b3c4d-0000-4000-8000-000000000001',
  'IPAD-07',
  'x/../y',
  'a,b',
];
const graphId = fc.oneof(fc.constantFrom(...ids), fc.uuid(), outsideText);
const code = fc.constantFrom('#-2016341112#', '#9223372036854775807#', '#0#', '-2016330909', '0', 5, 1.5, 'abc');
const word = fc.constantFrom(
  ...['inProgress', 'completed', 'failed', 'unknown', 'connected', 'disconnected', 'connectionPending', 'none'],
  ...['pending', 'active', 'done', 'removed', 'succeeded', 'error', 'remove', 'restore', 'success', 'fail', 'notRun'],
  ...['company', 'personal', 'mdm', 'configurationManagerClientMdm', 'iOS', 'Windows', 'onPremises', 'dedicated'],
  ...['application', 'deviceConfiguration', 'deviceManagementConfigurationPolicy', 'mobileAppConfiguration'],
);
const contracts = Object.values(vocabularies);
const odataType = fc.constantFrom(...contracts.map((one) => one.resultType), '#microsoft.graph.iosLobApp', '#x');
const action = fc.constantFrom(...contracts.map((one) => one.action), 'wipe');

/** Every name that the bot reads of Graph's objects, by the kind of its value. */
const names = {
  date: [
    ...[
      'lastSyncDateTime',
      'enrolledDateTime',
      'lastManualSyncTriggerDateTime',
      'startDateTime',
      'lastUpdatedDateTime',
    ],
    ...['lastStateUpdateDateTime', 'lastStatusModifiedDateTime', ...contracts.map(({ item }) => item.changedAt)],
  ],
  id: ['id', 'userId', 'applicationId', 'contentId', 'deviceId', ...contracts.map(({ item }) => item.id)],
  word: [
    ...[
      'syncStatus',
      'status',
      'state',
      'actionState',
      'installState',
      'runState',
      'detectionState',
      'managementAgent',
    ],
    ...['managedDeviceOwnerType', 'operatingSystem', 'exchangeConnectorType', 'platform'],
    ...contracts.flatMap(({ item }) => [item.kind, item.intent, item.status]),
  ],
  text: [
    ...[
      'deviceName',
      'userPrincipalName',
      'userDisplayName',
      'serialNumber',
      'osVersion',
      'model',
      'displayName',
      'name',
    ],
    ...['serverName', 'connectorServerName', 'exchangeOrganization', 'primarySmtpAddress', 'version'],
    ...contracts.flatMap(({ item }) => [item.name, item.detail]),
  ],
  code: ['errorCode', 'resultCode', 'deviceCount'],
  list: ['deviceActionResults', 'mobileAppList', ...contracts.map(({ items }) => items)],
};

/** An object of Graph that may be any of those the bot reads, with some of its parts of another kind than promised. */
const graphObject: fc.Arbitrary<unknown> = fc.letrec((tie) => {
  const some = (values: fc.Arbitrary<unknown>, of: readonly string[]) =>
    of.map((name) => [name, fc.oneof({ arbitrary: values, weight: 12 }, { arbitrary: anyJson, weight: 1 })] as const);
  const children = fc.array(tie('object'), { maxLength: 3 });
  const parts = Object.fromEntries([
    ...some(graphDate, names.date),
    ...some(graphId, names.id),
    ...some(word, names.word),
    ...some(outsideText, names.text),
    ...some(code, names.code),
    ...some(odataType, ['@odata.type']),
    ...some(action, ['actionName']),
    ...some(children, names.list),
    ...some(tie('object'), ['managedDevice', 'value']),
  ]);
  return { object: fc.oneof({ maxDepth: 2 }, fc.record({ id: graphId }), fc.record(parts, { requiredKeys: ['id'] })) };
}).object;

const nextLink = fc.constantFrom(
  ...[
    null,
    'https://graph.example/beta/next',
    'https://graph.example/beta/../v1.0/next',
    'https://evil.example/beta/next',
  ],
  ...['https://u:p@graph.example/beta/x', '/beta/next', 'javascript:1', 'https://graph.example/beta/%2e%2e/x', '', 17],
);

/** One object, or a page of them. */
export const graphBody: fc.Arbitrary<unknown> = fc.oneof(
  graphObject,
  fc.record(
    { value: fc.array(graphObject, { maxLength: 4 }), '@odata.nextLink': nextLink },
    { requiredKeys: ['value'] },
  ),
);

/** Graph's errors and those of Intune inside them, and what is neither. */
export const errorBody: fc.Arbitrary<unknown> = fc.letrec((tie) => {
  const message = fc.oneof(
    outsideText,
    fc.constantFrom('Resource not found for the segment', 'Request not applicable to target tenant.'),
    outsideText.map((text) => `must have one of the following scopes: ${text}, Device.Read.All - Activity ID: ${text}`),
    tie('nested').map((nested) => JSON.stringify(nested)),
  );
  const inner = fc.oneof(anyJson, fc.record({ 'request-id': fc.oneof(fc.uuid(), outsideText), date: outsideText }));
  const errorCode = fc.oneof(
    fc.constantFrom('Forbidden', 'ApprovalRequired', 'insufficient_claims', 'BadRequest', ''),
    outsideText,
  );
  return {
    nested: fc.record(
      { ErrorCode: errorCode, Message: message, HttpHeaders: fc.oneof(outsideText, anyJson) },
      { requiredKeys: [] },
    ),
    whole: fc.oneof(
      fc.record({
        error: fc.record({ code: errorCode, message, innerError: inner, innererror: inner }, { requiredKeys: [] }),
      }),
      anyJson,
    ),
  };
}).whole;
