import { expectNothingLost } from '../faults/holds.ts';
import { onServer } from '../faults/server.ts';
import { playFaults } from '../faults/story.ts';

/** A short one of the stories that `npm run faults` tells for minutes. */

onServer(
  'two processes on PostgreSQL are killed again and again, and the database goes away: all is done once and told once',
  async (scene) => {
    expectNothingLost(await playFaults({ processes: 2, runs: 24, kills: 6, seconds: 60, restarts: 1 }, scene), 24);
  },
  240_000,
);
