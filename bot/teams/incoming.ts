import type { Did, Incoming } from '../commands/define.ts';
import { type Conversation, languageOf, type Person, type PersonId, type Reader, type TenantId } from '../ports.ts';
import { fileConsentSchema, type TeamsActivity } from './activity.ts';
import { isServed } from './served.ts';
import { textOf } from './text.ts';

/** What an activity is to us, pure. */
export type Read =
  | { kind: 'incoming'; incoming: Incoming }
  /** Nothing that anybody waits for an answer to. */
  | { kind: 'nothing'; why: string }
  /** Somebody who cannot be told apart from anybody else, or does not belong here. */
  | { kind: 'stranger'; heard: Reader };

/** In practice everybody belongs to the invented tenant; elsewhere the tenant must be one of those served. */
export type Door = { practiceTenant: TenantId | null; allowedTenants: ReadonlySet<string> };

/** Who sent an activity, and how they read. */
export function senderOf(activity: TeamsActivity, door: Door): { person: Person; heard: Reader } | null {
  const tenantId = tenantFor(activity, door);
  const person = tenantId && personFrom(activity, tenantId);
  return person && { person, heard: heardFrom(activity) };
}

export function incomingFrom(activity: TeamsActivity, door: Door): Read {
  if (activity.channelId !== 'msteams') return { kind: 'nothing', why: 'another channel than Teams' };
  const did = didOf(activity);
  if (!did) return { kind: 'nothing', why: `nothing to do for ${activity.type} ${activity.name ?? ''}`.trim() };
  const heard = heardFrom(activity);
  const tenantId = tenantFor(activity, door);
  const from = tenantId && personFrom(activity, tenantId);
  if (!from) return { kind: 'stranger', heard };
  return {
    kind: 'incoming',
    incoming: {
      key: keyOf(activity),
      from,
      where: conversationFrom(activity, from.tenantId),
      heard,
      did,
      signedIn: false,
    },
  };
}

function didOf(activity: TeamsActivity): Did | null {
  switch (activity.type) {
    case 'message':
      return activity.value === undefined || activity.value === null
        ? { kind: 'said', text: textOf(activity) }
        : { kind: 'pressed', data: activity.value, cardId: activity.replyToId ?? null };
    case 'messageUpdate':
      return activity.channelData?.eventType === 'editMessage' ? { kind: 'edited', text: textOf(activity) } : null;
    case 'invoke':
      return invoked(activity);
    case 'installationUpdate':
      return activity.action === 'add' ? { kind: 'arrived', addedBy: activity.from.name ?? null } : null;
    default:
      return null;
  }
}

function invoked(activity: TeamsActivity): Did | null {
  if (activity.name === 'adaptiveCard/action') return executed(activity);
  return activity.name === fileConsent ? consented(activity) : null;
}

export const fileConsent = 'fileConsent/invoke';

function consented({ value, replyToId }: TeamsActivity): Did | null {
  const { data: sent } = fileConsentSchema.safeParse(value);
  if (!sent) return null;
  const wanted = sent.action === 'accept';
  return { kind: 'answered-offer', offer: sent.context?.offer ?? null, wanted, cardId: replyToId ?? null };
}

function executed(activity: TeamsActivity): Did {
  const action = objectIn(activity.value)?.['action'];
  return { kind: 'pressed', data: objectIn(action)?.['data'], cardId: activity.replyToId ?? null };
}

const objectIn = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null ? { ...value } : null;

/** Whose tenant an activity belongs to; null: none that is served. */
export function tenantFor(activity: TeamsActivity, door: Door): TenantId | null {
  if (door.practiceTenant) return door.practiceTenant;
  return isServed(activity, door)
    ? ((activity.conversation.tenantId ?? activity.channelData?.tenant?.id) as TenantId)
    : null;
}

function personFrom({ from }: TeamsActivity, tenantId: TenantId): Person | null {
  if (!from.aadObjectId) return null;
  return { tenantId, id: from.aadObjectId as PersonId, name: from.name?.trim() || from.aadObjectId, teamsId: from.id };
}

/** Where an activity comes from, and how to reach it. */
export function conversationFrom(activity: TeamsActivity, tenantId: TenantId): Conversation {
  const { conversation, serviceUrl, recipient } = activity;
  return {
    id: conversation.id,
    kind: kindOf(conversation.conversationType),
    tenantId,
    serviceUrl,
    botId: recipient.id,
  };
}

const kindOf = (type: string | undefined): Conversation['kind'] =>
  type === 'channel' || type === 'groupChat' ? type : 'personal';

function heardFrom(activity: TeamsActivity): Reader {
  const client = activity.entities?.find((one) => one.type === 'clientInfo');
  return {
    language: languageOf(activity.locale ?? client?.locale),
    zone: client?.timezone ?? activity.localTimezone ?? 'UTC',
  };
}

/** One delivery of one activity; without an id it cannot be told from another. */
function keyOf({ type, conversation, id, text }: TeamsActivity): string {
  // An edit keeps the id of what it edits.
  const edited = type === 'messageUpdate' ? `/${(text ?? '').slice(0, 200)}` : '';
  return `said:${conversation.id}/${id ?? crypto.randomUUID()}${edited}`;
}
