import type { PayloadKind } from './graph-payload-samples.ts';
import type { PayloadRef, Vocabulary } from './graph-world.ts';

type Spelling = {
  list: string;
  id: string;
  type: string;
  intent: string;
  kinds: readonly string[];
  others: readonly string[];
};

const kinds: readonly PayloadKind[] = ['application', 'deviceConfiguration', 'deviceManagementConfigurationPolicy'];

/** Documented for both names of the action (graph-contract 1.3 and 1.4); the rest of an item is only for Graph to set. */
const spellings: Record<Vocabulary, Spelling> = {
  syncPayloads: {
    ...{ list: 'deviceActionPayloads', id: 'payloadId', type: 'payloadType', intent: 'intent', kinds },
    others: ['displayName', 'status', 'detail', 'errorCode', 'lastModifiedDateTime'],
  },
  changeAssignments: {
    ...{ list: 'deviceAssignmentItems', id: 'itemId', type: 'itemType', intent: 'assignmentItemActionIntent' },
    kinds: [...kinds, 'mobileAppConfiguration'],
    others: [
      ...['itemDisplayName', 'itemSubTypeDisplayName', 'assignmentItemActionStatus', 'intentActionMessage'],
      ...['errorCode', 'lastActionDateTime', 'lastModifiedDateTime'],
    ],
  },
};

/** Undocumented for the request; a result holds no more (graph-contract 1.2). */
const mostItems = 30;

/** What a body names, in our words; null where Graph would not understand it. */
export function namedIn(body: unknown, vocabulary: Vocabulary): PayloadRef[] | null {
  const spelling = spellings[vocabulary];
  if (!isObject(body) || Object.keys(body).join() !== spelling.list) return null;
  const list = body[spelling.list];
  if (!Array.isArray(list) || list.length > mostItems) return null;
  const items = list.map((item) => itemIn(item, spelling));
  const ids = new Set(items.map((item) => item?.id));
  return items.every((item) => item !== null) && ids.size === items.length ? items : null;
}

function itemIn(item: unknown, { id, type, intent, kinds: known, others }: Spelling): PayloadRef | null {
  if (!isObject(item)) return null;
  const { [id]: itemId, [type]: kind, [intent]: wish = 'remove' } = item;
  const names = ['@odata.type', id, type, intent, ...others];
  const isUnderstood = Object.keys(item).every((name) => names.includes(name)) && wish === 'remove';
  if (!isUnderstood || typeof itemId !== 'string' || itemId.trim() === '' || !known.includes(String(kind))) return null;
  return { id: itemId.toLowerCase(), kind: kind as PayloadRef['kind'] };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
