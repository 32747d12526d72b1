import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { openKept } from '../../bot/identity/kept.ts';
import { openSeal } from '../../bot/identity/seal.ts';
import type { Db } from '../../bot/store/open.ts';
import { readSignIn } from '../../bot/store/sign-ins.ts';
import { personOf } from '../bot/identity/people.ts';
import { openConnector } from '../helpers/connector.ts';
import { openEntra } from '../helpers/entra.ts';
import { type Home, onEachHome } from '../helpers/homes.ts';
import { openSignedGraph } from '../helpers/signed-graph.ts';
import { openTenantDesk, type TenantDesk } from '../helpers/tenant-desk.ts';
import type { TenantPerson } from '../helpers/tenant-person.ts';

/** Somebody who can write to the database but has no key, and whoever runs the bot and changes the key. */

const elsewhere = randomUUID();
const newKey = () => randomBytes(32).toString('base64');
const clock = /^Autopilot clock$/m;

/** One bot after the other, in the same home and the same world. */
type Bots = {
  desk(): TenantDesk;
  /** Stops the bot, lets somebody at its rows, and starts it again. */
  restarts(key: string, spoil?: (db: Db) => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

async function openBots(home: Home, firstKey: string): Promise<Bots> {
  const entra = await openEntra();
  const graph = await openSignedGraph(entra);
  const connector = await openConnector(entra.complaintAboutBot);
  const starts = (key: string) => {
    const env = { SECRET_KEY: key, ALLOWED_TENANTS: `${entra.registration.tenantId},${elsewhere}` };
    return openTenantDesk({ entra, graph, connector, ...home.options, env });
  };
  let desk = await starts(firstKey);
  return {
    desk: () => desk,
    async restarts(key, spoil) {
      await desk.close();
      if (spoil) await home.inside(spoil);
      graph.visits.length = 0;
      entra.requests.length = 0;
      desk = await starts(key);
    },
    async close() {
      await desk.close();
      for (const part of [connector, graph, entra]) await part.close();
      await home.remove();
    },
  };
}

const signedIn = async (person: TenantPerson) => {
  await person.says('autopilot');
  expect((await person.signsIn('silently')).status).toBe(200);
  await person.sees(clock);
};

const linkOf = (person: TenantPerson) => person.signInCard().signIn.buttons[0]?.value ?? '';
const offerOf = (person: TenantPerson) => person.signInCard().signIn.tokenExchangeResource?.id ?? '';

/** The page of an offer that another process of the bot made, at another address. */
const pageOf = (bots: Bots, person: TenantPerson) =>
  person.opensLink(`${bots.desk().app.url}/sign-in/start${new URL(linkOf(person)).search}`);

/** How often Entra was asked in somebody's name, as against the bot's own. */
const askedForPeople = (bots: Bots) => bots.desk().entra.requests.filter(({ person }) => person !== null).length;

/** Error lines about this person. */
const errorsAbout = ({ logged }: TenantDesk, { account }: TenantPerson) =>
  logged.filter(({ level, details }) => level === 'error' && JSON.stringify(details).includes(account.id));

type Table = 'sign_in' | 'sign_in_attempt';
type Column = 'sealed' | 'provisional';

const sealedOf = async (db: Db, where: [Table, Column], { account }: TenantPerson): Promise<string> => {
  const [table, column] = where;
  const query = sql<{
    text: string;
  }>`select ${sql.ref(column)} as text from ${sql.table(table)} where person_id = ${account.id}`;
  return (await query.execute(db)).rows[0]?.text ?? '';
};

async function write(db: Db, where: [Table, Column], { person, text }: { person: TenantPerson; text: string }) {
  const [table, column] = where;
  expect(text).not.toBe('');
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${text} where person_id = ${person.account.id}`.execute(
    db,
  );
}

async function swap(db: Db, where: [Table, Column], [one, other]: [TenantPerson, TenantPerson]): Promise<void> {
  const [first, second] = [await sealedOf(db, where, one), await sealedOf(db, where, other)];
  await write(db, where, { person: one, text: second });
  await write(db, where, { person: other, text: first });
}

function withOneBitChanged(sealed: string): string {
  const [name, body = ''] = sealed.split('.');
  const bytes = Buffer.from(body, 'base64url');
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return `${name}.${bytes.toString('base64url')}`;
}

onEachHome((open) => {
  describe('rows that somebody has changed', () => {
    let bots: Bots;
    const key = newKey();
    const person = (name: string, tenantId?: string) => bots.desk().person(name, undefined, tenantId);
    const rows: [Table, Column] = ['sign_in', 'sealed'];
    const attempts: [Table, Column] = ['sign_in_attempt', 'sealed'];
    const tokens: [Table, Column] = ['sign_in_attempt', 'provisional'];
    const codes = new Map<string, string>();

    beforeAll(async () => {
      bots = await openBots(await open(), key);
      for (const name of ['Ana', 'Jon', 'Kim', 'Lea', 'Pia']) await signedIn(person(name));
      await signedIn(person('Rui', elsewhere));
      for (const name of ['Max', 'Ned', 'Ole', 'Tom']) await person(name).says('autopilot');
      for (const name of ['Una', 'Vic']) {
        await person(name).says('autopilot');
        codes.set(name, (await person(name).opensLink(linkOf(person(name)))).code ?? '');
      }
      await bots.restarts(key, spoil);
    });
    afterAll(() => bots.close());

    async function spoil(db: Db): Promise<void> {
      await swap(db, rows, [person('Ana'), person('Jon')]);
      await swap(db, attempts, [person('Max'), person('Ned')]);
      await swap(db, tokens, [person('Una'), person('Vic')]);
      const ofKim = await sealedOf(db, rows, person('Kim'));
      await write(db, rows, { person: person('Kim'), text: withOneBitChanged(ofKim) });
      await write(db, rows, { person: person('Lea'), text: await sealedOf(db, rows, person('Rui', elsewhere)) });
      const ofOle = await sealedOf(db, attempts, person('Ole'));
      await write(db, attempts, { person: person('Ole'), text: withOneBitChanged(ofOle) });
    }

    test.each([
      ['Ana', 'swapped with Jon’s'],
      ['Jon', 'swapped with Ana’s'],
      ['Kim', 'with one bit changed'],
      ['Lea', 'moved here from somebody of another tenant'],
    ])('%s’s sign-in, %s: they are asked to sign in, and nobody acts for anybody', async (name) => {
      const ana = person(name);
      const { graph } = bots.desk();
      const before = [graph.visits.length, askedForPeople(bots)];
      const asked = ana.messages().length;
      await ana.says('autopilot');
      expect(ana.messages().slice(asked)).toEqual([ana.signInCard()]);
      expect([graph.visits.length, askedForPeople(bots)]).toEqual(before);
      expect(errorsAbout(bots.desk(), ana)).toHaveLength(1);
      await ana.signsIn('silently');
      await ana.sees(clock);
      expect(new Set(graph.visits.slice(before[0]).map(({ oid }) => oid))).toEqual(new Set([ana.account.id]));
      expect(errorsAbout(bots.desk(), ana)).toHaveLength(1);
    });

    test('whose rows were left alone, they notice nothing', async () => {
      for (const untouched of [person('Pia'), person('Rui', elsewhere)]) {
        await untouched.says('autopilot');
        await untouched.sees(clock);
        expect(errorsAbout(bots.desk(), untouched)).toEqual([]);
      }
    });

    test.each([
      ['Max', 'swapped with Ned’s'],
      ['Ned', 'swapped with Max’s'],
      ['Ole', 'with one bit changed'],
    ])('%s’s offer, %s: it counts as expired, in silence and on the page, and a new one works', async (name) => {
      const max = person(name);
      const before = askedForPeople(bots);
      const [answered] = await max.tokenExchange(offerOf(max));
      expect([answered?.status, answered?.body?.failureDetail]).toEqual([412, 'expired-offer']);
      expect(errorsAbout(bots.desk(), max)).toHaveLength(1);
      const page = await pageOf(bots, max);
      expect([page.status, page.code, page.visited]).toEqual([403, null, [page.url]]);
      expect(errorsAbout(bots.desk(), max)).toHaveLength(2);
      expect(askedForPeople(bots)).toBe(before);
      await signedIn(max);
    });

    test.each([
      ['Una', 'Vic'],
      ['Vic', 'Una'],
    ])('the tokens that waited for %s’s code, swapped with %s’s: the code signs in neither', async (name, other) => {
      const [una, vic] = [person(name), person(other)];
      const before = bots.desk().graph.visits.length;
      expect((await una.verifyState(codes.get(name) ?? '')).status).toBe(412);
      expect(errorsAbout(bots.desk(), una)).toHaveLength(1);
      expect((await vic.verifyState(codes.get(name) ?? '')).status).toBe(412);
      for (const one of [una, vic]) {
        await one.says('who am i');
        await one.sees(/Not signed in/);
      }
      expect(bots.desk().graph.visits.length).toBe(before);
      expect(errorsAbout(bots.desk(), una)).toHaveLength(1);
    });

    test('an offer that was left alone goes on where it stood', async () => {
      const tom = person('Tom');
      expect((await tom.tokenExchange(offerOf(tom)))[0]?.status).toBe(200);
      await tom.sees(clock);
    });

    test('nothing broke over it', () => {
      const { logged } = bots.desk();
      const texts = new Set(logged.filter(({ level }) => level === 'error').map(({ message }) => message));
      expect([...texts].toSorted()).toEqual([
        'a stored attempt to sign in cannot be opened; they must sign in again',
        'a stored sign-in cannot be opened; they must sign in again',
      ]);
    });
  });

  describe('a new key', () => {
    let home: Home;
    let bots: Bots;
    const [old, next] = [newKey(), newKey()];
    const person = (name: string) => bots.desk().person(name);
    beforeAll(async () => {
      home = await open();
      bots = await openBots(home, old);
      for (const name of ['Ana', 'Jon']) await signedIn(person(name));
      for (const name of ['Kim', 'Lea']) await person(name).says('autopilot');
    });
    afterAll(() => bots.close());

    /** Whose rows this key alone opens. */
    async function openedBy(db: Db, key: string): Promise<string[]> {
      const seal = openSeal([Buffer.from(key, 'base64')]);
      const opened: string[] = [];
      for (const name of ['Ana', 'Jon', 'Kim', 'Lea']) {
        const whose = personOf(person(name).account);
        const row = await readSignIn(db, whose);
        if (row && openKept(seal, whose, row.sealed)) opened.push(name);
      }
      return opened;
    }

    test('in front of the old one: everybody stays signed in, and offers stand', async () => {
      await bots.restarts(`${next},${old}`);
      await person('Ana').says('autopilot');
      await person('Ana').sees(clock);
      expect(askedForPeople(bots)).toBe(0);
      expect((await person('Kim').tokenExchange(offerOf(person('Kim'))))[0]?.status).toBe(200);
      await person('Kim').sees(clock);
      const page = await pageOf(bots, person('Lea'));
      expect((await person('Lea').verifyState(page.code ?? '')).status).toBe(200);
      await person('Lea').sees(clock);
    });

    test('alone: whoever came by meanwhile is still signed in, the others sign in once more', async () => {
      await bots.restarts(next, async (db) => {
        expect(await openedBy(db, next)).toEqual(['Ana', 'Kim', 'Lea']);
        expect(await openedBy(db, old)).toEqual(['Jon']);
      });
      for (const name of ['Ana', 'Kim', 'Lea']) {
        await person(name).says('autopilot');
        await person(name).sees(clock);
      }
      expect(bots.desk().logged.filter(({ level }) => level === 'error')).toEqual([]);
      await person('Jon').says('autopilot');
      expect(person('Jon').newest().signIn).toBeDefined();
      expect(errorsAbout(bots.desk(), person('Jon'))).toHaveLength(1);
    });

    test('that was put in by mistake destroys nothing: with the right one, whoever was signed in is', async () => {
      await bots.restarts(newKey());
      await person('Ana').says('autopilot');
      expect(person('Ana').newest().signIn).toBeDefined();
      await bots.restarts(next);
      await person('Ana').says('autopilot');
      await person('Ana').sees(clock);
    });
  });
});
