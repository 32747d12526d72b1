import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { until, type Where } from '../helpers/chat.ts';
import { type Home, onPostgres, openFolder } from '../helpers/homes.ts';
import type { BotProcess } from '../helpers/process.ts';
import type { TenantPerson } from '../helpers/tenant-person.ts';
import { openTenantProcesses, type TenantProcesses } from '../helpers/tenant-processes.ts';

/** Real processes, killed with -9 while somebody signs in: what they had asked for is not lost, and not done twice. */

const synced = /Accepted|Working|Done|Following/;
const offerOf = (person: TenantPerson) => person.signInCard().signIn.tokenExchangeResource?.id ?? '';
const statusOf = (answers: { status: number }[]) => answers.map(({ status }) => status);

/** Leases of exchanges are over, as if their quarter of a minute had passed. */
const endLeases = (home: Home) =>
  home.inside((db) => sql`update sign_in_attempt set exchanging_until = now()`.execute(db));

/** From now on no process takes up what somebody had asked for; call what comes back to let them. */
async function holdResumes(home: Home): Promise<() => Promise<unknown>> {
  await home.inside(async (db) => {
    await sql`create function hold_resumes() returns trigger language plpgsql as 'begin return null; end'`.execute(db);
    await sql`create trigger hold_resumes before update on pgboss.job for each row when (new.name = 'resume')
      execute function hold_resumes()`.execute(db);
  });
  return () => home.inside((db) => sql`drop function hold_resumes cascade`.execute(db));
}

const resumesWaiting = (home: Home) =>
  home.inside(async (db) => {
    const query = sql<{ state: string }>`select state from pgboss.job where name = 'resume' and state <> 'completed'`;
    return (await query.execute(db)).rows.map(({ state }) => state);
  });

/** Somebody new, in a tenant of their own, as whichever process hears them. */
function openStory({ person, entra, graph }: TenantProcesses, tenantId: string) {
  const whose = { account: entra.person('Mia', tenantId) };
  const oid = whose.account.id;
  return {
    mia: ({ url }: BotProcess, where?: Where) =>
      person({ name: 'Mia', tenantId, botUrl: () => url, ...(where ? { where } : {}) }),
    exchanges: () => entra.requests.filter((one) => one.grant === 'jwt-bearer' && one.person?.id === oid).length,
    visits: () => graph.visits.filter((visit) => visit.oid === oid),
    /** What she asked for is done, once, and she sees it once. */
    async doneOnce(mia: TenantPerson): Promise<void> {
      await mia.sees(synced, 60_000);
      expect(this.visits().filter(({ method }) => method === 'POST')).toHaveLength(1);
      expect(mia.messages().filter(({ signIn, card }) => !signIn && synced.test(card.fallbackText))).toHaveLength(1);
    },
  };
}

type Story = ReturnType<typeof openStory>;

/** What somebody sends reaches a process that is killed while Entra thinks about it. */
async function killedWhileExchanging(
  { entra }: TenantProcesses,
  { bot, sends, exchanges }: { bot: BotProcess; sends: () => Promise<unknown>; exchanges: Story['exchanges'] },
  meanwhile = () => {},
): Promise<void> {
  const goOn = entra.holds();
  const answered = sends().then(
    () => 'answered',
    () => 'not answered',
  );
  await until(
    () => exchanges() === 1,
    () => 'Entra was not asked',
  );
  meanwhile();
  await bot.kill('SIGKILL');
  expect(await answered).toBe('not answered');
  goOn();
}

