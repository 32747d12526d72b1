import { type ParsedPress, type Press, parsePress, pressGoodForMs } from '../../cards/press.ts';
import { actions } from '../actions/index.ts';
import { noteCard } from '../views/answers.ts';
import { sayButton } from '../views/buttons.ts';
import { cancelRun } from './cancel.ts';
import type { Answer, Turn } from './define.ts';
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
  }
}

type Starting = Extract<Press, { press: 'start' | 'book' }>;

async function startOrBook(turn: Turn, press: Starting): Promise<Answer> {
  const action = actions.find((one) => one.name === press.action);
  if (!action) return closed(turn, 'rubbish');
  const askKey = `press:${press.nonce}`;
  const before = await turn.desk.runs.askedBy(turn.from.tenantId, askKey);
  if (!before && turn.screen.now.getTime() - press.issuedAt.getTime() > pressGoodForMs) return closed(turn, 'old');
  const book = press.press === 'book';
  const earlier = book && press.run ? await turn.desk.runs.find(turn.from.tenantId, press.run) : null;
  return sync(turn, { action, askKey, place: 'here', book, notBefore: earlier?.targets[0]?.window ?? null });
}

/** A card that does nothing any more says so, and shows the way on. */
function closed(turn: Turn, why: Exclude<ParsedPress['kind'], 'press'> | 'old'): Answer {
  const key = why === 'other-version' ? 'closed.version' : (`closed.${why}` as const);
  const { words } = turn.screen;
  const buttons = [sayButton('autopilot', words), sayButton('help', words)];
  const card = noteCard({ title: 'closed.title', sentences: [{ key }], buttons }, turn.screen);
  return { card, place: why === 'rubbish' ? 'below' : 'here' };
}
