import { setTimeout as wait } from 'node:timers/promises';
import { until } from '../helpers/chat.ts';
import { openConnector } from '../helpers/connector.ts';
import { openEntra } from '../helpers/entra.ts';
import { type Front, openFront } from '../helpers/front.ts';
import { type Home, onPostgres } from '../helpers/homes.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';
import { openSignedGraph } from '../helpers/signed-graph.ts';
import { openTenantDesk, type TenantDesk } from '../helpers/tenant-desk.ts';
import type { TenantPerson } from '../helpers/tenant-person.ts';

/** Two processes of one bot: Teams, and a browser, may reach either. */

const clock = /^Autopilot clock$/m;
const offerOf = (person: TenantPerson) => person.signInCard().signIn.tokenExchangeResource?.id ?? '';
const statusOf = (answers: { status: number }[]) => answers.map(({ status }) => status);

/** The same person, as one process or the other hears them. */
type Both = { atOne: TenantPerson; atOther: TenantPerson };

onPostgres((open) => {
  let home: Home;
  let front: Front;
  let one: TenantDesk;
  let other: TenantDesk;
  let stop: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    home = await open();
    const entra = await openEntra();
    const graph = await openSignedGraph(entra);
    const connector = await openConnector(entra.complaintAboutBot);
    let turn = 0;
    // A balancer that sends nobody to the same process twice in a row.
    front = await openFront(() => (turn++ % 2 === 0 ? one.app.url : other.app.url));
    const starts = () => openTenantDesk({ entra, graph, connector, ...home.options, env: { PUBLIC_URL: front.url } });
    one = await starts();
    other = await starts();
    stop = [one.close, other.close, front.close, connector.close, graph.close, entra.close, home.remove];
  });
  beforeEach(() => {
    one.entra.startsOver();
    one.graph.startsOver();
  });
  besideAnotherTenant(() => [one]);
  afterAll(async () => {
    for (const end of stop) await end();
  });

  let count = 0;
  function somebody(): Both {
    const name = `Mia ${++count}`;
    return { atOne: one.person(name), atOther: other.person(name) };
  }
  const exchangesOf = ({ account }: TenantPerson) =>
    one.entra.requests.filter(({ grant, person }) => grant === 'jwt-bearer' && person?.id === account.id).length;
  const askedFor = ({ account }: TenantPerson) =>
    one.entra.requests.filter(({ person }) => person?.id === account.id).length;
  const visitsOf = ({ account }: TenantPerson) => one.graph.visits.filter(({ oid }) => oid === account.id);
  const clocksShownTo = (person: TenantPerson) =>
    person.messages().filter(({ card }) => clock.test(card.fallbackText)).length;

  /** Long enough for whatever else was sent to be waiting as well. */
  const aMoment = () => wait(200);

  /** Holds Entra until it has been asked, and lets something happen meanwhile. */
  async function duringExchange<T>(exchange: () => Promise<T>, story: () => Promise<void> = aMoment): Promise<T> {
    const before = one.entra.requests.length;
    const goOn = one.entra.holds();
    const answer = exchange();
    await until(
      () => one.entra.requests.slice(before).some(({ grant }) => grant === 'jwt-bearer'),
      () => 'Entra was not asked',
    );
    await story();
    goOn();
    return answer;
  }

  test('what one has offered is exchanged at the other, and what was asked for goes on', async () => {
    const { atOne, atOther } = somebody();
    await atOne.says('autopilot');
    expect(statusOf(await atOther.tokenExchange(offerOf(atOne)))).toEqual([200]);
    await atOne.sees(clock);
    expect([exchangesOf(atOne), clocksShownTo(atOne)]).toEqual([1, 1]);
  });

  test('a page may be opened at one, ended at the other, and its code come back to either', async () => {
    const { atOne } = somebody();
    await atOne.says('autopilot');
    const served = front.answers.length;
    const page = await atOne.opensLink(atOne.signInCard().signIn.buttons[0]?.value ?? '');
    expect(front.answers.slice(served).map(({ status }) => status)).toEqual([302, 200]);
    expect((await atOne.verifyState(page.code ?? '')).status).toBe(200);
    await atOne.sees(clock);
    expect((await atOne.verifyState(page.code ?? '')).status).toBe(200);
    await aMoment();
    expect(clocksShownTo(atOne)).toBe(1);
  });

  test('signed in at one, they are known at the other, and Entra is not asked again', async () => {
    const { atOne, atOther } = somebody();
    await atOne.says('autopilot');
    await atOne.signsIn('silently');
    await atOne.sees(clock);
    const before = askedFor(atOne);
    await atOther.says('autopilot');
    await until(
      () => clocksShownTo(atOther) === 2,
      () => 'the other process did not answer',
    );
    expect(askedFor(atOne)).toBe(before);
  });

  test('signed out at one, the other stops at once', async () => {
    const { atOne, atOther } = somebody();
    await atOne.says('autopilot');
    await atOne.signsIn('silently');
    await atOne.sees(clock);
    await atOther.says('autopilot');
    expect(clocksShownTo(atOther)).toBe(2);
    await atOne.says('sign out');
    const before = visitsOf(atOne).length;
    await atOther.says('autopilot');
    expect(atOther.newest().signIn).toBeDefined();
    expect(visitsOf(atOne)).toHaveLength(before);
  });

  test('the same token at both in the same moment: one exchange, 200 from each, and one run', async () => {
    const { atOne, atOther } = somebody();
    await atOne.says('sync autopilot');
    const id = offerOf(atOne);
    const token = await one.entra.ssoToken(atOne.account);
    const answers = await duringExchange(() =>
      Promise.all([atOne.tokenExchange(id, { token }), atOther.tokenExchange(id, { token })]),
    );
    expect(answers.map(statusOf)).toEqual([[200], [200]]);
    await atOne.sees(/Accepted|Working|Done/);
    expect(exchangesOf(atOne)).toBe(1);
    expect(visitsOf(atOne).filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(atOne.messages().filter(({ signIn }) => !signIn)).toHaveLength(1);
  });

  test('what only an administrator can mend is said by both, and Entra is asked once', async () => {
    const { atOne, atOther } = somebody();
    one.entra.grants(atOne.account, []);
    await atOne.says('autopilot');
    const id = offerOf(atOne);
    const answers = await duringExchange(() => Promise.all([atOne.tokenExchange(id), atOther.tokenExchange(id)]));
    expect(answers.flat().map(({ status, body }) => [status, body?.failureDetail])).toEqual([
      [412, 'consent'],
      [412, 'consent'],
    ]);
    expect(exchangesOf(atOne)).toBe(1);
  });

  test('Entra’s own trouble at one: the other tries by itself, and signs them in', async () => {
    const { atOne, atOther } = somebody();
    await atOne.says('autopilot');
    const id = offerOf(atOne);
    one.entra.fails({ grant: 'jwt-bearer', person: atOne.account, status: 503 });
    const answers = await duringExchange(() => Promise.all([atOne.tokenExchange(id), atOther.tokenExchange(id)]));
    expect(answers.flatMap(statusOf).toSorted()).toEqual([200, 412]);
    expect(exchangesOf(atOne)).toBe(2);
    await until(
      () => clocksShownTo(atOne) === 1,
      () => 'what was asked for did not go on',
    );
  });

  test('signed out at one while the other exchanges: nobody is signed in, and nothing goes on', async () => {
    const { atOne, atOther } = somebody();
    await atOne.says('autopilot');
    const id = offerOf(atOne);
    const [answered] = await duringExchange(
      () => atOther.tokenExchange(id),
      async () => {
        await atOne.says('sign out');
      },
    );
    expect([answered?.status, answered?.body?.failureDetail]).toEqual([412, 'expired-offer']);
    expect(visitsOf(atOne)).toEqual([]);
    await atOne.says('who am i');
    expect(atOne.newest().card.fallbackText).toMatch(/Not signed in/);
  });
});