onPostgres((open) => {
  const tenants = Array.from({ length: 8 }, () => randomUUID());
  const everybody = { ALLOWED_TENANTS: tenants.join(',') };
  let processes: TenantProcesses;
  let one: BotProcess;
  let other: BotProcess;
  let story: Story;
  beforeAll(async () => {
    processes = await openTenantProcesses(await open());
    other = await processes.starts(everybody);
  });
  beforeEach(async () => {
    processes.graph.startsOver();
    story = openStory(processes, tenants.pop() ?? '');
    one = await processes.starts(everybody);
  });
  afterEach(async () => {
    await one?.kill('SIGKILL');
  });
  afterAll(() => processes.close());

  describe('killed while it exchanges a token', () => {
    /** Mia’s client hands her token to the one process, and it dies of it. */
    async function killed(meanwhile?: () => void): Promise<void> {
      const mia = story.mia(one);
      await mia.says('sync autopilot');
      const dying = { ...story, bot: one, sends: () => mia.tokenExchange(offerOf(mia)) };
      await killedWhileExchanging(processes, dying, meanwhile);
    }

    test('the other process, where the same token waits, takes over when the lease is over', async () => {
      const mia = story.mia(other);
      let waiting: Promise<{ status: number }[]> = Promise.resolve([]);
      await killed(() => {
        waiting = mia.tokenExchange(offerOf(mia));
      });
      await endLeases(processes.home);
      expect(statusOf(await waiting)).toEqual([200]);
      await story.doneOnce(mia);
    });

    test('the next client to come signs in at the other process, and what was asked for goes on', async () => {
      const mia = story.mia(other);
      await killed();
      await endLeases(processes.home);
      expect(statusOf(await mia.tokenExchange(offerOf(mia)))).toEqual([200]);
      await story.doneOnce(mia);
    });

    test('a press in a channel, pressed again, signs in and runs', async () => {
      const inChannel: Where = { conversationId: `19:${randomUUID()}@thread.tacv2;messageid=1`, kind: 'channel' };
      const [atOne, atOther] = [story.mia(one, inChannel), story.mia(other, inChannel)];
      await atOne.says('sync autopilot');
      const sends = () => atOne.pressesAndSignsIn('Sign in', 'silently');
      await killedWhileExchanging(processes, { ...story, bot: one, sends });
      const { answered } = await atOther.pressesAndSignsIn('Sign in', 'silently');
      expect(answered.body?.statusCode).toBe(200);
      await story.doneOnce(atOther);
    });
  });

  describe('killed after the exchange, before what was asked for went on', () => {
    /** Signed in at the one process, which dies before any has begun with what waits. */
    async function signedInAndKilled(): Promise<void> {
      const mia = story.mia(one);
      await mia.says('sync autopilot');
      const goOn = await holdResumes(processes.home);
      try {
        expect(statusOf(await mia.tokenExchange(offerOf(mia)))).toEqual([200]);
        await one.kill('SIGKILL');
        expect(await resumesWaiting(processes.home)).toEqual(['created']);
        expect(story.visits()).toEqual([]);
      } finally {
        await goOn();
      }
    }

    test('the other process goes on with it', async () => {
      await signedInAndKilled();
      await story.doneOnce(story.mia(other));
      expect(story.exchanges()).toBe(1);
    });

    // The last of these stories: the other process is gone after it.
    test('alone, it goes on with it when it is started again', async () => {
      await other.kill('SIGTERM');
      await signedInAndKilled();
      one = await processes.starts(everybody);
      await story.doneOnce(story.mia(one));
      expect(story.exchanges()).toBe(1);
    });
  });
});

describe('in a folder', () => {
  let processes: TenantProcesses;
  beforeAll(async () => {
    processes = await openTenantProcesses(await openFolder());
  });
  afterAll(() => processes.close());

  test('killed while it does what was asked for, it goes on when it is started again', async () => {
    const { graph, entra } = processes;
    const story = openStory(processes, entra.registration.tenantId);
    const one = await processes.starts();
    const mia = story.mia(one);
    await mia.says('sync autopilot');
    graph.tenant.next({ on: 'read', status: 'timeout', retryAfter: null, flavour: null });
    expect(statusOf(await mia.tokenExchange(offerOf(mia)))).toEqual([200]);
    await until(
      () => story.visits().length === 1,
      () => 'Graph was not asked',
    );
    await one.kill('SIGKILL');
    const again = await processes.starts();
    // The queue knows a dead worker by its heart, which has to miss some seconds.
    await story.doneOnce(story.mia(again));
    expect(story.exchanges()).toBe(1);
  }, 120_000);
});
