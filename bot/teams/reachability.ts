import type { Conversation, Log, Person, TenantId } from '../ports.ts';
import type { TeamsActivity } from './activity.ts';
import { conversationFrom, type Door, tenantFor } from './incoming.ts';

/** Where the bot can write, as an activity tells. */
export type Reachability = {
  stop(where: Pick<Conversation, 'tenantId' | 'id'>): Promise<void>;
  stopChannel(tenantId: TenantId, channelId: string): Promise<void>;
  unanswered(asked: Pick<Person, 'tenantId' | 'id'>, where: Conversation): Promise<void>;
  heard(where: Conversation): Promise<void>;
};

type Parts = { reachability: Reachability; door: Door; log: Log };

/** Every activity says how to reach its conversation, or that nobody can any more; failing to note it fails no turn. */
export async function noteReachability({ reachability, door, log }: Parts, activity: TeamsActivity): Promise<void> {
  const tenantId = activity.channelId === 'msteams' ? tenantFor(activity, door) : null;
  if (!tenantId) return;
  try {
    await note(reachability, tenantId, activity);
  } catch (error) {
    log.warn({ err: error }, 'where the bot can write could not be noted');
  }
}

function note(reachability: Reachability, tenantId: TenantId, activity: TeamsActivity): Promise<void> {
  const where = conversationFrom(activity, tenantId);
  const { eventType, channel } = activity.channelData ?? {};
  if (eventType === 'channelDeleted' && channel) return reachability.stopChannel(tenantId, channel.id);
  return hasLeft(activity) ? reachability.stop(where) : reachability.heard(where);
}

/** `remove-upgrade` is half of an upgrade: the other half follows. */
function hasLeft({ type, action, membersRemoved, recipient }: TeamsActivity): boolean {
  if (type === 'installationUpdate') return action === 'remove';
  return type === 'conversationUpdate' && (membersRemoved ?? []).some(({ id }) => id === recipient.id);
}
