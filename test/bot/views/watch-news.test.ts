import { drawNews } from '../../../bot/views/watch-news.ts';
import type { News } from '../../../bot/watches/news-told.ts';
import type { What } from '../../../bot/watches/watch.ts';
import { openLexicon } from '../../../cards/words/index.ts';
import { hour, later, noon } from '../runs/samples.ts';

const words = openLexicon()('en', 'UTC');
const screen = { words, now: noon, practice: false };
const ex01: What = { kind: 'connector', id: 'c1', label: 'EX01', olderThanMs: 24 * hour };

type Told = Partial<Extract<News, { kind: 'connector' }>>;

const draw = (change: Told) =>
  drawNews(
    { ...{ kind: 'connector', why: 'old', status: 'connected', lastSyncAt: later(-30 * hour) }, ...change },
    ex01,
    screen,
  );

const tooOld = words.say('news.connector.old.more', { age: words.say('age.hours', { count: 24 }) });

test('a connector that never succeeded is not said to have a last success', () => {
  expect(draw({ lastSyncAt: null }).verdict).toBe(words.say('news.connector.never'));
  expect(draw({ lastSyncAt: null }).what).not.toContain(tooOld);
  expect(draw({}).what).toContain(tooOld);
});

test('a status that is the news is said once', () => {
  const standing = words.say('news.connector.status', { status: words.say('exchange.status.connected') });
  expect(draw({ why: 'status' }).verdict).toBe(standing);
  expect(draw({ why: 'status' }).what).not.toContain(standing);
  expect(draw({ why: 'moved' }).what).toContain(standing);
});

test.each([
  ['connected', 'good'],
  ['connectionPending', 'emphasis'],
  ['paused', 'emphasis'],
  ['disconnected', 'warning'],
])('a connector that is now %s is shown as %s', (status, tone) => {
  expect(draw({ why: 'status', status }).tone).toBe(tone);
});
