import { card } from './kit/card.ts';
import { box, facts, heading, text } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card } from './kit/types.ts';
import type { Words } from './words/index.ts';

/** Whether an Autopilot sync would be taken now, and what is known of the last one. */
export type AutopilotClockView = {
  practice: boolean;
  now: Date;
  clock:
    | { kind: 'free' }
    | { kind: 'running'; since: Date | null }
    | { kind: 'closed'; opensAt: Date; basis: 'service' | 'last-manual' | 'last-sync' | 'guess' };
  lastSyncAt: Date | null;
  lastManualSyncAt: Date | null;
  lastStatus: 'unknown' | 'inProgress' | 'completed' | 'failed';
  /** A run of this desk that is on its way. */
  run: { number: number; asker: string } | null;
  /** The card answers a wish to sync that could not be carried out now. */
  wished: boolean;
  buttons: readonly PressButton[];
};

export function autopilotClock(view: AutopilotClockView, words: Words): Card {
  return card(words, {
    title: words.say('autopilot.title'),
    practice: view.practice,
    body: [
      box([heading(words.say(`autopilot.${view.clock.kind}`)), text(clockSentence(view, words), { spacing: 'small' })]),
      ...(view.wished && view.clock.kind === 'closed' ? [text(words.say('autopilot.not-asked'))] : []),
      ...(view.run ? [text(words.say('autopilot.run', { number: view.run.number, name: view.run.asker }))] : []),
      facts(factRows(view, words)),
    ],
    actions: view.buttons.map(pressButton),
  });
}

function clockSentence({ clock, now }: AutopilotClockView, words: Words): string {
  switch (clock.kind) {
    case 'free':
      return words.say('autopilot.free.more');
    case 'running':
      return clock.since
        ? words.say('autopilot.running.since', { time: words.when(clock.since, now) })
        : words.say('autopilot.running.more');
    case 'closed': {
      const minutes = Math.max(1, Math.ceil((clock.opensAt.getTime() - now.getTime()) / 60_000));
      return words.say(`autopilot.closed.${clock.basis}`, { time: words.when(clock.opensAt, now), minutes });
    }
  }
}

function factRows(view: AutopilotClockView, words: Words): [string, string][] {
  const time = (at: Date | null) => (at ? words.when(at, view.now) : words.say('autopilot.never'));
  return [
    [words.say('autopilot.last-sync'), time(view.lastSyncAt)],
    [words.say('autopilot.last-manual'), time(view.lastManualSyncAt)],
    [words.say('autopilot.last-status'), words.say(`autopilot.status.${view.lastStatus}`)],
  ];
}
