/** What can be taken off a device and put back; Graph's own words (graph-contract 1.3). */
export const payloadKinds = ['application', 'deviceConfiguration', 'deviceManagementConfigurationPolicy'] as const;
export type PayloadKind = (typeof payloadKinds)[number];

export type Payload = { id: string; kind: PayloadKind; name: string };

/** One action under two names: `syncPayloads` was documented first, `changeAssignments` is its successor (graph-contract 1.4). */
export const vocabularyNames = ['syncPayloads', 'changeAssignments'] as const;
export type Vocabulary = (typeof vocabularyNames)[number];

/** How Graph calls what we call a seen item. */
export type ItemFields = {
  id: string;
  kind: string;
  name: string;
  intent: string;
  status: string;
  detail: string;
  errorCode: string;
  changedAt: string;
};

type Words = {
  /** The last segment of the path, and the `actionName` of a result. */
  action: string;
  /** What the request and the result call their list. */
  items: string;
  item: ItemFields;
  resultType: string;
  statuses: readonly string[];
};

/** The one table for both contracts. */
export const vocabularies: Readonly<Record<Vocabulary, Words>> = {
  syncPayloads: {
    action: 'syncPayloads',
    items: 'deviceActionPayloads',
    item: {
      id: 'payloadId',
      kind: 'payloadType',
      name: 'displayName',
      intent: 'intent',
      status: 'status',
      detail: 'detail',
      errorCode: 'errorCode',
      changedAt: 'lastModifiedDateTime',
    },
    resultType: '#microsoft.graph.syncPayloadsActionResult',
    statuses: ['inProgress', 'removed', 'error', 'succeeded'],
  },
  changeAssignments: {
    action: 'changeAssignments',
    items: 'deviceAssignmentItems',
    item: {
      id: 'itemId',
      kind: 'itemType',
      name: 'itemDisplayName',
      intent: 'assignmentItemActionIntent',
      status: 'assignmentItemActionStatus',
      detail: 'intentActionMessage',
      errorCode: 'errorCode',
      changedAt: 'lastModifiedDateTime',
    },
    resultType: '#microsoft.graph.changeAssignmentsActionResult',
    statuses: ['initiated', 'inProgress', 'removed', 'error', 'succeeded'],
  },
};
