import { openDatabase, openFolder } from '../helpers/homes.ts';
import { expectNothingLost } from './holds.ts';
import { openServer, programs } from './server.ts';
import { playFaults } from './story.ts';

/** `npm run faults`: minutes of kill -9, on a machine that has little else to do. */

const minutesAtMost = 10 * 60_000;
const onServer = programs ? test : test.skip;

onServer(
  'three processes on PostgreSQL: a minute of kill -9, and the database goes away twice',
  async () => {
    const server = await openServer(programs ?? '');
    try {
      const home = await openDatabase(server.url);
      const told = await playFaults(
        { processes: 3, runs: 200, kills: 60, seconds: 60, restarts: 2 },
        { env: home.env, restarts: server.restarts },
      );
      expectNothingLost(told, 200);
    } finally {
      await server.close();
    }
  },
  minutesAtMost,
);

test(
  'one process with the embedded database, killed twenty times',
  async () => {
    const home = await openFolder();
    try {
      const told = await playFaults(
        { processes: 1, runs: 200, kills: 20, seconds: 240, restarts: 0 },
        { env: home.env, restarts: async () => {} },
      );
      expectNothingLost(told, 200);
    } finally {
      await home.remove();
    }
  },
  minutesAtMost,
);
