import { randomUUID } from 'node:crypto';
import { practiceTenantId } from '../../bot/practice/people.ts';
import { guidOf, slugOf } from '../helpers/names.ts';

/** What each version of the tables added to what was written, in plain SQL: the rows that an earlier version has left. */

const tenant = practiceTenantId;
const person = (name: string) => ({
  tenantId: tenant,
  id: guidOf(slugOf(name)),
  name,
  teamsId: `29:${slugOf(name)}`,
});
const ana = person('Ana Ruiz');
const ids = { over: randomUUID(), booked: randomUUID(), exchange: randomUUID() };
const chat = `a:${slugOf(ana.name)}`;
const channel = '19:desk@thread.tacv2';

export type Left = { serviceUrl: string; now: Date };

type Rows = (left: Left) => string[];

const quoted = (value: unknown) =>
  value === null ? 'null' : `'${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll("'", "''")}'`;

function insert(table: string, row: Record<string, unknown>): string {
  const columns = Object.keys(row).map((name) => `"${name}"`);
  return `insert into ${table} (${columns.join(', ')}) values (${Object.values(row).map(quoted).join(', ')})`;
}

const minute = 60_000;
const hour = 60 * minute;
const ago = ({ now }: Left, ms: number) => new Date(now.getTime() - ms).toISOString();

const run = (id: string, more: Record<string, unknown>) =>
  insert('run', {
    ...{ id, tenant_id: tenant, asker: ana, joined_elsewhere: false, booked_for: null, cancelled_by: null },
    ...{ ended_at: null, action: 'autopilot-sync', join_key: 'autopilot-sync|tenant:tenant', ...more },
  });

const target = (runId: string, more: Record<string, unknown>) =>
  insert('run_target', {
    ...{ run_id: runId, tenant_id: tenant, position: 0, verdict: null, due_at: null, look_until: null },
    ...{ window: null, outcome: null, sighting: null, blind: null, started_at: null, ...more },
  });

const follower = (runId: string, askKey: string, askedAt: string) =>
  insert('run_follower', {
    ...{ id: randomUUID(), run_id: runId, tenant_id: tenant, person_id: ana.id, conversation_id: chat },
    ...{ ask_key: askKey, asked_at: askedAt, card_id: null, shown: null, left_at: null },
  });

/** Neither what was to be done nor who wished it: the first version knew one sync of the whole tenant. */
const wholeTenant = (lastSyncAt: string) => ({
  ...{ kind: 'tenant', id: 'tenant', label: null },
  baseline: { lastSyncAt, lastManualSyncAt: null },
});

const connector = '6b2a0c55-0000-4000-8000-0000000000c1';
const taken = (at: string) => ({ kind: 'accepted', at, requestId: null, inferred: false });

