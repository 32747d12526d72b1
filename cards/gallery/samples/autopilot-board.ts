import { signInButton } from '../../../bot/views/account-view.ts';
import { bookButton, sayButton, startButton } from '../../../bot/views/buttons.ts';
import { type AutopilotBoardView, autopilotBoard } from '../../autopilot-board.ts';
import type { PressButton } from '../../kit/press-button.ts';
import type { RefusalView, RefusalWord } from '../../refusal-lines.ts';
import type { RunStatus } from '../../run-status.ts';
import type { TrailLine } from '../../run-trail.ts';
import { isSignInWord, signInWords } from '../../sign-in-lines.ts';
import type { Words } from '../../words/index.ts';
import { forEach, shown } from '../sample.ts';
import { ago, ana, hostileNames, inMinutes, jon, longName, mia, now, once, unbrokenName } from './invented.ts';
import { refusal, refusalWords, statuses } from './refusals.ts';

const asked: TrailLine = { kind: 'asked', at: ago(2), who: ana };
const accepted: TrailLine = { kind: 'accepted', at: ago(2) };
const looked = (state: Extract<TrailLine, { kind: 'looked' }>['state']): TrailLine => ({
  kind: 'looked',
  at: ago(0.2),
  state,
});

const noAccess: TrailLine = { kind: 'signed-out', at: ago(0.1), who: ana };

const until = inMinutes(8);
const evidence = { from: ago(26), to: ago(0.5) };
const working = [asked, accepted, looked('working')];

