import { type Desk, openDesk } from '../helpers/desk.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';

/** One desk for all tests of a file, which start over on it. */
export function deskForEach(open: () => Promise<Desk> = openDesk): () => Desk {
  let opened: Desk | null = null;
  const desk = () => {
    if (!opened) throw new Error('the desk is opened before the first test, not while tests are described');
    return opened;
  };
  beforeAll(async () => {
    opened = await open();
  }, 120_000);
  beforeEach(() => desk().startsOver());
  besideAnotherTenant(() => [desk()]);
  afterAll(() => opened?.close());
  return desk;
}
