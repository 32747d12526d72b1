import { firstFew } from '../../cards/first-few.ts';
import { type NoticeView, notice } from '../../cards/notice.ts';
import type { RunVerdict } from '../meter.ts';
import type { CardJson, RunId } from '../ports.ts';
import type { NoticeContent } from '../runs/notice.ts';
import { signInButton } from './account-view.ts';
import { sayButton, scheduleButton, showButton } from './buttons.ts';
import { countsLine } from './run-counts.ts';
import { type Ended, offersOf, overViewOf } from './run-over.ts';
import { runTones } from './run-tones.ts';
import { asJson, type Screen } from './screen.ts';
import { runSerialsNotice, unreadSerialsNotice } from './serials-notice.ts';
import { blindNotice, goneNotice, unseenNotice, watchNotice } from './watch-notice.ts';

/** A notice of any kind. */
export const noticeCard = (
  content: NoticeContent,
  screen: Screen,
  { onCall = null, ended = null }: More = {},
): CardJson => asJson(notice({ ...noticeViewFor(content, screen, ended), onCall }, screen.words));

/** Beside what it tells: whom it calls, and the run that `runToldOf` names. */
type More = { onCall?: NoticeView['onCall']; ended?: Ended | null };

/** The run whose end it tells, where that was no good one, so that it says and offers what the board does; null of an older one. */
export function runToldOf(content: NoticeContent): RunId | null {
  if (content.kind === 'run-over') return isWrong(content.verdict) ? (content.over?.id ?? null) : null;
  if (content.kind !== 'watch' || content.news.kind !== 'run' || content.what.kind !== 'run') return null;
  return isWrong(content.news.verdict) ? content.what.runId : null;
}

const isWrong = (verdict: RunVerdict) => verdict !== 'done' && verdict !== 'cancelled';

/** What went wrong, and somebody on call may have to act on; what its owner alone can mend is no alarm. */
export const isAlarm = (content: NoticeContent, screen: Screen): boolean =>
  (content.kind === 'run-over' || content.kind === 'watch') &&
  ['attention', 'warning'].includes(noticeViewFor(content, screen).tone ?? '');

export function noticeViewFor(content: NoticeContent, screen: Screen, ended: Ended | null = null): NoticeView {
  const { buttons, ...view } = drawn(content, screen);
  const over = ended && overViewOf(ended, screen);
  return {
    ...{ practice: screen.practice, onCall: null, over },
    ...view,
    buttons: over ? [...offersOf(over), ...buttons] : buttons,
  };
}

/** All of it but who it is drawn for, and what the board of its run adds. */
export type DrawnNotice = Omit<NoticeView, 'practice' | 'onCall' | 'over'>;

function drawn(content: NoticeContent, screen: Screen): DrawnNotice {
  switch (content.kind) {
    case 'cannot-write':
      return cannotWrite(content, screen);
    case 'cannot-answer':
      return cannotAnswer(content, screen);
    case 'run-over':
      return runOver(content, screen);
    case 'approval':
      return decided(content, screen);
    case 'schedule-sign-in':
      return scheduleSignIn(content, screen);
    case 'schedule-missed':
      return scheduleMissed(content, screen);
    case 'schedule-changed':
      return scheduleChanged(content, screen);
    case 'run-serials':
      return runSerialsNotice(content, screen);
    case 'serials-unread':
      return unreadSerialsNotice(content, screen);
    case 'watch':
      return watchNotice(content, screen);
    case 'watch-blind':
      return blindNotice(content, screen);
    case 'watch-gone':
      return goneNotice(content, screen);
    case 'watch-unseen':
      return unseenNotice(content, screen);
  }
}

type Of<K extends NoticeContent['kind']> = Extract<NoticeContent, { kind: K }>;

function cannotWrite({ number, action }: Of<'cannot-write'>, { words }: Screen): DrawnNotice {
  return {
    title: words.say('run.title', { title: words.say(`action.${action}`), number }),
    verdict: words.say('notice.cannot-write'),
    tone: 'warning',
    what: [words.say('notice.cannot-write.what', { number })],
    why: [words.say('notice.cannot-write.why')],
    buttons: [showButton(number, words), sayButton('runs', words)],
  };
}

