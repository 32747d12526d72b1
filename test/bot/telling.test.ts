import { inOrder, restMs } from '../../bot/telling.ts';

const released = () => Promise.withResolvers<void>();

describe('the distance between edits of one card', () => {
  test('the first three are made at once', () => {
    expect(restMs([], 0)).toBe(0);
    expect(restMs([0, 1], 3)).toBe(0);
  });

  test('then they are two seconds apart', () => {
    expect(restMs([0, 1, 4], 504)).toBe(1_500);
    expect(restMs([0, 1, 4], 2_004)).toBe(0);
  });

  test('and what is long past counts no more', () => {
    expect(restMs([0, 1, 11_000], 11_100)).toBe(0);
  });

  test('half a minute of constant news makes at most a third of the edits that Teams takes', () => {
    const made: number[] = [];
    for (let now = 0; now < 30_000; now += 50) if (restMs(made, now) === 0) made.push(now);
    expect(made.length).toBeLessThanOrEqual(20);
  });
});

describe('words about one thing', () => {
  test('that are wanted while others wait to be said are merged with them, and tell the newest', async () => {
    const { promise, resolve } = released();
    let stands = 1;
    const told: number[] = [];
    const say = inOrder<string>(async () => {
      const seen = stands;
      if (told.length === 0) await promise;
      told.push(seen);
    });
    const first = say('run 1');
    await new Promise((turn) => setTimeout(turn, 5));
    const later = [say('run 1'), say('run 1'), say('run 1')];
    stands = 2;
    resolve();
    await Promise.all([first, ...later]);
    expect(told).toEqual([1, 2]);
  });

  test('do not keep words about another thing waiting', async () => {
    const { promise, resolve } = released();
    const said: string[] = [];
    const say = inOrder<string>(async (id) => {
      if (id === 'run 1') await promise;
      said.push(id);
    });
    const slow = say('run 1');
    await say('run 2');
    expect(said).toEqual(['run 2']);
    resolve();
    await slow;
  });

  test('are not said beside one that takes long, however long ago the one before it was', async () => {
    jest.useFakeTimers({ doNotFake: ['performance', 'nextTick', 'queueMicrotask', 'setImmediate'] });
    try {
      const { promise, resolve } = released();
      const said: string[] = [];
      const slow = async () => {
        said.push('begins');
        if (said.length > 2) await promise;
        said.push('is over');
      };
      const say = inOrder<string>(slow, () => 0);
      await say('run 1');
      const second = say('run 1');
      while (said.length < 3) await new Promise((turn) => setImmediate(turn));
      jest.advanceTimersByTime(10_000);
      const third = say('run 1');
      for (let i = 0; i < 20; i++) await new Promise((turn) => setImmediate(turn));
      expect(said).toEqual(['begins', 'is over', 'begins']);
      resolve();
      await Promise.all([second, third]);
      expect(said.slice(2)).toEqual(['begins', 'is over', 'begins', 'is over']);
    } finally {
      jest.useRealTimers();
    }
  });

  test('that fail are reported to whoever wanted them, and hold up nobody', async () => {
    let fails = true;
    const say = inOrder<string>(async () => {
      if (fails) throw new Error('Teams is away');
    });
    await expect(say('run 1')).rejects.toThrow('Teams is away');
    fails = false;
    await expect(say('run 1')).resolves.toBeUndefined();
  });
});
