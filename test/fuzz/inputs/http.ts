import fc from 'fast-check';
import type { HttpAnswer } from '../../../bot/ports.ts';
import { outsideText } from './text.ts';

/** How services write `Retry-After`, and how they do not. */
export const retryAfter = fc.oneof(
  fc.constantFrom(
    '0',
    '1',
    '120',
    '2.5',
    '2,5',
    '-1',
    '1e9',
    '99999999999999999999',
    'Infinity',
    'NaN',
    ' 7 ',
    '7s',
    '',
  ),
  fc.date({ noInvalidDate: true }).map((at) => at.toUTCString()),
  fc.constantFrom('Tue, 99 Xyz 2026 99:99:99 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'),
  outsideText,
);

const status = fc.oneof(
  {
    arbitrary: fc.constantFrom(200, 201, 204, 301, 400, 401, 403, 404, 409, 412, 423, 429, 500, 502, 503, 504),
    weight: 8,
  },
  { arbitrary: fc.integer({ min: 200, max: 599 }), weight: 1 },
);
const headers = fc
  .record(
    {
      'retry-after': retryAfter,
      'www-authenticate': fc.oneof(outsideText, claimsChallenge()),
      'request-id': fc.oneof(fc.uuid(), outsideText),
      'x-msft-approval-code': fc.oneof(fc.uuid(), outsideText),
      'content-type': fc.constantFrom('application/json', 'text/html', ''),
    },
    { requiredKeys: [] },
  )
  .map(
    (sent) =>
      Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as Record<string, string>,
  );

function claimsChallenge(): fc.Arbitrary<string> {
  return outsideText.map(
    (text) => `Bearer realm="", error="insufficient_claims", claims="${Buffer.from(text).toString('base64')}"`,
  );
}

/** An answer with this JSON in it, or with what a proxy, a broken line or a mistake made of it. */
export const answerOf = (body: fc.Arbitrary<unknown>): fc.Arbitrary<HttpAnswer> =>
  fc.record({ status, headers, body: bodyOf(body) });

/** The text of a body. A text such as `#-5#` in it becomes the number, which may be one that only Int64 holds. */
export function bodyOf(body: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const whole = body.map((part) => (JSON.stringify(part) ?? '').replace(/"#(-?\d+)#"/g, '$1'));
  const torn = fc.tuple(whole, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)));
  const wrong = fc.oneof(
    outsideText,
    fc.constantFrom('', '<html><body>503 Service Unavailable</body></html>', '[]', 'null', '{}'),
  );
  return fc.oneof({ arbitrary: whole, weight: 6 }, { arbitrary: torn, weight: 1 }, { arbitrary: wrong, weight: 1 });
}
