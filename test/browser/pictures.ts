import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, 'pictures');

/** `PICTURES=no` where nobody will look at them: a hundred and more take a minute. */
const isWanted = process.env['PICTURES'] !== 'no';

/** What is to be seen, for people to look at: kept in `test/browser/pictures`. */
export async function keepsPicture(name: string, take: (path: string) => Promise<unknown>): Promise<void> {
  if (!isWanted) return;
  mkdirSync(folder, { recursive: true });
  await take(join(folder, `${name}.png`));
}
