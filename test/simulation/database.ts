import type { KyselyPlugin } from 'kysely';
import { sql } from 'kysely';
import type { Db, Store, Tx } from '../../bot/store/open.ts';
import { alive, Died, type Life, type Meetings } from './meetings.ts';

/** What is done once a transaction has held. */
export type AfterCommit = (tx: Tx | Db, act: () => void) => void;

/** The real database as one process of it sees it: it can die, or be overtaken, after each statement and each transaction. */
export function databaseOf(store: Store, life: Life, meetings: Meetings): { db: Db; afterCommit: AfterCommit } {
  const waiting = new WeakMap<object, (() => void)[]>();

  async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    await meetings.meet(life, 'a transaction begins');
    const acts: (() => void)[] = [];
    const answer = await store.db.transaction().execute(async (tx) => {
      waiting.set(tx, acts);
      const done = await work(tx);
      diesHere(life);
      return done;
    });
    for (const act of acts) act();
    await meetings.meet(life, 'a transaction has held');
    return answer;
  }

  const plain = store.db.withPlugin(statementPlugin(life, meetings));
  const db = new Proxy(plain, {
    get(target, name) {
      if (name === 'transaction') return () => ({ execute: transaction });
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return {
    db,
    afterCommit(tx, act) {
      const acts = waiting.get(tx);
      if (acts) acts.push(act);
      else act();
    },
  };
}

/** Before it has held, so that nothing of it is there afterwards. */
function diesHere(life: Life): void {
  if (!life.diesInTransaction) return;
  life.isOver = true;
  throw new Died();
}

const statementPlugin = (life: Life, meetings: Meetings): KyselyPlugin => ({
  transformQuery({ node }) {
    alive(life);
    return node;
  },
  async transformResult({ result }) {
    // Nobody can tell whether one came before or after a read.
    if (result.numAffectedRows !== undefined && result.numAffectedRows > 0n)
      await meetings.meet(life, 'a row is written');
    else alive(life);
    return result;
  },
});

/** Every row of every table of ours, as for another story. Most tables of a story are empty, and `truncate` takes its time on each. */
export async function empty({ db }: Store): Promise<void> {
  await sql`do $$
    declare name text; filled boolean; names text[];
    begin
      for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
        execute format('select exists (select from %I)', name) into filled;
        if filled then names := names || quote_ident(name); end if;
      end loop;
      if names is not null then execute 'truncate ' || array_to_string(names, ', ') || ' cascade'; end if;
    end $$`.execute(db);
}
