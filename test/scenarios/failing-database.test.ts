import { openLexicon } from '../../cards/words/index.ts';
import { playCells } from '../faults/matrix/cell.ts';
import { wrongWith } from '../faults/matrix/holds.ts';
import { type FaultyWorld, openFaultyWorld } from '../faults/matrix/world.ts';
import { anotherTenantIn } from '../helpers/other-tenant.ts';

/** One of the cells of `npm run faults -- matrix`; on PGlite nothing lies between the bot and its database that could break. */

const server = process.env['TEST_DATABASE_URL'];
const { say } = openLexicon()('en', 'Europe/Berlin');

(server ? test : test.skip)(
  'connections to the database break just as Intune is asked to start: people read that nothing can be kept, and it goes on by itself',
  async () => {
    const cell = { part: 'database', fault: 'resets', action: 'autopilot' } as const;
    const [told] = await playCells([cell], await besideAnother(await openFaultyWorld(server ?? '')), 6_000);
    if (!told) throw new Error('nothing was told');
    expect({ ...told, wrong: wrongWith(told) }).toMatchObject({ wrong: [], starts: 1, messages: 1 });
    expect(told.asked).toContain(say('trouble.unkept.title'));
    expect(told.verdict).toContain(say('status.done'));
  },
  240_000,
);

/** Looked at before the world is closed, and its database with it. */
async function besideAnother(world: FaultyWorld): Promise<FaultyWorld> {
  const other = await anotherTenantIn({ kind: 'postgres', url: world.databaseUrl });
  return {
    ...world,
    async close() {
      try {
        await other.staysApart(world.connector);
      } finally {
        await other.close();
        await world.close();
      }
    },
  };
}