export const autopilotBoardSamples = shown({
  name: 'autopilot-board',
  about: 'One Autopilot sync, from the booking to the verdict; the same message is edited all along.',
  card: autopilotBoard,
  states: {
    'booked, Intune told when': run({ kind: 'booked', at: inMinutes(4), estimate: false }, { trail: [asked] }),
    'booked, by estimate, for tomorrow': run(
      { kind: 'booked', at: inMinutes(800), estimate: true },
      { trail: [asked] },
    ),
    'booked by somebody else': run(
      { kind: 'booked', at: inMinutes(4), estimate: true },
      { trail: [asked], readerIsAsker: false },
    ),
    'booked, others wait too': run(
      { kind: 'booked', at: inMinutes(4), estimate: true },
      { trail: [asked], readerIsAsker: false, alsoWaiting: [jon, mia] },
    ),
    'booked again after Intune said too early': run(
      { kind: 'booked', at: inMinutes(7), estimate: false },
      { trail: [asked, { kind: 'refused', at: ago(1), status: 429 }] },
    ),
    starting: run({ kind: 'starting' }, { trail: [asked] }),
    ...forEach(signInWords, (need) => [
      `waits for the reader, ${need}`,
      run({ kind: 'sign-in', need, begun: 'no', until: inMinutes(478) }, { trail: [asked, noAccess], refused: need }),
    ]),
    ...forEach(signInWords, (need) => [
      `waits for somebody else, ${need}`,
      run(
        { kind: 'sign-in', need, begun: 'no', until: inMinutes(478) },
        { trail: [asked, noAccess], refused: need, readerIsAsker: false, alsoWaiting: [jon] },
      ),
    ]),
    'waits for the reader, Intune said 401': run(
      { kind: 'sign-in', need: 'signed-out', begun: 'no', until: inMinutes(478) },
      {
        trail: [asked, { kind: 'refused', at: ago(1), status: 401 }],
        refused: 'signed-out',
        change: { status: 401, support: [{ name: 'request-id', value: 'f3b1c2d4-1111-4222-8333-444455556666' }] },
      },
    ),
    'waits for the reader to look again': run(
      { kind: 'sign-in', need: 'signed-out', begun: 'yes', until: inMinutes(800) },
      { trail: [...working, noAccess], refused: 'signed-out', change: { phase: 'read' } },
    ),
    'waits for somebody else to look again': run(
      { kind: 'sign-in', need: 'signed-out', begun: 'yes', until: inMinutes(478) },
      { trail: [...working, noAccess], refused: 'signed-out', change: { phase: 'read' }, readerIsAsker: false },
    ),
    'waits for the reader, the start was cut off': run(
      { kind: 'sign-in', need: 'signed-out', begun: 'unknown', until: inMinutes(478) },
      { trail: [asked, noAccess], refused: 'signed-out', change: { phase: 'read' } },
    ),
    accepted: run({ kind: 'accepted', until }, { trail: [asked, accepted] }),
    'accepted, nothing seen yet': run({ kind: 'accepted', until }, { trail: [asked, accepted, looked('waiting')] }),
    'accepted, outside practice': run({ kind: 'accepted', until }, { trail: [asked, accepted], practice: false }),
    working: run({ kind: 'working', until: inMinutes(43) }, { trail: working, alsoWaiting: [jon] }),
    'joined, found running': run(
      { kind: 'joined', until },
      { trail: [asked, { kind: 'seen-running', at: ago(4) }, looked('working')] },
    ),
    'joined, Intune said 409': run(
      { kind: 'joined', until },
      { trail: [asked, { kind: 'refused', at: ago(1), status: 409 }], refused: 'running-already' },
    ),
    ...forEach(['timeout', 'connection', 'server', 'unreadable'], (kind) => [
      `unsure, ${kind}`,
      run(
        { kind: 'unsure', until },
        { trail: [asked, refusedLine(kind), looked('waiting')], refused: kind, change: { changed: 'unknown' } },
      ),
    ]),
    done: run({ kind: 'done' }, { trail: [...working.slice(0, 2), looked('done')], evidence }),
    'done, the first sync ever': run(
      { kind: 'done' },
      { trail: [asked, accepted, looked('done')], evidence: { from: null, to: ago(0.5) } },
    ),
    'done, the answer was lost': run(
      { kind: 'done' },
      { trail: [asked, { kind: 'accepted-unheard', at: ago(2) }, looked('done')], evidence, alsoWaiting: [jon] },
    ),
    'done, since the day before': run(
      { kind: 'done' },
      { trail: [{ ...asked, at: ago(900) }, accepted, looked('done')], evidence: { from: ago(3000), to: ago(0.5) } },
    ),
    failed: run({ kind: 'failed' }, { trail: [asked, accepted, looked('failed')] }),
    'silent, never began': run({ kind: 'silent', why: 'never-began' }, { trail: [asked, accepted, looked('waiting')] }),
    'silent, never ended': run({ kind: 'silent', why: 'never-ended' }, { trail: working }),
    'silent, no longer allowed to look': run(
      { kind: 'silent', why: 'cannot-look' },
      { trail: [asked, accepted], refused: 'missing-role', change: { phase: 'read' } },
    ),
    'silent, signed out while looking': run(
      { kind: 'silent', why: 'cannot-look' },
      { trail: [asked, accepted, noAccess], refused: 'signed-out', change: { phase: 'read' } },
    ),
    ...forEach(signInWords, (kind) => [
      `silent, somebody else never came, ${kind}`,
      run(
        { kind: 'silent', why: 'cannot-look' },
        { trail: [asked, accepted, noAccess], refused: kind, change: { phase: 'read' }, readerIsAsker: false },
      ),
    ]),
    'refused, somebody else never signed in': run(
      { kind: 'refused' },
      { trail: [asked, noAccess], refused: 'signed-out', readerIsAsker: false },
    ),
    ...forEach(['missing-role', 'missing-access', 'missing-policy'], (kind) => [
      `refused to somebody else, ${kind}`,
      run(
        { kind: 'refused' },
        { trail: [asked, refusedLine(kind)], refused: kind, change: { other: ana }, readerIsAsker: false },
      ),
    ]),
    'refused, crowded out': run({ kind: 'refused' }, { trail: [asked] }),
    ...forEach(
      refusalWords.filter((kind) => kind !== 'running-already'),
      (kind) => [
        `refused, ${kind}`,
        run(
          { kind: 'refused' },
          {
            trail: [asked, isSignInWord(kind) ? noAccess : refusedLine(kind)],
            refused: kind,
            readerIsAsker: kind !== 'throttled',
          },
        ),
      ],
    ),
    ...forEach(['told', 'unknown'], (how) => [
      `refused, too early, ${how}`,
      run(
        { kind: 'refused' },
        {
          trail: [asked, refusedLine('too-early')],
          refused: 'too-early',
          change: { retry: how === 'told' ? { at: inMinutes(7), estimate: false } : null },
        },
      ),
    ]),
    'refused, throttled for nobody knows how long': run(
      { kind: 'refused' },
      { trail: [asked, refusedLine('throttled')], refused: 'throttled', change: { retry: null } },
    ),
    'cancelled by the asker': run({ kind: 'cancelled', by: ana }, { trail: [asked] }),
    'cancelled by a long name': run({ kind: 'cancelled', by: longName }, { trail: [{ ...asked, who: longName }] }),
    ...forEach(Object.keys(hostileNames) as (keyof typeof hostileNames)[], (kind) => [
      `hostile name: ${kind}`,
      run(
        { kind: 'booked', at: inMinutes(4), estimate: false },
        {
          trail: [{ ...asked, who: hostileNames[kind] }],
          asker: hostileNames[kind],
          readerIsAsker: false,
          alsoWaiting: [hostileNames[kind]],
        },
      ),
    ]),
    'a name without a place to break': run(
      { kind: 'working', until },
      { trail: [{ ...asked, who: unbrokenName }], asker: unbrokenName, readerIsAsker: false },
    ),
  },
});

