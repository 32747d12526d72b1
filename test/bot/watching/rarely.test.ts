import { rarely } from '../../../bot/watching/rarely.ts';

function asking(read: () => Promise<number>, withinMs = 1_000) {
  let now = 0;
  let asked = 0;
  const ask = rarely(
    () => {
      asked += 1;
      return read();
    },
    { keptMs: 5_000, withinMs, nowMs: () => now },
  );
  const goesOn = (ms: number) => {
    now += ms;
  };
  return { ask, asked: () => asked, goesOn };
}

test('an answer stands for a while, and is asked for again after it', async () => {
  let value = 1;
  const { ask, asked, goesOn } = asking(async () => value);
  expect(await ask()).toBe(1);
  value = 2;
  goesOn(4_999);
  expect(await ask()).toBe(1);
  goesOn(1);
  expect(await ask()).toBe(2);
  expect(asked()).toBe(2);
});

test('many who ask at once wait for one answer', async () => {
  const { promise, resolve } = Promise.withResolvers<number>();
  const { ask, asked } = asking(() => promise);
  const all = [ask(), ask(), ask()];
  resolve(7);
  expect(await Promise.all(all)).toEqual([7, 7, 7]);
  expect(asked()).toBe(1);
});

test('a question without an answer keeps nobody, and is not asked a second time meanwhile', async () => {
  const { promise, resolve } = Promise.withResolvers<number>();
  const { ask, asked, goesOn } = asking(() => promise, 10);
  expect(await ask()).toBeNull();
  goesOn(60_000);
  expect(await ask()).toBeNull();
  expect(asked()).toBe(1);
  resolve(7);
  await promise;
  expect(await ask()).toBe(7);
});

test('what could not be asked is not known, and is asked again after a while', async () => {
  let broken = true;
  const { ask, goesOn } = asking(async () => {
    if (broken) throw new Error('the database is away');
    return 7;
  });
  expect(await ask()).toBeNull();
  broken = false;
  goesOn(5_000);
  expect(await ask()).toBe(7);
});
