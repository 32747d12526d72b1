import { signInButton } from '../../../bot/views/account-view.ts';
import { noteButton, sayButton, watchButton } from '../../../bot/views/buttons.ts';
import type { PressButton } from '../../kit/press-button.ts';
import { type ManyDevicesView, type OneDeviceView, type PayloadBoardView, payloadBoard } from '../../payload-board.ts';
import { type DeviceCounts, deviceStandings, unseenStandings } from '../../payload-counts.ts';
import type { PayloadItemView } from '../../payload-items.ts';
import type { RefusalView, RefusalWord } from '../../refusal-lines.ts';
import type { TargetsStatus } from '../../run-status.ts';
import type { TrailLine } from '../../run-trail.ts';
import { signInWords } from '../../sign-in-lines.ts';
import type { Words } from '../../words/index.ts';
import { forEach, shown } from '../sample.ts';
import { ago, ana, hostileNames, inMinutes, jon, longName, mia, now, once, unbrokenName } from './invented.ts';
import { app, failure, inexact, item, locked, mail, talkative, vpn } from './payload-parts.ts';
import { refusal, statuses } from './refusals.ts';

const asked: TrailLine = { kind: 'asked', at: ago(6), who: ana };
const accepted: TrailLine = { kind: 'accepted', at: ago(5.5) };
const refused = (kind: RefusalWord): TrailLine => ({ kind: 'refused', at: ago(5.5), status: statuses[kind] });
const noAccess: TrailLine = { kind: 'signed-out', at: ago(0.1), who: ana };
const started = [asked, accepted];

const until = inMinutes(54);
const checkedIn = { from: ago(151), to: ago(3) };
const looking = { at: ago(0.2), nextAt: inMinutes(0.5) };
const over = { at: ago(0.2), nextAt: null };
const nowhere = { at: null, nextAt: null };
const twelve = Array.from({ length: 12 }, (_, index) => `IPAD-${String(index + 1).padStart(2, '0')}`);
const ids = [
  { name: 'device', value: 'b4c5d6e7-0000-4000-8000-00000000f007' },
  { name: 'request-id', value: 'f3b1c2d4-1111-4222-8333-444455556666' },
];

/** Every word that Graph may use, with either intent, and one that it does not use yet. */
const allStandings = ['remove', 'restore'].flatMap((intent) =>
  [null, 'initiated', 'inProgress', 'removed', 'succeeded', 'error', 'postponed'].map((status) =>
    item({
      name: `${intent}, ${status}`,
      intent,
      status,
      id: `${intent} ${status}`,
      error: status === 'error' ? failure(null) : null,
    }),
  ),
);

const longItem = (name: string, index: number): PayloadItemView =>
  item({
    name: `${name} ${index}`,
    id: `${index}`,
    intent: 'remove',
    status: index % 3 === 0 ? 'error' : 'removed',
    error: index % 3 === 0 ? failure(talkative[index / 3] ?? null, `${name} ${name} ${name}`) : null,
  });
const thirty = (name: string) => Array.from({ length: 30 }, (_, index) => longItem(name, index));

const none = Object.fromEntries(deviceStandings.map((one) => [one, 0])) as DeviceCounts;

export const payloadBoardSamples = shown({
  name: 'payload-board',
  about: 'A payload sync on one device or many, from the first request to the verdict.',
  card: payloadBoard,
  states: {
    ...oneDevice(),
    ...manyDevices(),
    ...awkward(),
  },
});

