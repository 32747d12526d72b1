import { card } from './kit/card.ts';
import { box, subtle, text, verdict } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card, Element } from './kit/types.ts';
import { type RuleView, ruleLine } from './schedule-rule.ts';
import type { Words } from './words/index.ts';

/** Something that is done at its times, in its owner's name. */
export type ScheduleView = {
  practice: boolean;
  now: Date;
  number: number;
  /** What is done. */
  title: string;
  /** More closely, where the title does not say it all. */
  what: string | null;
  rule: RuleView;
  state: ScheduleStanding;
  missed: 'run' | 'skip';
  last: { at: Date; became: 'ran' | 'missed' | 'signed-out' | 'not-planned'; run: number | null } | null;
  owner: string;
  readerIsOwner: boolean;
  buttons: readonly PressButton[];
};

/** `sign-in`: its owner has to sign in before that time. */
export type ScheduleStanding = { kind: 'next' | 'sign-in'; at: Date } | { kind: 'paused' | 'ended' };

export function schedule(view: ScheduleView, words: Words): Card {
  const { number, title, state } = view;
  return card(words, {
    title: words.say('schedule.title', { title, number }),
    practice: view.practice,
    body: [
      box(
        [verdict(standingLine(view, words)), text(ruleLine(view.rule, words), { spacing: 'Small' })],
        state.kind === 'sign-in' ? 'warning' : 'emphasis',
      ),
      ...(view.what === null ? [] : [text(view.what, { spacing: 'Medium' })]),
      ...lines(view, words),
    ],
    actions: view.buttons.map(pressButton),
  });
}

const standingLine = ({ state, now }: ScheduleView, words: Words): string =>
  'at' in state
    ? words.say(`schedule.state.${state.kind}`, { time: words.short(state.at, now) })
    : words.say(`schedule.state.${state.kind}`);

function lines(view: ScheduleView, words: Words): Element[] {
  const { state, now, missed, last, owner, readerIsOwner } = view;
  const next =
    'at' in state ? [text(words.say('schedule.next', { time: words.when(state.at, now) }), { spacing: 'Medium' })] : [];
  const runs = state.kind === 'ended' ? [] : [subtle(words.say(`schedule.missed.${missed}`))];
  const before = last
    ? [text(words.say(`schedule.last.${last.became}`, { time: words.when(last.at, now), run: last.run ?? 0 }))]
    : [];
  const who =
    state.kind === 'ended'
      ? []
      : [subtle(words.say(readerIsOwner ? 'schedule.as-you' : 'schedule.as', { name: owner }))];
  return [...next, ...before, ...runs, ...who];
}
