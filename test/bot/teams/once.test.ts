import { openOnce } from '../../../bot/teams/once.ts';

const second = 1_000;
const minute = 60 * second;

/** Deliveries in a time that the test moves. */
function deliveries() {
  let nowMs = Date.parse('2026-03-02T12:00:00Z');
  const once = openOnce<string>(() => nowMs);
  const done: string[] = [];
  const pass = (ms: number) => {
    nowMs += ms;
  };
  /** Delivers one activity whose turn takes so long. */
  const deliver = (id: string, likeness: string, tookMs = 0) =>
    once({ id, likeness }, async () => {
      done.push(id);
      pass(tookMs);
      return `answer to ${id}`;
    });
  return { once, done, pass, deliver };
}

test('the same delivery twice is worked on once, and both get the answer', async () => {
  const { done, deliver } = deliveries();
  const answers = await Promise.all([deliver('1', 'sync'), deliver('1', 'sync')]);
  expect(answers).toEqual(['answer to 1', 'answer to 1']);
  expect(done).toEqual(['1']);
});

test('a repeat that comes while the first is at work waits for its answer', async () => {
  const { once, done, deliver } = deliveries();
  const { promise, resolve } = Promise.withResolvers<string>();
  const first = once({ id: '1', likeness: 'sync' }, () => promise);
  const repeat = deliver('1', 'sync');
  resolve('the answer');
  expect(await Promise.all([first, repeat])).toEqual(['the answer', 'the answer']);
  expect(done).toEqual([]);
});

test('after a slow turn, the same words under a new id are the same ask', async () => {
  const { done, pass, deliver } = deliveries();
  await deliver('1', 'sync', 16 * second);
  pass(14 * second);
  expect(await deliver('2', 'sync')).toBe('answer to 1');
  expect(done).toEqual(['1']);
});

test('a turn still at work after ten seconds is repeated under a new id too', async () => {
  const { once, pass, deliver, done } = deliveries();
  const { promise, resolve } = Promise.withResolvers<string>();
  const first = once({ id: '1', likeness: 'sync' }, () => promise);
  pass(15 * second);
  const repeat = deliver('2', 'sync');
  resolve('the answer');
  expect(await Promise.all([first, repeat])).toEqual(['the answer', 'the answer']);
  expect(done).toEqual([]);
});

test.each([
  ['a quick turn was heard, so the same words again are a new wish', 0, second, 'sync'],
  ['two people in a hurry are two wishes', 16 * second, second, 'sync of somebody else'],
  ['the same words long after a slow turn are a new wish', 16 * second, 3 * minute, 'sync'],
])('%s', async (_, tookMs, laterMs, likeness) => {
  const { done, pass, deliver } = deliveries();
  await deliver('1', 'sync', tookMs);
  pass(laterMs);
  expect(await deliver('2', likeness)).toBe('answer to 2');
  expect(done).toEqual(['1', '2']);
});

test('an id is remembered for ten minutes, and then forgotten', async () => {
  const { done, pass, deliver } = deliveries();
  await deliver('1', 'sync');
  pass(10 * minute);
  await deliver('1', 'sync');
  pass(1);
  await deliver('1', 'sync');
  expect(done).toEqual(['1', '1']);
});

describe('work that fails', () => {
  const fails = async () => {
    throw new Error('database is down');
  };

  test('is told to whoever waits for it', async () => {
    const { once } = deliveries();
    const both = [1, 2].map(() => once({ id: '1', likeness: 'sync' }, fails));
    await expect(Promise.allSettled(both)).resolves.toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
  });

  test('is tried again when it is delivered again', async () => {
    const { once, deliver } = deliveries();
    await once({ id: '1', likeness: 'sync' }, fails).catch(() => {});
    expect(await deliver('1', 'sync')).toBe('answer to 1');
  });

  test('slowly does not stand in the way of the same words said again', async () => {
    const { once, pass, deliver } = deliveries();
    const slowly = async () => {
      pass(16 * second);
      return fails();
    };
    await once({ id: '1', likeness: 'sync' }, slowly).catch(() => {});
    pass(5 * second);
    expect(await deliver('2', 'sync')).toBe('answer to 2');
  });
});
