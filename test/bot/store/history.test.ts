import { randomUUID } from 'node:crypto';
import { CompiledQuery, createQueryId, type KyselyPlugin, type RootOperationNode, sql } from 'kysely';
import type { PersonId, RunId, TenantId } from '../../../bot/ports.ts';
import type { HistoryFilter } from '../../../bot/runs/record.ts';
import { forgetOldRuns } from '../../../bot/runs/retention.ts';
import type { Run } from '../../../bot/runs/run.ts';
import { openForget } from '../../../bot/store/forget.ts';
import { countHistory, findHistory, forgetEndedRuns, type Page } from '../../../bot/store/history.ts';
import type { Db } from '../../../bot/store/open.ts';
import { savePerson } from '../../../bot/store/people.ts';
import { addAsker, findLastRunOf } from '../../../bot/store/run-askers.ts';
import { findRunByNumber } from '../../../bot/store/runs.ts';
import { recordingLog } from '../../helpers/desk.ts';
import { later, minute, noon, notAllowed, waiting } from '../runs/samples.ts';
import { onEachDatabase } from './databases.ts';
import { heard, newTenant, personOf, written } from './samples.ts';

jest.setTimeout(120_000);

const day = 24 * 60 * minute;

onEachDatabase((store) => {
  const db = () => store().db;
  const everything = (tenantId: TenantId, change: Partial<HistoryFilter> = {}): HistoryFilter => ({
    tenantId,
    askedBy: null,
    action: null,
    on: null,
    since: null,
    ...change,
  });
  const page: Page = { before: null, limit: 10 };
  const numbers = async (filter: HistoryFilter, at = page) =>
    (await findHistory(db(), filter, at)).map(({ number }) => number);

  /** On devices of these names; each run has a wish of its own. */
  const ranOn = (tenantId: TenantId, names: readonly string[], change: Parameters<typeof written>[2] = {}) =>
    written(store(), tenantId, {
      joinKey: randomUUID(),
      targets: names.map((label, position) =>
        waiting({ position, target: { kind: 'device', id: `id of ${label}`, label, wish: null, baseline: null } }),
      ),
      ...change,
    });

  async function asks(tenantId: TenantId, runId: RunId, name: string, askedAt = noon): Promise<void> {
    const asker = personOf(tenantId, name);
    await savePerson(db(), asker, heard);
    await db()
      .transaction()
      .execute((tx) => addAsker(tx, { runId, asker, askedAt }));
  }

  const ends = (runId: RunId, at: Date) =>
    db().updateTable('run').set({ ended_at: at }).where('id', '=', runId).execute();

  test('shows the newest first, page after page, and nothing of another tenant', async () => {
    const [here, there] = [newTenant(), newTenant()];
    for (const name of ['A', 'B', 'C']) for (const tenantId of [here, there]) await ranOn(tenantId, [name]);
    expect(await numbers(everything(here), { before: null, limit: 2 })).toEqual([3, 2]);
    expect(await numbers(everything(here), { before: 2, limit: 2 })).toEqual([1]);
    expect(await countHistory(db(), everything(here))).toBe(3);
    const runs = await findHistory(db(), everything(here), page);
    expect(new Set(runs.map(({ tenantId }) => tenantId))).toEqual(new Set([here]));
    expect(await numbers(everything(newTenant()))).toEqual([]);
  });

  test('tells on what a run was, who asked besides, and under which ids Graph answered', async () => {
    const tenantId = newTenant();
    const accepted = { kind: 'accepted', at: noon, requestId: 'request 1', inferred: false } as const;
    const refused = { kind: 'refused', at: noon, refusal: notAllowed } as const;
    const run = await ranOn(tenantId, ['LT-1', 'LT-2', 'LT-3']);
    for (const [position, outcome] of [accepted, refused].entries())
      await db()
        .updateTable('run_target')
        .set({ outcome: JSON.stringify(outcome) })
        .where('run_id', '=', run.id)
        .where('position', '=', position)
        .execute();
    await asks(tenantId, run.id, 'Ana Ruiz');
    await asks(tenantId, run.id, 'Jon Vik', later(minute));
    await asks(tenantId, run.id, 'Jon Vik', later(2 * minute));
    const [record] = await findHistory(db(), everything(tenantId), page);
    expect(record).toMatchObject({ names: ['LT-1', 'LT-2', 'LT-3'], targetCount: 3, alsoAsked: ['Jon Vik'] });
    expect(record?.requestIds[0]).toBe('request 1');
    expect(record?.requestCount).toBe(1 + (notAllowed.support.requestId ? 1 : 0));
  });

  test('names the first fifty of a thousand devices and counts the rest', async () => {
    const tenantId = newTenant();
    await ranOn(
      tenantId,
      Array.from({ length: 1_000 }, (_, index) => `LT-${index}`),
    );
    const [record] = await findHistory(db(), everything(tenantId), page);
    expect(record?.names).toHaveLength(50);
    expect(record?.targetCount).toBe(1_000);
  });

  test('is narrowed to what a person asked for, joined runs included', async () => {
    const tenantId = newTenant();
    const [own, joined, other] = [
      await ranOn(tenantId, ['A']),
      await ranOn(tenantId, ['B']),
      await ranOn(tenantId, ['C']),
    ];
    await asks(tenantId, own.id, 'Jon Vik');
    for (const run of [joined, other]) await asks(tenantId, run.id, 'Ana Ruiz');
    await asks(tenantId, joined.id, 'Jon Vik', later(minute));
    const jon = personOf(tenantId, 'Jon Vik');
    expect(await numbers(everything(tenantId, { askedBy: jon.id }))).toEqual([2, 1]);
    expect((await findLastRunOf(db(), jon))?.number).toBe(2);
    expect(await findLastRunOf(db(), personOf(newTenant(), 'Jon Vik'))).toBeNull();
    expect(await numbers(everything(newTenant(), { askedBy: jon.id }))).toEqual([]);
  });

  test('is narrowed to a device or connector by its whole name, in any case of its letters', async () => {
    const [here, there] = [newTenant(), newTenant()];
    for (const tenantId of [here, there]) await ranOn(tenantId, ['LT-1', 'LT-2']);
    await ranOn(here, ['LT-12']);
    expect(await numbers(everything(here, { on: 'lt-1' }))).toEqual([1]);
    expect(await numbers(everything(here, { on: 'LT' }))).toEqual([]);
    expect(await numbers(everything(here, { on: "LT-1' or '1'='1" }))).toEqual([]);
  });

  test('is narrowed to one action, of one tenant', async () => {
    const [here, there] = [newTenant(), newTenant()];
    for (const tenantId of [here, there])
      for (const action of ['sync-payloads', 'autopilot-sync', 'autopilot-sync'] as const)
        await ranOn(tenantId, ['A'], { action });
    expect(await numbers(everything(here, { action: 'autopilot-sync' }))).toEqual([3, 2]);
    expect(await numbers(everything(here, { action: 'sync-payloads', on: 'A' }))).toEqual([1]);
    expect(await countHistory(db(), everything(here, { action: 'autopilot-sync' }))).toBe(2);
    expect(await numbers(everything(here, { action: 'exchange-sync' }))).toEqual([]);
  });

  test('is narrowed to the last days', async () => {
    const tenantId = newTenant();
    await ranOn(tenantId, ['A'], { askedAt: later(-31 * day) });
    await ranOn(tenantId, ['B'], { askedAt: later(-29 * day) });
    expect(await numbers(everything(tenantId, { since: later(-30 * day) }))).toEqual([2]);
  });

  test('forgets who asked with the person', async () => {
    const [here, there] = [newTenant(), newTenant()];
    for (const tenantId of [here, there]) {
      const run = await ranOn(tenantId, ['A']);
      await asks(tenantId, run.id, 'Ana Ruiz');
      await asks(tenantId, run.id, 'Jon Vik');
    }
    await openForget(store())(personOf(here, 'Jon Vik'));
    const also = async (tenantId: TenantId) => (await findHistory(db(), everything(tenantId), page))[0]?.alsoAsked;
    expect(await also(here)).toEqual([]);
    expect(await also(there)).toEqual(['Jon Vik']);
  });

  test('keeps what ended within the year and what has not ended; older runs go in small batches, tenant by tenant', async () => {
    const [here, there] = [newTenant(), newTenant()];
    const old: Run[] = [];
    for (let count = 0; count < 3; count++) old.push(await ranOn(here, ['A'], { askedAt: later(-800 * day) }));
    const unended = await ranOn(here, ['A'], { askedAt: later(-800 * day) });
    const young = await ranOn(here, ['A'], { askedAt: later(-400 * day) });
    for (const { id } of old) await ends(id, later(-366 * day));
    await ends(young.id, later(-364 * day));
    const theirs = await ranOn(there, ['A']);
    await ends(theirs.id, later(-366 * day));
    expect(await forgetEndedRuns(db(), here, { before: later(-365 * day), most: 2 })).toBe(2);
    expect(await numbers(everything(here))).toHaveLength(3);
    expect(await numbers(everything(there))).toEqual([1]);
    await forgetOldRuns({ store: store(), clock: { now: () => noon }, log: recordingLog([]) });
    expect(await numbers(everything(here))).toEqual([young.number, unended.number]);
    expect(await numbers(everything(there))).toEqual([]);
    expect(await findRunByNumber(db(), here, 1)).toBeNull();
  });

  describe('with 20,000 runs', () => {
    const tenantId = newTenant();
    const most = 20_000;
    beforeAll(async () => {
      await sql`insert into run (id, tenant_id, number, action, join_key, asker, asked_at, joined_elsewhere, ended_at)
        select gen_random_uuid(), ${tenantId}, n, 'sync-payloads', 'key', ${JSON.stringify(personOf(tenantId))}::jsonb,
          ${noon}::timestamptz - (${most} - n) * interval '10 minutes', false, ${noon}::timestamptz
        from generate_series(1, ${most}::int) as n`.execute(db());
      await sql`insert into run_target (run_id, tenant_id, position, target, state, verdict, revision, attempts)
        select id, tenant_id, 0, jsonb_build_object('kind', 'device', 'id', number::text, 'label', 'LT-' || number % 1000, 'wish', null, 'baseline', null),
          'ended', 'done', 1, 1 from run where tenant_id = ${tenantId}`.execute(db());
      await sql`insert into run_asker (tenant_id, run_id, person_id, asked_at)
        select tenant_id, id, case when number % 1000 = 0 then 'jon' else 'ana' end, asked_at
        from run where tenant_id = ${tenantId}`.execute(db());
      for (const table of ['run', 'run_target', 'run_asker']) await sql`analyze ${sql.table(table)}`.execute(db());
    });

    const filters: [string, Partial<HistoryFilter>, number][] = [
      ['everything', {}, most],
      ['one person’s', { askedBy: 'jon' as PersonId }, 20],
      ['one action’s', { action: 'sync-payloads' }, most],
      ['one device’s', { on: 'lt-7' }, 20],
      ['the last day’s', { since: later(-day) }, 145],
    ];

    test.each(filters)('pages of %s come by way of an index, the last one too', async (_, change, count) => {
      const filter = everything(tenantId, change);
      expect(await countHistory(db(), filter)).toBe(count);
      const read = await explained((watched) => findHistory(watched, filter, page));
      expect(read.found).toHaveLength(10);
      expect(read.wholeTables).toEqual([]);
      const oldest = read.found.at(-1)?.number ?? 0;
      const older = await explained((watched) => findHistory(watched, filter, { before: oldest, limit: 10 }));
      expect(older.found).toHaveLength(10);
      expect(older.wholeTables).toEqual([]);
    });

    /** Does it, and explains every statement that was asked meanwhile: which tables were read from end to end. */
    async function explained<T>(work: (watched: Db) => Promise<T>): Promise<{ found: T; wholeTables: string[] }> {
      const nodes: RootOperationNode[] = [];
      const watch: KyselyPlugin = {
        transformQuery: ({ node }) => {
          nodes.push(node);
          return node;
        },
        transformResult: async ({ result }) => result,
      };
      const found = await work(db().withPlugin(watch));
      expect(nodes.length).toBeGreaterThan(3);
      const tables: string[] = [];
      for (const node of nodes) {
        const query = db().getExecutor().compileQuery(node, createQueryId());
        const asked = CompiledQuery.raw(`explain (format json) ${query.sql}`, [...query.parameters]);
        const { rows } = await db().executeQuery<{ 'QUERY PLAN': unknown }>(asked);
        tables.push(...wholeTablesIn(rows.map((row) => row['QUERY PLAN'])));
      }
      return { found, wholeTables: tables.filter((table) => table.startsWith('run')) };
    }
  });
});

/** In a plan of PostgreSQL. */
function wholeTablesIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(wholeTablesIn);
  if (typeof part !== 'object' || part === null) return [];
  const own = 'Node Type' in part && part['Node Type'] === 'Seq Scan' && 'Relation Name' in part;
  return [...(own ? [String(part['Relation Name'])] : []), ...Object.values(part).flatMap(wholeTablesIn)];
}
