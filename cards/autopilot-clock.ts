import { card } from './kit/card.ts';
import { box, facts, subtle, text, verdict } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import type { Card, Element } from './kit/types.ts';
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
      box([verdict(words.say(`autopilot.${view.clock.kind}`)), ...clockLines(view, words)]),
      ...(view.wished && view.clock.kind === 'closed' ? [text(words.say('autopilot.not-asked'))] : []),
      ...(view.run ? [text(words.say('autopilot.run', { number: view.run.number, name: view.run.asker }))] : []),
      facts(factRows(view, words)),
    ],
    actions: view.buttons.map(pressButton),
  });
}

function clockLines({ clock, now }: AutopilotClockView, words: Words): Element[] {
  switch (clock.kind) {
    case 'free':
      return [sentence(words.say('autopilot.free.more'))];
    case 'running':
      return [
        sentence(
          clock.since
            ? words.say('autopilot.running.since', { time: words.when(clock.since, now) })
            : words.say('autopilot.running.more'),
        ),
      ];
    case 'closed': {
      const values = { time: words.when(clock.opensAt, now), wait: words.wait(clock.opensAt, now) };
      const told = clock.basis === 'service' ? 'told' : 'estimate';
      return [
        sentence(words.say(`autopilot.closed.${told}`, values)),
        subtle(words.say(`autopilot.basis.${clock.basis}`)),
      ];
    }
  }
}

const sentence = (value: string) => text(value, { spacing: 'Small' });

/** While one is running, its start and its state are told above. */
function factRows({ clock, now, ...view }: AutopilotClockView, words: Words): [string, string][] {
  const time = (at: Date | null) => (at ? words.when(at, now) : words.say('autopilot.never'));
  const { lastStatus } = view;
  const rows: [string, string][] = [[words.say('autopilot.last-sync'), time(view.lastSyncAt)]];
  if (clock.kind !== 'running') rows.push([words.say('autopilot.last-manual'), time(view.lastManualSyncAt)]);
  if (lastStatus !== 'inProgress')
    rows.push([words.say('autopilot.last-status'), words.say(`autopilot.status.${lastStatus}`)]);
  return rows;
}
