/** What fuzzing has found, with the claim and seed it was found by; each was mended in the bot. */
import { daysFrom } from '../../bot/commands/schedules/rule.ts';
import { scheduleSaid } from '../../bot/commands/schedules/words.ts';
import { normal } from '../../bot/commands/understand.ts';
import { watchSaid } from '../../bot/commands/watch-words.ts';
import { refusalFor } from '../../bot/graph/errors.ts';
import { scheduleRow } from '../../bot/store/schedule-rows.ts';
import { textOf } from '../../bot/teams/text.ts';
import { escaped } from '../../cards/kit/escape.ts';
import { leaksIn } from './leaks.ts';

const clock = { now: () => new Date('2026-03-02T12:00:00Z') };

/** As many as a message holds. With the patterns as they were, some of these never came back. */
const many = (text: string) => text.repeat(Math.floor(19_900 / text.length));

describe('words: as many of them as a message holds are read soon (seed 1)', () => {
  test('thousands of line breaks before what is to be watched', () => {
    expect(watchSaid(`exchange EX01${many('\n')}x`).thing).toMatchObject({ kind: 'connector' });
    expect(watchSaid(`exchange EX01${many(' ')}older than 24 h`).thing).toMatchObject({ olderThanMs: 86_400_000 });
  });

  test('thousands of mentions that nothing ends', () => {
    expect(textOf({ text: `help ${many('<at ')}`, entities: [], recipient: { id: '28:bot' } })).toMatch(/^help <at/);
  });

  test.each(['.', ', ', '. ', ';', '_'])('thousands of %j', (sign) => {
    expect(normal(`runs${many(sign)}`)).toBe(sign === '_' ? `runs${many(sign)}` : 'runs');
    expect(scheduleSaid(`x${many(sign)}x`).rest).toMatch(/^x.*x$/);
  });
});

describe('Graph: an error is a refusal whose card gives nothing away (seed 1)', () => {
  const answer = (headers: Record<string, string>, message = '') => ({
    ...{ status: 403, headers, clientRequestId: 'c', write: false, meanings: {} },
    body: JSON.stringify({ error: { code: 'Forbidden', message } }),
  });

  test('what is no id is not shown as one, however long it is', () => {
    const long = answer({ 'request-id': 'x'.repeat(9_000), 'x-msft-approval-code': '[Press](https://evil.example/)' });
    expect(refusalFor(long, clock)).toMatchObject({ missing: { kind: 'role' }, support: { requestId: null } });
  });

  test('thousands of permissions are not all named', () => {
    const scopes = Array.from({ length: 1_000 }, () => 'Device.Read.All').join(', ');
    const refusal = refusalFor(answer({}, `must have one of the following scopes: ${scopes}`), clock);
    expect(refusal).toMatchObject({ missing: { kind: 'scope', scopes: Array(10).fill('Device.Read.All') } });
  });
});

test.each([
  ['a day that is none', { kind: 'once', day: 'tomorrow', time: '06:00' }],
  ['a time that is none', { kind: 'weekly', days: [1], time: '25:61' }],
])('rows: a schedule with %s says where it is none (seed 1)', (_what, rule) => {
  const issues = scheduleRow.safeParse({ rule }).error?.issues ?? [];
  const name = rule.kind === 'once' ? 'day' : 'time';
  expect(issues.map(({ path }) => path.join('.'))).toContain(`rule.${name}`);
});

test.each(['2026-13-45', '2026-02-30', '99.99.2026'])(
  'cards: a form for %s, which is no day, is not drawn (seed 3)',
  (day) => {
    expect(scheduleSaid(`autopilot ${day} 06:00`)).toMatchObject({ days: { kind: 'no-day' } });
    expect(daysFrom(`on:${day}`)).toBeNull();
  },
);

test('cards: a name of nothing but halves of pairs takes no more room than one of letters (seed 6)', () => {
  const name = '\ud800'.repeat(60);
  expect(JSON.stringify(escaped(name))).toHaveLength(62);
});

test('turns: what somebody wrote in two lines and is quoted in one gives nothing away (seed 14)', () => {
  const text = `'{\r""A`;
  expect(leaksIn(`Вы написали: '{ ""A`, { text })).toEqual([]);
  expect(leaksIn(`Вы написали: '{ ""A`, { text: 'A' })).not.toEqual([]);
});
