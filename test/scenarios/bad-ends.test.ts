/**
 * What was booked goes wrong while its owner sleeps: whoever is on call reads why, whatever it was, and goes on from there as
 * themselves, with every question that the board would lead to.
 */
import { nextTimeOfDay } from '../../bot/knowledge/local-time.ts';
import { openLexicon } from '../../cards/words/index.ts';
import { type Person, until } from '../helpers/chat.ts';
import type { Message } from '../helpers/connector.ts';
import { localeOf, storyLanguages } from '../helpers/languages.ts';
import { deskForEach } from './desk-for-each.ts';
import { dataOf, offers, sends } from './payload-forms.ts';

jest.setTimeout(240_000);

const zone = 'Europe/Berlin';
const minutes = (count: number) => count * 60_000;
const lexicon = openLexicon();
const desk = deskForEach();

const onCall = { en: 'on call', ru: 'дежурю' };
const textOf = ({ card }: Message) => card.fallbackText;
const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

async function comes(hour: number): Promise<void> {
  const { clock } = desk();
  await clock.goesOn(nextTimeOfDay(zone, hour * 60, clock.now()).getTime() - clock.now().getTime());
}

async function reads(person: Person, part: string, from = 0): Promise<Message> {
  const found = () =>
    person
      .messages()
      .slice(from)
      .find((one) => textOf(one).includes(part));
  await until(
    () => found() !== undefined,
    () => `${person.name} never read “${part}”:\n${person.messages().map(textOf).join('\n--\n')}`,
    60_000,
  );
  return found() ?? person.newest();
}

