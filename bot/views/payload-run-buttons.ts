import type { PressButton } from '../../cards/kit/press-button.ts';
import type { TargetsStatus } from '../../cards/run-status.ts';
import type { Words } from '../../cards/words/index.ts';
import { isSuperseded, setChange } from '../actions/payload-set.ts';
import type { PersonId } from '../ports.ts';
import type { Run, RunTarget } from '../runs/run.ts';
import { noteButton, type Once, sayButton, watchButton } from './buttons.ts';
import { canBeCured } from './payload-errors.ts';
import { isCurable } from './refusal.ts';
import { approvalButtons, signInButtonsFor, stopButton, takeOverButtons } from './run-buttons.ts';
import { hasSuccessor } from './run-refusal.ts';
import type { Screen } from './screen.ts';
import { didSome, standingOf } from './targets-status.ts';

type Shown = { run: Run; status: TargetsStatus; reader: { id: PersonId | null } };

/** As many as fit beside the one for support. */
const mostButtons = 5;

export function payloadButtonsFor(shown: Shown, { words }: Screen): PressButton[] {
  const { status, run } = shown;
  if (status.kind === 'sign-in') {
    const [signIn, takeBack] = signInButtonsFor(shown, status, words);
    return [...signIn, ...takeOverButtons(shown, words), sayButton('runs', words), ...takeBack];
  }
  if (status.kind === 'approval') return approvalButtons(shown, words);
  const own = run.endedAt === null ? [stopButton(shown, words)] : endedButtons(shown, words);
  return [...own, ...listButtons(run, words), sayButton('runs', words)].slice(0, mostButtons);
}

function endedButtons({ run, status }: Shown, words: Words): PressButton[] {
  const once = (what: string): Once => ({ nonce: `${run.id}:${what}`, issuedAt: run.endedAt ?? run.askedAt });
  const number = run.number;
  const curable = run.targets.filter(canBeRepeated).length;
  const cure: PressButton = {
    title: cureTitle(run.targets, curable, words),
    press: { press: 'again', run: number, only: 'failed', ...once('again-failed') },
    main: true,
  };
  const restore: PressButton = {
    title: words.say(run.targets.length === 1 ? 'button.restore-now' : 'button.restore-all'),
    press: { press: 'restore', run: number, what: 'all', ...once('restore') },
    // Where nobody knows what became of it, nothing speaks for putting it back.
    main: curable === 0 && status.kind === 'done',
  };
  // Of several devices it is beside their list.
  const note = run.targets.length === 1 ? [noteButton(number, words)] : [];
  const mended = [...(curable > 0 ? [cure] : []), ...(run.targets.some((one) => maybeOff(one, run)) ? [restore] : [])];
  return [...mended, ...silentButtons(run, words), ...note];
}

/** Devices that gave no sign of life will, when somebody switches them on. */
export function silentButtons({ id, number, targets, endedAt, askedAt }: Run, words: Words): PressButton[] {
  const count = targets.filter(({ verdict }) => verdict === 'silent').length;
  if (count === 0) return [];
  const title = count === 1 ? words.say('button.tell-check-in') : words.say('button.watch-silent', { count });
  const once = { nonce: `${id}:silent`, issuedAt: endedAt ?? askedAt };
  return [watchButton(title, { what: 'silent', run: number }, once)];
}

function cureTitle(targets: readonly RunTarget[], curable: number, words: Words): string {
  if (targets.some(hasSuccessor)) return words.say('button.successor');
  return targets.length === 1 ? words.say('button.try-again') : words.say('button.again-failed', { count: curable });
}

function listButtons({ number, targets, endedAt }: Run, words: Words): PressButton[] {
  if (targets.length === 1) return [];
  const details: PressButton = {
    title: words.say('button.details'),
    press: { press: 'details', run: number, page: 1 },
  };
  const csv: PressButton = { title: words.say('button.csv'), press: { press: 'csv', run: number } };
  return endedAt === null ? [details] : [details, csv];
}

/** Whether asking for it again may lead to something else. */
export function canBeRepeated(target: RunTarget): boolean {
  const { verdict, outcome, sighting } = target;
  if (verdict === 'cancelled') return true;
  if (verdict === 'refused') return hasSuccessor(target) || (outcome?.kind === 'refused' && isCurable(outcome.refusal));
  // It would undo what somebody has asked for since.
  if (isSuperseded(target)) return false;
  const errors = sighting?.items?.filter(({ status }) => status === 'error') ?? [];
  return verdict === 'failed' && (errors.length === 0 || errors.some(canBeCured));
}

/** Whether there may be anything to put back: not what has come back, nor what has never been off. */
function maybeOff(target: RunTarget, run: Run): boolean {
  const standing = standingOf(target, run);
  return tookSomethingOff(target) && standing !== 'returned' && (standing !== 'failed' || didSome(target));
}

/** A removal that Graph took. */
export const tookSomethingOff = ({ target, outcome }: RunTarget): boolean =>
  outcome?.kind === 'accepted' && setChange.parse(target.wish).adds.length > 0;
