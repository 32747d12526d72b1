import { openLexicon, type WordsLanguage } from '../../cards/words/index.ts';

const lexicon = openLexicon();
const at = (time: string) => new Date(time);

describe('a time', () => {
  const now = at('2026-02-17T11:43:00Z');

  test.each([
    ['en', 'Europe/Berlin', '12:43 (11:43 UTC)'],
    ['ru', 'Europe/Berlin', '12:43 (11:43 UTC)'],
    ['en', 'America/New_York', '06:43 (11:43 UTC)'],
    ['en', 'UTC', '11:43 UTC'],
    ['ru', 'UTC', '11:43 UTC'],
  ] as const)('is told here and in UTC (%s, %s)', (language, zone, told) => {
    expect(lexicon(language, zone).when(now, now)).toBe(told);
  });

  test.each([
    ['en', '01:43 (00:43 UTC) on 18 February', '18 Feb, 01:43'],
    ['ru', '01:43 (00:43 UTC) 18 февраля', '18 февр., 01:43'],
  ] as const)('has its day when that is not today (%s)', (language, long, short) => {
    const words = lexicon(language, 'Europe/Berlin');
    const tomorrow = at('2026-02-18T00:43:00Z');
    expect([words.when(tomorrow, now), words.short(tomorrow, now)]).toEqual([long, short]);
  });

  test.each([
    ['en', '12:43 (11:43 UTC) on 17 February 2025', '17 Feb 2025, 12:43'],
    ['ru', '12:43 (11:43 UTC) 17 февраля 2025 г.', '17 февр. 2025 г., 12:43'],
    ['de', '12:43 (11:43 UTC) am 17. Februar 2025', '17. Feb. 2025, 12:43'],
  ] as const)('has its year when that is another one, a year ago to the day too (%s)', (language, long, short) => {
    const words = lexicon(language, 'Europe/Berlin');
    const then = at('2025-02-17T11:43:00Z');
    expect([words.when(then, now), words.short(then, now)]).toEqual([long, short]);
  });

  test.each([
    ['en', 'Tuesday, 17 February 2026'],
    ['ru', 'вторник, 17 февраля 2026 г.'],
    ['de', 'Dienstag, 17. Februar 2026'],
  ] as const)('is a day of the calendar, with its weekday where that is to be checked (%s)', (language, told) => {
    expect(lexicon(language, 'America/New_York').weekdayAndDate(at('2026-02-17T00:00:00Z'))).toBe(told);
  });

  test('belongs to the day of its reader, not of UTC', () => {
    const late = at('2026-02-18T03:00:00Z');
    expect(lexicon('en', 'America/New_York').when(late, now)).toBe('22:00 (03:00 UTC)');
    expect(lexicon('en', 'Europe/Berlin').when(late, now)).toBe('04:00 (03:00 UTC) on 18 February');
  });

  test('follows the clock change on the day itself', () => {
    const words = lexicon('en', 'Europe/Berlin');
    const before = at('2026-03-29T00:59:00Z');
    const after = at('2026-03-29T01:00:00Z');
    expect([words.when(before, after), words.when(after, after)]).toEqual(['01:59 (00:59 UTC)', '03:00 (01:00 UTC)']);
    const newYork = lexicon('en', 'America/New_York');
    expect(newYork.clock(at('2026-03-08T06:59:00Z'))).toBe('01:59');
    expect(newYork.clock(at('2026-03-08T07:00:00Z'))).toBe('03:00');
  });

  test('is told in UTC where the zone is unknown', () => {
    const words = lexicon('en', 'Mars/Olympus_Mons');
    expect([words.zone, words.when(now, now)]).toEqual(['UTC', '11:43 UTC']);
  });

  test.each([
    ['Europe/Berlin', '12:43:24 (11:43:24 UTC)'],
    ['UTC', '11:43:24 UTC'],
  ])('is told to the second where a minute is too rough (%s)', (zone, told) => {
    expect(lexicon('en', zone).toTheSecond(at('2026-02-17T11:43:24Z'))).toBe(told);
  });

  test('that is a day of the calendar is the same day everywhere', () => {
    const day = at('2024-02-19T00:00:00Z');
    expect(lexicon('en', 'America/New_York').date(day)).toBe('19 February 2024');
    expect(lexicon('ru', 'Asia/Tokyo').date(day)).toBe('19 февраля 2024 г.');
  });

  test('begins the day at 00, not at 24', () => {
    expect(lexicon('en', 'UTC').clock(at('2026-02-17T00:05:00Z'))).toBe('00:05');
  });
});

