import { type DeviceNames, namesOf } from './device-label.ts';
import { dropButton } from './form-buttons.ts';
import { card } from './kit/card.ts';
import { box, text, verdict } from './kit/elements.ts';
import { pressButton } from './kit/press-button.ts';
import type { Action, Card } from './kit/types.ts';
import { type PayloadLabel, payloadLabel } from './payload-label.ts';
import type { Words } from './words/index.ts';

const ways = ['wifi', 'vpn', 'certificate'] as const;
export type Way = (typeof ways)[number];

/** Whether to take off what may be a device's way to Intune. */
export type ConnectivityGuardView = {
  practice: boolean;
  draft: string;
  devices: DeviceNames;
  items: readonly (PayloadLabel & { way: Way })[];
  /** How many harmless things would be left. */
  others: number;
};

export function connectivityGuard(view: ConnectivityGuardView, words: Words): Card {
  const { devices, items, others } = view;
  const kinds = ways
    .filter((way) => items.some((item) => item.way === way))
    .map((way) => words.say(`guard.way.${way}`));
  return card(words, {
    title: words.say('guard.title'),
    practice: view.practice,
    body: [
      box(
        [
          verdict(words.say('guard.verdict')),
          text(words.say('guard.why', { kinds: words.either(kinds), count: devices.count }), { spacing: 'Small' }),
        ],
        'warning',
      ),
      ...items
        .slice(0, mostItems)
        .map((item) => text(payloadLabel(item, words), { weight: 'Bolder', spacing: 'Small' })),
      ...(items.length > mostItems ? [text(words.say('payloads.more', { count: items.length - mostItems }))] : []),
      text(words.say('payloads.on', { names: namesOf(devices, words) }), { spacing: 'Small' }),
      text(words.say('guard.consequence')),
      text(words.say(others > 0 ? 'guard.ask' : 'guard.ask.only', { count: items.length, others })),
    ],
    actions: actionsFor(view, words),
  });
}

const mostItems = 30;

/** The safe way comes first, where it leads anywhere. */
function actionsFor({ draft, items, others }: ConnectivityGuardView, words: Words): Action[] {
  const count = items.length;
  const to = (keep: 'safe' | 'all', main: boolean) =>
    pressButton({ title: words.say(`guard.${keep}`, { count }), press: { press: 'guard', draft, keep }, main });
  return [...(others > 0 ? [to('safe', true)] : []), to('all', false), dropButton(draft, words)];
}
