import { randomUUID } from 'node:crypto';
import { until } from '../helpers/chat.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';
import { openTenantDesk, type TenantDesk } from '../helpers/tenant-desk.ts';

const tenants = Array.from({ length: 40 }, () => randomUUID());
let desk: TenantDesk;
beforeAll(async () => {
  desk = await openTenantDesk({ env: { ALLOWED_TENANTS: tenants.join(',') } });
});
besideAnotherTenant(() => [desk]);
afterAll(() => desk.close());

let count = 0;
let tenant = '';
/** Everybody in these stories is new, so each begins signed out. */
const somebody = (where?: Parameters<TenantDesk['person']>[1]) => desk.person(`Mia ${++count}`, where, tenant);
const group = () => ({ conversationId: `19:group-${++count}@thread.v2`, kind: 'groupChat' as const });
const channel = () => ({ conversationId: `19:channel-${++count}@thread.tacv2;messageid=1`, kind: 'channel' as const });

const postsOf = (person: { account: { id: string } }) => desk.posts().filter(({ oid }) => oid === person.account.id);
const exchanges = () => desk.entra.requests.filter(({ grant }) => grant === 'jwt-bearer').length;

beforeEach(() => {
  // Each story has a tenant of its own, and so runs of its own.
  tenant = tenants.pop() ?? '';
  desk.graph.startsOver();
  desk.entra.startsOver();
});

describe('the first wish in a personal chat', () => {
  test('signs in silently, goes on by itself, and Graph sees the asker', async () => {
    const mia = somebody();
    await mia.says('sync autopilot');
    const card = mia.signInCard();
    expect(card.signIn.tokenExchangeResource?.uri).toBe(`api://botid-${desk.entra.registration.clientId}`);
    expect(desk.posts()).toEqual([]);

    const [answered] = await mia.tokenExchange(card.signIn.tokenExchangeResource?.id ?? '');
    expect(answered?.status).toBe(200);
    await mia.sees(/Accepted|Working|Done/);
    expect(postsOf(mia)).toHaveLength(1);
    expect(new Set(desk.graph.visits.map(({ oid }) => oid))).toEqual(new Set([mia.account.id]));
  });

  test.each(['practice off', 'practice', 'тренировка'])('has no practice to offer, and says so: %s', async (text) => {
    const mia = somebody();
    await mia.says(text);
    await mia.sees(/This bot works on a real tenant/);
  });

  test('asks Entra for no more than the command needs', async () => {
    const mia = somebody();
    await mia.says('autopilot');
    await mia.signsIn('silently');
    await mia.sees(/Autopilot clock/);
    const asked = desk.entra.requests.filter(({ person }) => person?.id === mia.account.id);
    expect(asked.map(({ form }) => form['scope'])).toEqual([
      'https://graph.microsoft.com/DeviceManagementServiceConfig.Read.All openid profile offline_access',
    ]);
  });

  test('with several clients at once: one exchange, one run, 200 for each', async () => {
    const mia = somebody();
    await mia.says('sync autopilot');
    const before = exchanges();
    const { tokenExchangeResource } = mia.signInCard().signIn;
    const answers = await mia.tokenExchange(tokenExchangeResource?.id ?? '', { clients: 4 });
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await mia.sees(/Accepted|Working|Done/);
    expect(exchanges() - before).toBe(1);
    expect(postsOf(mia)).toHaveLength(1);
    const [late] = await mia.tokenExchange(tokenExchangeResource?.id ?? '');
    expect(late?.status).toBe(200);
    expect(exchanges() - before).toBe(1);
    expect(mia.messages().filter((message) => /run \d+/.test(message.card.fallbackText))).toHaveLength(1);
  });

  test('on the page works as well, and the second wish asks nobody', async () => {
    const mia = somebody();
    await mia.says('sync autopilot');
    expect((await mia.signsIn('on the page')).status).toBe(200);
    await mia.sees(/Accepted|Working|Done/);
    const before = desk.entra.requests.length;
    await mia.says('autopilot');
    await mia.sees(/Autopilot clock/);
    expect(desk.entra.requests.slice(before).map(({ grant }) => grant)).toEqual(['refresh_token']);
    await mia.says('autopilot');
    expect(desk.entra.requests).toHaveLength(before + 1);
  });
});

