import { type NoticeView, notice } from '../../cards/notice.ts';
import type { CardJson } from '../ports.ts';
import type { NoticeContent } from '../runs/notice.ts';
import { sayButton, showButton } from './buttons.ts';
import { asJson, type Screen } from './screen.ts';

/** A notice of any kind. */
export const noticeCard = (content: NoticeContent, screen: Screen): CardJson =>
  asJson(notice(noticeViewFor(content, screen), screen.words));

export const noticeViewFor = (content: NoticeContent, screen: Screen): NoticeView => ({
  practice: screen.practice,
  ...drawn(content, screen),
});

type Drawn = Omit<NoticeView, 'practice'>;

function drawn(content: NoticeContent, screen: Screen): Drawn {
  switch (content.kind) {
    case 'run-over':
      return runOver(content, screen);
    case 'approval':
      return decided(content, screen);
  }
}

const tones = {
  done: 'good',
  failed: 'attention',
  partly: 'warning',
  silent: 'warning',
  refused: 'warning',
  cancelled: 'emphasis',
} as const;

type Of<K extends NoticeContent['kind']> = Extract<NoticeContent, { kind: K }>;

function runOver({ number, action, verdict, asker, bookedFor }: Of<'run-over'>, { words, now }: Screen): Drawn {
  return {
    title: words.say('run.title', { title: words.say(`action.${action}`), number }),
    verdict: words.say(`status.${verdict}`),
    tone: tones[verdict],
    what: [],
    why: [words.say('notice.booked', { name: asker, time: words.when(bookedFor, now) })],
    buttons: [showButton(number, words), sayButton('runs', words)],
  };
}

const decisionTones = { approved: 'good', declined: 'warning', expired: 'warning' } as const;

function decided({ number, action, how, by, reason, until }: Of<'approval'>, { words, now }: Screen): Drawn {
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
