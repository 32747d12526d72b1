import { type ActionName, actionNames } from '../../../bot/actions/define.ts';
import { syncPayloads } from '../../../bot/actions/sync-payloads.ts';
import type { Refusal, RefusalKind } from '../../../bot/graph/refusal.ts';
import type { Limited } from '../../../bot/graph/standing.ts';
import type { RunId } from '../../../bot/ports.ts';
import type { ActionHealth, Health, Naming } from '../../../bot/views/health-found.ts';
import { healthView } from '../../../bot/views/health-view.ts';
import { health } from '../../health.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { ago, hostileNames, inMinutes, now, unbrokenName } from './invented.ts';

const [read, write] = ['DeviceManagementServiceConfig.Read.All', 'DeviceManagementServiceConfig.ReadWrite.All'];
const serviceConfig = { read: [read], write: [write] };
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

const noConsent = refused(null, lacks['consent is missing']);
const payloads = syncPayloads.scopes;
const id = 'invented' as RunId;

export const healthSamples = shown({
  name: 'health',
  about: 'What works for one person here and now, what is missing, and who can mend it.',
  card: health,
  states: {
    'all of it works': found({ all: { lastStart: accepted } }),
    'nothing is missing, and nothing was started yet': found({}),
    'the first day: consent is missing for one, and there is no connector': found({
      'autopilot-sync': { reading: noConsent, starting: noConsent },
      'exchange-sync': { absent: true },
      more: { consent: [read, write] },
    }),
    'there is no connector, and the rest works': found({
      all: { lastStart: accepted },
      'exchange-sync': { absent: true },
    }),
    ...Object.fromEntries(
      Object.entries(lacks).map(([name, kind]) => {
        const refusal = refused(null, kind);
        const consent = name === 'consent is missing' ? [...payloads.read, ...(payloads.also ?? []), read, write] : [];
        const more = name === 'signed out' ? { account: null } : { consent };
        return [name, found({ all: { reading: refusal, starting: refusal }, more })];
      }),
    ),
    ...Object.fromEntries(
      Object.entries(answers).map(([name, [status, kind]]) => [
        name,
        found({ all: { reading: refused(status, kind) } }),
      ]),
    ),
    'consent is missing for a start only': found({
      'autopilot-sync': { starting: noConsent },
      more: { consent: [write] },
    }),
    'each for a reason of its own': found({
      'sync-payloads': { reading: refused(403, { kind: 'not-allowed', missing: { kind: 'role' } }) },
      'autopilot-sync': { starting: noConsent, reading: refused(...answers['Microsoft has a problem']) },
      'exchange-sync': { lastStart: { kind: 'refused', at: ago(95), refusal: refused(...answers['no role at all']) } },
      more: { consent: [write], limits: limitsOf('devices', 'enrollment').slice(0, 1) },
    }),
    'the last starts were refused': found({
      all: { lastStart: { kind: 'refused', at: ago(26 * 60), refusal: refused(...answers['a role is missing']) } },
    }),
    'the tenant does not know the name': found({
      'sync-payloads': { lastStart: accepted, naming: unknownName({ id, number: 17 }) },
    }),
    'the tenant does not know the name, and consent is missing': found({
      'sync-payloads': { naming: unknownName({ id, number: 17 }) },
      'exchange-sync': { starting: noConsent },
      more: { consent: [write] },
    }),
    'the tenant knows neither name': found({ 'sync-payloads': { naming: unknownName(null) } }),
    'the successor was chosen': found({
      all: { lastStart: accepted },
      'sync-payloads': { naming: { kind: 'successor' } },
    }),
    'limits of two families': found({
      all: { lastStart: accepted },
      more: { limits: limitsOf('devices', 'enrollment') },
    }),
    'limits of two other families': found({ more: { limits: limitsOf('configuration', 'applications') } }),
    'a long name without a break': found({
      more: { account: { ...account, username: `${unbrokenName}@contoso.com` } },
    }),
    'a hostile name': found({ more: { account: { ...account, username: Object.values(hostileNames).join(' ') } } }),
    practice: found({ all: { lastStart: accepted } }, true),
    'practice, the token has expired': found(
      { 'autopilot-sync': { reading: refused(401, lacks['signed out']) } },
      true,
    ),
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

function unknownName(run: Extract<Naming, { kind: 'unknown' }>['run']): Naming {
  return { kind: 'unknown', refusal: refused(...answers['the action is not known']), at: ago(50), run };
}

type Change = Partial<Omit<ActionHealth, 'action' | 'scopes'>>;
type Found = Partial<Record<ActionName | 'all', Change>> & { more?: Partial<Health> };

function found({ all, more, ...own }: Found, practice = false) {
  const fine = { reading: null, absent: false, starting: null, lastStart: null, naming: { kind: 'first' } } as const;
  const actions = actionNames.map((action): ActionHealth => {
    const scopes = action === 'sync-payloads' ? payloads : serviceConfig;
    return { action, scopes, ...fine, ...all, ...own[action] };
  });
  const health = { account, limits: [], consent: [], actions, ...more };
  return (words: Words) => healthView(health, { words, now, practice });
}