/** By the version that first wrote them; each goes on with the rows of those before. */
const rowsOf: Record<string, Rows> = {
  '0001-runs': (left) => {
    const booked = ago(left, minute);
    const ended = { asked_at: ago(left, 26 * hour), ended_at: ago(left, 25.9 * hour) };
    return [
      insert('keep', { key: 'mode', value: '"practice"' }),
      insert('tenant', { id: tenant, last_run: 2 }),
      insert('person', {
        ...{ tenant_id: tenant, id: ana.id, name: ana.name, teams_id: ana.teamsId, language: 'en' },
        ...{ zone: null, heard_language: 'en', heard_zone: 'Europe/Berlin' },
      }),
      insert('conversation', {
        ...{ tenant_id: tenant, id: chat, kind: 'personal', service_url: left.serviceUrl, bot_id: '28:sync-desk' },
      }),
      run(ids.over, { number: 1, ...ended }),
      target(ids.over, {
        ...{ target: wholeTenant(ago(left, 30 * hour)), state: 'ended', verdict: 'done', revision: 4, attempts: 1 },
        ...{ started_at: ended.asked_at, outcome: taken(ended.asked_at) },
        sighting: { state: 'done', at: ended.ended_at, mark: 'completed', moved: null },
      }),
      follower(ids.over, 'a-1', ended.asked_at),
      run(ids.booked, { number: 2, asked_at: ago(left, 11 * minute), booked_for: booked }),
      target(ids.booked, {
        ...{ target: wholeTenant(ago(left, 3 * hour)), state: 'waiting', revision: 1, attempts: 0, due_at: booked },
        window: { opensAt: booked, basis: 'last-manual' },
      }),
      follower(ids.booked, 'a-2', ago(left, 11 * minute)),
    ];
  },
  '0003-ledgers': () => {
    const limit = { windowMs: 20_000, documented: 200, limit: 200, proven: false, pausedUntil: 0, refusedAt: 0 };
    const ledger = { ...limit, inFlight: [], spent: [], step: 1 };
    return [insert('graph_ledger', { key: `${tenant} intune`, ledger })];
  },
  '0004-many-targets': (left) => {
    const asked = ago(left, 2 * minute);
    return [
      `update tenant set vocabulary = 'syncPayloads', last_run = 3`,
      insert('draft', {
        ...{ id: randomUUID(), tenant_id: tenant, person_id: ana.id, content: { of: 'an older form' } },
        touched_at: ago(left, hour),
      }),
      run(ids.exchange, {
        ...{ number: 3, asked_at: asked, action: 'exchange-sync', join_key: `exchange-sync|connector:${connector}` },
      }),
      target(ids.exchange, {
        target: {
          ...{ kind: 'connector', id: connector, label: 'EX01', wish: { sync: 'quick' } },
          baseline: { lastSyncAt: ago(left, 40 * hour), status: 'connected' },
        },
        ...{ state: 'following', revision: 3, attempts: 1, started_at: asked, outcome: taken(asked) },
        ...{ due_at: asked, look_until: ago(left, -28 * minute) },
      }),
      follower(ids.exchange, 'a-3', asked),
    ];
  },
  '0005-told-once': () => [insert('told_once', { tenant_id: tenant, person_id: ana.id, what: 'support-ended' })],
  '0006-traces': () => [`update run set trace = '3f2a9c1e' where number = 2`],
  '0007-notices': (left) => {
    const over = { kind: 'run-over', number: 1, action: 'autopilot-sync', verdict: 'done', asker: ana.name };
    return [
      insert('notice', {
        ...{ id: randomUUID(), tenant_id: tenant, person_id: ana.id, conversation_id: chat, key: 'run 1 is over' },
        ...{ content: { ...over, bookedFor: ago(left, 26 * hour) }, asked_at: ago(left, minute), card_id: null },
        ...{ due_at: ago(left, minute), state: 'waiting' },
      }),
    ];
  },
  '0008-watches': (left) => {
    const watch = randomUUID();
    const seen = { kind: 'connector', status: 'connected', lastSyncAt: ago(left, 40 * hour) };
    const what = { kind: 'connector', id: connector, label: 'EX01', olderThanMs: null };
    const key = `connector:${connector}`;
    return [
      `update tenant set last_watch = 1`,
      insert('watch', {
        ...{ id: watch, tenant_id: tenant, number: 1, person_id: ana.id, conversation_id: chat, ask_key: 'a-4', what },
        ...{ news: 'change', state: 'active', ends_at: ago(left, -48 * hour), muted_until: null },
      }),
      insert('watch_target', { watch_id: watch, tenant_id: tenant, key, position: 0, seen }),
      insert('watched', {
        ...{ tenant_id: tenant, key, seen, changed_at: ago(left, hour), due_at: ago(left, minute), revision: 1 },
      }),
    ];
  },
  '0009-schedules': (left) => [
    `update tenant set last_schedule = 1`,
    insert('schedule', {
      ...{ id: randomUUID(), tenant_id: tenant, number: 1, person_id: ana.id, conversation_id: chat, ask_key: 'a-5' },
      ...{ action: 'autopilot-sync', work: { action: 'autopilot-sync' }, zone: 'Europe/Berlin', missed: 'skip' },
      ...{ rule: { kind: 'weekly', days: [1, 2, 3, 4, 5], time: '06:00' }, state: 'paused', revision: 1 },
      ...{ made_at: ago(left, hour), next_at: null, due_at: null, warned: false, last: null },
    }),
  ],
  '0010-approvals': () => [`update tenant set approve_over_devices = 5, history_days = 90`],
  '0011-history': (left) => [
    insert('run_asker', { tenant_id: tenant, run_id: ids.over, person_id: ana.id, asked_at: ago(left, 26 * hour) }),
  ],
  '0012-outbox': (left) => [`update run_follower set as_of = '${ago(left, minute)}' where ask_key = 'a-1'`],
  '0013-stopped-conversations': (left) => [
    insert('conversation', {
      ...{ tenant_id: tenant, id: channel, kind: 'channel', service_url: left.serviceUrl, bot_id: '28:sync-desk' },
      stopped_at: ago(left, hour),
    }),
  ],
  '0014-outbox-shares': (left) => [
    insert('outbox_chat', {
      ...{ tenant_id: tenant, conversation_id: chat, held_until: ago(left, minute), answers: [] },
      left_at: ago(left, minute),
    }),
  ],
  '0016-held-by': () => [`update outbox_chat set held_by = '${randomUUID()}'`],
  '0017-not-before': (left) => [`update outbox_chat set not_before = '${ago(left, minute)}'`],
  '0018-on-call': (left) => [
    insert('on_call', { tenant_id: tenant, conversation_id: channel, person_id: ana.id, since: ago(left, hour) }),
  ],
  '0019-run-serials': () => {
    const list = { serials: ['5CG4200R01', '5CG4200R60'], repeated: 0, nonsense: [], skipped: 0 };
    const asked = { tenant_id: tenant, run_id: ids.booked, person_id: ana.id, conversation_id: chat };
    return [insert('run_serials', { ...asked, list, due_at: null, give_up_at: null })];
  },
};

/** Everything that a version may have left. */
export const rowsUpTo = (version: string, left: Left): string[] =>
  Object.entries(rowsOf).flatMap(([name, rows]) => (name <= version ? rows(left) : []));
