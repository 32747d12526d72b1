import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Person, TenantId } from '../../../bot/ports.ts';
import type { Notice } from '../../../bot/runs/notice.ts';
import type { Run } from '../../../bot/runs/run.ts';
import { followersOf } from '../../../bot/store/followers.ts';
import { openForget } from '../../../bot/store/forget.ts';
import { findNotice, insertNotice } from '../../../bot/store/notices.ts';
import { saveConversation } from '../../../bot/store/people.ts';
import { recentRuns } from '../../../bot/store/recent-runs.ts';
import { addAsker } from '../../../bot/store/run-askers.ts';
import { findRun } from '../../../bot/store/runs.ts';
import { insertAttempt } from '../../../bot/store/sign-in-attempts.ts';
import { writeSignIn } from '../../../bot/store/sign-ins.ts';
import { waitingFor } from '../../../bot/store/waiting.ts';
import { later, minute, noon } from '../runs/samples.ts';
import { onEachDatabase } from './databases.ts';
import { asked, chatOf, newTenant, personOf, written } from './samples.ts';

onEachDatabase((store) => {
  const db = () => store().db;
  const forget = (person: Person) => openForget(store())(person);

  /** Somebody who signed in, tries to again, asked for a run of their own and, unless they are alone, follows another's. */
  async function known(tenantId: TenantId, name: string, alsoFollows?: Awaited<ReturnType<typeof written>>) {
    const person = personOf(tenantId, name);
    const run = await written(store(), tenantId, { asker: person, joinKey: randomUUID() });
    for (const one of [run, ...(alsoFollows ? [alsoFollows] : [])]) {
      await asked(db(), { runId: one.id, tenantId, name, askKey: `${one.number} of ${name}`, chat: `a:${name}` });
    }
    await asked(db(), { runId: run.id, tenantId, name, askKey: `group of ${name}`, chat: '19:shared' });
    const mine = { runId: run.id, asker: person, askedAt: noon };
    await db()
      .transaction()
      .execute((tx) => addAsker(tx, mine));
    await writeSignIn(db(), person, `sealed for ${name}`);
    const attempt = { id: randomUUID(), person, sealed: `sealed for ${name}`, expiresAt: later(15 * minute) };
    await insertAttempt(db(), { ...attempt, stateHash: randomUUID() });
    await hasEverything(person, run);
    return { person, run };
  }

  /** A row of theirs in each table beside, in chats where they followed no run. */
  async function hasEverything({ tenantId, id: personId, name }: Person, { id: run, number }: Run) {
    const to = { tenant_id: tenantId, person_id: personId };
    for (const what of ['watch', 'schedule', 'notice'])
      await saveConversation(db(), chatOf(tenantId, `a:${what} of ${name}`));
    const json = '{}';
    const watch = {
      ...to,
      id: randomUUID(),
      number,
      conversation_id: `a:watch of ${name}`,
      ask_key: `watch of ${name}`,
    };
    await db()
      .insertInto('watch')
      .values({ ...watch, what: json, news: 'change', state: 'ended', ends_at: noon, muted_until: null })
      .execute();
    const schedule = { ...to, id: randomUUID(), number, conversation_id: `a:schedule of ${name}`, ask_key: name };
    const rule = { action: 'autopilot-sync', work: json, rule: json, zone: 'UTC', missed: 'skip', state: 'ended' };
    await db()
      .insertInto('schedule')
      .values({
        ...schedule,
        ...rule,
        revision: 1,
        made_at: noon,
        next_at: null,
        due_at: null,
        warned: false,
        last: null,
      })
      .execute();
    await notice({ personId, name, key: `of ${name}`, by: name, tenantId });
    await db()
      .insertInto('draft')
      .values({ ...to, id: randomUUID(), content: JSON.stringify(name), touched_at: noon })
      .execute();
    await db()
      .insertInto('told_once')
      .values({ ...to, what: `${name} knows` })
      .execute();
    const list = JSON.stringify({ serials: [name], repeated: 0, nonsense: [], skipped: 0 });
    await db()
      .insertInto('run_serials')
      .values({ ...to, run_id: run, conversation_id: `a:${name}`, list, due_at: null, give_up_at: null })
      .execute();
    const late = { ...to, id: randomUUID(), conversation_id: `a:${name}`, place: json, replaces: null, message: json };
    await db()
      .insertInto('late_answer')
      .values({ ...late, asked_at: noon })
      .execute();
  }

  type Told = Pick<Notice, 'tenantId' | 'personId' | 'key'> & { name: string; by: string };

  const notice = ({ tenantId, personId, key, name, by }: Told) =>
    insertNotice(db(), {
      ...{ tenantId, personId, key, askedAt: noon, dueAt: noon, conversationId: `a:notice of ${name}` },
      content: { kind: 'approval', number: 1, action: 'exchange-sync', how: 'approved', by, reason: null, until: noon },
    });

  /** Every row of the tenant, table by table, that has this text anywhere. */
  async function mentioning(tenantId: TenantId, text: string): Promise<string[]> {
    const found: string[] = [];
    for (const table of await tablesOfTenants()) {
      const query = sql<{
        row: string;
      }>`select t::text as row from ${sql.table(table)} as t where tenant_id = ${tenantId}`;
      const { rows } = await query.execute(db());
      found.push(...rows.filter(({ row }) => row.includes(text)).map(() => table));
    }
    return found;
  }

  const tablesOfTenants = async () => {
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'tenant_id' order by table_name`.execute(db());
    return rows.map(({ name }) => name);
  };
  const everywhere = [
    ...[
      'conversation',
      'draft',
      'late_answer',
      'notice',
      'person',
      'run',
      'run_asker',
      'run_follower',
      'run_serials',
      'schedule',
    ],
    ...['sign_in', 'sign_in_attempt', 'told_once', 'watch'],
  ];

  test('nothing of the person is left, in any table', async () => {
    const tenantId = newTenant();
    const { person } = await known(tenantId, 'Ana');
    expect([...new Set(await mentioning(tenantId, 'Ana'))]).toEqual(everywhere);
    await forget(person);
    expect(await mentioning(tenantId, 'Ana')).toEqual([]);
  });

  test('what others are told of goes on without the name', async () => {
    const tenantId = newTenant();
    const { person } = await known(tenantId, 'Ana');
    const { person: jon } = await known(tenantId, 'Jon');
    const id = await notice({ tenantId, personId: jon.id, key: 'to Jon', name: 'Jon', by: 'Ana' });
    await forget(person);
    expect(await mentioning(tenantId, 'Ana')).toEqual([]);
    expect(await findNotice(db(), id ?? '')).toMatchObject({ content: { kind: 'approval', by: '—' } });
  });

  test('their runs stay for the others, without a name', async () => {
    const tenantId = newTenant();
    const { person, run } = await known(tenantId, 'Ana');
    await db().updateTable('run').set({ cancelled_by: 'Ana', ended_at: noon }).where('id', '=', run.id).execute();
    await forget(person);
    const left = await findRun(db(), run.id);
    expect(left).toMatchObject({ number: run.number, action: run.action, cancelledBy: null, endedAt: noon });
    expect(left?.asker).toMatchObject({ tenantId, name: '—' });
    expect(left?.targets).toEqual(run.targets);
  });

  test('nobody else’s is touched: not in the same tenant, nor who has the same id in another', async () => {
    const [tenantId, elsewhere] = [newTenant(), newTenant()];
    const ana = await known(tenantId, 'Ana');
    const jon = await known(tenantId, 'Jon', ana.run);
    await known(elsewhere, 'Ana');
    const before = { jon: await mentioning(tenantId, 'Jon'), ana: await mentioning(elsewhere, 'Ana') };
    await forget(ana.person);
    expect(await mentioning(tenantId, 'Jon')).toEqual(before.jon);
    expect(await mentioning(elsewhere, 'Ana')).toEqual(before.ana);
    expect((await findRun(db(), jon.run.id))?.asker.name).toBe('Jon');
  });

  test('whoever follows a run of theirs goes on following it, in their own chat and in the shared one', async () => {
    const tenantId = newTenant();
    const { person, run } = await known(tenantId, 'Ana');
    await known(tenantId, 'Jon', run);
    await asked(db(), { runId: run.id, tenantId, name: 'Jon', askKey: 'Jon in the group', chat: '19:shared' });
    await forget(person);
    const followers = await followersOf(db(), run.id);
    // Both were asked for at the same moment.
    expect(followers.map(({ personId, where }) => `${personId} in ${where.id}`).sort()).toEqual([
      'id of Jon in 19:shared',
      'id of Jon in a:Jon',
    ]);
  });

  test('what others read in a shared chat goes on following their run, in the same language and without them', async () => {
    const tenantId = newTenant();
    const { person, run } = await known(tenantId, 'Ana');
    const board = { runId: run.id, tenantId, name: 'Ana', askKey: 'board of Ana', chat: '19:shared', cardId: 'board' };
    await asked(db(), board);
    await sql`update conversation set kind = 'groupChat' where tenant_id = ${tenantId} and id = '19:shared'`.execute(
      db(),
    );
    const [before] = (await followersOf(db(), run.id)).filter(({ cardId }) => cardId === 'board');
    await forget(person);
    expect(await mentioning(tenantId, 'Ana')).toEqual([]);
    const [after, ...more] = await followersOf(db(), run.id);
    expect(more).toEqual([]);
    expect(after).toEqual({ ...before, personId: expect.stringMatching(/^deleted /) });
    expect(await waitingFor(db(), run.id)).toEqual({ first: [], count: 0 });
  });

  test('a chat of somebody else stays, also where nothing follows a run any more', async () => {
    const tenantId = newTenant();
    const { person } = await known(tenantId, 'Ana');
    await saveConversation(db(), chatOf(tenantId, 'a:Jon'));
    await forget(person);
    expect(await mentioning(tenantId, 'a:Jon')).toEqual(['conversation']);
  });

  test('forgotten twice, or never known: nothing happens', async () => {
    const tenantId = newTenant();
    const { person } = await known(tenantId, 'Ana');
    await forget(person);
    const before = await recentRuns(db(), tenantId, 10);
    await forget(person);
    await forget(personOf(tenantId, 'Nobody'));
    expect(await recentRuns(db(), tenantId, 10)).toEqual(before);
  });

  test('whoever comes back begins anew', async () => {
    const tenantId = newTenant();
    const { person, run } = await known(tenantId, 'Ana');
    await forget(person);
    await written(store(), tenantId, { asker: person, joinKey: 'again' });
    expect((await recentRuns(db(), tenantId, 10)).map(({ asker }) => asker.name)).toEqual(['Ana', '—']);
    expect((await findRun(db(), run.id))?.asker.name).toBe('—');
  });
});
