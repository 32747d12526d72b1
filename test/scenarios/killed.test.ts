import { expectNothingLost } from '../faults/holds.ts';
import { openServer, programs } from '../faults/server.ts';
import { playFaults } from '../faults/story.ts';
import { openDatabase } from '../helpers/homes.ts';

/** A short one of the stories that `npm run faults` tells for minutes. */

const onServer = programs ? test : test.skip;
const why = programs
  ? ''
  : ' (skipped: there is no PostgreSQL on this machine to start one of our own; .ci/run installs it)';

onServer(
  `two processes on PostgreSQL are killed again and again, and the database goes away: all is done once and told once${why}`,
  async () => {
    const server = await openServer(programs ?? '');
    try {
      const home = await openDatabase(server.url);
      const told = await playFaults(
        { processes: 2, runs: 24, kills: 6, seconds: 15, restarts: 1 },
        { env: home.env, restarts: server.restarts },
      );
      expectNothingLost(told, 24);
    } finally {
      await server.close();
    }
  },
  240_000,
);
