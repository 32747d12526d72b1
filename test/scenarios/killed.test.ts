import { expectNothingLost } from '../faults/holds.ts';
import { onServer } from '../faults/server.ts';
import { playFaults } from '../faults/story.ts';
import { anotherTenantIn } from '../helpers/other-tenant.ts';

/** A short one of the stories that `npm run faults` tells for minutes. */

onServer(
  'two processes on PostgreSQL are killed again and again, and the database goes away: all is done once and told once',
  async (scene) => {
    const other = await anotherTenantIn({ kind: 'postgres', url: scene.env['DATABASE_URL'] ?? '' });
    expectNothingLost(await playFaults({ processes: 2, runs: 24, kills: 6, seconds: 60, restarts: 1 }, scene), 24);
    await other.staysApart(null);
    await other.close();
  },
  240_000,
);
