import type { TeamsActivity } from './activity.ts';

/**
 * Whether the activity belongs to a tenant the bot serves. The channel's token does not prove the tenant (teams-platform 1.3), so
 * every place that names one must name the same.
 */
export function isServed(
  { conversation, channelData }: TeamsActivity,
  { allowedTenants }: { allowedTenants: ReadonlySet<string> },
): boolean {
  const claimed = [conversation.tenantId, channelData?.tenant?.id].filter((id) => id !== undefined);
  const [tenantId] = claimed;
  return tenantId !== undefined && claimed.every((id) => id === tenantId) && allowedTenants.has(tenantId);
}
