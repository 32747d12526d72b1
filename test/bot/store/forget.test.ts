import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Person, TenantId } from '../../../bot/ports.ts';
import { followersOf } from '../../../bot/store/followers.ts';
import { openForget } from '../../../bot/store/forget.ts';
import { saveConversation } from '../../../bot/store/people.ts';
import { recentRuns } from '../../../bot/store/recent-runs.ts';
import { findRun } from '../../../bot/store/runs.ts';
import { insertAttempt } from '../../../bot/store/sign-in-attempts.ts';
import { writeSignIn } from '../../../bot/store/sign-ins.ts';
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
    await writeSignIn(db(), person, `sealed for ${name}`);
    const attempt = { id: randomUUID(), person, sealed: `sealed for ${name}`, expiresAt: later(15 * minute) };
    await insertAttempt(db(), { ...attempt, stateHash: randomUUID() });
    return { person, run };
  }

  /** Every row of the tenant, table by table, that has this text anywhere. */
  async function mentioning(tenantId: TenantId, text: string): Promise<string[]> {
    const found: string[] = [];
    for (const table of ['person', 'conversation', 'run', 'run_target', 'run_follower', 'sign_in', 'sign_in_attempt']) {
      const query = sql<{
        row: string;
      }>`select t::text as row from ${sql.table(table)} as t where tenant_id = ${tenantId}`;
      const { rows } = await query.execute(db());
      found.push(...rows.filter(({ row }) => row.includes(text)).map(() => table));
    }
    return found;
  }
  const everywhere = ['person', 'conversation', 'run', 'run_follower', 'run_follower', 'sign_in', 'sign_in_attempt'];

  test('nothing of the person is left, in any table', async () => {
    const tenantId = newTenant();
    const { person } = await known(tenantId, 'Ana');
    expect(await mentioning(tenantId, 'Ana')).toEqual(everywhere);
    await forget(person);
    expect(await mentioning(tenantId, 'Ana')).toEqual([]);
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
    expect(followers.map(({ personId, where }) => [personId, where.id])).toEqual([
      ['id of Jon', 'a:Jon'],
      ['id of Jon', '19:shared'],
    ]);
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