type Change = Partial<Omit<AutopilotBoardView, 'refusal'>> & { refused?: RefusalWord; change?: Partial<RefusalView> };

function run(status: RunStatus, { refused, change, ...parts }: Change) {
  return (words: Words): AutopilotBoardView => {
    const view = {
      practice: true,
      now,
      number: 17,
      title: words.say('action.autopilot-sync'),
      trail: [],
      evidence: null,
      refusal: refused ? refusal(refused, words, change) : null,
      waitedUntil: ago(0.1),
      asker: ana,
      readerIsAsker: true,
      alsoWaiting: [],
      ...parts,
    };
    const main = mainButton(status, view, words);
    const last = cancelButton(status, view, words);
    const buttons = [main, sayButton('autopilot', words), sayButton('runs', words), last];
    return { ...view, status, buttons: buttons.filter((button) => button !== null) };
  };
}

function refusedLine(kind: RefusalWord): TrailLine {
  return { kind: 'refused', at: ago(1), status: statuses[kind] };
}

/** As in bot/views/run-buttons.ts. */
function mainButton(
  { kind }: RunStatus,
  view: Pick<AutopilotBoardView, 'refusal' | 'readerIsAsker' | 'number'>,
  words: Words,
): PressButton | null {
  if (kind === 'sign-in') {
    const over = startButton({ title: 'button.take-over', action: 'autopilot-sync', main: true }, once, words);
    return view.readerIsAsker ? signInButton(words) : over;
  }
  const word = view.refusal?.kind;
  if (kind === 'refused' && word === 'too-early') {
    const opensAt = view.refusal?.retry?.at ?? inMinutes(10);
    return bookButton({ action: 'autopilot-sync', opensAt, run: view.number }, once, words);
  }
  const hopeless = word === 'unknown-action' || word === 'no-intune';
  const repeatable = ['refused', 'failed', 'silent', 'cancelled'].includes(kind) && !hopeless;
  return repeatable
    ? startButton({ title: 'button.try-again', action: 'autopilot-sync', run: view.number, main: true }, once, words)
    : null;
}

function cancelButton(status: RunStatus, view: Pick<AutopilotBoardView, 'readerIsAsker' | 'number'>, words: Words) {
  if (status.kind !== 'booked' && !(status.kind === 'sign-in' && status.begun === 'no')) return null;
  const title = words.say(view.readerIsAsker ? 'button.cancel' : 'button.leave', { number: view.number });
  return { title, press: { press: 'cancel', run: view.number } as const };
}
