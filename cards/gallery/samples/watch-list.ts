import { sayButton } from '../../../bot/views/buttons.ts';
import { stopNumberButton } from '../../../bot/views/watch.ts';
import { type WatchListView, watchList } from '../../watch-list.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { hostileNames, inMinutes, longName, now } from './invented.ts';

const plain = { blind: false, mutedUntil: null, endsAt: inMinutes(900) };
const row = (number: number, name: string, change: Partial<WatchListView['rows'][number]> = {}) => ({
  ...plain,
  ...{ number, name },
  ...change,
});

export const watchListSamples = shown({
  name: 'watch-list',
  about: 'What one person watches, and until when.',
  card: watchList,
  states: {
    nothing: list([]),
    some: list([
      row(5, 'IPAD-07'),
      row(4, 'EX01', { mutedUntil: inMinutes(600), endsAt: inMinutes(40_000) }),
      row(3, 'Autopilot', { blind: true }),
    ]),
    'outside practice': list([row(5, 'IPAD-07')], { practice: false }),
    'hostile names': list(Object.values(hostileNames).map((name, index) => row(index + 1, name))),
    'long names, older ones left out': list([row(120, longName.slice(0, 60))], { more: 2, other: 119 }),
    'one older left out': list([row(120, 'IPAD-07')], { more: 1 }),
  },
});

function list(rows: WatchListView['rows'], change: Partial<WatchListView> = {}) {
  return (words: Words): WatchListView => ({
    ...{ practice: true, now, rows, more: 0, other: null },
    buttons: [...rows.slice(0, 4).map(({ number }) => stopNumberButton(number, words)), sayButton('help', words)],
    ...change,
  });
}
