/**
 * What the bot asks of Graph that its description leaves out: one list, by name, and of it what is asked and nothing looser. Taken
 * from Microsoft's pages "List windowsAutopilotDeviceIdentities" and "windowsAutopilotDeviceIdentity resource type" (beta): the only
 * public word on which serials Windows Autopilot knows, and the description was cut before anything asked for it.
 */
const identity = 'microsoft.graph.windowsAutopilotDeviceIdentity';
const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const string = { type: 'string', nullable: true };
const error = { $ref: '#/components/responses/error' };

export const paths = {
  '/deviceManagement/windowsAutopilotDeviceIdentities': {
    get: {
      parameters: [
        {
          name: '$filter',
          in: 'query',
          required: true,
          schema: { type: 'string', pattern: "^contains\\(serialNumber,'([^']|'')+'\\)$" },
        },
        { $ref: '#/components/parameters/skiptoken' },
      ],
      responses: {
        '200': { content: { 'application/json': { schema: schema(`${identity}CollectionResponse`) } } },
        default: error,
      },
    },
  },
};

export const schemas = {
  [`${identity}CollectionResponse`]: {
    type: 'object',
    required: ['value'],
    properties: {
      '@odata.context': { type: 'string' },
      '@odata.nextLink': string,
      value: { type: 'array', items: schema(identity) },
    },
  },
  [identity]: {
    type: 'object',
    required: ['id'],
    properties: {
      id: { type: 'string' },
      ...Object.fromEntries(
        [
          ...['addressableUserName', 'azureActiveDirectoryDeviceId', 'azureAdDeviceId', 'displayName', 'groupTag'],
          ...['deploymentProfileAssignedDateTime', 'deviceFriendlyName', 'lastContactedDateTime', 'managedDeviceId'],
          ...['manufacturer', 'model', 'productKey', 'purchaseOrderIdentifier', 'resourceName', 'serialNumber'],
          ...['skuNumber', 'systemFamily', 'userPrincipalName'],
        ].map((name) => [name, string]),
      ),
      deploymentProfileAssignmentStatus: {
        type: 'string',
        enum: [
          ...['unknown', 'assignedInSync', 'assignedOutOfSync', 'assignedUnkownSyncState'],
          ...['notAssigned', 'pending', 'failed'],
        ],
      },
      deploymentProfileAssignmentDetailedStatus: {
        type: 'string',
        enum: [
          ...['none', 'hardwareRequirementsNotMet', 'surfaceHubProfileNotSupported', 'holoLensProfileNotSupported'],
          ...['windowsPcProfileNotSupported', 'surfaceHub2SProfileNotSupported', 'unknownFutureValue'],
        ],
      },
      enrollmentState: {
        type: 'string',
        enum: ['unknown', 'enrolled', 'pendingReset', 'failed', 'notContacted', 'blocked'],
      },
    },
  },
};
