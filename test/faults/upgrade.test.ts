import { migrations } from '../../bot/store/migrate.ts';
import { type Home, onPostgres, openEmptyFolder } from '../helpers/homes.ts';
import { goesOn } from '../upgrade/story.ts';

/** `npm run faults -- upgrade`: from every earlier version of the tables. */

const fromEach = (open: () => Promise<Home>) =>
  test.each(Object.keys(migrations).slice(0, -1))(
    'what the tables of %s held is done once, told once, and can be read',
    async (version) => goesOn(await open(), version),
    180_000,
  );

describe('in a folder', () => fromEach(openEmptyFolder));
onPostgres(fromEach);
