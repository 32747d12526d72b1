import { approvalCodeIn, requestIdIn } from '../../../bot/graph/answer-ids.ts';

test.each([
  ['f3b1c2d4-1111-4222-8333-444455556666', 'f3b1c2d4-1111-4222-8333-444455556666'],
  ['', null],
  ['[Press here](https://evil.example/)', null],
  ['x'.repeat(81), null],
])('of %j in a header is shown %j', (sent, shown) => {
  expect(requestIdIn({ 'request-id': sent })).toBe(shown);
  expect(approvalCodeIn({ 'x-msft-approval-code': sent })).toBe(shown);
});
