import assert from 'node:assert/strict';
import fc from 'fast-check';
import { activitySchema, fileConsentSchema, searchSchema } from '../../../bot/teams/activity.ts';
import { ConnectorError, retryAfterMs, sentIn } from '../../../bot/teams/connector-answer.ts';
import { incomingFrom } from '../../../bot/teams/incoming.ts';
import { type Claim, claim } from '../claim.ts';
import { answerOf } from '../inputs/http.ts';
import { anyJson, spoiled } from '../inputs/json.ts';
import { takenBy } from '../inputs/schema.ts';
import { leaksIn } from '../leaks.ts';

const tenant = '11111111-2222-4333-8444-555555555555';
const door = { practiceTenant: null, allowedTenants: new Set([tenant]) };

const kinds = {
  type: fc.constantFrom(
    'message',
    'messageUpdate',
    'invoke',
    'installationUpdate',
    'conversationUpdate',
    'event',
    '__proto__',
  ),
  name: fc.constantFrom(
    undefined,
    'adaptiveCard/action',
    'fileConsent/invoke',
    'application/search',
    'signin/verifyState',
  ),
  channelId: fc.constantFrom('msteams', 'msteams', 'msteams', 'webchat', ''),
  serviceUrl: fc.constantFrom('https://smba.trafficmanager.net/emea/', 'http://127.0.0.1:1/', 'file:///etc', 'x'),
  channelData: fc.constantFrom(
    undefined,
    { tenant: { id: tenant } },
    { eventType: 'editMessage', tenant: { id: tenant } },
  ),
  value: fc.oneof(fc.constant(undefined), anyJson, takenBy(fileConsentSchema), takenBy(searchSchema)),
};
const activity = fc
  .tuple(takenBy(activitySchema), fc.record(kinds))
  .map(([whole, kind]) => JSON.parse(JSON.stringify({ ...(whole as object), ...kind })) as unknown);

export const activityClaims: readonly Claim[] = [
  claim({
    name: 'activities: are refused, left alone, a stranger’s, or of somebody in a tenant that is served',
    input: spoiled(activity),
    share: 10,
    holds(sent) {
      const read = activitySchema.safeParse(sent);
      if (!read.success) return;
      const found = incomingFrom(read.data, door);
      if (found.kind !== 'incoming') return;
      const { from, where } = found.incoming;
      assert.deepEqual([from.tenantId, where.tenantId], [tenant, tenant]);
      assert.ok(from.id !== '' && from.name !== '' && where.id !== '');
    },
  }),
  claim({
    name: 'activities: whatever the connector answers is understood or nothing',
    input: answerOf(anyJson),
    share: 4,
    holds(answer) {
      const { id, activityId } = sentIn(answer);
      assert.ok([id, activityId].every((one) => one === undefined || typeof one === 'string'));
      const wait = retryAfterMs(answer);
      assert.ok(wait === null || wait >= 0);
      assert.deepEqual(leaksIn(new ConnectorError(answer).message, answer), []);
    },
  }),
];
