import { noteButton } from '../../../bot/views/buttons.ts';
import type { PressButton } from '../../kit/press-button.ts';
import { deviceStandings } from '../../payload-counts.ts';
import { type DeviceRowView, type RunDetailsView, runDetails } from '../../run-details.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { ago, hostileNames, longName, now, showRunButton, unbrokenName } from './invented.ts';
import { failure, inexact, locked, talkative } from './payload-parts.ts';
import { refusal } from './refusals.ts';

const device = (change: Partial<DeviceRowView>): DeviceRowView => ({
  device: 'IPAD-07',
  standing: 'done',
  at: ago(3),
  why: null,
  ...change,
});

type Rows = (words: Words) => readonly DeviceRowView[];

const failures: Rows = (words) => [
  device({ standing: 'failed', why: { kind: 'failed', item: 'Mail profile', error: locked, more: 0 } }),
  device({ standing: 'failed', why: { kind: 'failed', item: 'Field Service', error: inexact, more: 2 } }),
  device({ standing: 'failed', why: { kind: 'failed', item: 'VPN', error: failure(null), more: 1 } }),
  device({ standing: 'refused', why: { kind: 'refused', refusal: refusal('unknown-object', words) } }),
  device({ device: 'LT-0388', standing: 'silent', why: { kind: 'silent', checkedInAt: ago(41 * 24 * 60) } }),
  device({ device: 'LT-0390', standing: 'never-ended', why: { kind: 'silent', checkedInAt: ago(30) } }),
  device({
    device: 'LT-0391',
    standing: 'cannot-look',
    why: { kind: 'refused', refusal: refusal('missing-role', words) },
  }),
  device({ device: 'LT-0392', standing: 'superseded', why: { kind: 'superseded' } }),
  device({ device: 'LT-0393', standing: 'returned', why: { kind: 'returned' } }),
  device({ device: 'LT-0389', standing: 'silent', at: null, why: { kind: 'silent', checkedInAt: null } }),
];

const ten =
  (row: Partial<DeviceRowView>): Rows =>
  () =>
    Array.from({ length: 10 }, () => device(row));

const longest: Rows = () =>
  talkative.slice(0, 10).map((hex) =>
    device({
      device: longName.repeat(3),
      standing: 'failed',
      at: ago(3000),
      why: { kind: 'failed', item: longName.repeat(3), error: failure(hex, longName), more: 29 },
    }),
  );

export const runDetailsSamples = shown({
  name: 'run-details',
  about: 'The devices of a run, ten a page, what went wrong first.',
  card: runDetails,
  states: {
    'what went wrong': page([1, 4], failures),
    'every way a device can stand': page([1, 1], () => deviceStandings.map((standing) => device({ standing }))),
    'a page in between': page([2, 4], ten({})),
    'the last page, outside practice': page([4, 4], () => [device({})], { practice: false, devices: 31 }),
    'one device in all': page([1, 1], () => [device({})], { devices: 1 }),
    'since yesterday': page([1, 1], () => [device({ at: ago(1500) })]),
    'the longest of everything': page([1, 20], longest, { devices: 200 }),
    'names without a place to break': page([1, 1], ten({ device: unbrokenName })),
    'hostile names': page([1, 1], () =>
      Object.values(hostileNames).map((name) =>
        device({ device: name, standing: 'failed', why: { kind: 'failed', item: name, error: locked, more: 0 } }),
      ),
    ),
  },
});

function page([number, pages]: readonly [number, number], rows: Rows, change: Partial<RunDetailsView> = {}) {
  return (words: Words): RunDetailsView => ({
    practice: true,
    now,
    number: 17,
    title: words.say('action.sync-payloads'),
    page: number,
    pages,
    devices: 38,
    rows: rows(words),
    buttons: buttonsFor(number, pages, words),
    ...change,
  });
}

function buttonsFor(at: number, pages: number, words: Words): PressButton[] {
  const turn = (title: string, to: number): PressButton[] =>
    to < 1 || to > pages
      ? []
      : [{ title, press: { press: 'details', run: 17, page: to, ...(to === 1 ? { back: true } : {}) } }];
  return [
    ...turn(words.say('button.next-page'), at + 1),
    ...turn(words.say('button.previous-page'), at - 1),
    { title: words.say('button.csv'), press: { press: 'csv', run: 17 } },
    noteButton(17, words),
    { ...showRunButton(17, words), title: words.say('button.board') },
  ];
}