describe('a wait', () => {
  const now = at('2026-02-17T11:43:00Z');
  const wait = (language: WordsLanguage, seconds: number) =>
    lexicon(language, 'UTC').wait(new Date(now.getTime() + seconds * 1000), now);

  test.each([
    ['en', 61, 'in 2 minutes'],
    ['en', 1, 'in 1 minute'],
    ['en', -5, 'in 1 minute'],
    ['en', 90 * 60, 'in 90 minutes'],
    ['en', 91 * 60, 'in 2 hours'],
    ['ru', 60, 'через 1 минуту'],
    ['ru', 120, 'через 2 минуты'],
    ['ru', 300, 'через 5 минут'],
    ['ru', 21 * 60, 'через 21 минуту'],
    ['ru', 21 * 3600, 'через 21 час'],
  ] as const)('is rounded up, never nothing (%s, %i s)', (language, seconds, told) => {
    expect(wait(language, seconds)).toBe(told);
  });
});

describe('how long ago', () => {
  const now = at('2026-02-17T11:43:00Z');
  const ago = (language: WordsLanguage, minutes: number) =>
    lexicon(language, 'UTC').ago(new Date(now.getTime() - minutes * 60_000), now);

  test.each([
    ['en', 0.1, '1 minute ago'],
    ['en', -5, '1 minute ago'],
    ['en', 89.9, '89 minutes ago'],
    ['en', 90, '1 hour ago'],
    ['en', 26 * 60, '26 hours ago'],
    ['en', 48 * 60, '2 days ago'],
    ['ru', 5, '5 минут назад'],
    ['ru', 41 * 24 * 60, '41 день назад'],
  ] as const)('is rounded down, never nothing (%s, %d min)', (language, minutes, told) => {
    expect(ago(language, minutes)).toBe(told);
  });
});

describe('a number of things', () => {
  test.each([
    [1, '1 знак.'],
    [2, '2 знака.'],
    [5, '5 знаков.'],
    [21, '21 знак.'],
    [111, '111 знаков.'],
  ])('takes the right Russian ending (%i)', (count, ending) => {
    expect(lexicon('ru', 'UTC').say('unknown.too-long', { count })).toContain(ending);
  });

  test.each([
    [1, '1 character.'],
    [21, '21 characters.'],
  ])('takes the right English ending (%i)', (count, ending) => {
    expect(lexicon('en', 'UTC').say('unknown.too-long', { count })).toContain(ending);
  });
});

describe('a value', () => {
  const words = lexicon('en', 'UTC');

  test('that reads from right to left leaves the sentence in its order', () => {
    expect(words.say('run.as', { name: 'عمر', phase: 'now' })).toBe('Runs in the name of \u2068عمر\u2069.');
    expect(words.say('run.as', { name: 'a\u202eb', phase: 'now' })).toBe('Runs in the name of \u2068a\u202eb\u2069.');
    expect(words.say('run.as', { name: 'Ana', phase: 'now' })).toBe('Runs in the name of Ana.');
  });

  test('with braces or tags is not read as a message', () => {
    expect(words.say('run.as', { name: '{name} <b>x</b>', phase: 'now' })).toBe('Runs in the name of {name} <b>x</b>.');
  });

  test('is asked for: a missing one is an error, not a gap', () => {
    expect(() => words.say('run.as')).toThrow('name');
  });

  test('that is a number of a run has no thousands mark', () => {
    expect(words.say('run.not-found', { number: 1234567 })).toContain('1234567');
  });
});

test('what reads from right to left keeps to itself in a row and in a list', () => {
  const { row, list } = lexicon('en', 'UTC');
  expect(row(['عمر', 'iPad', '5'])).toBe('\u2068عمر\u2069 · iPad · 5');
  expect(list(['عمر', 'Ana'])).toBe('\u2068عمر\u2069 and Ana');
});

test('names are listed as people say them', () => {
  expect(lexicon('en', 'UTC').list(['Ana', 'Jon', 'Mia'])).toBe('Ana, Jon and Mia');
  expect(lexicon('ru', 'UTC').list(['Ana', 'Jon', 'Mia'])).toBe('Ana, Jon и Mia');
});

test('one language and zone is opened once', () => {
  expect(lexicon('en', 'Europe/Berlin')).toBe(lexicon('en', 'Europe/Berlin'));
});

test.each([
  ['en', 'off it by then', 'off them by then'],
  ['ru', 'что с него удалено', 'что с них удалено'],
] as const)('what a schedule keeps is told of one device or of several (%s)', (language, one, several) => {
  const of = (count: number) =>
    lexicon(language, 'UTC').say('schedule.what.payloads', { intent: 'remove', items: 'VPN', count, names: 'IPAD-07' });
  expect(of(1)).toContain(one);
  expect(of(2)).toContain(several);
});
