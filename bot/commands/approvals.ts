import type { PressOf } from '../../cards/press.ts';
import { actionNamed } from '../actions/index.ts';
import { type CannotDecide, whyNotDecided } from '../runs/approval.ts';
import type { Decided } from '../runs/approving.ts';
import type { Run } from '../runs/run.ts';
import { messageCard } from '../views/answers.ts';
import { approvalCard, declineFormCard } from '../views/approval.ts';
import { showButton } from '../views/buttons.ts';
import { fingerprintOf } from '../views/screen.ts';
import type { Answer, Turn } from './define.ts';
import { reading, readRefused } from './reading.ts';
import { followFor } from './run-answer.ts';
import { noSuchRun, run as runCommand } from './runs.ts';

/** What a second person is asked about a run; it is kept up to date where it is shown. */
export async function showApproval(turn: Turn, number: number): Promise<Answer> {
  const run = await turn.desk.runs.find(turn.from.tenantId, number);
  if (!run?.approval) return noSuchRun(turn, number);
  const card = approvalCard(run, turn.screen);
  const follow = { ...followFor(turn, { place: 'below', askKey: `approval:${turn.key}` }), shows: 'approval' as const };
  const { runs } = turn.desk;
  await runs.follow(run, follow);
  return {
    ...{ card, place: 'below' },
    posted: (cardId) => runs.saveShownCard(run, { ...follow, cardId, fingerprint: fingerprintOf(card) }),
    late: () => runs.leaveAnswerToStep(run, follow),
  };
}

export const approve = (turn: Turn, press: PressOf<'approve'>): Promise<Answer> =>
  decideOn(turn, press, { kind: 'approved', reason: null });

/** Without a reason it is asked for first: whoever wanted the run is to know why. */
export async function decline(turn: Turn, press: PressOf<'decline'>): Promise<Answer> {
  const reason = press.reason?.trim();
  if (reason) return decideOn(turn, press, { kind: 'declined', reason });
  const run = await turn.desk.runs.find(turn.from.tenantId, press.run);
  const cannot = run && cannotDecide(turn, run, press);
  if (!run || cannot) return run && cannot ? told(turn, run, cannot) : noSuchRun(turn, press.run);
  return { card: declineFormCard(run, turn.screen), place: 'below' };
}

type Asked = PressOf<'approve'> | PressOf<'decline'>;
type Said = Pick<Decided, 'kind' | 'reason'>;

const cannotDecide = ({ from, screen }: Turn, run: Run, { askedAt }: Asked) =>
  whyNotDecided(run, { person: from, askedAt }, screen.now);

/** Whoever decides has to be somebody who could ask for it: what tells is whether Graph lets them read with its permissions. */
async function decideOn(turn: Turn, press: Asked, said: Said): Promise<Answer> {
  const { desk, from, screen } = turn;
  const run = await desk.runs.find(from.tenantId, press.run);
  if (!run) return noSuchRun(turn, press.run);
  const cannot = cannotDecide(turn, run, press);
  if (cannot) return told(turn, run, cannot);
  const action = actionNamed(run.action);
  const read = await reading(() => action.probe(desk.graphFor(from, action.scopes.write), screen.now));
  if (read.kind === 'refused') {
    const again = `${runCommand.phrases[screen.words.language][0]} ${run.number}`;
    return readRefused(turn, {
      ...{ action: action.name, refusal: read.refusal, scopes: action.scopes.write },
      ...{ again, place: 'below' },
    });
  }
  const answer = await desk.runs.decide(run, { ...said, person: from, askedAt: press.askedAt });
  const after = await desk.runs.find(from.tenantId, press.run);
  if (!after) return noSuchRun(turn, press.run);
  return answer === 'done' ? decided(turn, after, said) : told(turn, after, answer);
}

/** The request itself is edited by the run's own steps; the form in which a reason was given makes room. */
function decided(turn: Turn, run: Run, { kind }: Said): Answer {
  const here = turn.cardId ? ('here' as const) : ('below' as const);
  if (kind === 'approved') return { card: approvalCard(run, turn.screen), place: here };
  return { ...told(turn, run, 'decided'), place: here };
}

/** Why nothing could be decided, or who has. */
function told({ screen }: Turn, run: Run, why: CannotDecide): Answer {
  const { words, now } = screen;
  const decision = run.approval?.decision;
  const until = run.approval ? words.when(run.approval.until, now) : '';
  const sentence = decision
    ? ({
        key: `approval.${decision.kind}.told`,
        values: { number: run.number, name: decision.by.name, time: words.when(decision.at, now) },
      } as const)
    : ({
        key: `approval.cannot.${why === 'decided' ? 'over' : why}`,
        values: { number: run.number, time: until },
      } as const);
  const review = { title: words.say('approval.button.review'), press: { press: 'review', run: run.number } as const };
  const buttons = [...(why === 'changed' ? [review] : []), showButton(run.number, words)];
  return { card: messageCard({ title: 'approval.note', sentences: [sentence], buttons }, screen), place: 'below' };
}