function oneDevice() {
  const back = { comesBack: { from: inMinutes(477), to: inMinutes(1437) } };
  return {
    'one device, starting': one({ kind: 'starting' }, { trail: [asked], items: [mail(null)], look: nowhere }),
    'one device, starting after a wait': one(
      { kind: 'starting' },
      { trail: [asked], items: [mail(null)], look: nowhere, pause: { until: inMinutes(0.4), left: 1, minutes: null } },
    ),
    'one device, waiting for approval': one(
      { kind: 'approval', until: inMinutes(24 * 60 - 6) },
      { trail: [asked], items: [mail(null)], look: nowhere },
    ),
    'one device, declined': one(
      { kind: 'declined', by: jon, reason: 'Not before the exam week.' },
      { trail: [asked, { kind: 'declined', at: ago(1), who: jon }], items: [mail(null)], look: nowhere },
    ),
    'one device, nobody approved it': one(
      { kind: 'expired', until: ago(1) },
      { trail: [asked, { kind: 'expired', at: ago(1) }], items: [mail(null)], look: nowhere },
    ),
    'one device, approved': one(
      { kind: 'starting' },
      { trail: [asked, { kind: 'approved', at: ago(1), who: jon }], items: [mail(null)], look: nowhere },
    ),
    'one device, accepted': one({ kind: 'accepted', until }, { items: [mail(null), vpn(null)], look: nowhere }),
    'one device, accepted by a Graph with the new words': one(
      { kind: 'accepted', until },
      { items: [mail('initiated')], changed: [] },
    ),
    'one device, waiting for it': one({ kind: 'waiting', until }, { items: [mail('inProgress')], changed: [] }),
    'one device, working': one(
      { kind: 'working', until },
      { items: [mail('inProgress'), vpn('removed'), app('inProgress')], changed: [vpn('').id], checkedIn, ...back },
    ),
    'one device, working again after a restart': one(
      { kind: 'working', until },
      { items: [mail('inProgress')], checkedIn, trail: [...started, { kind: 'resumed', at: ago(1) }] },
    ),
    'one device, done': one(
      { kind: 'done' },
      { items: [mail('removed'), vpn('removed')], changed: [mail('').id], checkedIn, look: over, ...back },
    ),
    'one device, done, outside practice': one(
      { kind: 'done' },
      { items: [mail('removed')], checkedIn: { from: null, to: ago(3) }, look: over, practice: false },
    ),
    'one device, restored': one(
      { kind: 'done' },
      { items: [mail('succeeded', { intent: 'restore' })], checkedIn, look: over },
    ),
    'one device, being restored': one(
      { kind: 'working', until },
      { items: [mail('removed', { intent: 'restore' }), vpn('inProgress', { intent: 'restore' })], checkedIn },
    ),
    'one device, done with failures': one(
      { kind: 'partly' },
      { items: [vpn('removed'), mail('error', { error: locked })], checkedIn, look: over, ...back },
    ),
    'one device, failed': one({ kind: 'failed' }, { items: [mail('error', { error: locked })], checkedIn, look: over }),
    'one device, failed with a code that no number holds': one(
      { kind: 'failed' },
      { items: [mail('error', { error: inexact }), app('error', { error: inexact })], checkedIn, look: over },
    ),
    'one device, every word of Graph': one({ kind: 'working', until }, { items: allStandings, checkedIn }),
    'one device, an intent nobody knows': one(
      { kind: 'working', until },
      { items: [mail('removed', { intent: 'pause' }), vpn(null, { intent: 'pause' })] },
    ),
    'one device, no sign of life': one(
      { kind: 'silent', why: 'never-began' },
      { items: [mail('inProgress')], look: over },
    ),
    'one device, never ended': one(
      { kind: 'silent', why: 'never-ended' },
      { items: [mail('inProgress')], checkedIn, look: over },
    ),
    'one device, no longer allowed to look': one(
      { kind: 'silent', why: 'cannot-look' },
      { items: [mail('inProgress')], look: over, refused: 'missing-role', change: { phase: 'read' } },
    ),
    'one device, nobody looks any more': one(
      { kind: 'unwatched', by: jon },
      { items: [mail('inProgress')], look: over, alsoWaiting: [jon] },
    ),
    'one device, overtaken by another request': one(
      { kind: 'superseded' },
      { items: [mail('inProgress')], checkedIn, look: over },
    ),
    'one device, looked at a day later': one({ kind: 'returned' }, { items: [mail(null)], look: over }),
    ...forEach(['missing-role', 'unknown-object', 'throttled', 'renamed-action', 'timeout'], (kind) => [
      `one device, refused, ${kind}`,
      one({ kind: 'refused' }, { trail: [asked, refused(kind)], items: [mail(null)], look: nowhere, refused: kind }),
    ]),
    'one device, changed since the plan': one(
      { kind: 'refused' },
      { trail: [asked, { kind: 'unsent', at: ago(5.5) }], items: [mail(null)], look: nowhere, refused: 'changed' },
    ),
    'one device, unsure': one(
      { kind: 'unsure', until },
      { trail: [asked, refused('timeout')], items: [mail(null)], look: nowhere, refused: 'timeout' },
    ),
    'one device, unsure for no reason left': one({ kind: 'unsure', until }, { trail: [asked], items: [mail(null)] }),
    'one device, cancelled': one(
      { kind: 'cancelled', by: ana },
      { trail: [asked], items: [mail(null)], look: nowhere },
    ),
    ...forEach(signInWords, (need) => [
      `one device, waits for the reader, ${need}`,
      one(
        { kind: 'sign-in', need, begun: 'no', until: inMinutes(478) },
        { trail: [asked, noAccess], items: [mail(null)], look: nowhere, refused: need },
      ),
    ]),
  };
}

