/** The yardstick: pg-boss as its manual says, woken by notifications, with a step that does nothing and wakes its worker. */
import { randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { fromPglite, PgBoss } from 'pg-boss';
import { placeOf } from './steps-place.ts';
import { answerWith, type Step } from './steps-queue.ts';
import { sideBySide } from './steps-scale.ts';

const queue = 'start';
const boss = new PgBoss({ ...(await databaseOf()), useListenNotify: true, schedule: false });
boss.on('error', (error) => console.error(error));
await boss.start();
await boss.createQueue(queue, { notify: true });

await answerWith({
  newRun: async () => randomUUID(),
  async sendAll(steps) {
    await boss.insert(
      queue,
      steps.map((data) => ({ data })),
    );
  },
  async send(step) {
    await boss.send(queue, step);
  },
  async work(handler) {
    for (let i = 0; i < sideBySide; i++) {
      const id: string = await boss.work<Step>(queue, async ([job]) => {
        boss.notifyWorker(id);
        if (job) await handler(job.data);
      });
    }
  },
  change: () => Promise.reject(new Error('plain pg-boss has no rows of runs')),
});

async function databaseOf() {
  const place = placeOf(process.env);
  if (place.kind === 'postgres') return { connectionString: place.url };
  const folder = place.kind === 'folder' ? { dataDir: place.path } : {};
  return { db: fromPglite(await PGlite.create(folder)), backend: 'pglite' as const };
}
