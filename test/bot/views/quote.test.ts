import { quote } from '../../../bot/views/quote.ts';

test.each([
  ['short enough', 'short enough'],
  ['a'.repeat(30), `${'a'.repeat(19)}…`],
  [`${'a'.repeat(18)}👩‍💻👩‍💻`, `${'a'.repeat(18)}…`],
  ['👍'.repeat(30), `${'👍'.repeat(9)}…`],
  [`a${'\u0301'.repeat(5_000)}`, '…'],
])('of %j no letter is halved, and it is never longer than there is room', (text, quoted) => {
  expect(quote(text, 20)).toBe(quoted);
});
