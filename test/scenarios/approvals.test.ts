/** Where the tenant's rules want it, a second person agrees before anything starts: asked for, decided once, told to everybody. */
import { openLexicon } from '../../cards/words/index.ts';
import { type Person, until } from '../helpers/chat.ts';
import type { Message } from '../helpers/connector.ts';
import type { Desk } from '../helpers/desk.ts';
import { localeOf, storyLanguages } from '../helpers/languages.ts';
import { deskForEach } from './desk-for-each.ts';
import { dataOf, offers, plans, sends } from './payload-forms.ts';

const desk = deskForEach();
const lexicon = openLexicon();
const group = { conversationId: '19:help-desk@thread.v2', kind: 'groupChat' } as const;
const channel = { conversationId: '19:approvals@thread.tacv2;messageid=7', kind: 'channel' } as const;
const hours = (count: number) => count * 60 * 60_000;

const textOf = ({ card }: Message) => card.fallbackText;
const removal = 'sync payloads remove "Home screen" on IPAD-07';

async function settles(rules: Record<string, string>, who: Person = desk().ana): Promise<void> {
  await who.submits({ v: 1, press: 'save-rules', ...rules });
}

const payloadPosts = ({ posts }: Desk) => posts().filter(({ path }) => path.includes('managedDevices'));

/** The newest card that asks for a decision. */
const requestIn = (person: Person): Message => dataOf(person, 'approve').message;

const isTold = (person: Person, text: string) =>
  until(
    () => person.messages().some((one) => textOf(one).includes(text)),
    () => `nobody told ${person.name}: ${text}`,
  );

async function asksForRemoval(person: Person): Promise<Message> {
  const card = await plans(person, removal);
  await sends(person, 'run-plan');
  await until(
    () => offers(card, 'cancel') && person.messages().some((one) => offers(one, 'approve')),
    () => `nobody was asked:\n${textOf(person.newest())}`,
  );
  return card;
}

describe.each(storyLanguages)('a removal that needs a second person (%s)', (language) => {
  const { say } = lexicon(language, 'Europe/Berlin');
  const people = () => {
    const [ana, jon, mia] = ['Ana Ruiz', 'Jon Vik', 'Mia Chen'].map((name) => desk().person(name, group));
    if (!ana || !jon || !mia) throw new Error('nobody is there');
    for (const one of [ana, jon, mia]) one.speaks(localeOf[language], 'Europe/Berlin');
    return { ana, jon, mia };
  };

  test('waits until somebody else approves, then runs in the name of whoever asked', async () => {
    const { ana, jon } = people();
    await settles({ devices: 'any', approvals: 'removals' });
    const preview = await plans(ana, removal);
    expect(textOf(preview)).toContain(say('approval.reasons', { reasons: say('approval.reason.removal') }));
    expect(textOf(preview)).toContain(`[${say('approval.button.ask')}]`);
    expect(textOf(preview)).not.toContain(`[${say('plan.run')}]`);
    await sends(ana, 'run-plan');
    await ana.seesOn(preview, new RegExp(say('status.approval')));
    await until(
      () => ana.messages().some((one) => offers(one, 'approve')),
      () => 'nobody was asked',
    );
    const request = requestIn(ana);
    expect(textOf(request)).toContain(say('approval.verdict.asked'));
    expect(textOf(request)).toContain(say('approval.wants.devices', { name: 'Ana Ruiz', count: 1, phase: 'open' }));
    expect(textOf(request)).toContain(say('plan.remove', { count: 1 }));
    expect(payloadPosts(desk())).toEqual([]);

    await ana.presses(say('approval.button.approve'), { message: request });
    await isTold(ana, say('approval.cannot.own', { number: 1 }));
    expect(payloadPosts(desk())).toEqual([]);

    await jon.presses(say('approval.button.approve'), { message: request });
    await until(
      () => payloadPosts(desk()).length > 0,
      () => `nothing was sent:\n${textOf(preview)}`,
    );
    await ana.seesOn(request, new RegExp(say('approval.verdict.approved')));
    expect(textOf(request)).toContain('Jon Vik');
    expect(offers(request, 'approve')).toBe(false);
    await ana.seesOn(preview, new RegExp(say('trail.approved', { name: 'Jon Vik' })));
    expect(textOf(preview)).toContain(say('run.as', { name: 'Ana Ruiz', phase: 'now' }));
    expect(payloadPosts(desk())).toHaveLength(1);
    await isTold(ana, say('notice.approval.approved', { name: 'Jon Vik' }));
  });

  test('is declined with a reason, which whoever asked reads', async () => {
    const { ana, jon, mia } = people();
    await settles({ devices: 'any', approvals: 'removals' });
    const board = await asksForRemoval(ana);
    const request = requestIn(ana);
    const { data: approveData } = dataOf(jon, 'approve');
    await jon.presses(say('approval.button.decline'), { message: request });
    await isTold(jon, say('decline.ask', { name: 'Ana Ruiz' }));
    expect(textOf(request)).toContain(say('approval.verdict.asked'));
    await sends(jon, 'decline', { reason: ' Not before the exam. ' });
    await ana.seesOn(board, new RegExp(say('status.declined')));
    expect(textOf(board)).toContain(say('status.declined.by', { name: 'Jon Vik', reason: 'Not before the exam.' }));
    await ana.seesOn(request, new RegExp(say('approval.verdict.declined')));
    await ana.says('note 1');
    expect(textOf(ana.newest())).toContain('Not before the exam.');
    await mia.submits(approveData);
    expect(textOf(mia.newest())).toContain('Jon Vik');
    expect(payloadPosts(desk())).toEqual([]);
  });

  test('that nobody approves within a day is not sent, and says so', async () => {
    const { ana, jon } = people();
    await settles({ devices: 'any', approvals: 'removals' });
    const board = await asksForRemoval(ana);
    const { data, message: request } = dataOf(ana, 'approve');
    await desk().clock.goesOn(hours(24) + 60_000);
    await ana.seesOn(board, new RegExp(say('status.expired')));
    await ana.seesOn(request, new RegExp(say('approval.verdict.expired')));
    await jon.submits(data);
    const tooLate = new RegExp(say('approval.cannot.expired', { number: 1, time: '…' }).replace('…', '.+'));
    expect(jon.messages().some((one) => tooLate.test(textOf(one)))).toBe(true);
    await isTold(ana, say('notice.approval.why', { number: 1 }));
    expect(payloadPosts(desk())).toEqual([]);
  });
});

