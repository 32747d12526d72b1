import { unescaped } from '../../cards/kit/escape.ts';
import type { Element } from '../../cards/kit/types.ts';
import { acceptedOf, countLines, type DeviceCounts, deviceStandings, totalOf } from '../../cards/payload-counts.ts';
import type { PayloadErrorView } from '../../cards/payload-error.ts';
import { failedLines } from '../../cards/payload-groups.ts';
import { itemLines, itemStanding, type PayloadItemView } from '../../cards/payload-items.ts';
import { openLexicon } from '../../cards/words/index.ts';

const words = openLexicon()('en', 'UTC');
const now = new Date('2026-02-17T11:43:20Z');

const locked: PayloadErrorView = {
  code: { hex: '0x87D11388', signed: '-2016341112', unsigned: '2278626184' },
  known: { meaning: 'code.device-locked', cure: 'yes', acts: 'person' },
  detail: null,
};

const item = (change: Partial<PayloadItemView>): PayloadItemView => ({
  ...{ name: 'VPN', id: 'a', kind: 'vpn', intent: 'remove', status: 'removed', at: null, error: null },
  ...change,
});

const texts = (elements: readonly Element[]) =>
  elements.flatMap((one) => (one.type === 'TextBlock' ? [unescaped(one.text)] : []));

describe('what Graph says of an item', () => {
  test.each([
    ['remove', 'removed', 'done'],
    ['restore', 'succeeded', 'done'],
    ['restore', 'removed', 'still'],
    ['remove', 'succeeded', 'still'],
    ['remove', 'initiated', 'asked'],
    ['restore', 'inProgress', 'working'],
    ['restore', 'error', 'failed'],
    ['remove', null, 'unseen'],
    ['remove', 'unknownFutureValue', 'other'],
    ['remove', 'constructor', 'other'],
    ['pause', 'removed', 'other'],
  ])('is read with what was asked for: %s, %s', (intent, status, standing) => {
    expect(itemStanding({ intent, status })).toBe(standing);
  });
});

describe('the items of one device', () => {
  test('begin with what went wrong and end with what is done', () => {
    const items = [
      item({ name: 'done' }),
      item({ name: 'working', status: 'inProgress' }),
      item({ name: 'failed', status: 'error', error: locked }),
    ];
    const names = texts(itemLines(items, now, words)).filter((line) => ['done', 'working', 'failed'].includes(line));
    expect(names).toEqual(['failed', 'working', 'done']);
  });

  test('tell once what a code means, and name it every time', () => {
    const failed = ['a', 'b', 'c'].map((id) => item({ id, status: 'error', error: locked }));
    const told = texts(itemLines(failed, now, words));
    expect(told.filter((line) => line.includes('0x87D11388 (-2016341112)'))).toHaveLength(3);
    expect(told.filter((line) => line.includes('locked'))).toHaveLength(1);
  });

  test('are all named, however many there are', () => {
    const thirty = Array.from({ length: 30 }, (_, index) => item({ id: `${index}`, name: `item-${index}.` }));
    const told = texts(itemLines(thirty, now, words)).join('\n');
    expect(thirty.filter(({ name }) => !told.includes(name ?? ''))).toEqual([]);
  });

  test('without a name are called by their id', () => {
    expect(texts(itemLines([item({ name: null, id: 'the-id' })], now, words))).toContain('the-id');
  });
});

describe('many devices', () => {
  const none = Object.fromEntries(deviceStandings.map((one) => [one, 0])) as DeviceCounts;

  test('count as accepted only where Graph surely said so', () => {
    const counts = {
      ...none,
      done: 2,
      waiting: 3,
      silent: 1,
      failed: 1,
      unsure: 4,
      pending: 5,
      refused: 6,
      cancelled: 7,
    };
    expect([acceptedOf(counts), totalOf(counts)]).toEqual([7, 29]);
  });

  test('have a bar that says in words what its parts are, in the same order', () => {
    const [bar, twin] = countLines({ ...none, done: 999, failed: 1 }, words);
    const cells = bar?.type === 'ColumnSet' ? bar.columns : [];
    expect(cells.map(({ style }) => style)).toEqual(['good', 'attention']);
    expect(Number(cells[1]?.width)).toBeGreaterThan(Number(cells[0]?.width) / 50);
    expect(texts(twin ? [twin] : [])).toEqual(['999 done · 1 failed']);
  });

  test('with more kinds of failure than fit are counted, not forgotten', () => {
    const groups = Array.from({ length: 10 }, (_, index) => ({ error: locked, count: index + 1, names: ['IPAD-07'] }));
    const told = texts(failedLines(groups, words));
    expect(told[0]).toContain('10 devices');
    expect(told.at(-1)).toContain('3 more devices');
  });
});