describe.each(storyLanguages)('what was booked ends badly (%s)', (language) => {
  const { say } = lexicon(language, zone);
  const group = { conversationId: `19:bad-${language}@thread.v2`, kind: 'groupChat' } as const;
  const people = async () => {
    const [ana, jon] = ['Ana Ruiz', 'Jon Vik'].map((name) => desk().person(name, group)) as [Person, Person];
    for (const one of [ana, jon]) one.speaks(localeOf[language], zone);
    await comes(20);
    await jon.says(onCall[language]);
    return { ana, jon };
  };
  const alarm = (jon: Person) => reads(jon, say('notice.on-call', { name: 'Jon Vik' }));
  const posts = (count: number, jon: Person) =>
    until(
      () => desk().posts().length >= count,
      () => `${desk().posts().length} starts instead of ${count}:\n${textOf(jon.newest())}`,
    );
  const refused = (action: 'autopilot-sync' | 'exchange-sync', role: string) => {
    const other = {
      name: 'Ana Ruiz',
      status: 403,
      role,
      scopes: '',
      code: '–',
      run: 0,
      action: say(`action.${action}`),
    };
    return [say('refusal.missing-role.other', other), say('next.missing-role.other', { name: 'Ana Ruiz' })];
  };

  test('an Autopilot sync without the right to it: whoever has the right tries again as themselves, once', async () => {
    const { ana, jon } = await people();
    await ana.says('schedule autopilot every day 02:00');
    await ana.says('practice next 403 role');
    await comes(2);
    const told = await alarm(jon);
    for (const part of refused('autopilot-sync', 'Enrollment programs / Sync device'))
      expect(textOf(told)).toContain(part);
    const before = desk().posts().length;
    const { data } = dataOf(jon, 'start', told);
    for (const how of ['execute', 'execute'] as const) await jon.submits(data, { how, replyToId: told.id });
    await posts(before + 1, jon);
    expect(
      desk()
        .posts()
        .slice(before)
        .map(({ person }) => person),
    ).toEqual(['Jon Vik']);
  });

  test('an Autopilot sync that failed, pressed within its ten minutes: nothing is sent, and it says when it opens', async () => {
    const { ana, jon } = await people();
    await ana.says('schedule autopilot every day 02:00');
    await ana.says('practice next 204 failed');
    await comes(2);
    await desk().clock.goesOn(minutes(2));
    const told = await alarm(jon);
    expect(textOf(told)).toContain(say('status.failed.more'));
    const [before, said] = [desk().posts().length, jon.messages().length];
    await jon.presses(say('button.try-again'), { message: told });
    const opens = new RegExp(literally(say('button.book', { time: '~' })).replace('~', '.+'));
    await jon.sees(opens);
    expect(jon.messages().length).toBeGreaterThanOrEqual(said);
    expect(desk().posts()).toHaveLength(before);
  });

  test('an Exchange connector without the right to it', async () => {
    const { ana, jon } = await people();
    await ana.says('schedule exchange EX01 quick every day 02:00');
    await ana.says('practice next 403 role');
    await comes(2);
    const told = await alarm(jon);
    for (const part of ['EX01', ...refused('exchange-sync', 'Organization / Update')])
      expect(textOf(told)).toContain(part);
    const before = desk().posts().length;
    await jon.presses(say('button.try-again'), { message: told });
    await posts(before + 1, jon);
    expect(desk().posts().at(-1)?.person).toBe('Jon Vik');
  });

  test('an Exchange connector that does not move: the likely causes, and a watch instead of a repeat that cures none of them', async () => {
    const { ana, jon } = await people();
    await ana.says('schedule exchange EX01 quick every day 02:00');
    await ana.says('practice next 204 silent');
    await comes(2);
    const board = await reads(jon, say('run.title', { title: say('action.exchange-sync'), number: 1 }));
    await jon.seesOn(board, new RegExp(`^${literally(say('status.accepted'))}$`, 'm'));
    await desk().clock.goesOn(minutes(40));
    const told = await alarm(jon);
    for (const part of ['EX01', say('exchange.silent.causes')]) expect(textOf(told)).toContain(part);
    expect([offers(told, 'again'), offers(told, 'watch')]).toEqual([false, true]);
    await jon.presses(say('button.watch'), { message: told });
    await reads(jon, say('watch.title'));
  });

  test('the removal of Wi-Fi on a busy iPad: tried again, it is asked about and planned as the first time', async () => {
    const { ana, jon } = await people();
    await ana.says('sync payloads remove "Wi-Fi Corp" on IPAD-ANA');
    await sends(ana, 'guard', { keep: 'all' });
    await sends(ana, 'schedule-plan');
    await sends(ana, 'schedule-times', { days: 'weekly:1234567', time: '2:00' });
    await ana.says('practice next 204 failed');
    await comes(2);
    await desk().clock.goesOn(minutes(2));
    const told = await alarm(jon);
    for (const part of [
      '0x87D136B9',
      say('code.device-locked'),
      'IPAD-ANA',
      say('board.removing', { names: 'Wi-Fi Corp' }),
    ])
      expect(textOf(told)).toContain(part);
    const said = jon.messages().length;
    await jon.presses(say('button.try-again'), { message: told });
    const asked = await reads(jon, say('guard.verdict'), said);
    await jon.presses(say('guard.all', { count: 1 }), { message: asked });
    const plan = await reads(jon, `[${say('plan.run')}]`, said);
    expect(textOf(plan)).toContain(say('run.as', { name: 'Jon Vik', phase: 'later' }));
  });

  test('several devices: how many of how many, the commonest reason, and a repeat of what it may help', async () => {
    const { ana, jon } = await people();
    await ana.says('sync payloads remove "Root CA" on IPAD-1004, IPAD-1016, IPAD-07, IPAD-ANA');
    await sends(ana, 'settle-list');
    await sends(ana, 'guard', { keep: 'all' });
    await sends(ana, 'schedule-plan');
    await sends(ana, 'schedule-times', { days: 'weekly:1234567', time: '2:00' });
    await comes(2);
    await desk().clock.goesOn(minutes(2));
    const told = await alarm(jon);
    const counts = [say('board.count.done', { count: 2 }), say('board.count.failed', { count: 2 })];
    for (const part of [...counts, say('code.device-error')]) expect(textOf(told)).toContain(part);
    const said = jon.messages().length;
    await jon.presses(say('button.again-failed', { count: 1 }), { message: told });
    await jon.presses(say('guard.all', { count: 1 }), { message: await reads(jon, say('guard.verdict'), said) });
    const plan = await reads(jon, `[${say('plan.run')}]`, said);
    expect(textOf(plan)).toContain(say('plan.left-out.not-curable', { names: 'IPAD-1004' }));
    expect(textOf(plan)).toContain('IPAD-1016');
  });
});