describe('who is asked', () => {
  const { say } = lexicon('en', 'Europe/Berlin');

  test('a channel that the tenant has for it, whoever asks wherever; and it is edited there when somebody has decided', async () => {
    const { ana, jon } = desk();
    const there = desk().person('Jon Vik', channel);
    await settles({ notices: 'here', approvals: 'removals', devices: 'any' }, desk().person('Ana Ruiz', channel));
    const before = there.messages().length;
    await plans(ana, removal);
    await sends(ana, 'run-plan');
    await until(
      () => there.messages().length > before,
      () => 'the channel was not asked',
    );
    const request = there.newest();
    expect(offers(request, 'approve')).toBe(true);
    expect(ana.messages().some((one) => offers(one, 'approve'))).toBe(false);
    await there.presses(say('approval.button.approve'), { message: request });
    await there.seesOn(request, new RegExp(say('approval.verdict.approved')));
    await until(
      () => payloadPosts(desk()).length === 1,
      () => 'nothing was sent',
    );
    expect(there.messages()).toHaveLength(before + 1);
    expect(jon.messages()).toEqual([]);
  });

  test('any colleague who looks at the run, where nobody has set a channel', async () => {
    const { ana, jon } = desk();
    await settles({ approvals: 'removals', devices: 'any' });
    const board = await plans(ana, removal);
    await sends(ana, 'run-plan');
    await ana.seesOn(board, /say “run 1” to me/);
    expect(textOf(board)).not.toContain(say('approval.button.review'));
    await jon.says('run 1');
    await jon.presses(say('approval.button.review'));
    await jon.sees(new RegExp(say('approval.verdict.asked')));
    await jon.presses(say('approval.button.approve'));
    await ana.seesOn(board, /^Accepted|Waiting for the device|Working|Done$/m);
    expect(payloadPosts(desk())).toHaveLength(1);
  });

  test('nobody, below the number of devices that the rule names', async () => {
    const { ana } = desk();
    await settles({ devices: '1' });
    await plans(ana, removal);
    await sends(ana, 'run-plan');
    await until(
      () => payloadPosts(desk()).length === 1,
      () => 'nothing was sent',
    );
    await ana.says('sync payloads remove "Home screen" on\nIPAD-0042\nIPAD-1001');
    await sends(ana, 'settle-list');
    await isTold(ana, say('approval.reason.devices', { count: 1 }));
  });

  test('a second person also for a full sync of a connector, and nobody for a quick one', async () => {
    const { ana, jon } = desk();
    await settles({ approvals: 'full-syncs', devices: 'any' });
    await ana.says('sync EX01 full');
    expect(textOf(ana.newest())).toContain(say('rules.approval.full-syncs'));
    await ana.presses(say('approval.button.ask'));
    const board = await ana.sees(new RegExp(say('status.approval')));
    expect(desk().posts()).toEqual([]);
    await jon.says('run 1');
    await jon.presses(say('approval.button.review'));
    const request = await jon.sees(new RegExp(say('approval.verdict.asked')));
    expect(textOf(request)).toContain('EX01');
    await jon.presses(say('approval.button.approve'));
    await ana.seesOn(board, /^Accepted$/m);
    expect(desk().posts()).toHaveLength(1);
    await ana.says('sync exchange EX03 quick');
    await ana.presses(say('exchange.button.only-quick'));
    await until(
      () => desk().posts().length === 2,
      () => 'the quick sync was not sent',
    );
  });
});

