import { type ParsedPress, type Press, type PressOf, parsePress, pressGoodForMs } from '../../cards/press.ts';
import { actions } from '../actions/index.ts';
import { messageCard } from '../views/answers.ts';
import { sayButton } from '../views/buttons.ts';
import { forget, signInAnswer, signOutAnswer } from './account.ts';
import { againPressed } from './again.ts';
import { approve, decline, showApproval } from './approvals.ts';
import { cancelRun, stopLooking } from './cancel.ts';
import type { Answer, Turn } from './define.ts';
import { hideSupportDate } from './exchange.ts';
import { exchangePicked, exchangePressed } from './exchange-presses.ts';
import { offerHistoryFile } from './export-history.ts';
import { showHistory } from './history.ts';
import { noteOn } from './note.ts';
import { formPressed } from './payloads/forms.ts';
import { payloadsOnDevice, restoreAllOnDevice } from './payloads/on-device.ts';
import { restorePressed } from './payloads/repeat.ts';
import { askKeyOf, ownPlace, runAnswer } from './run-answer.ts';
import { showDetails } from './run-details.ts';
import { offerRunFile } from './run-file.ts';
import { showRun } from './runs.ts';
import { said } from './said.ts';
import { timesPressed } from './schedules/form.ts';
import { schedulePressed } from './schedules/numbered.ts';
import { serialsPressed } from './serials/presses.ts';
import { saveSettings } from './settings.ts';
import { syncPressed } from './sync-presses.ts';
import { saveRules, showRules } from './tenant-rules.ts';
import { watchPressed } from './watch-presses.ts';
import { lookAgain, muteWatch, stopWatching } from './watches.ts';

/** A button came back. It names things; what it may do is decided here and now. */
export function pressed(turn: Turn, data: unknown): Promise<Answer> | Answer {
  const parsed = parsePress(data);
  if (parsed.kind !== 'press') return closed(turn, parsed.kind);
  const { press } = parsed;
  const stale = 'issuedAt' in press ? staleness(press.issuedAt, turn.screen.now) : null;
  return stale ? stalePress(turn, press, stale) : answerPress(turn, press);
}

type Handlers = { [P in Press['press']]: (turn: Turn, press: PressOf<P>) => Promise<Answer> | Answer };

const handlers: Handlers = {
  say: (turn, { text }) => said(turn, text),
  start: (turn, press) => startOrBook(turn, press),
  book: (turn, press) => startOrBook(turn, press),
  cancel: (turn, { run }) => cancelRun(turn, run),
  'stop-looking': (turn, { run }) => stopLooking(turn, run),
  show: (turn, { run }) => showRun(turn, run),
  review: (turn, { run }) => showApproval(turn, run),
  approve,
  decline,
  details: showDetails,
  csv: (turn, { run }) => offerRunFile(turn, run),
  history: (turn, { before, ...wish }) => showHistory(turn, wish, before),
  'export-history': offerHistoryFile,
  note: (turn, { run }) => noteOn(turn, run),
  again: againPressed,
  restore: restorePressed,
  serials: serialsPressed,
  'exchange-sync': exchangePressed,
  'exchange-pick': exchangePicked,
  'hide-support-date': hideSupportDate,
  schedule: schedulePressed,
  'schedule-times': timesPressed,
  'save-settings': saveSettings,
  'tenant-rules': showRules,
  'save-rules': saveRules,
  'sign-in': (turn, { action }) => signInAnswer(turn, actions.find(({ name }) => name === action) ?? null),
  'sign-out': signOutAnswer,
  forget,
  watch: watchPressed,
  unwatch: (turn, { watch }) => stopWatching(turn, watch),
  mute: (turn, { watch }) => muteWatch(turn, watch),
  'look-again': lookAgain,

  'pick-devices': formPressed,
  'pick-again': formPressed,
  'choose-devices': formPressed,
  'choose-all': formPressed,
  'settle-list': formPressed,
  'choose-payloads': formPressed,
  guard: formPressed,
  'run-plan': formPressed,
  'schedule-plan': formPressed,
  'change-plan': formPressed,
  'plan-again': formPressed,
  'drop-draft': formPressed,
  'use-successor': formPressed,
  payloads: (turn, { device }) => payloadsOnDevice(turn, device),
  'restore-all': (turn, { device }) => restoreAllOnDevice(turn, device),
};

/** What a press names is its handler's own kind of press; the compiler cannot see that through the table. */
const answerPress = (turn: Turn, press: Press): Promise<Answer> | Answer =>
  (handlers[press.press] as (turn: Turn, press: Press) => Promise<Answer> | Answer)(turn, press);

/** A card cannot come from the future, but for the clocks of two processes. */
const clocksDifferMs = 5 * 60_000;

function startOrBook(turn: Turn, press: PressOf<'start' | 'book'>): Promise<Answer> | Answer {
  switch (press.action) {
    case 'autopilot-sync':
      return syncPressed(turn, press);
    // Which devices or connectors: presses of their own say that.
    case 'sync-payloads':
    case 'exchange-sync':
      return closed(turn, 'rubbish');
  }
}

function staleness(issuedAt: Date, now: Date): 'old' | 'rubbish' | null {
  const ageMs = now.getTime() - issuedAt.getTime();
  if (ageMs > pressGoodForMs) return 'old';
  return ageMs < -clocksDifferMs ? 'rubbish' : null;
}

/** An old button starts nothing any more, but what it once led to is still there. */
async function stalePress(turn: Turn, press: Press, stale: 'old' | 'rubbish'): Promise<Answer> {
  if (!('nonce' in press)) return closed(turn, stale);
  const askKey = askKeyOf(turn, press.nonce);
  const before = await turn.desk.runs.findByAskKey(turn.from.tenantId, askKey);
  return before ? runAnswer(turn, before, { askKey, place: 'here' }) : closed(turn, stale);
}

/** A card that does nothing any more says so, and shows the way on. */
function closed(turn: Turn, why: Exclude<ParsedPress['kind'], 'press'> | 'old'): Answer {
  const key = why === 'other-version' ? 'closed.version' : (`closed.${why}` as const);
  const { words } = turn.screen;
  const buttons = [sayButton('autopilot', words), sayButton('help', words)];
  const card = messageCard({ title: 'closed.title', sentences: [{ key }], buttons }, turn.screen);
  return { card, place: why === 'rubbish' ? 'below' : ownPlace(turn, 'here') };
}