function cannotAnswer({ at }: Of<'cannot-answer'>, { words, now }: Screen): DrawnNotice {
  return {
    title: words.say('notice.cannot-answer.title', { time: words.short(at, now) }),
    verdict: words.say('notice.cannot-answer'),
    tone: 'warning',
    what: [words.say('notice.cannot-answer.what')],
    why: [words.say('notice.cannot-write.why')],
    buttons: [sayButton('runs', words), sayButton('watches', words), sayButton('help', words)],
  };
}

function runOver(
  { number, action, verdict, asker, bookedFor, counts }: Of<'run-over'>,
  { words, now }: Screen,
): DrawnNotice {
  return {
    title: words.say('run.title', { title: words.say(`action.${action}`), number }),
    verdict: words.say(`status.${verdict}`),
    tone: runTones[verdict],
    what: countsLine(counts, words),
    why: [words.say('notice.booked', { name: asker, time: words.when(bookedFor, now) })],
    buttons: [showButton(number, words), sayButton('runs', words)],
  };
}

const decisionTones = { approved: 'good', declined: 'warning', expired: 'warning' } as const;

function decided({ number, action, how, by, reason, until }: Of<'approval'>, { words, now }: Screen): DrawnNotice {
  const values = { name: by ?? '—', reason: reason ?? '—', time: words.when(until, now) };
  return {
    title: words.say('approval.title', { title: words.say(`action.${action}`), number }),
    verdict: words.say(`approval.verdict.${how}`),
    tone: decisionTones[how],
    what: [words.say(`notice.approval.${how}`, values)],
    why: [words.say('notice.approval.why', { number })],
    buttons: [showButton(number, words), sayButton('runs', words)],
  };
}

/** `owner`: in a shared chat everybody reads it, and only one of them can do something. */
const scheduleTitle = (
  { number, action }: Of<'schedule-sign-in' | 'schedule-missed' | 'schedule-changed'>,
  words: Screen['words'],
) => words.say('schedule.title', { title: words.say(`action.${action}`), number });

function scheduleSignIn(content: Of<'schedule-sign-in'>, { words, now }: Screen): DrawnNotice {
  const { owner: name, at, missed, number } = content;
  const time = words.when(at, now);
  return {
    title: scheduleTitle(content, words),
    verdict: words.say('notice.schedule-sign-in'),
    tone: 'warning',
    what: [words.say('notice.schedule-sign-in.what', { name, time })],
    why: [words.say(`notice.schedule-sign-in.${missed}`), words.say('notice.schedule.why', { name, number })],
    buttons: [signInButton(words), scheduleButton(number, words), sayButton('schedules', words)],
  };
}

function scheduleMissed(content: Of<'schedule-missed'>, { words, now }: Screen): DrawnNotice {
  const { owner: name, at, run, nextAt, number } = content;
  const became = run === null ? 'skipped' : 'ran';
  const next = nextAt ? [words.say('notice.schedule-missed.next', { time: words.when(nextAt, now) })] : [];
  return {
    title: scheduleTitle(content, words),
    verdict: words.say(`notice.schedule-missed.${became}`),
    tone: run === null ? 'warning' : 'emphasis',
    what: [words.say(`notice.schedule-missed.${became}.what`, { time: words.when(at, now), run: run ?? 0 })],
    why: [...next, words.say('notice.schedule.why', { name, number })],
    buttons: [...(run === null ? [] : [showButton(run, words)]), scheduleButton(number, words)],
  };
}

function scheduleChanged(content: Of<'schedule-changed'>, { words }: Screen): DrawnNotice {
  const { owner: name, run, number, differs } = content;
  const became = run === null ? 'nothing' : 'ran';
  const lines = differs.map(({ why, count, names }) =>
    words.say(`notice.schedule-changed.${why}`, { count, names: firstFew({ names, count }, names.length, words) }),
  );
  return {
    title: scheduleTitle(content, words),
    verdict: words.say(`notice.schedule-changed.${became}`),
    tone: 'warning',
    what: [...lines, words.say(`notice.schedule-changed.${became}.what`, { run: run ?? 0 })],
    why: [words.say('notice.schedule.why', { name, number })],
    buttons: [...(run === null ? [] : [showButton(run, words)]), scheduleButton(number, words)],
  };
}
