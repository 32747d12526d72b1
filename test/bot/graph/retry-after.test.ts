import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { retryAtFor } from '../../../bot/graph/retry-after.ts';

const now = new Date('2026-03-02T12:00:00Z');
const clock = { now: () => now };
const secondsFor = (header: string | null) => {
  const at = retryAtFor(header, clock);
  return at === null ? null : (at.getTime() - now.getTime()) / 1000;
};

describe('Retry-After', () => {
  test.each<[string, string | null, number | null]>([
    ['is missing', null, null],
    ['is empty', '', null],
    ['is whole seconds', '120', 120],
    ['is none', '0', 0],
    ['is written with spaces around', ' 30 ', 30],
    ['is a fraction', '210.5', 210.5],
    ['is a fraction with a comma', '210,5', 210.5],
    ['is a tiny fraction, rounded up to a millisecond', '0.0001', 0.001],
    ['is a day', '86400', 86_400],
    ['is more than a day', '86401', null],
    ['is more digits than a number holds', '9'.repeat(400), null],
    ['is negative', '-5', null],
    ['is a signed number', '+5', null],
    ['is in another notation', '1e3', null],
    ['is hexadecimal', '0x10', null],
    ['has a unit', '120 seconds', null],
    ['is a list', '120, 60', null],
    ['is a date (RFC 1123)', 'Mon, 02 Mar 2026 12:02:00 GMT', 120],
    ['is a date in lower case, as typed in chat', 'mon, 02 mar 2026 12:02:00 gmt', 120],
    ['is a date of the old kind (RFC 850)', 'Monday, 02-Mar-26 12:02:00 GMT', 120],
    ['is a date as C writes it (asctime)', 'Mon Mar  2 12:02:00 2026', 120],
    ['is a date that has passed', 'Mon, 02 Mar 2026 11:00:00 GMT', 0],
    ['is a date in two days', 'Wed, 04 Mar 2026 12:00:00 GMT', null],
    ['is a date that does not exist', 'Mon, 99 Mar 2026 12:02:00 GMT', null],
    ['is an ISO date, which the header does not know', '2026-03-02T12:02:00Z', null],
    ['is a word', 'soon', null],
    ['is words', 'in a while', null],
    ['is words with a number in them', 'try 5', null],
    ['is a sentence that a lenient parser takes for a year', 'maybe tomorrow 12', null],
  ])('%s', (_, header, seconds) => {
    expect(secondsFor(header)).toBe(seconds);
  });

  test('a date without a zone is GMT, wherever the bot runs', () => {
    const file = join(import.meta.dirname, '../../../bot/graph/retry-after.ts');
    const program = `import { retryAtFor } from ${JSON.stringify(file)};
      const at = retryAtFor('Mon Mar  2 12:02:00 2026', { now: () => new Date('${now.toISOString()}') });
      process.stdout.write(String(at?.toISOString()));`;
    const arguments_ = ['--input-type=module-typescript', '--eval', program];
    const told = execFileSync(process.execPath, arguments_, { env: { TZ: 'Asia/Tokyo' }, encoding: 'utf8' });
    expect(told).toBe('2026-03-02T12:02:00.000Z');
  });

  const anyHeader = fc.oneof(
    fc.string(),
    fc.double().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    fc.stringMatching(/^[A-Za-z]{3,9},? [\w :-]{0,30}$/),
  );

  test('never throws, never answers a time in the past or more than a day away', () => {
    fc.assert(
      fc.property(anyHeader, (header) => {
        const seconds = secondsFor(header);
        if (seconds === null) return;
        expect(seconds).toBeGreaterThanOrEqual(0);
        expect(seconds).toBeLessThanOrEqual(24 * 60 * 60);
      }),
      { numRuns: 1_000 },
    );
  });
});