describe('what happens while a run waits for somebody', () => {
  const { say } = lexicon('en', 'Europe/Berlin');

  test('of two who decide at once one counts, and the other is told who it was', async () => {
    const [ana, jon, mia] = ['Ana Ruiz', 'Jon Vik', 'Mia Chen'].map((name) => desk().person(name, group)) as [
      Person,
      Person,
      Person,
    ];
    await settles({ approvals: 'removals', devices: 'any' });
    await asksForRemoval(ana);
    const { data, message } = dataOf(ana, 'approve');
    await Promise.all([jon, mia].map((one) => one.submits(data, { how: 'execute', replyToId: message.id })));
    await ana.seesOn(message, new RegExp(say('approval.verdict.approved')));
    await until(
      () => payloadPosts(desk()).length > 0,
      () => 'nothing was sent',
    );
    expect(payloadPosts(desk())).toHaveLength(1);
    const first = /(Jon Vik|Mia Chen) approved/.exec(textOf(message))?.[1];
    const told = ana.messages().filter((one) => textOf(one).includes(`${first} approved run 1`));
    expect(told).toHaveLength(1);
  });

  test('whoever asked can take it back, and then there is nothing to decide', async () => {
    const [ana, jon] = [desk().person('Ana Ruiz', group), desk().person('Jon Vik', group)];
    await settles({ approvals: 'removals', devices: 'any' });
    const board = await asksForRemoval(ana);
    const { data, message } = dataOf(ana, 'approve');
    await ana.presses(say('button.cancel', { number: 1 }), { message: board });
    await ana.seesOn(message, new RegExp(say('approval.verdict.withdrawn')));
    await jon.submits(data);
    expect(textOf(jon.newest())).toContain(say('approval.cannot.over', { number: 1 }));
    expect(payloadPosts(desk())).toEqual([]);
  });

  test('whoever wants to be forgotten takes it back with that', async () => {
    const [ana, jon] = [desk().person('Ana Ruiz', group), desk().person('Jon Vik', group)];
    await settles({ approvals: 'removals', devices: 'any' });
    const board = await asksForRemoval(ana);
    const { data, message } = dataOf(ana, 'approve');
    await desk().ana.says('forget me');
    await desk().ana.presses(say('button.forget'));
    await desk().ana.sees(new RegExp(say('forget.done')));
    await jon.seesOn(message, new RegExp(say('approval.verdict.withdrawn')));
    await jon.seesOn(board, new RegExp(say('status.cancelled')));
    await jon.submits(data);
    expect(textOf(jon.newest())).toContain(say('approval.cannot.over', { number: 1 }));
    expect(payloadPosts(desk())).toEqual([]);
  });

  test('who may not read in Intune decides nothing', async () => {
    const [ana, jon] = [desk().person('Ana Ruiz', group), desk().person('Jon Vik', group)];
    await settles({ approvals: 'removals', devices: 'any' });
    await asksForRemoval(ana);
    const { data, message } = dataOf(ana, 'approve');
    await desk().ana.says('practice next read 403 role');
    await jon.submits(data);
    expect(textOf(jon.newest())).toMatch(/Not allowed/);
    expect(textOf(message)).toContain(say('approval.verdict.asked'));
    expect(payloadPosts(desk())).toEqual([]);
  });

  test('an approved run still compares what is there, and asks again if somebody has changed it', async () => {
    const [ana, jon] = [desk().person('Ana Ruiz', group), desk().person('Jon Vik', group)];
    await settles({ approvals: 'removals', devices: 'any' });
    const board = await asksForRemoval(ana);
    await settles({ approvals: '', devices: 'any' });
    await plans(desk().jon, 'sync payloads remove "Lock screen message" on IPAD-07');
    await sends(desk().jon, 'run-plan');
    await until(
      () => payloadPosts(desk()).length === 1,
      () => 'nothing was sent',
    );
    await desk().clock.goesOn(60 * 60_000);
    await jon.presses(say('approval.button.approve'));
    await ana.seesOn(board, /Did not start/);
    expect(payloadPosts(desk())).toHaveLength(1);
  });
});
