import { type Crew, openCrew } from '../../../bot/runs/crew.ts';

let woken: string[];
let crew: Crew;

beforeEach(() => {
  jest.useFakeTimers();
  woken = [];
  crew = openCrew((id) => woken.push(id));
  for (const id of ['first', 'second']) crew.join(id);
});

afterEach(() => {
  jest.useRealTimers();
});

/** Work that goes on until it is told to end. */
function long(id: string) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const done = crew.busy(id, () => promise);
  return {
    async ends() {
      resolve();
      await done;
    },
  };
}

test('a step that comes is looked for by one worker, not by all', () => {
  crew.wake();
  expect(woken).toEqual(['first']);
});

test('whoever finds a step looks again when it is done', async () => {
  await long('first').ends();
  jest.runAllTimers();
  expect(woken).toEqual(['first']);
});

test('who is not done soon wakes another one for what may be left', () => {
  long('first');
  jest.runAllTimers();
  expect(woken).toEqual(['first', 'second']);
});

test('a step that comes while one is at work is looked for by another', () => {
  long('first');
  woken = [];
  crew.wake();
  expect(woken).toEqual(['second']);
});

test('while all are at work nobody is woken: whoever is done first looks by itself', async () => {
  const first = long('first');
  long('second');
  woken = [];
  crew.wake();
  expect(woken).toEqual([]);
  await first.ends();
  crew.wake();
  expect(woken).toEqual(['first']);
});

test('one whose step failed is free again', async () => {
  long('second');
  await expect(crew.busy('first', () => Promise.reject(new Error('the database was away')))).rejects.toThrow('away');
  woken = [];
  crew.wake();
  expect(woken).toEqual(['first']);
});
