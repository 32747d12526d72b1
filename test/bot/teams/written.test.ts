import { openWritten } from '../../../bot/teams/written.ts';

const contentType = 'application/vnd.microsoft.card.adaptive';
const message = (...cards: object[]) => ({
  type: 'message',
  summary: 'Said "so"',
  attachments: cards.map((content) => ({ contentType, content })),
  conversation: { id: 'a:1' },
});
const card = (text: string) => ({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text }] });

const written = openWritten();
const read = (activity: object): unknown => JSON.parse(String(written(activity)));

test('what is sent arrives as it was, whether its card was drawn for many, for one, or is none', () => {
  const forMany = Object.freeze(card('Help — 帮助 "\u2028'));
  for (const sent of [
    message(forMany),
    message(forMany),
    message(card('Run 17')),
    message(forMany, card('and another one')),
    message(),
    { type: 'typing' },
    { isGroup: true },
  ])
    expect(read(sent)).toEqual(sent);
});

test('a card that is drawn anew for each is never shown as it was before', () => {
  const board = card('Waiting');
  expect(read(message(board))).toEqual(message(card('Waiting')));
  Object.assign(board, card('Accepted'));
  expect(read(message(board))).toEqual(message(card('Accepted')));
});

test('a card that was drawn for many is written once', () => {
  let times = 0;
  const drawn = Object.freeze({
    get type() {
      times += 1;
      return 'AdaptiveCard';
    },
  });
  for (let i = 0; i < 3; i++) expect(read(message(drawn))).toEqual(message({ type: 'AdaptiveCard' }));
  expect(times).toBe(1);
});
