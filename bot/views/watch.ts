import type { PressButton } from '../../cards/kit/press-button.ts';
import { shortened } from '../../cards/kit/shorten.ts';
import { type WatchListView, watchList } from '../../cards/watch-list.ts';
import type { Key, Values, Words } from '../../cards/words/index.ts';
import type { CardJson } from '../ports.ts';
import type { NewsWanted, Watch, What } from '../watches/watch.ts';
import { messageCard } from './answers.ts';
import { type Once, sayButton, showButton } from './buttons.ts';
import { asJson, type Screen } from './screen.ts';
import { type ListHeard, listSentences } from './watch-list-heard.ts';

const mostName = 60;

/** What is watched, as people call it. */
export function watchName(what: What, words: Words): string {
  switch (what.kind) {
    case 'autopilot':
      return words.say('action.autopilot-sync');
    case 'devices':
      return what.devices.length === 1 ? shortened(what.devices[0]?.label ?? '', mostName) : severalName(what, words);
    case 'connector':
      return shortened(what.label, mostName);
    case 'serials':
      return words.say('watch.serials', { count: what.serials.length });
    case 'run':
      return words.say('run.title', { title: words.say(`action.${what.action}`), number: what.number });
  }
}

function severalName({ devices, run }: Extract<What, { kind: 'devices' }>, words: Words): string {
  const count = words.say('watch.devices', { count: devices.length });
  return run === null ? count : words.row([count, words.say('runs.row', { number: run })]);
}

/** `already`: it was there before. `old`: it is as old already as was to be told. `left`: so many were too many. */
type Begun = { watch: Watch; already?: boolean; old: boolean; left?: number; list?: ListHeard | undefined };
type Sentence = { key: Key; values?: Values };

/** What is watched from now on, when the bot writes, and when it ends. */
export function watchBegunCard({ watch, already = false, old, left = 0, list }: Begun, screen: Screen): CardJson {
  const { words, now } = screen;
  const sentences: Sentence[] = [
    { key: 'watch.begun', values: { number: watch.number, what: watchName(watch.what, words) } },
    ...(already ? [{ key: 'watch.already' } as const] : []),
    ...(list ? listSentences(list, words) : []),
    ...(left > 0 ? [{ key: 'watch.left', values: { count: left } } as const] : []),
    ...(watch.on === 'failure' ? [{ key: 'watch.failures' } as const] : []),
    willTell(watch, words),
    ...(old ? [{ key: 'watch.old-already' } as const] : []),
    { key: 'watch.ends', values: { time: words.when(watch.endsAt, now), number: watch.number } },
  ];
  const buttons = [stopWatchingButton(watch.number, words), sayButton('watches', words), sayButton('help', words)];
  return messageCard({ title: 'watch.title', sentences, buttons }, screen);
}

function willTell({ what }: Watch, words: Words): Sentence {
  if (what.kind === 'devices')
    return { key: `watch.will.${what.devices.length > 1 ? 'devices' : 'device'}.${what.until}` };
  if (what.kind !== 'connector') return { key: `watch.will.${what.kind}` };
  if (what.olderThanMs === null) return { key: 'watch.will.connector' };
  return { key: 'watch.will.connector.old', values: { age: ageOf(what.olderThanMs, words) } };
}

const hourMs = 60 * 60_000;

export function ageOf(ms: number, words: Words): string {
  const hours = Math.round(ms / hourMs);
  const days = hours % 24 === 0 && hours > 24 ? hours / 24 : null;
  return days ? words.say('age.days', { count: days }) : words.say('age.hours', { count: hours });
}

/** One sentence about watching, and ways on. */
export function watchNoteCard({ key, values, run }: Sentence & { run?: number | null }, screen: Screen): CardJson {
  const { words } = screen;
  const shown = run ? [showButton(run, words)] : [];
  const sentences = [values ? { key, values } : { key }];
  const buttons = [...shown, sayButton('watches', words), sayButton('help', words)];
  return messageCard({ title: 'watch.title', sentences, buttons }, screen);
}

/** None of a list could be watched. */
export function watchListNoteCard(list: ListHeard, screen: Screen): CardJson {
  const { words } = screen;
  const sentences = [...listSentences(list, words), { key: 'watch.list.none' } as const];
  return messageCard(
    { title: 'watch.title', sentences, buttons: [sayButton('watches', words), sayButton('help', words)] },
    screen,
  );
}

export type WatchedChoice = {
  kind: 'device' | 'connector';
  /** As typed. */
  said: string;
  match: 'exact' | 'near';
  named: readonly { id: string; name: string; more: string | null }[];
  on: NewsWanted;
  until?: 'check-in' | 'done' | null;
  olderThanMs?: number | null;
  once: Once;
};

const mostChoices = 4;

/** Several are called so, or none exactly: nobody is guessed. */
export function chooseWatchedCard({ kind, said, match, named, ...how }: WatchedChoice, screen: Screen): CardJson {
  const { words } = screen;
  const key = named.length === 0 ? `watch.no-${kind}` : said === '' ? 'watch.which-one' : `watch.which.${match}`;
  const sentences = [{ key: key as Key, values: { name: shortened(said, mostName), count: named.length } }];
  const choices = named.slice(0, mostChoices).map(
    (one, index): PressButton => ({
      title: words.row([shortened(one.name, 40), ...(one.more ? [shortened(one.more, 24)] : [])]),
      press: {
        ...{ press: 'watch', what: kind, id: one.id, on: how.on, ...how.once, nonce: `${how.once.nonce}:${index}` },
        ...(how.until ? { until: how.until } : {}),
        ...(how.olderThanMs ? { olderThanMs: how.olderThanMs } : {}),
      },
    }),
  );
  return messageCard({ title: 'watch.title', sentences, buttons: [...choices, sayButton('help', words)] }, screen);
}

const mostRows = 30;
const mostStops = 4;

export function watchListCard(watches: readonly Watch[], { words, practice, now }: Screen): CardJson {
  const shown = watches.slice(-mostRows).reverse();
  const rows: WatchListView['rows'] = shown.map(({ number, what, endsAt, state, mutedUntil }) => ({
    ...{ number, endsAt, mutedUntil, name: watchName(what, words), blind: state === 'blind' },
  }));
  const stops = shown.slice(0, mostStops).map(({ number }) => stopNumberButton(number, words));
  const onward = watches.length === 0 ? [sayButton('autopilot', words), sayButton('help', words)] : [];
  const buttons = [...stops, ...(onward.length > 0 ? onward : [sayButton('help', words)])];
  return asJson(
    watchList(
      { practice, now, rows, more: watches.length - shown.length, other: shown[mostStops]?.number ?? null, buttons },
      words,
    ),
  );
}

export const stopWatchingButton = (number: number, words: Words): PressButton => ({
  title: words.say('button.unwatch'),
  press: { press: 'unwatch', watch: number },
});

/** In a list each says which. */
export const stopNumberButton = (number: number, words: Words): PressButton => ({
  ...stopWatchingButton(number, words),
  title: words.say('button.unwatch-number', { number }),
});