function manyDevices() {
  const last = { ...none, done: 32, failed: 3, silent: 3 };
  return {
    'many devices, starting': many({ kind: 'starting' }, { counts: { ...none, pending: 38 }, look: nowhere }),
    'many devices, waiting for approval': many(
      { kind: 'approval', until: inMinutes(24 * 60 - 6) },
      { counts: { ...none, pending: 38 }, trail: [asked], look: nowhere, readerIsAsker: false },
    ),
    'many devices, declined': many(
      { kind: 'declined', by: jon, reason: 'Not before the exam week.' },
      { counts: { ...none, cancelled: 38 }, trail: [asked, { kind: 'declined', at: ago(1), who: jon }], look: nowhere },
    ),
    'many devices, nobody approved it': many(
      { kind: 'expired', until: ago(1) },
      { counts: { ...none, cancelled: 38 }, trail: [asked, { kind: 'expired', at: ago(1) }], look: nowhere },
    ),
    'many devices, Graph asks to wait': many(
      { kind: 'working', until },
      {
        counts: { ...none, done: 2, working: 4, waiting: 9, accepted: 15, pending: 8 },
        changed: { done: 2, working: 1 },
        pause: { until: inMinutes(0.4), left: 8, minutes: 3 },
      },
    ),
    'many devices, Graph asks to wait, nobody knows how long in all': many(
      { kind: 'accepted', until },
      { counts: { ...none, accepted: 37, pending: 1 }, pause: { until: inMinutes(1), left: 1, minutes: null } },
    ),
    'many devices, waiting for them': many(
      { kind: 'waiting', until },
      { counts: { ...none, waiting: 38 }, changed: {} },
    ),
    'many devices, resumed after a restart': many(
      { kind: 'working', until },
      {
        counts: { ...none, done: 20, working: 10, accepted: 8 },
        changed: { done: 4 },
        trail: [asked, { kind: 'resumed', at: ago(1) }],
        alsoWaiting: [jon, mia],
      },
    ),
    'many devices, all done': many({ kind: 'done' }, { counts: { ...none, done: 38 }, look: over, practice: false }),
    'many devices, done with failures': many(
      { kind: 'partly' },
      {
        counts: last,
        changed: { failed: 1 },
        look: over,
        comesBack: { from: inMinutes(477), to: inMinutes(1437) },
        failed: [
          { error: failure('0x87D13B6E'), count: 1, names: ['IPAD-19'] },
          { error: locked, count: 2, names: ['IPAD-07', 'IPAD-11'] },
        ],
        unseen: { silent: { count: 3, names: ['LT-0388', 'IPAD-02', 'IPAD-31'] } },
      },
    ),
    'many devices, all failed': many(
      { kind: 'failed' },
      { counts: { ...none, failed: 12 }, look: over, failed: [{ error: inexact, count: 12, names: twelve }] },
    ),
    'many devices, each took a part of it': many(
      { kind: 'partly' },
      { counts: { ...none, failed: 12 }, part: 11, look: over, failed: [{ error: inexact, count: 12, names: twelve }] },
    ),
    'many devices, no sign of life': many(
      { kind: 'silent', why: 'never-began' },
      { counts: { ...none, silent: 12 }, look: over, unseen: { silent: { count: 12, names: twelve } } },
    ),
    'many devices, not seen to the end for every reason': many(
      { kind: 'partly' },
      {
        counts: { ...none, done: 2, superseded: 1, 'cannot-look': 2, 'never-ended': 3, silent: 4, unwatched: 5 },
        look: over,
        unseen: {
          superseded: { count: 1, names: ['IPAD-07'] },
          'cannot-look': { count: 2, names: twelve.slice(0, 2) },
          'never-ended': { count: 3, names: twelve.slice(2, 5) },
          silent: { count: 4, names: twelve.slice(5, 9) },
          unwatched: { count: 5, names: twelve.slice(7) },
        },
      },
    ),
    'many devices, overtaken by another request': many(
      { kind: 'superseded' },
      { counts: { ...none, superseded: 12 }, look: over, unseen: { superseded: { count: 12, names: twelve } } },
    ),
    'many devices, looked at a day later': many(
      { kind: 'returned' },
      { counts: { ...none, returned: 12 }, look: over, unseen: { returned: { count: 12, names: twelve } } },
    ),
    'many devices, heard of, and no end reported': many(
      { kind: 'silent', why: 'never-ended' },
      { counts: { ...none, 'never-ended': 12 }, look: over, unseen: { 'never-ended': { count: 12, names: twelve } } },
    ),
    'many devices, refused for several reasons': many(
      { kind: 'partly' },
      {
        counts: { ...none, done: 30, refused: 8 },
        look: over,
        refused: [
          { kind: 'unknown-object', count: 1, names: ['IPAD-04'] },
          { kind: 'missing-role', count: 5, names: twelve.slice(0, 3) },
          { kind: 'throttled', count: 2, names: ['IPAD-01', 'IPAD-05'] },
        ],
      },
    ),
    'many devices, none started, for several reasons': many(
      { kind: 'refused' },
      {
        counts: { ...none, refused: 4 },
        look: nowhere,
        refused: (['unknown-object', 'missing-role', 'server', 'too-early', 'other'] as const).map((kind, index) => ({
          kind,
          count: index + 1,
          names: twelve.slice(0, index + 1),
        })),
      },
    ),
    'many devices, all refused alike': many(
      { kind: 'refused' },
      {
        counts: { ...none, refused: 38 },
        look: nowhere,
        trail: [asked, refused('missing-scope')],
        shared: 'missing-scope',
      },
    ),
    'many devices, stopped half-way': many(
      { kind: 'stopped', by: jon },
      {
        counts: { ...none, done: 18, cancelled: 20 },
        look: over,
        trail: [asked, { kind: 'stopped', at: ago(2), who: jon }],
      },
    ),
    'many devices, cancelled': many(
      { kind: 'cancelled', by: jon },
      { counts: { ...none, cancelled: 38 }, look: nowhere, trail: [asked], readerIsAsker: false },
    ),
    'many devices, nobody looks any more': many(
      { kind: 'unwatched', by: ana },
      { counts: { ...none, unwatched: 12 }, look: over, unseen: { unwatched: { count: 12, names: twelve } } },
    ),
    ...forEach(['yes', 'no'], (own) => [
      `many devices, the rest waits for ${own === 'yes' ? 'the reader' : 'somebody else'}`,
      many(
        { kind: 'sign-in', need: 'signed-out', begun: 'partly', until: inMinutes(478) },
        {
          counts: { ...none, done: 4, accepted: 14, pending: 20 },
          trail: [asked, noAccess],
          shared: 'signed-out',
          readerIsAsker: own === 'yes',
        },
      ),
    ]),
    'many devices, one of a thousand failed': many(
      { kind: 'partly' },
      {
        counts: { ...none, done: 999, failed: 1 },
        look: over,
        failed: [{ error: locked, count: 1, names: ['IPAD-07'] }],
      },
    ),
  };
}

