import assert from 'node:assert/strict';
import fc from 'fast-check';
import { z } from 'zod';
import { sightingStates } from '../../../bot/actions/define.ts';
import { exchangeWish } from '../../../bot/actions/exchange-sync.ts';
import { payloadBaseline, setChange } from '../../../bot/actions/payload-set.ts';
import { csvOf } from '../../../bot/commands/csv.ts';
import type { CardJson, PersonId } from '../../../bot/ports.ts';
import type { Run, RunTarget } from '../../../bot/runs/run.ts';
import { targetStates, verdicts } from '../../../bot/runs/run.ts';
import { storable } from '../../../bot/store/json.ts';
import { noticeContent } from '../../../bot/store/notice-content.ts';
import { runFrom, targetColumns, targetFrom } from '../../../bot/store/rows.ts';
import { scheduleRow } from '../../../bot/store/schedule-rows.ts';
import { storedApproval } from '../../../bot/store/stored-approval.ts';
import { approvalCard } from '../../../bot/views/approval.ts';
import { digestCard } from '../../../bot/views/digest.ts';
import { noticeCard } from '../../../bot/views/notice.ts';
import { runCard } from '../../../bot/views/run.ts';
import { runDetailsCard } from '../../../bot/views/run-details.ts';
import { runRows } from '../../../bot/views/run-rows.ts';
import { scheduleCard } from '../../../bot/views/schedules.ts';
import { ticketNoteCard } from '../../../bot/views/ticket-note.ts';
import { openLexicon, wordsLanguages } from '../../../cards/words/index.ts';
import { type Claim, claim } from '../claim.ts';
import { spoiled } from '../inputs/json.ts';
import { takenBy } from '../inputs/schema.ts';
import { nameText } from '../inputs/text.ts';
import { wrongWith } from '../leaks.ts';

const now = new Date('2026-03-02T12:00:00Z');
const lexicon = openLexicon();
const language = fc.constantFrom(...wordsLanguages);
const screenIn = (one: (typeof wordsLanguages)[number]) => ({
  words: lexicon(one, 'Europe/Berlin'),
  now,
  practice: true,
});
const isRight = (card: CardJson, input: unknown) => assert.deepEqual(wrongWith(card as never, input), []);

const time = fc
  .date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2032-01-01') })
  .map((at) => at.toISOString());
const text = nameText;
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { freq: 2 });

