import { openFolder } from '../helpers/homes.ts';
import { expectNothingLost } from './holds.ts';
import { onServer } from './server.ts';
import { playFaults } from './story.ts';

/** `npm run faults`: minutes of kill -9, on a machine that has little else to do. */

const minutesAtMost = 14 * 60_000;

onServer(
  'three processes on PostgreSQL: sixty times kill -9, one a second, and the database goes away twice',
  async (scene) => {
    const told = await playFaults({ processes: 3, runs: 200, kills: 60, seconds: 420, restarts: 2 }, scene);
    expectNothingLost(told, 200);
    expect([told.kills, told.restarts]).toEqual([60, 2]);
  },
  minutesAtMost,
);

test(
  'one process with the embedded database, killed twenty times',
  async () => {
    const { env, remove } = await openFolder();
    try {
      const faults = { processes: 1, runs: 200, kills: 20, seconds: 420, restarts: 0 };
      const told = await playFaults(faults, { env, restarts: async () => {} });
      expectNothingLost(told, 200);
      expect(told.kills).toBe(20);
    } finally {
      await remove();
    }
  },
  minutesAtMost,
);
