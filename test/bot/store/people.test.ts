import { sql } from 'kysely';
import { dropFollower, followersOf, leaveRun, saveCard } from '../../../bot/store/followers.ts';
import { openForget } from '../../../bot/store/forget.ts';
import { keepIn } from '../../../bot/store/keep.ts';
import { migrate } from '../../../bot/store/migrate.ts';
import { forgetTold, openPeople, saveConversation, savePerson } from '../../../bot/store/people.ts';
import { findRunAskedBy } from '../../../bot/store/runs.ts';
import { saveShown } from '../../../bot/store/standing.ts';
import { waitingFor } from '../../../bot/store/waiting.ts';
import { later, minute, noon } from '../runs/samples.ts';
import { onEachDatabase } from './databases.ts';
import { asked, chatOf, heard, newTenant, personOf, written } from './samples.ts';

onEachDatabase((store) => {
  const db = () => store().db;
  const runAskedBy = async (...names: string[]) => {
    const tenantId = newTenant();
    const run = await written(store(), tenantId);
    for (const [index, name] of names.entries()) {
      await asked(db(), { runId: run.id, tenantId, name, askKey: `press:${index}`, askedAt: later(index * minute) });
    }
    return { tenantId, run, people: names.map((name) => personOf(tenantId, name)) };
  };

  describe('who follows a run', () => {
    test('is everybody who asked, the first first, with where and how they read', async () => {
      const { run, tenantId } = await runAskedBy('Ana', 'Jon');
      const followers = await followersOf(db(), run.id);
      expect(followers.map((one) => one.personId)).toEqual(['id of Ana', 'id of Jon']);
      expect(followers[0]).toMatchObject({
        where: chatOf(tenantId),
        reader: heard,
        cardId: null,
        shown: null,
        askedAt: noon,
      });
    });

    test('the same ask delivered again is one follower', async () => {
      const { run, tenantId } = await runAskedBy('Ana');
      await asked(db(), { runId: run.id, tenantId, name: 'Ana', askKey: 'press:0', chat: 'a:elsewhere' });
      expect(await followersOf(db(), run.id)).toHaveLength(1);
    });

    test('the same person asking twice has two cards and one name', async () => {
      const { run } = await runAskedBy('Ana', 'Jon', 'Ana');
      expect(await followersOf(db(), run.id)).toHaveLength(3);
      expect((await waitingFor(db(), run.id)).first.map((one) => one.name)).toEqual(['Ana', 'Jon']);
    });

    test('an ask leads back to its run, whoever else uses the same key elsewhere', async () => {
      const [mine, theirs] = [await runAskedBy('Ana'), await runAskedBy('Ana')];
      expect((await findRunAskedBy(db(), mine.tenantId, 'press:0'))?.id).toBe(mine.run.id);
      expect((await findRunAskedBy(db(), theirs.tenantId, 'press:0'))?.id).toBe(theirs.run.id);
      expect(await findRunAskedBy(db(), mine.tenantId, 'press:9')).toBeNull();
    });

    test('whoever leaves is no longer named, and can leave once', async () => {
      const { run, people } = await runAskedBy('Ana', 'Jon');
      const leaving = { runId: run.id, personId: people[1]!.id, now: noon };
      expect([await leaveRun(db(), leaving), await leaveRun(db(), leaving)]).toEqual([true, false]);
      expect((await waitingFor(db(), run.id)).first.map((one) => one.name)).toEqual(['Ana']);
      expect(await followersOf(db(), run.id)).toHaveLength(1);
    });
  });

  describe('the card of a follower', () => {
    test('is the message that its ask became, in its own tenant only', async () => {
      const [mine, theirs] = [await runAskedBy('Ana'), await runAskedBy('Ana')];
      await saveCard(db(), { tenantId: mine.tenantId, askKey: 'press:0', cardId: 'm-1', fingerprint: 'f-1' });
      expect((await followersOf(db(), mine.run.id))[0]?.cardId).toBe('m-1');
      expect((await followersOf(db(), theirs.run.id))[0]?.cardId).toBeNull();
    });

    test('that becomes another run’s is no longer drawn over by the earlier one, and nobody else loses theirs', async () => {
      const { run, tenantId } = await runAskedBy('Ana', 'Jon');
      await saveCard(db(), { tenantId, askKey: 'press:0', cardId: 'm-1', fingerprint: 'f-1' });
      await saveCard(db(), { tenantId, askKey: 'press:1', cardId: 'm-2', fingerprint: 'f-2' });
      const again = await written(store(), tenantId, { joinKey: 'again' });
      await asked(db(), { runId: again.id, tenantId, name: 'Ana', askKey: 'press:again', cardId: 'm-1' });
      expect((await followersOf(db(), run.id)).map(({ cardId }) => cardId)).toEqual(['m-2']);
      expect((await followersOf(db(), again.id)).map(({ cardId }) => cardId)).toEqual(['m-1']);
    });

    test('remembers what it shows, until it is gone', async () => {
      const { run } = await runAskedBy('Ana');
      const [follower] = await followersOf(db(), run.id);
      await saveShown(db(), follower!.id, { cardId: 'm-2', fingerprint: 'f', asOf: noon });
      expect((await followersOf(db(), run.id))[0]).toMatchObject({ cardId: 'm-2', shown: 'f' });
      await dropFollower(db(), follower!.id);
      expect(await followersOf(db(), run.id)).toEqual([]);
    });
  });

  describe('a person', () => {
    test('has chosen nothing until they do', async () => {
      expect(await openPeople(db()).choiceOf(personOf(newTenant()))).toEqual({
        language: null,
        zone: null,
        quiet: null,
      });
    });

    test('chooses quiet hours, and may take them back', async () => {
      const person = personOf(newTenant());
      await openPeople(db()).choose(person, heard, { quiet: '22:00-07:00' });
      expect(await openPeople(db()).choiceOf(person)).toMatchObject({ quiet: '22:00-07:00' });
      await openPeople(db()).choose(person, heard, { quiet: null });
      expect(await openPeople(db()).choiceOf(person)).toMatchObject({ quiet: null });
    });

    test('chooses one thing at a time, and may take it back', async () => {
      const person = personOf(newTenant());
      await openPeople(db()).choose(person, heard, { language: 'ru' });
      await openPeople(db()).choose(person, heard, { zone: 'Asia/Tokyo' });
      expect(await openPeople(db()).choiceOf(person)).toEqual({ language: 'ru', zone: 'Asia/Tokyo', quiet: null });
      await openPeople(db()).choose(person, heard, { language: null });
      expect(await openPeople(db()).choiceOf(person)).toEqual({ language: null, zone: 'Asia/Tokyo', quiet: null });
    });

    test('counts from the moment they chose, also in a process that believes for good what it read', async () => {
      const person = personOf(newTenant());
      const people = openPeople(db(), Number.POSITIVE_INFINITY);
      expect((await people.choiceOf(person)).language).toBeNull();
      const [, asked] = [people.choose(person, heard, { language: 'ru' }), people.choiceOf(person)];
      await people.choose(person, heard, { zone: 'Asia/Tokyo' });
      await asked;
      expect(await people.choiceOf(person)).toEqual({ language: 'ru', zone: 'Asia/Tokyo', quiet: null });
    });

    test('saving nothing changes nothing', async () => {
      const person = personOf(newTenant());
      await openPeople(db()).choose(person, heard, { language: 'ru' });
      await openPeople(db()).choose(person, heard, {});
      expect(await openPeople(db()).choiceOf(person)).toEqual({ language: 'ru', zone: null, quiet: null });
    });

    test('keeps what they chose when Teams says something else, and is answered in it', async () => {
      const { run, people, tenantId } = await runAskedBy('Ana');
      await openPeople(db()).choose(people[0]!, heard, { language: 'ru' });
      await savePerson(db(), { ...people[0]!, name: 'Ana R.' }, { language: 'en', zone: 'Asia/Tokyo' });
      expect((await followersOf(db(), run.id))[0]?.reader).toEqual({ language: 'ru', zone: 'Asia/Tokyo' });
      expect(await openPeople(db()).choiceOf({ ...people[0]!, tenantId: newTenant() })).toEqual({
        language: null,
        zone: null,
        quiet: null,
      });
      expect((await waitingFor(db(), run.id)).first[0]?.name).toBe('Ana R.');
      expect(tenantId).toBe(people[0]!.tenantId);
    });

    test('a language that is no longer spoken is no choice', async () => {
      const person = personOf(newTenant());
      await openPeople(db()).choose(person, heard, { language: 'ru' });
      await sql`update person set language = 'eo' where tenant_id = ${person.tenantId}`.execute(db());
      expect((await openPeople(db()).choiceOf(person)).language).toBeNull();
    });
  });

  test('what a person was told once is remembered for them alone, and may be told again once they are forgotten', async () => {
    const [ana, jon] = [personOf(newTenant()), personOf(newTenant(), 'Jon')];
    const people = openPeople(db());
    expect(await people.wasTold(ana, 'exchange-support')).toBe(false);
    await people.told(ana, 'exchange-support');
    await people.told(ana, 'exchange-support');
    expect(await openPeople(db()).wasTold(ana, 'exchange-support')).toBe(true);
    expect(await people.wasTold(jon, 'exchange-support')).toBe(false);
    await openForget(store())(ana);
    expect(await people.wasTold(ana, 'exchange-support')).toBe(false);
  });

  test('a tenant that starts over tells everybody anew, and no other tenant does', async () => {
    const [ana, elsewhere] = [personOf(newTenant()), personOf(newTenant())];
    const people = openPeople(db());
    for (const person of [ana, elsewhere]) await people.told(person, 'exchange-support');
    await forgetTold(db(), ana.tenantId);
    expect(await people.wasTold(ana, 'exchange-support')).toBe(false);
    expect(await people.wasTold(elsewhere, 'exchange-support')).toBe(true);
  });

  test('a conversation is reached where it was last heard from', async () => {
    const { run, tenantId } = await runAskedBy('Ana');
    await saveConversation(db(), { ...chatOf(tenantId), serviceUrl: 'https://smba.example/amer/' });
    expect((await followersOf(db(), run.id))[0]?.where.serviceUrl).toBe('https://smba.example/amer/');
  });

  describe('a small thing kept under a name', () => {
    test.each([{ offsetMs: 5, deep: { list: [1, null] } }, 'text', 0, false, [], null])(
      'comes back: %j',
      async (value) => {
        const keep = keepIn(db(), newTenant());
        await keep.write('an earlier value');
        await keep.write(value);
        expect(await keep.read()).toEqual(value);
      },
    );

    test('is nothing until it is written', async () => {
      expect(await keepIn(db(), newTenant()).read()).toBeNull();
    });
  });

  test('bringing the database up to date again changes nothing, even by two at once', async () => {
    const { run } = await runAskedBy('Ana');
    await Promise.all([migrate(db()), migrate(db())]);
    expect(await followersOf(db(), run.id)).toHaveLength(1);
  });
});
