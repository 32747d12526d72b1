import { randomUUID } from 'node:crypto';
import { openForget } from '../../../bot/store/forget.ts';
import {
  attemptsDroppedFor,
  dropAttempts,
  endAttempt,
  findAttempt,
  findAttemptByCode,
  findAttemptByState,
  insertAttempt,
  releaseExchange,
  resealAttempt,
  saveProvisional,
  takeExchange,
  usePage,
} from '../../../bot/store/sign-in-attempts.ts';
import { deleteSignIn, readSignIn, renewSignIn, signInVersion, writeSignIn } from '../../../bot/store/sign-ins.ts';
import { later, minute, noon } from '../runs/samples.ts';
import { onEachDatabase } from './databases.ts';
import { newTenant, personOf } from './samples.ts';

onEachDatabase((store) => {
  const db = () => store().db;
  const offered = async (person = personOf(newTenant())) => {
    const attempt = {
      id: randomUUID(),
      person,
      sealed: 'sealed',
      expiresAt: later(15 * minute),
      stateHash: randomUUID(),
    };
    await insertAttempt(db(), attempt);
    return attempt;
  };

  describe('a sign-in', () => {
    test('is read by whom it was written for, and by nobody else', async () => {
      const tenantId = newTenant();
      const version = await writeSignIn(db(), personOf(tenantId, 'Ana'), 'of Ana');
      expect(await readSignIn(db(), personOf(tenantId, 'Ana'))).toEqual({ version, sealed: 'of Ana' });
      expect(await readSignIn(db(), personOf(tenantId, 'Jon'))).toBeNull();
      expect(await readSignIn(db(), personOf(newTenant(), 'Ana'))).toBeNull();
    });

    test('is known to have changed, or perhaps not, only where no other process could have done it', async () => {
      const ana = personOf(newTenant());
      const { signInChanges, engine } = store();
      const counts = [signInChanges()];
      const note = () => counts.push(signInChanges());
      const version = await writeSignIn(db(), ana, 'one').finally(note);
      await readSignIn(db(), ana).finally(note);
      await signInVersion(db(), ana).finally(note);
      await db()
        .transaction()
        .execute((tx) => renewSignIn(tx, ana, { version, sealed: 'two' }))
        .finally(note);
      await openForget(store())(ana).finally(note);
      const changed = counts.map((count, i) => i > 0 && count !== counts[i - 1]);
      const embedded = [false, true, false, false, true, true];
      expect(changed).toEqual(engine.kind === 'pglite' ? embedded : embedded.fill(false));
      if (engine.kind === 'postgres') expect(new Set(counts)).toEqual(new Set([null]));
    });

    test('has another version after each change, also after it was deleted and written anew', async () => {
      const ana = personOf(newTenant());
      const first = await writeSignIn(db(), ana, 'one');
      const second = await renewSignIn(db(), ana, { version: first, sealed: 'two' });
      expect(await signInVersion(db(), ana)).toBe(second);
      await deleteSignIn(db(), ana);
      expect(await signInVersion(db(), ana)).toBeNull();
      const third = await writeSignIn(db(), ana, 'one');
      expect(new Set([first, second, third]).size).toBe(3);
    });

    test('is not renewed by a process that knew an older one, nor after the person signed out', async () => {
      const ana = personOf(newTenant());
      const version = await writeSignIn(db(), ana, 'one');
      await writeSignIn(db(), ana, 'two');
      expect(await renewSignIn(db(), ana, { version, sealed: 'stale' })).toBeNull();
      expect((await readSignIn(db(), ana))?.sealed).toBe('two');
      await deleteSignIn(db(), ana);
      expect(await renewSignIn(db(), ana, { version, sealed: 'stale' })).toBeNull();
      expect(await readSignIn(db(), ana)).toBeNull();
    });

    test('that is no longer good is deleted only if nobody has signed in anew', async () => {
      const ana = personOf(newTenant());
      const version = await writeSignIn(db(), ana, 'dead');
      await writeSignIn(db(), ana, 'alive');
      expect(await deleteSignIn(db(), ana, version)).toBe(false);
      expect((await readSignIn(db(), ana))?.sealed).toBe('alive');
      expect(await deleteSignIn(db(), ana)).toBe(true);
    });
  });

  describe('an attempt to sign in', () => {
    test('is found by its id and by its state', async () => {
      const { id, person, stateHash } = await offered();
      const found = await findAttempt(db(), id);
      expect(found).toMatchObject({ id, sealed: 'sealed', outcome: null, pageUsed: false, exchangingUntil: null });
      expect(found?.person).toEqual({ tenantId: person.tenantId, id: person.id });
      expect((await findAttemptByState(db(), stateHash))?.id).toBe(id);
      expect(await findAttemptByState(db(), 'another')).toBeNull();
      expect(await findAttempt(db(), 'rubbish')).toBeNull();
    });

    test('is exchanged by one process at a time; a dead one lets go when its lease ends', async () => {
      const { id } = await offered();
      const lease = { now: noon, until: later(minute) };
      const both = await Promise.all([takeExchange(db(), id, lease), takeExchange(db(), id, lease)]);
      expect(both.toSorted()).toEqual([false, true]);
      expect(await takeExchange(db(), id, { now: later(minute), until: later(2 * minute) })).toBe(true);
      await releaseExchange(db(), id);
      expect(await takeExchange(db(), id, lease)).toBe(true);
    });

    test('ends signed in once, even after the silent way had failed', async () => {
      const { id } = await offered();
      expect(await endAttempt(db(), id, 'consent')).toBe(true);
      expect((await findAttempt(db(), id))?.outcome).toBe('consent');
      const both = await Promise.all([endAttempt(db(), id, 'signed-in'), endAttempt(db(), id, 'signed-in')]);
      expect(both.toSorted()).toEqual([false, true]);
      expect(await endAttempt(db(), id, 'proof')).toBe(false);
      expect((await findAttempt(db(), id))?.outcome).toBe('signed-in');
    });

    test('lets its page be used once', async () => {
      const { id } = await offered();
      const both = await Promise.all([usePage(db(), id), usePage(db(), id)]);
      expect(both.toSorted()).toEqual([false, true]);
    });

    test('gives its tokens for its code to its person only, and has none left when it ends', async () => {
      const { id, person } = await offered();
      await resealAttempt(db(), id, 'sealed anew');
      await saveProvisional(db(), id, { codeHash: 'hash', provisional: 'tokens' });
      expect(await findAttemptByCode(db(), person, 'hash')).toMatchObject({
        id,
        provisional: 'tokens',
        sealed: 'sealed anew',
      });
      expect(await findAttemptByCode(db(), personOf(person.tenantId, 'Jon'), 'hash')).toBeNull();
      expect(await findAttemptByCode(db(), personOf(newTenant()), 'hash')).toBeNull();
      await endAttempt(db(), id, 'consent');
      expect(await findAttemptByCode(db(), person, 'hash')).toMatchObject({ provisional: 'tokens' });
      await endAttempt(db(), id, 'signed-in');
      expect(await findAttemptByCode(db(), person, 'hash')).toMatchObject({ outcome: 'signed-in', provisional: null });
    });

    test('is dropped some time after it ran out, and when its person signs out', async () => {
      const [ana, jon] = [await offered(), await offered()];
      await dropAttempts(db(), later(14 * minute));
      expect(await findAttempt(db(), ana.id)).not.toBeNull();
      await attemptsDroppedFor(db(), ana.person);
      expect(await findAttempt(db(), ana.id)).toBeNull();
      expect(await findAttempt(db(), jon.id)).not.toBeNull();
      await dropAttempts(db(), later(60 * minute));
      expect(await findAttempt(db(), jon.id)).toBeNull();
    });
  });
});
