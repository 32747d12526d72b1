import type { TenantId } from '../../../bot/ports.ts';
import type { LateAnswer } from '../../../bot/ports-writing.ts';
import { openForget } from '../../../bot/store/forget.ts';
import { lateAnswersIn, lateAnswersLeft } from '../../../bot/store/late-answers.ts';
import { later, minute, noon } from '../runs/samples.ts';
import { onEachDatabase } from './databases.ts';
import { chatOf, newTenant, personOf } from './samples.ts';

onEachDatabase((store) => {
  let now = noon;
  let enqueued: string[] = [];
  beforeEach(async () => {
    [now, enqueued] = [noon, []];
    await store().db.deleteFrom('late_answer').execute();
  });
  const late = () =>
    lateAnswersIn(store().db, { now: () => now }, async (_, id) => {
      enqueued.push(id);
    });
  const answerIn = (tenantId = newTenant(), change: Partial<LateAnswer> = {}): LateAnswer => ({
    person: personOf(tenantId, 'Ana Ruiz'),
    where: chatOf(tenantId, 'a:ana'),
    message: { type: 'message', summary: 'Help \0' },
    replaces: null,
    ...change,
  });

  test('an answer that found no room is there until a step has sent it', async () => {
    const answer = answerIn();
    await late().keep(answer);
    const [id = ''] = enqueued;
    expect(await late().beside(id)).toEqual([
      {
        id,
        where: answer.where,
        message: { type: 'message', summary: 'Help �' },
        replaces: null,
        personId: 'id of Ana Ruiz',
      },
    ]);
    expect(await lateAnswersLeft(store().db)).toEqual([id]);
    await late().drop(id);
    expect([await late().beside(id), await lateAnswersLeft(store().db)]).toEqual([[], []]);
  });

  test('of several for one message the last counts, and another tenant’s message of the same name is another', async () => {
    const [mine, theirs] = [newTenant(), newTenant()];
    for (const tenantId of [mine, theirs, mine]) await late().keep(answerIn(tenantId, { replaces: 'm-1' }));
    const [old = '', other = '', last = ''] = enqueued;
    expect(await late().beside(old)).toEqual([]);
    expect(await late().beside(other)).toMatchObject([{ id: other, where: { tenantId: theirs } }]);
    expect(await late().beside(last)).toMatchObject([{ id: last, where: { tenantId: mine } }]);
    await late().dropOlder(chatOf(mine, 'a:ana'), 'm-1');
    expect(await lateAnswersLeft(store().db)).toEqual([other]);
  });

  test('where the conversation has moved meanwhile, all are told where it is now', async () => {
    const tenantId = newTenant();
    const moved = { ...chatOf(tenantId, 'a:ana'), serviceUrl: 'https://smba.example/elsewhere/' };
    await late().keep(answerIn(tenantId));
    now = later(1);
    await late().keep(answerIn(tenantId, { where: moved }));
    const [first = ''] = enqueued;
    expect((await late().beside(first)).map(({ where }) => where)).toEqual([moved, moved]);
  });

  test('those of one conversation are told in the order in which they were asked for, and no other’s', async () => {
    const [mine, theirs] = [newTenant(), newTenant()];
    for (const tenantId of [mine, theirs, mine]) {
      await late().keep(answerIn(tenantId));
      now = later(now.getTime() - noon.getTime() + 1);
    }
    const [first = '', other = '', second = ''] = enqueued;
    const idsBeside = async (id: string) => (await late().beside(id)).map((one) => one.id);
    expect(await idsBeside(second)).toEqual([first, second]);
    expect(await idsBeside(other)).toEqual([other]);
    const waits = (tenantId: TenantId, chat: string) => late().waitsIn(chatOf(tenantId, chat));
    expect([await waits(mine, 'a:ana'), await waits(mine, 'a:jon')]).toEqual([true, false]);
    for (const id of [first, second]) await late().drop(id);
    expect([await waits(mine, 'a:ana'), await waits(theirs, 'a:ana')]).toEqual([false, true]);
  });

  test('after a quarter of an hour nobody waits for it any more', async () => {
    await late().keep(answerIn());
    now = later(16 * minute);
    expect(await late().beside(enqueued[0] ?? '')).toEqual([]);
    await late().keep(answerIn());
    expect(await lateAnswersLeft(store().db)).toEqual([enqueued[1]]);
  });

  test('it is forgotten with its person', async () => {
    const answer = answerIn();
    await late().keep(answer);
    await openForget(store())(answer.person);
    expect(await lateAnswersLeft(store().db)).toEqual([]);
  });
});