const support = fc.record({
  ...{ at: time, status: maybe(fc.integer({ min: 200, max: 599 })), code: maybe(text) },
  ...{ requestId: maybe(fc.uuid()), clientRequestId: maybe(fc.uuid()), activityId: maybe(fc.uuid()) },
});
const missing = fc.oneof(
  fc.constantFrom({ kind: 'role' }, { kind: 'intune-access' }, { kind: 'policy' }),
  fc.record({ kind: fc.constant('scope'), scopes: fc.array(text, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('approval'), code: maybe(text) }),
);
const refusalKind = fc.oneof(
  fc.constantFrom<object>({ kind: 'running-already' }, { kind: 'signed-out' }, { kind: 'signed-out', need: 'consent' }),
  fc.record({ kind: fc.constantFrom('too-early', 'throttled'), retryAt: maybe(time) }),
  fc.record({ kind: fc.constant('changed'), run: maybe(fc.nat()) }),
  fc.record({ kind: fc.constant('not-allowed'), missing }),
  fc.record({ kind: fc.constant('not-there'), what: fc.constantFrom('action', 'object', 'intune') }),
  fc.record({ kind: fc.constant('unreachable'), how: fc.constantFrom('timeout', 'connection', 'server') }),
  fc.record({
    kind: fc.constant('unexpected'),
    how: fc.constantFrom('bad-request', 'unreadable', 'settings', 'other'),
  }),
);
const refusal = fc
  .tuple(refusalKind, support, fc.constantFrom('nothing', 'unknown'))
  .map(([kind, told, changed]) => ({ ...kind, support: told, changed }));
const outcome = fc.oneof(
  fc.record({ kind: fc.constant('accepted'), at: time, requestId: maybe(text), inferred: fc.boolean() }),
  fc.record({ kind: fc.constant('refused'), at: time, refusal }),
);
const seenItem = fc.record({
  ...{
    id: text,
    kind: fc.constantFrom('application', 'deviceConfiguration', 'x'),
    name: maybe(text),
    detail: maybe(text),
  },
  intent: fc.constantFrom('remove', 'restore', 'x'),
  status: fc.constantFrom('inProgress', 'removed', 'error', 'succeeded', 'x'),
  errorCode: maybe(fc.constantFrom('-2016341112', '9223372036854775807', '-1')),
  changedAt: maybe(time),
});
/** Earlier versions kept no items. */
const sighting = fc.record(
  {
    ...{ state: fc.constantFrom(...sightingStates), at: time, mark: maybe(text) },
    moved: maybe(fc.record({ from: maybe(time), to: time })),
    items: fc.array(seenItem, { maxLength: 3 }),
    changed: fc.array(text, { maxLength: 2 }),
  },
  { requiredKeys: ['state', 'at', 'mark', 'moved'] },
);

/** What each action keeps with its targets. */
const kept = {
  'autopilot-sync': {
    kind: 'tenant',
    wish: fc.constant(null),
    baseline: z.object({ lastSyncAt: z.coerce.date().nullable() }),
  },
  'sync-payloads': { kind: 'device', wish: takenBy(setChange), baseline: payloadBaseline },
  'exchange-sync': { kind: 'connector', wish: takenBy(exchangeWish), baseline: z.object({ status: z.string() }) },
} as const;
type Action = keyof typeof kept;

const targetRow = (action: Action) =>
  fc
    .record({
      target: fc.record({
        ...{ kind: fc.constant(kept[action].kind), id: text, label: maybe(text) },
        ...{ wish: kept[action].wish as fc.Arbitrary<unknown>, baseline: takenBy(kept[action].baseline) },
      }),
      ...{ state: fc.constantFrom(...targetStates), verdict: fc.constantFrom(...verdicts) },
      ...{ position: fc.nat(9), revision: fc.nat(), attempts: fc.nat(3) },
      ...{ due_at: maybe(time), started_at: maybe(time), look_until: maybe(time) },
      window: maybe(
        fc.record({ opensAt: time, basis: fc.constantFrom('service', 'last-manual', 'last-sync', 'guess') }),
      ),
      ...{ outcome: maybe(outcome), sighting: maybe(sighting), blind: maybe(refusal) },
    })
    // Only what has ended has a verdict.
    .map((row) => ({ ...row, verdict: row.state === 'ended' ? row.verdict : null }));

const head = fc.record({
  ...{ id: fc.uuid(), tenant_id: fc.uuid(), number: fc.integer({ min: 1, max: 2 ** 31 - 1 }), asked_at: time },
  asker: fc.record({ tenantId: text, id: text, name: text, teamsId: text }),
  ...{ booked_for: maybe(time), joined_elsewhere: fc.boolean(), approval: maybe(takenBy(storedApproval)) },
  ...{
    cancelled_by: maybe(text),
    ended_at: maybe(time),
    paused_until: maybe(time),
    resumed_at: maybe(time),
    trace: maybe(text),
  },
});
const run = fc.constantFrom<Action>('autopilot-sync', 'sync-payloads', 'exchange-sync').chain((action) =>
  fc.record({
    // Nobody else is asked about Autopilot.
    head: head.map((one) => ({ ...one, action, ...(action === 'autopilot-sync' ? { approval: null } : {}) })),
    targets: fc.array(targetRow(action), { minLength: 1, maxLength: action === 'autopilot-sync' ? 1 : 4 }),
  }),
);

export const rowClaims: readonly Claim[] = [
  claim({
    name: 'rows: every card of a run that was stored gives nothing away',
    input: fc.tuple(run, language, fc.boolean()),
    share: 10,
    holds([sent, one, own]) {
      const rows = stored(sent);
      const read = runFrom(rows.head, rows.targets);
      const waiting = { first: [{ id: 'x', name: read.asker.name }], count: 1 };
      const reader = { id: own ? read.asker.id : null, waiting };
      for (const card of cardsOf(read, reader, screenIn(one))) isRight(card, rows);
      const { header, rows: cells } = runRows(read, [], screenIn(one));
      assert.equal(typeof csvOf(header, cells), 'string');
    },
  }),
  claim({
    name: 'rows: a spoiled row is a row or says where it is not, and is stored as it was read',
    input: spoiled(targetRow('sync-payloads')),
    share: 8,
    holds(row) {
      const target = parsed(() => targetFrom(row));
      if (target) assert.deepEqual(again(target), JSON.parse(storable(target)));
    },
  }),
  claim({
    name: 'rows: a notice that was stored is drawn, alone and in a digest',
    input: fc.tuple(takenBy(noticeContent), language),
    share: 6,
    holds([sent, one]) {
      const content = noticeContent.parse(stored(sent));
      isRight(noticeCard(content, screenIn(one)), sent);
      isRight(digestCard([{ content, askedAt: now }] as never, screenIn(one)), sent);
    },
  }),
  claim({
    name: 'rows: a schedule that was stored is drawn or says where it is none',
    input: fc.tuple(takenBy(scheduleRow), language),
    share: 4,
    holds([sent, one]) {
      const schedule = parsed(() => scheduleRow.parse(stored(sent)));
      if (schedule) isRight(scheduleCard(schedule, 'x' as PersonId, screenIn(one)), sent);
    },
  }),
];

/** As the database gives it back. */
const stored = <T>(value: T): T => JSON.parse(storable(value)) as T;

function cardsOf(read: Run, reader: Parameters<typeof runCard>[1], screen: ReturnType<typeof screenIn>): CardJson[] {
  const always = [runCard(read, reader, screen), runDetailsCard(read, 1, screen), ticketNoteCard(read, screen)];
  return read.approval ? [...always, approvalCard(read, screen)] : always;
}

/** A row that does not parse is a surprise that names the row's part; anything else is a crash. */
function parsed<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof z.ZodError) return null;
    throw error;
  }
}

const again = (target: RunTarget): unknown => {
  const columns = targetColumns(target);
  const json = ['target', 'window', 'outcome', 'sighting', 'blind'] as const;
  const values = Object.fromEntries(json.map((name) => [name, JSON.parse(columns[name] ?? 'null')]));
  return JSON.parse(storable(targetFrom({ ...columns, ...values, position: target.position })));
};
