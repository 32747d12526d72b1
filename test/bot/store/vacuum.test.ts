import { sql } from 'kysely';
import { openStore, type Store } from '../../../bot/store/open.ts';
import { vacuum } from '../../../bot/store/vacuum.ts';
import { readyMemory } from '../../helpers/ready.ts';

let store: Store;

beforeAll(async () => {
  store = await openStore(await readyMemory());
});
afterAll(() => store.close());

async function pages(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select (pg_relation_size('told_once') / 8192)::int as n`.execute(store.db);
  return rows[0]?.n ?? 0;
}

const someCome = () =>
  sql`insert into told_once (tenant_id, person_id, what)
    select 'contoso', i::text, repeat('something ', 20) from generate_series(1, 1000) as i`.execute(store.db);
const allGo = () => sql`delete from told_once`.execute(store.db);

test('the embedded database gives back the room of what was deleted', async () => {
  await someCome();
  await allGo();
  expect(await pages()).toBeGreaterThan(0);
  await vacuum(store.engine);
  expect(await pages()).toBe(0);
});

test('cleaning waits for a change under way, and the change for nothing', async () => {
  let cleaned: Promise<void> | undefined;
  await store.db.transaction().execute(async (tx) => {
    cleaned = vacuum(store.engine);
    await sql`insert into told_once (tenant_id, person_id, what) values ('contoso', 'kim', 'once')`.execute(tx);
  });
  await cleaned;
  expect((await sql`select 1 from told_once`.execute(store.db)).rows).toHaveLength(1);
});
