import type { Refusal, RefusalKind } from '../../../bot/graph/refusal.ts';
import type { Limited } from '../../../bot/graph/standing.ts';
import type { ActionHealth, Health } from '../../../bot/views/health-found.ts';
import { healthView } from '../../../bot/views/health-view.ts';
import { health } from '../../health.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { ago, hostileNames, inMinutes, now, unbrokenName } from './invented.ts';

const [read, write] = ['DeviceManagementServiceConfig.Read.All', 'DeviceManagementServiceConfig.ReadWrite.All'];
const account = { username: 'ana.ruiz@contoso.com', scopes: [read, write], since: ago(42) };
const accepted = { kind: 'accepted', at: ago(300), requestId: null, inferred: false } as const;
const code = 'a1b2c3d4-0000-4000-8000-00000000c0de';

/** Of reading, with the status it came with. */
const answers = {
  'a permission is missing': [403, { kind: 'not-allowed', missing: { kind: 'scope', scopes: [read, write] } }],
  'a role is missing': [403, { kind: 'not-allowed', missing: { kind: 'role' } }],
  'no role at all': [401, { kind: 'not-allowed', missing: { kind: 'intune-access' } }],
  'approval is missing': [403, { kind: 'not-allowed', missing: { kind: 'approval', code } }],
  'the action is not known': [400, { kind: 'not-there', what: 'action' }],
  'nothing is there': [404, { kind: 'not-there', what: 'object' }],
  'no Intune': [400, { kind: 'not-there', what: 'intune' }],
  'limited until': [429, { kind: 'throttled', retryAt: inMinutes(2) }],
  'limited, nobody knows for how long': [429, { kind: 'throttled', retryAt: null }],
  'Microsoft has a problem': [503, { kind: 'unreachable', how: 'server' }],
  'no answer in time': [null, { kind: 'unreachable', how: 'timeout' }],
  'the connection broke': [null, { kind: 'unreachable', how: 'connection' }],
  'our mistake': [400, { kind: 'unexpected', how: 'bad-request' }],
  'not readable': [200, { kind: 'unexpected', how: 'unreadable' }],
  'nobody knows why': [418, { kind: 'unexpected', how: 'other' }],
} as const satisfies Record<string, readonly [number | null, RefusalKind]>;

/** What keeps the bot from asking at all. */
const lacks = {
  'signed out': { kind: 'signed-out', need: 'sign-in' },
  'proof is wanted': { kind: 'signed-out', need: 'proof' },
  'consent is missing': { kind: 'signed-out', need: 'consent' },
  'a rule is in the way': { kind: 'not-allowed', missing: { kind: 'policy' } },
  'the bot’s key is refused': { kind: 'unexpected', how: 'settings' },
} as const satisfies Record<string, RefusalKind>;

export const healthSamples = shown({
  name: 'health',
  about: 'What works for one person here and now, what is missing, and who can mend it.',
  card: health,
  states: {
    'all of it works': found({ lastStart: accepted }),
    'nothing is missing, and nothing was started yet': found({}),
    ...Object.fromEntries(
      Object.entries(lacks).map(([name, kind]) => {
        const refusal = refused(null, kind);
        return [name, found({ reading: refusal, starting: refusal }, name === 'signed out' ? { account: null } : {})];
      }),
    ),
    ...Object.fromEntries(
      Object.entries(answers).map(([name, [status, kind]]) => [name, found({ reading: refused(status, kind) })]),
    ),
    'consent is missing for a start only': found({ starting: refused(null, lacks['consent is missing']) }),
    'the last start was refused': found({
      lastStart: {
        kind: 'refused',
        at: ago(26 * 60),
        refusal: refused(403, { kind: 'not-allowed', missing: { kind: 'role' } }),
      },
    }),
    'limits of two families': found({ lastStart: accepted }, { limits: limitsOf('devices', 'enrollment') }),
    'limits of two other families': found({}, { limits: limitsOf('configuration', 'applications') }),
    'a long name without a break': found({}, { account: { ...account, username: `${unbrokenName}@contoso.com` } }),
    'a hostile name': found({}, { account: { ...account, username: Object.values(hostileNames).join(' ') } }),
    practice: found({ lastStart: accepted }, {}, true),
    'practice, the token has expired': found({ reading: refused(401, lacks['signed out']) }, {}, true),
  },
});

function limitsOf(first: Limited['family'], second: Limited['family']): Limited[] {
  return [
    { family: first, waitMs: 90_000 },
    { family: second, waitMs: 0 },
  ];
}

function refused(status: number | null, kind: RefusalKind): Refusal {
  const ids = { requestId: null, clientRequestId: null, activityId: null, code: null };
  return { changed: 'nothing', support: { at: now, status, ...ids }, ...kind };
}

function found(change: Partial<ActionHealth>, more: Partial<Health> = {}, practice = false) {
  const action: ActionHealth = {
    action: 'autopilot-sync',
    scopes: { read: [read], write: [write] },
    ...{ reading: null, starting: null, lastStart: null },
    ...change,
  };
  return (words: Words) => healthView({ account, limits: [], actions: [action], ...more }, { words, now, practice });
}
