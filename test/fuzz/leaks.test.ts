import fc from 'fast-check';
import { claim } from './claim.ts';
import { leaksIn, wrongWith } from './leaks.ts';
import { play } from './play.ts';

const card = (text: string) => ({ body: [{ type: 'TextBlock', text }], fallbackText: text });

test.each([
  'TypeError: x is not a function',
  'failed\n    at Object.say (/srv/bot/words.ts:76:26)',
  'The value is undefined',
  'Dear [object Object]',
  'NaN minutes',
  'on Invalid Date',
  '{"error":"bad"}',
  'Hello {name}',
  'Hello {count, plural, other {#}}',
  'ask 127.0.0.1:3978',
  'Bearer eyJhbGciOiJub25lIn0',
])('%j is found in a card', (text) => {
  expect(wrongWith(card(text), 'help')).not.toEqual([]);
});

test.each(['[x](https://x)', '<at>Ana</at>', '{{DATE(2026-01-01)}}', 'https://x', ''])(
  '%j is not shown as it is',
  (text) => {
    expect(wrongWith(card(text), text)).not.toEqual([]);
  },
);

test('what somebody typed is no secret from them, and an ordinary card is in order', () => {
  expect(leaksIn('“undefined” is no command', 'undefined')).toEqual([]);
  expect(wrongWith(card('Sync 17 is done: 14:37 (12:37 UTC).'), 'run 17')).toEqual([]);
});

test('a claim that does not hold is told with the seed and the way to its smallest input', async () => {
  const holds = (input: number) => {
    if (input > 10) throw new Error('too large');
  };
  const planted = claim({ name: 'planted', input: fc.nat(1_000), holds, share: 1 });
  const { failure } = await play(planted, { seed: 7, inputs: 50 });
  expect(failure).toMatchObject({ seed: 7, input: '[11]', error: expect.stringContaining('too large') as string });
  const again = await play(planted, { seed: 7, inputs: 50, path: failure?.path ?? undefined });
  expect(again.failure?.input).toBe('[11]');
});
