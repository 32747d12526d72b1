import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { openKept } from '../../bot/identity/kept.ts';
import { openSeal } from '../../bot/identity/seal.ts';
import type { Db } from '../../bot/store/open.ts';
import { readSignIn } from '../../bot/store/sign-ins.ts';
import { personOf } from '../bot/identity/people.ts';
import { type Home, onEachHome } from '../helpers/homes.ts';
import { openTenantDesk, type TenantDesk } from '../helpers/tenant-desk.ts';
import type { TenantPerson } from '../helpers/tenant-person.ts';

/** Somebody who can write to the database, but has no key; and whoever runs the bot, who changes the key. */

const elsewhere = randomUUID();
const newKey = () => randomBytes(32).toString('base64');
const clock = /^Autopilot clock$/m;

/** One bot after the other in the same home and the same world. */
type Bots = {
  desk(): TenantDesk;
  /** Stops the bot, lets somebody at its rows, and starts it again. */
  restarts(how: { key: string; spoil?: (db: Db) => Promise<void> }): Promise<void>;
  close(): Promise<void>;
};

async function openBots(home: Home, firstKey: string): Promise<Bots> {
  const first = await openTenantDesk({ ...home.options, env: envOf(firstKey) });
  const { entra, graph, connector } = first;
  entra.registration.redirectUris.add(`${publicUrl}/sign-in/done`);
  let desk = first;
  let stop = () => first.app.close();
  return {
    desk: () => desk,
    async restarts({ key, spoil }) {
      await stop();
      if (spoil) await home.inside(spoil);
      desk = await openTenantDesk({ entra, graph, connector, ...home.options, env: envOf(key) });
      stop = desk.close;
    },
    async close() {
      await stop();
      for (const part of [connector, graph, entra]) await part.close();
      await home.remove();
    },
  };
}
