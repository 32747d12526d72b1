import { Client } from 'pg';
import { openChild } from './children.ts';
import { openDatabase } from './fan-out-database.ts';
import { setTimeout as wait } from 'node:timers/promises';
for (const side of ['plain', 'ours']) for (const n of [1, 2]) {
  const db = (await openDatabase())!;
  const children = []; for (let i = 0; i < n; i++) { const c = openChild(`test/bench/steps-${side}.ts`, { env: db.env }); await c.prints(/ready/); children.push(c); }
  const client = new Client({ connectionString: db.env['DATABASE_URL'] }); await client.connect();
  const commits = async () => { await wait(1500); const { rows } = await client.query("select xact_commit::int c, xact_rollback::int r, tup_fetched::int f, tup_returned::int t, blks_hit::int b from pg_stat_database where datname = current_database()"); return rows[0]; };
  for (const kind of side === 'ours' ? ['nothing', 'nothing', 'row', 'row'] : ['nothing', 'nothing']) {
    for (const c of children) await c.ask('kind', kind);
    const runId = await children[0].ask('newRun', 2000);
    const b = await commits(); const cpu0 = (await Promise.all(children.map((c) => c.used()))).reduce((s, u) => s + u.cpuMs, 0); const t0 = performance.now();
    await children[0].ask('sendAll', { runId, count: 2000 });
    let done: number[] = []; do { await wait(20); done = await Promise.all(children.map((c) => c.ask<number>('count'))); } while (done.reduce((s, x) => s + x) < 2000);
    const sec = (performance.now() - t0) / 1000; const cpu = (await Promise.all(children.map((c) => c.used()))).reduce((s, u) => s + u.cpuMs, 0) - cpu0;
    const a = await commits(); for (const c of children) await c.ask('worked');
    console.log(side, n, kind, { perS: Math.round(2000 / sec), cpu: +(cpu / 2000).toFixed(2), commits: +((a.c - b.c) / 2000).toFixed(2), rollbacks: a.r - b.r, tupReturned: Math.round((a.t - b.t) / 2000), blks: Math.round((a.b - b.b) / 2000), done });
  }
  await client.end(); for (const c of children) await c.stop(); await db.drop();
}
process.exit(0);
