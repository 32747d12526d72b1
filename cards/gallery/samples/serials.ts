import { bookButton, sayButton, startButton } from '../../../bot/views/buttons.ts';
import { toneOf } from '../../../bot/views/serials.ts';
import { nonsenseLines } from '../../../bot/views/serials-heard.ts';
import type { PressButton } from '../../kit/press-button.ts';
import type { SerialGroup, SerialStanding } from '../../serial-lines.ts';
import { type SerialsView, serials } from '../../serials.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { ana, hostileNames, inMinutes, longName, now, once } from './invented.ts';

const list = '1f6d2c1e-5a50-4c4e-9d0f-1b1f6f0f7a11';
const names = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => `5CG4200R${String(index + from).padStart(2, '0')}`);
const group = (standing: SerialStanding, count: number, from?: number): SerialGroup => ({
  ...{ standing, count, names: names(count, from) },
});

const before = [group('unregistered', 3, 58), group('pending', 5, 53), group('ready', 52)];
const every: readonly SerialStanding[] = [
  'unregistered',
  'failed',
  'unknown',
  'not-assigned',
  'pending',
  'out-of-sync',
];

export const serialsSamples = shown({
  name: 'serials',
  about: 'How the serials of a list stand with Windows Autopilot, and what would help.',
  card: serials,
  states: {
    'some not registered': view(before, { list: 'whole' }),
    'some not registered, the window closed': view(before, { closed: true }),
    'all registered, some waiting': view([group('pending', 8, 53), group('ready', 52)]),
    'all ready': view([group('ready', 60)]),
    'one, ready': view([group('ready', 1)]),
    'every way to stand, one each': view([...every, 'ready' as const].map((standing) => group(standing, 1))),
    'every way to stand, two each': view([...every, 'ready' as const].map((standing) => group(standing, 2))),
    'none registered': view([group('unregistered', 60)]),
    'outside practice, with what was left out': view(before, { practice: false, list: 'odd' }),
    'hostile names': view([
      { standing: 'unregistered', count: 4, names: Object.values(hostileNames).slice(0, 4) },
      { standing: 'unknown', count: 2, names: [longName, longName.slice(1)] },
    ]),
  },
});

type How = { closed?: boolean; practice?: boolean; list?: 'whole' | 'odd' };

function view(groups: readonly SerialGroup[], { closed = false, practice = true, list: how = 'whole' }: How = {}) {
  return (words: Words): SerialsView => {
    const heard =
      how === 'odd'
        ? { repeated: 2, nonsense: ['see below', 'LT'], skipped: 60 }
        : { repeated: 0, nonsense: [], skipped: 0 };
    const count = groups.reduce((sum, one) => sum + one.count, 0);
    return {
      ...{ practice, groups, count, tone: toneOf(groups) },
      remarks: [
        ...nonsenseLines(heard, words),
        words.say('serials.enrolled', { count: 2 }),
        words.say('serials.read', { time: words.when(now, now), name: ana }),
      ],
      buttons: buttonsFor(groups, closed, words),
    };
  };
}

function buttonsFor(groups: readonly SerialGroup[], closed: boolean, words: Words): PressButton[] {
  const areReady = groups.every(({ standing }) => standing === 'ready');
  const action = 'autopilot-sync';
  const sync = closed
    ? bookButton({ action, opensAt: inMinutes(4), run: null, list }, once, words)
    : startButton({ title: 'button.sync-autopilot', action, main: true, list }, once, words);
  return [
    ...(areReady ? [] : [sync]),
    { title: words.say('button.look-again'), press: { press: 'serials', go: 'look', list } },
    { title: words.say('button.csv'), press: { press: 'serials', go: 'csv', list } },
    sayButton('help', words),
  ];
}
