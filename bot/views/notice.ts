import { firstFew } from '../../cards/first-few.ts';
import type { PressButton } from '../../cards/kit/press-button.ts';
import { type NoticeView, notice } from '../../cards/notice.ts';
import type { CardJson } from '../ports.ts';
import type { NoticeContent } from '../runs/notice.ts';
import { signInButton } from './account-view.ts';
import { sayButton, scheduleButton, showButton, startButton } from './buttons.ts';
import { againOnce } from './run-buttons.ts';
import { countsLine } from './run-counts.ts';
import { runTones } from './run-tones.ts';
import { asJson, type Screen } from './screen.ts';
import { runSerialsNotice, unreadSerialsNotice } from './serials-notice.ts';
import { blindNotice, goneNotice, unseenNotice, watchNotice } from './watch-notice.ts';

/** A notice of any kind. */
export const noticeCard = (content: NoticeContent, screen: Screen, onCall: NoticeView['onCall'] = null): CardJson =>
  asJson(notice({ ...noticeViewFor(content, screen), onCall }, screen.words));

/** What went wrong, and somebody on call may have to act on; what its owner alone can mend is no alarm. */
export const isAlarm = (content: NoticeContent, screen: Screen): boolean =>
  (content.kind === 'run-over' || content.kind === 'watch') &&
  ['attention', 'warning'].includes(noticeViewFor(content, screen).tone ?? '');

export const noticeViewFor = (content: NoticeContent, screen: Screen): NoticeView => ({
  practice: screen.practice,
  onCall: null,
  ...drawn(content, screen),
});

/** All of it but who it is drawn for. */
export type DrawnNotice = Omit<NoticeView, 'practice' | 'onCall'>;

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

function runOver(content: Of<'run-over'>, { words, now }: Screen): DrawnNotice {
  const { number, action, verdict, asker, bookedFor, counts } = content;
  const why = action === 'autopilot-sync' && verdict === 'failed' ? [words.say('status.failed.more')] : [];
  const counted = countsLine(counts, words);
  return {
    title: words.say('run.title', { title: words.say(`action.${action}`), number }),
    verdict: words.say(`status.${verdict}`),
    tone: runTones[verdict],
    what: counted.length > 0 ? counted : why,
    why: [words.say('notice.booked', { name: asker, time: words.when(bookedFor, now) })],
    buttons: [...againButtons(content, words), showButton(number, words), sayButton('runs', words)],
  };
}

/** Where its board surely has one. */
function againButtons({ action, verdict, number, over }: Of<'run-over'>, words: Screen['words']): PressButton[] {
  const isWrong = verdict === 'failed' || verdict === 'silent';
  if (action !== 'autopilot-sync' || !isWrong || !over) return [];
  const again = { title: 'button.try-again', action, run: number, main: true } as const;
  return [startButton(again, againOnce(over.id, over.at), words)];
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
