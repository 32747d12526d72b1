/** Statements keep their names in the embedded database; nobody who asks something should notice. */
import { sql } from 'kysely';
import { openStore, type Store } from '../../../bot/store/open.ts';
import { readyMemory } from '../../helpers/ready.ts';

let store: Store;

beforeAll(async () => {
  store = await openStore(await readyMemory());
  await sql`create table thing (name text)`.execute(store.db);
});
afterAll(() => store.close());

const named = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(store.db);
  return rows.map(({ statement }) => statement);
};
const things = async (): Promise<unknown[]> => (await sql`select * from thing`.execute(store.db)).rows;
const add = (db: Store['db'], name: string) => sql`insert into thing (name) values (${name})`.execute(db);

test('A statement that is asked again is not parsed again', async () => {
  for (const name of ['one', 'two', 'three']) await add(store.db, name);
  expect((await named()).filter((one) => one.startsWith('insert into thing'))).toHaveLength(1);
  expect(await things()).toEqual([{ name: 'one' }, { name: 'two' }, { name: 'three' }]);
});

test('Each of two statements in turn gets its own values', async () => {
  const [numbers, texts] = [[] as unknown[], [] as unknown[]];
  for (const value of [1, 2, 3]) {
    numbers.push((await sql`select ${value}::int as value`.execute(store.db)).rows[0]);
    texts.push((await sql`select ${`${value} é`}::text as value`.execute(store.db)).rows[0]);
  }
  expect(numbers).toEqual([{ value: 1 }, { value: 2 }, { value: 3 }]);
  expect(texts).toEqual([{ value: '1 é' }, { value: '2 é' }, { value: '3 é' }]);
});

test('What fails says why, and the next statement is not touched by it', async () => {
  const divided = (by: number) => sql<{ half: number }>`select 8 / ${by}::int as half`.execute(store.db);
  await expect(divided(0)).rejects.toMatchObject({ code: '22012' });
  await expect(sql`select nothing from thing`.execute(store.db)).rejects.toMatchObject({ code: '42703' });
  expect((await divided(2)).rows).toEqual([{ half: 4 }]);
});

test('A transaction that fails takes nothing with it but its own changes', async () => {
  const before = await things();
  const failed = store.db.transaction().execute(async (tx) => {
    await add(tx, 'four');
    await sql`select * from thing where name = ${'new here'}`.execute(tx);
    throw new Error('on purpose');
  });
  await expect(failed).rejects.toThrow('on purpose');
  const again = await sql`select * from thing where name = ${'one'}`.execute(store.db);
  expect([await things(), again.rows]).toEqual([before, [{ name: 'one' }]]);
});

test('After a table has changed its statements are understood anew', async () => {
  await things();
  await sql`alter table thing add column colour text`.execute(store.db);
  await expect(things()).rejects.toThrow('cached plan must not change result type');
  expect((await things())[0]).toEqual({ name: 'one', colour: null });
});

test('However many statements there are, and however often, the database keeps few of them', async () => {
  for (let i = 0; i < 400; i++) await sql.raw(`select ${i}`).execute(store.db);
  for (let i = 0; i < 1_200; i++) await sql`select ${'the same'}::text`.execute(store.db);
  const kept = await named();
  expect(kept.length).toBeLessThanOrEqual(301);
  expect(kept.filter((one) => one === 'select $1::text')).toHaveLength(1);
});
