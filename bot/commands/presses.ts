import { type ParsedPress, type Press, parsePress, pressGoodForMs } from '../../cards/press.ts';
import { actions } from '../actions/index.ts';
import { noteCard } from '../views/answers.ts';
import { sayButton } from '../views/buttons.ts';
import { forget, signInAnswer, signOutAnswer } from './account.ts';
import { cancelRun } from './cancel.ts';
import type { Answer, Turn } from './define.ts';
import { ownPlace, runAnswer } from './run-answer.ts';
import { showRun } from './runs.ts';
import { said } from './said.ts';
import { saveSettings } from './settings.ts';
import { sync } from './sync.ts';

/** A button came back. It names things; what it may do is decided here and now. */
export function pressed(turn: Turn, data: unknown): Promise<Answer> | Answer {
  const parsed = parsePress(data);
  return parsed.kind === 'press' ? answerPress(turn, parsed.press) : closed(turn, parsed.kind);
}

function answerPress(turn: Turn, press: Press): Promise<Answer> | Answer {
  switch (press.press) {
    case 'say':
      return said(turn, press.text);
    case 'start':
    case 'book':
      return startOrBook(turn, press);
    case 'cancel':
      return cancelRun(turn, press.run);
    case 'show':
      return showRun(turn, press.run);
    case 'save-settings':
      return saveSettings(turn, press);
    case 'sign-in':
      return signInAnswer(turn, actions.find(({ name }) => name === press.action) ?? null);
    case 'sign-out':
      return signOutAnswer(turn);
    case 'forget':
      return staleness(press.issuedAt, turn.screen.now) ? closed(turn, 'old') : forget(turn);
  }
}

/** A card cannot come from the future, but for the clocks of two processes. */
const clocksDifferMs = 5 * 60_000;

type Starting = Extract<Press, { press: 'start' | 'book' }>;

async function startOrBook(turn: Turn, press: Starting): Promise<Answer> {
  const { runs } = turn.desk;
  const action = actions.find((one) => one.name === press.action);
  if (!action) return closed(turn, 'rubbish');
  const shown = { askKey: `press:${press.nonce}:${turn.from.id}`, place: 'here' } as const;
  const stale = staleness(press.issuedAt, turn.screen.now);
  if (stale) {
    const before = await runs.askedBy(turn.from.tenantId, shown.askKey);
    return before ? runAnswer(turn, before, shown) : closed(turn, stale);
  }
  const book = press.press === 'book';
  const earlier = book && press.run ? await runs.find(turn.from.tenantId, press.run) : null;
  return sync(turn, { action, ...shown, book, notBefore: earlier?.targets[0]?.window ?? null });
}

function staleness(issuedAt: Date, now: Date): 'old' | 'rubbish' | null {
  const ageMs = now.getTime() - issuedAt.getTime();
  if (ageMs > pressGoodForMs) return 'old';
  return ageMs < -clocksDifferMs ? 'rubbish' : null;
}

/** A card that does nothing any more says so, and shows the way on. */
function closed(turn: Turn, why: Exclude<ParsedPress['kind'], 'press'> | 'old'): Answer {
  const key = why === 'other-version' ? 'closed.version' : (`closed.${why}` as const);
  const { words } = turn.screen;
  const buttons = [sayButton('autopilot', words), sayButton('help', words)];
  const card = noteCard({ title: 'closed.title', sentences: [{ key }], buttons }, turn.screen);
  return { card, place: why === 'rubbish' ? 'below' : ownPlace(turn, 'here') };
}