function awkward() {
  const codes = talkative.slice(0, 11).map((hex) => failure(hex));
  return {
    'one device, thirty items of long names': one(
      { kind: 'partly' },
      { device: longName.repeat(3), items: thirty(longName.repeat(3)), changed: ['0', '1', '2', '3', '4', '5', '6'] },
    ),
    'one device, thirty items without a place to break': one(
      { kind: 'partly' },
      { device: unbrokenName, items: thirty(unbrokenName), asker: unbrokenName, readerIsAsker: false },
    ),
    'many devices, more than fits': many(
      { kind: 'partly' },
      {
        counts: {
          done: 1,
          working: 2,
          waiting: 3,
          accepted: 4,
          unsure: 7,
          pending: 5,
          cancelled: 6,
          unwatched: 98,
          superseded: 97,
          returned: 94,
          'cannot-look': 96,
          'never-ended': 95,
          silent: 99,
          refused: 36,
          failed: 66,
        },
        changed: { failed: 3, refused: 2, silent: 12 },
        items: thirty(longName.repeat(2)),
        failed: codes.map((error, index) => ({ error, count: index + 1, names: Array(12).fill(longName.repeat(2)) })),
        unseen: Object.fromEntries(
          unseenStandings.map((one) => [one, { count: 99, names: Array(5).fill(longName.repeat(2)) }]),
        ),
        refused: (
          ['missing-scope', 'missing-role', 'missing-access', 'missing-approval', 'server', 'other'] as const
        ).map((kind) => ({ kind, count: 6, names: Array(6).fill(longName.repeat(2)) })),
        pause: { until: inMinutes(800), left: 5, minutes: 21 },
        comesBack: { from: inMinutes(477), to: inMinutes(1437) },
        alsoWaiting: [jon, mia, longName],
      },
    ),
    ...forEach(Object.keys(hostileNames) as (keyof typeof hostileNames)[], (kind) => {
      const name = hostileNames[kind];
      return [
        `hostile names: ${kind}`,
        one(
          { kind: 'partly' },
          {
            device: name,
            items: [
              item({ name, intent: 'remove', status: 'error', error: { ...locked, detail: name } }),
              item({ name, id: 'two', intent: name, status: name }),
            ],
            changed: ['two'],
          },
        ),
      ];
    }),
    'hostile names on many devices': many(
      { kind: 'partly' },
      {
        counts: { ...none, failed: 10, silent: 10 },
        items: Object.values(hostileNames).map((name) => item({ name, intent: 'remove', status: null })),
        failed: [{ error: locked, count: 10, names: Object.values(hostileNames) }],
        unseen: { silent: { count: 10, names: Object.values(hostileNames) } },
      },
    ),
  };
}

