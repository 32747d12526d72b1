/** A request for approval outlives the process, and each tenant has its own rules, people and requests. */
import { openLexicon } from '../../cards/words/index.ts';
import { openChat, type Person, until } from '../helpers/chat.ts';
import { type Connector, openConnector } from '../helpers/connector.ts';
import type { Message } from '../helpers/connector-messages.ts';
import { type Entra, openEntra } from '../helpers/entra.ts';
import { type Home, onEachHome } from '../helpers/homes.ts';
import { guidOf, slugOf } from '../helpers/names.ts';
import { besideAnotherTenant } from '../helpers/other-tenant.ts';
import { type BotProcess, startBot } from '../helpers/process.ts';
import { openTenantDesk, type TenantDesk } from '../helpers/tenant-desk.ts';
import { dataOf, offers } from './payload-forms.ts';

// Processes are started, which takes its time on a busy machine.
jest.setTimeout(120_000);

const { say } = openLexicon()('en', 'Europe/Berlin');
const textOf = ({ card }: Message) => card.fallbackText;
const group = { conversationId: '19:hybrid@thread.v2', kind: 'groupChat' } as const;
const rules = { v: 1, press: 'save-rules', approvals: 'full-syncs', devices: 'any' };

async function asksForFull(person: Person): Promise<Message> {
  await person.says('sync EX01 full');
  await person.presses(say('approval.button.ask'));
  return seesRequest(person);
}

async function seesRequest(person: Person): Promise<Message> {
  await until(
    () => person.messages().some((one) => offers(one, 'approve')),
    () => `${person.name} saw no request:\n${textOf(person.newest())}`,
  );
  return dataOf(person, 'approve').message;
}

onEachHome((openHome) => {
  let home: Home;
  let connector: Connector;
  let bot: BotProcess;
  const start = () => startBot({ ...home.env, ADMINS: guidOf(slugOf('Ana Ruiz')) });
  const person = (name: string) => openChat({ connector, botUrl: () => bot.url, name, where: group });

  beforeEach(async () => {
    home = await openHome();
    connector = await openConnector();
    bot = await start();
  });
  afterEach(async () => {
    await bot.kill('SIGTERM');
    await connector.close();
    await home.remove();
  });

  test('a request is still there after kill -9, can be approved, and is not made twice', async () => {
    const [ana, jon] = [person('Ana Ruiz'), person('Jon Vik')];
    await ana.submits(rules);
    const request = await asksForFull(ana);
    await bot.kill('SIGKILL');
    bot = await start();
    const before = ana.messages().length;
    expect(textOf(request)).toContain(say('approval.verdict.asked'));
    await jon.presses(say('approval.button.approve'), { message: request });
    // Where the killed process was just writing, its turn in the chat has to run out, and its step to be handed over.
    await ana.seesOn(request, new RegExp(say('approval.verdict.approved')), 60_000);
    await until(
      () => (bot.errors().match(/"method":"POST","path":"[^"]*\/sync"/g) ?? []).length > 0,
      () => 'nothing was sent',
    );
    // Posted once more if the process was killed before it had noted that it was posted; nobody knows of one of the two.
    const stillAsked = ana.messages().filter((one) => textOf(one).includes(say('approval.verdict.asked')));
    expect(stillAsked.length).toBeLessThanOrEqual(1);
    expect(ana.messages().length).toBeLessThanOrEqual(before + 2);
  });
});

describe('two tenants side by side', () => {
  const other = '0ddba11e-0000-4000-8000-000000000002';
  let entra: Entra;
  let desk: TenantDesk;

  beforeAll(async () => {
    entra = await openEntra();
    const own = entra.registration.tenantId;
    const admin = entra.person('Ana Ruiz').id;
    desk = await openTenantDesk({ entra, env: { ADMINS: admin, ALLOWED_TENANTS: `${own},${other}` } });
  });
  besideAnotherTenant(() => [desk]);
  afterAll(async () => {
    await desk.close();
    await entra.close();
  });

  test('the rules of one are not those of the other, and nobody decides across', async () => {
    const [ana, jon] = [desk.person('Ana Ruiz'), desk.person('Jon Vik')];
    const [eve, mia] = [desk.person('Eve Stone', undefined, other), desk.person('Mia Chen', undefined, other)];
    for (const one of [ana, jon, eve, mia]) {
      await one.says('exchange');
      await one.signsIn('silently');
    }
    await ana.submits(rules);
    await ana.says('sync EX01 full');
    await ana.presses(say('approval.button.ask'));
    await ana.sees(new RegExp(say('status.approval')));
    expect(desk.posts()).toEqual([]);

    await eve.submits(rules);
    expect(textOf(eve.newest())).toContain(say('rules.only-admins'));
    await eve.says('run 1');
    expect(textOf(eve.newest())).toContain(say('run.not-found', { number: 1 }));
    await jon.says('run 1');
    await jon.presses(say('approval.button.review'));
    await seesRequest(jon);
    const { data } = dataOf(jon, 'approve');
    await eve.submits(data);
    expect(textOf(eve.newest())).toContain(say('run.not-found', { number: 1 }));
    expect(desk.posts()).toEqual([]);

    await mia.says('sync EX01 full');
    await mia.presses(say('exchange.button.only-full'));
    await mia.sees(/Accepted/);
    expect(desk.posts().map(({ oid }) => oid)).toEqual([mia.account.id]);

    await jon.submits(data);
    await until(
      () => desk.posts().length === 2,
      () => 'nothing was sent',
    );
    // Approved by Jon, done as Ana: Graph saw her.
    expect(desk.posts()[1]?.oid).toBe(ana.account.id);
  });

  test('whoever is not signed in is asked to, and then decides', async () => {
    const ana = desk.person('Ana Ruiz');
    await ana.submits(rules);
    await ana.says('sync EX03 full');
    await ana.presses(say('approval.button.ask'));
    await ana.sees(new RegExp(say('status.approval')));
    const number = Number(/run (\d+)/.exec(textOf(ana.newest()))?.[1]);
    const olga = desk.person('Olga Petrova');
    await olga.says(`run ${number}`);
    await olga.presses(say('approval.button.review'));
    await seesRequest(olga);
    const before = desk.posts().length;
    await olga.pressesAndSignsIn(say('approval.button.approve'), 'silently');
    await until(
      () => desk.posts().length > before,
      () => `nothing was sent:\n${textOf(olga.newest())}`,
    );
    expect(desk.posts().at(-1)?.oid).toBe(ana.account.id);
  });
});
