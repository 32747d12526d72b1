import { onPostgres, openEmptyFolder } from '../helpers/homes.ts';
import { goesOn } from './story.ts';

/** Of the earlier versions the first, one from the middle and one of late; `npm run faults -- upgrade` starts on each. */

const withinMs = 180_000;

onPostgres((open) => {
  test.each(['0001-runs', '0014-outbox-shares'])(
    'what the tables of %s held is done once, told once, and can be read',
    async (version) => goesOn(await open(), version),
    withinMs,
  );
});

test('the same in a folder', async () => goesOn(await openEmptyFolder(), '0008-watches'), withinMs);