type Shared = Partial<Omit<PayloadBoardView, 'on' | 'refusal' | 'status'>>;
type One = Shared &
  Partial<Pick<OneDeviceView, 'items' | 'changed' | 'checkedIn'>> & {
    device?: string;
    refused?: RefusalWord;
    change?: Partial<RefusalView>;
  };
type Many = Shared &
  Partial<Omit<ManyDevicesView, 'refused'>> & {
    shared?: RefusalWord;
    refused?: readonly { kind: RefusalWord; count: number; names: readonly string[] }[];
  };

function one(status: TargetsStatus, { device, items, changed, checkedIn: seen, refused: kind, change, ...rest }: One) {
  return (words: Words): PayloadBoardView => ({
    ...board(status, rest, words),
    refusal: kind ? payloadRefusal(kind, words, change) : null,
    on: {
      kind: 'one',
      name: device ?? 'IPAD-07',
      items: items ?? [],
      changed: changed ?? null,
      checkedIn: seen ?? null,
    },
    buttons: buttonsFor(status, { isMany: false, tookSomethingOff: removesAny(items ?? []) }, words),
  });
}

function many(
  status: TargetsStatus,
  { counts, part, changed, items, failed, unseen, refused: groups, shared, ...rest }: Many,
) {
  return (words: Words): PayloadBoardView => ({
    ...board(status, rest, words),
    refusal: shared ? payloadRefusal(shared, words) : null,
    on: {
      kind: 'many',
      items: items ?? [
        item({ name: 'Wi-Fi Corp', intent: 'remove', status: null }),
        item({ name: 'Root CA', intent: 'restore', status: null }),
      ],
      counts: counts ?? none,
      part: part ?? 0,
      changed: changed ?? null,
      failed: failed ?? [],
      unseen: unseen ?? {},
      refused: (groups ?? []).map(({ kind, ...devices }) => ({ ...devices, refusal: payloadRefusal(kind, words) })),
    },
    buttons: buttonsFor(status, { isMany: true, tookSomethingOff: true }, words),
  });
}

