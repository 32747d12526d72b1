import { signInButton } from '../../../bot/views/account-view.ts';
import { noteButton, sayButton, watchButton } from '../../../bot/views/buttons.ts';
import {
  type ConnectorRowView,
  type ExchangeBoardView,
  type ExchangeStatus,
  exchangeBoard,
} from '../../exchange-board.ts';
import type { PressButton } from '../../kit/press-button.ts';
import type { RefusalWord } from '../../refusal-lines.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { ago, ana, hostileNames, inMinutes, jon, longName, now, once } from './invented.ts';
import { refusal, statuses } from './refusals.ts';

const asked = { kind: 'asked', at: ago(31), who: ana } as const;
const accepted = { kind: 'accepted', at: ago(30.5) } as const;
const refused = (kind: RefusalWord) => ({ kind: 'refused', at: ago(30.5), status: statuses[kind] }) as const;
const started = [asked, accepted];
const until = inMinutes(14);
const moved = { from: ago(26 * 60), to: ago(2) };

const ex01: ConnectorRowView = {
  name: 'EX01',
  sync: 'full',
  standing: 'accepted',
  lookedToTheEnd: false,
  moved: null,
  turned: null,
  refusal: null,
};
const row = (change: Partial<ConnectorRowView>): ConnectorRowView => ({ ...ex01, ...change });
const silent = row({ standing: 'silent', lookedToTheEnd: true });

export const exchangeBoardSamples = shown({
  name: 'exchange-board',
  about: 'A sync of Exchange connectors: whether the time of the last success moves.',
  card: exchangeBoard,
  states: {
    starting: board({ kind: 'starting' }, { connectors: [row({ standing: 'pending' })], trail: [asked] }),
    'waiting for approval': board(
      { kind: 'approval', until: inMinutes(24 * 60 - 31) },
      { connectors: [row({ standing: 'pending' })], trail: [asked] },
    ),
    declined: board(
      { kind: 'declined', by: jon, reason: 'Not before the exam week.' },
      {
        connectors: [row({ standing: 'cancelled' })],
        trail: [asked, { kind: 'declined', at: ago(1), who: jon }],
      },
    ),
    'nobody approved it': board(
      { kind: 'expired', until: ago(1) },
      { connectors: [row({ standing: 'cancelled' })], trail: [asked, { kind: 'expired', at: ago(1) }] },
    ),
    accepted: board({ kind: 'accepted', until }),
    'accepted, resumed after a restart': board(
      { kind: 'accepted', until },
      { trail: [...started, { kind: 'resumed', at: ago(1) }], practice: false },
    ),
    done: board({ kind: 'done' }, { connectors: [row({ standing: 'done', moved })] }),
    'done, the first success ever': board(
      { kind: 'done' },
      { connectors: [row({ standing: 'done', sync: 'quick', moved: { from: null, to: ago(2) } })] },
    ),
    'connected again, and no sync seen': board(
      { kind: 'silent', why: 'never-began' },
      { connectors: [{ ...silent, turned: { from: 'disconnected', to: 'connected' } }] },
    ),
    'failed: it lost its connection': board(
      { kind: 'failed' },
      { connectors: [row({ standing: 'failed', turned: { from: 'connected', to: 'disconnected' } })] },
    ),
    'Graph asks to wait': board(
      { kind: 'starting' },
      { connectors: [row({ standing: 'pending' })], trail: [asked], pausedUntil: inMinutes(2) },
    ),
    'nothing moved': board({ kind: 'silent', why: 'never-began' }, { connectors: [silent] }),
    'nothing moved, nobody knows for how long': board(
      { kind: 'silent', why: 'never-began' },
      { connectors: [silent], lookedForMinutes: null },
    ),
    'never ended': board(
      { kind: 'silent', why: 'never-ended' },
      {
        connectors: [{ ...silent, standing: 'never-ended', turned: { from: 'connected', to: 'connectionPending' } }],
        lookedForMinutes: null,
      },
    ),
    'no longer allowed to look': (words: Words) =>
      board(
        { kind: 'silent', why: 'cannot-look' },
        {
          connectors: [row({ standing: 'cannot-look' })],
          refusal: refusalOf('missing-role', words, 'read'),
        },
      )(words),
    'nobody looks any more': board({ kind: 'unwatched', by: jon }, { connectors: [row({ standing: 'unwatched' })] }),
    'several, and nobody looks at one of them any more': board(
      { kind: 'partly' },
      { connectors: [row({ standing: 'done', moved }), row({ name: 'EX02', standing: 'unwatched' })] },
    ),
    unsure: (words: Words) =>
      board(
        { kind: 'unsure', until },
        {
          trail: [asked, refused('timeout')],
          connectors: [row({ standing: 'unsure' })],
          refusal: refusalOf('timeout', words),
        },
      )(words),
    'unsure for no reason left': board(
      { kind: 'unsure', until },
      { trail: [asked], connectors: [row({ standing: 'unsure' }), row({ name: 'EX02' })] },
    ),
    refused: (words: Words) =>
      board(
        { kind: 'refused' },
        {
          connectors: [row({ standing: 'refused' })],
          trail: [asked, refused('missing-role')],
          refusal: refusalOf('missing-role', words),
        },
      )(words),
    'waits for the reader': (words: Words) =>
      board(
        { kind: 'sign-in', need: 'signed-out', begun: 'no', until: inMinutes(478) },
        {
          connectors: [row({ standing: 'pending' })],
          trail: [asked],
          refusal: refusalOf('signed-out', words),
        },
      )(words),
    cancelled: board({ kind: 'cancelled', by: ana }, { connectors: [row({ standing: 'cancelled' })], trail: [asked] }),
    stopped: board(
      { kind: 'stopped', by: ana },
      { connectors: [row({ standing: 'done', moved }), row({ name: 'EX02', standing: 'cancelled' })] },
    ),
    'several at once': board(
      { kind: 'accepted', until },
      {
        connectors: [
          row({ standing: 'done', moved }),
          row({ name: 'EX02' }),
          row({ name: 'EX03', standing: 'pending' }),
        ],
      },
    ),
    'several, all done': board(
      { kind: 'done' },
      { connectors: [row({ standing: 'done', moved }), row({ name: 'EX02', standing: 'done', moved })] },
    ),
    'several, partly done': (words: Words) =>
      board(
        { kind: 'partly' },
        {
          connectors: [
            row({ standing: 'done', moved }),
            row({ name: 'EX02', standing: 'silent', lookedToTheEnd: true, sync: 'quick' }),
            row({ name: 'EX03', standing: 'refused', refusal: refusalOf('unknown-object', words) }),
          ],
        },
      )(words),
    'several, all refused': (words: Words) =>
      board(
        { kind: 'refused' },
        {
          connectors: [
            row({ standing: 'refused', refusal: refusalOf('missing-role', words) }),
            row({ name: 'EX03', standing: 'refused', refusal: refusalOf('unknown-object', words) }),
          ],
        },
      )(words),
    'long names': board({ kind: 'accepted', until }, { connectors: Array(6).fill(row({ name: longName.repeat(3) })) }),
    'hostile names': board(
      { kind: 'accepted', until },
      { connectors: Object.values(hostileNames).map((name) => row({ name })) },
    ),
  },
});

