/**
 * `node build.ts <folder>`: an embedded database as a bot leaves it that was started once and stopped, in a folder and as a dump. The
 * dump is unpacked some hundred times: it goes without the two databases that new ones are copied from, half of its files.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../../bot/ports.ts';
import { openQueue } from '../../../bot/runs/queue.ts';
import { openStore } from '../../../bot/store/open.ts';
// Compiled for the processes that tests start.
import '../../../bot/app.ts';

const out = process.argv[2];
if (!out) throw new Error('Say where to: node build.ts <folder>');

const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };
const store = await openStore({ kind: 'folder', path: join(out, 'folder') });
if (store.engine.kind !== 'pglite') throw new Error('Only PGlite can be dumped');
const queue = await openQueue(store.engine, { clock: { now: () => new Date() }, log: quiet });
await queue.stop();
await store.engine.pglite.exec('update pg_database set datistemplate = false where datname <> current_database()');
for (const template of ['template0', 'template1']) await store.engine.pglite.exec(`drop database ${template}`);
const dump = await store.engine.pglite.dumpDataDir('none');
await writeFile(join(out, 'dump.tar'), Buffer.from(await dump.arrayBuffer()));
await store.close();
