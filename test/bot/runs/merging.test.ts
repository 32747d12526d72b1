import { openMerging } from '../../../bot/runs/merging.ts';

const wish = { key: 'run 17', seconds: 2 };

function merging() {
  const time = { now: 10_000 };
  return { time, ...openMerging(() => time.now) };
}

test('what the queue has for now and for next is not asked for again until shortly before next begins', () => {
  const { time, isAsked, asked } = merging();
  expect(isAsked('tell', wish)).toBe(false);
  asked('tell', wish);
  const answers = [10_000, 11_800, 11_900, 11_999, 12_000].map((now) => {
    time.now = now;
    return isAsked('tell', wish);
  });
  expect(answers).toEqual([true, true, false, false, false]);
});

test('another run, another lane and a queue that was emptied are asked for', () => {
  const { isAsked, asked, forget } = merging();
  asked('tell', wish);
  expect([isAsked('tell', { ...wish, key: 'run 18' }), isAsked('look', wish)]).toEqual([false, false]);
  forget();
  expect(isAsked('tell', wish)).toBe(false);
});