const refusalOf = (kind: RefusalWord, words: Words, phase: 'start' | 'read' = 'start') =>
  refusal(kind, words, { phase, action: words.say('action.exchange-sync'), role: 'Organization / Update' });

function board(status: ExchangeStatus, change: Partial<Omit<ExchangeBoardView, 'status'>> = {}) {
  return (words: Words): ExchangeBoardView => ({
    practice: true,
    now,
    number: 21,
    title: words.say('action.exchange-sync'),
    status,
    trail: started,
    refusal: null,
    waitedUntil: null,
    asker: ana,
    readerIsAsker: true,
    alsoWaiting: [],
    connectors: [ex01],
    look: status.kind === 'accepted' ? { at: ago(1), nextAt: inMinutes(2) } : { at: null, nextAt: null },
    lookedForMinutes: status.kind === 'silent' ? 30 : null,
    pausedUntil: null,
    buttons: buttonsFor(status, words),
    ...change,
  });
}

/** As bot/views/exchange-run chooses them. */
function buttonsFor({ kind }: ExchangeStatus, words: Words): PressButton[] {
  const onward = [sayButton('exchange', words), sayButton('runs', words)];
  const takeBack: PressButton = {
    title: words.say('button.cancel', { number: 21 }),
    press: { press: 'cancel', run: 21 },
  };
  switch (kind) {
    case 'sign-in':
      return [signInButton(words), ...onward, takeBack];
    case 'approval': {
      const review = { title: words.say('approval.button.review'), press: { press: 'review', run: 21 }, main: true };
      return [review as PressButton, sayButton('runs', words), takeBack];
    }
    case 'starting':
      return [{ title: words.say('button.stop-here'), press: { press: 'cancel', run: 21 } }, ...onward];
    case 'accepted':
    case 'unsure':
      return [{ title: words.say('button.stop-looking'), press: { press: 'stop-looking', run: 21 } }, ...onward];
    default:
      return [...endedButtons(kind, words), noteButton(21, words), ...onward];
  }
}

/** Where nothing moved, a repeat would not help. */
function endedButtons(kind: ExchangeStatus['kind'], words: Words): PressButton[] {
  const again: PressButton = {
    title: words.say('button.try-again'),
    press: { press: 'again', run: 21, only: 'failed', ...once },
    main: true,
  };
  const repeatable = ['refused', 'declined', 'expired', 'cancelled', 'stopped', 'partly'].includes(kind);
  const watched = ['silent', 'failed'].includes(kind);
  return [
    ...(repeatable ? [again] : []),
    ...(watched ? [watchButton(words.say('button.watch'), { what: 'connector', id: 'EX01' }, once)] : []),
  ];
}
