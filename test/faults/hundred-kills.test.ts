import { expectNothingLost } from './holds.ts';
import { onServer } from './server.ts';
import { playFaults } from './story.ts';

/** `npm run faults -- hundred-kills` */

onServer(
  'three processes on PostgreSQL, a hundred kill -9 in a row over all that people may want: nothing lost, nothing doubled',
  async (scene) => {
    const faults = { processes: 3, runs: 120, kills: 100, seconds: 400, restarts: 0, mixed: true };
    const told = await playFaults(faults, scene);
    expectNothingLost(told, 120);
    expect(told.kills).toBe(100);
  },
  15 * 60_000,
);
