import { openFolder } from '../helpers/homes.ts';
import { expectNothingLost } from './holds.ts';
import { onServer } from './server.ts';
import { playFaults } from './story.ts';

/** `npm run faults`: minutes of kill -9, on a machine that has little else to do. */

const minutesAtMost = 10 * 60_000;

onServer(
  'three processes on PostgreSQL: a minute of kill -9, and the database goes away twice',
  async (scene) => {
    expectNothingLost(await playFaults({ processes: 3, runs: 200, kills: 60, seconds: 60, restarts: 2 }, scene), 200);
  },
  minutesAtMost,
);

test(
  'one process with the embedded database, killed twenty times',
  async () => {
    const { env, remove } = await openFolder();
    try {
      const faults = { processes: 1, runs: 200, kills: 20, seconds: 240, restarts: 0 };
      expectNothingLost(await playFaults(faults, { env, restarts: async () => {} }), 200);
    } finally {
      await remove();
    }
  },
  minutesAtMost,
);