const board = (status: TargetsStatus, rest: Shared, words: Words): Omit<PayloadBoardView, 'on'> => ({
  practice: true,
  now,
  number: 17,
  title: words.say('action.sync-payloads'),
  status,
  trail: started,
  refusal: null,
  waitedUntil: null,
  pause: null,
  look: looking,
  comesBack: null,
  asker: ana,
  readerIsAsker: true,
  alsoWaiting: [],
  support: status.kind === 'starting' || status.kind === 'refused' ? [] : ids,
  buttons: [],
  ...rest,
});

const payloadRefusal = (kind: RefusalWord, words: Words, change: Partial<RefusalView> = {}): RefusalView =>
  refusal(kind, words, {
    action: words.say('action.sync-payloads'),
    role: 'Remote tasks / Change assignments',
    ...change,
  });

const removesAny = (items: readonly PayloadItemView[]) => items.some(({ intent }) => intent === 'remove');

type Shown = { isMany: boolean; tookSomethingOff: boolean };

/** As bot/views/payload-run-buttons chooses them. */
function buttonsFor({ kind }: TargetsStatus, { isMany, tookSomethingOff }: Shown, words: Words): PressButton[] {
  const runs = sayButton('runs', words);
  const takeBack = titled(words.say('button.cancel', { number: 17 }), { press: 'cancel', run: 17 });
  if (kind === 'sign-in') return [signInButton(words), runs, ...(isMany ? [] : [takeBack])];
  if (kind === 'approval') {
    return [titled(words.say('approval.button.review'), { press: 'review', run: 17 }, true), runs, takeBack];
  }
  const isOver = unstarted.includes(kind) || ended.includes(kind);
  const took = tookSomethingOff && ![...unstarted, 'returned', 'failed'].includes(kind);
  const own = isOver ? endedButtons(kind, { isMany, tookSomethingOff: took }, words) : [stop(kind, words)];
  return [...own, ...(isMany ? listButtons(isOver, words) : []), runs].slice(0, 5);
}

const unstarted: readonly TargetsStatus['kind'][] = ['refused', 'declined', 'expired', 'cancelled'];
const ended: readonly TargetsStatus['kind'][] = [
  ...(['done', 'partly', 'failed', 'silent', 'stopped', 'superseded', 'returned', 'unwatched'] as const),
];
const curable: readonly TargetsStatus['kind'][] = [...unstarted, 'partly', 'failed', 'stopped'];

const titled = (title: string, press: PressButton['press'], main = false): PressButton => ({ title, press, main });

const stop = (kind: TargetsStatus['kind'], words: Words): PressButton =>
  kind === 'starting'
    ? titled(words.say('button.stop-here'), { press: 'cancel', run: 17 })
    : titled(words.say('button.stop-looking'), { press: 'stop-looking', run: 17 });

function endedButtons(kind: TargetsStatus['kind'], { isMany, tookSomethingOff }: Shown, words: Words): PressButton[] {
  const isCurable = curable.includes(kind);
  const again = isMany ? words.say('button.again-failed', { count: 2 }) : words.say('button.try-again');
  const cure = titled(again, { press: 'again', run: 17, only: 'failed', ...once }, true);
  const back = words.say(isMany ? 'button.restore-all' : 'button.restore-now');
  const restore = titled(back, { press: 'restore', run: 17, what: 'all', ...once }, kind === 'done');
  const check = isMany ? words.say('button.watch-silent', { count: 12 }) : words.say('button.tell-check-in');
  return [
    ...(isCurable ? [cure] : []),
    ...(tookSomethingOff ? [restore] : []),
    ...(kind === 'silent' ? [watchButton(check, { what: 'silent', run: 17 }, once)] : []),
    ...(isMany ? [] : [noteButton(17, words)]),
  ];
}

function listButtons(isOver: boolean, words: Words): PressButton[] {
  const details = titled(words.say('button.details'), { press: 'details', run: 17, page: 1 });
  return isOver ? [details, titled(words.say('button.csv'), { press: 'csv', run: 17 })] : [details];
}