test('the page and everything it loads come from the bot itself', async () => {
  const mia = somebody();
  await mia.says('autopilot');
  const page = await mia.opensLink(mia.signInCard().signIn.buttons[0]?.value ?? '');
  const loads = [...page.html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => new URL(path, page.url));
  expect(loads.length).toBeGreaterThan(2);
  for (const url of loads) {
    expect(url.origin).toBe(desk.app.url);
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^(text\/(css|javascript)|image\/svg)/);
    expect((await answer.text()).length).toBeGreaterThan(100);
  }
});

describe('in a group chat', () => {
  test('signs in silently; the visible link is made for nobody', async () => {
    const mia = somebody(group());
    await mia.says('sync autopilot');
    const { signIn } = mia.signInCard();
    expect(JSON.stringify(signIn)).not.toMatch(/state=/);
    const page = await mia.opensLink(signIn.buttons[0]?.value ?? '');
    expect(page.html).toMatch(/personal chat/);
    expect((await mia.signsIn('silently')).status).toBe(200);
    await mia.sees(/Accepted|Working|Done/);
    expect(postsOf(mia)).toHaveLength(1);
  });

  test('somebody else’s client answers the same card: nobody is signed in by it, and nothing is shown', async () => {
    const where = group();
    const [mia, other] = [somebody(where), somebody(where)];
    await mia.says('autopilot');
    const { tokenExchangeResource } = mia.signInCard().signIn;
    const [answered] = await other.tokenExchange(tokenExchangeResource?.id ?? '');
    expect(answered?.status).toBe(200);
    expect(desk.graph.visits).toEqual([]);
    await other.says('who am i');
    await mia.signsIn('silently');
    await mia.sees(/Autopilot clock/);
    expect(new Set(desk.graph.visits.map(({ oid }) => oid))).toEqual(new Set([mia.account.id]));
  });
});

describe('in a channel', () => {
  test.each(['silently', 'on the page'] as const)(
    'the button signs in %s and runs, in the name of whoever pressed',
    async (how) => {
      const where = channel();
      const [mia, presser] = [somebody(where), somebody(where)];
      await mia.says('sync autopilot');
      expect(mia.newest().card.fallbackText).toMatch(/Sign in/);
      expect(JSON.stringify(mia.newest())).not.toMatch(/state=/);
      const { answered } = await presser.pressesAndSignsIn('Sign in', how);
      expect(answered.body?.statusCode).toBe(200);
      await presser.sees(/Accepted|Working|Done/);
      expect(postsOf(presser)).toHaveLength(1);
      expect(postsOf(mia)).toHaveLength(0);
    },
  );
});

describe('who am I, and out again', () => {
  test('tells account, tenant and what was granted, in the personal chat only', async () => {
    const mia = somebody();
    await mia.says('who am i');
    expect(mia.newest().card.fallbackText).toMatch(/Not signed in/);
    await mia.says('sign in');
    await mia.signsIn('silently');
    await mia.sees(/You are/);
    await mia.says('who am i');
    const { fallbackText } = mia.newest().card;
    expect(fallbackText).toContain(mia.account.username);
    expect(fallbackText).toContain(tenant);
    expect(fallbackText).toMatch(/DeviceManagementServiceConfig\.Read\.All/);
    const inGroup = desk.person(mia.name, group(), tenant);
    await inGroup.says('who am i');
    expect(inGroup.newest().card.fallbackText).not.toContain(mia.account.username);
  });

  test('signing out cancels the booking, says which, and the next wish asks to sign in', async () => {
    const mia = somebody();
    await mia.says('sync autopilot');
    await mia.signsIn('silently');
    await mia.sees(/Accepted|Working|Done/);
    await mia.says('sign out');
    await mia.sees(/Signed out/);
    const before = desk.graph.visits.length;
    await mia.says('autopilot');
    expect(mia.signInCard()).toBeDefined();
    expect(desk.graph.visits.slice(before).filter(({ oid }) => oid === mia.account.id)).toEqual([]);
    await until(
      () => mia.messages().length > 0,
      () => 'nothing was said',
    );
  });

  test('being forgotten takes the name off past runs', async () => {
    const mia = somebody();
    await mia.says('sync autopilot');
    await mia.signsIn('silently');
    await mia.sees(/Accepted|Working|Done/);
    await mia.says('forget me');
    await mia.presses('Delete my data');
    await mia.sees(/Deleted/);
    await mia.says('runs');
    expect(mia.newest().card.fallbackText).not.toContain(mia.name);
    await mia.says('who am i');
    expect(mia.newest().card.fallbackText).toMatch(/Not signed in/);
  });
});
