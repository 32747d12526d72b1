import { type DeviceLabel, nameOf } from './device-label.ts';
import { card } from './kit/card.ts';
import { box, caption, rows, subtle, text, verdict } from './kit/elements.ts';
import { type PressButton, pressButton } from './kit/press-button.ts';
import { shortened } from './kit/shorten.ts';
import type { Card, Container, Element } from './kit/types.ts';
import { type PayloadLabel, payloadLabel, type Removal, removalSentence } from './payload-label.ts';
import type { Words } from './words/index.ts';

/** One device: what it is, when it was last heard of, what is removed from it and what is under way. */
export type DeviceView = {
  practice: boolean;
  now: Date;
  device: DeviceLabel & { system: string | null; owner: 'company' | 'personal' | 'unknown' };
  /** How often it checks in by itself, as far as that is documented. */
  rhythm: { everyMs: number; nextAt: Date | null } | null;
  /** Microsoft documents payload sync for it. */
  documented: boolean;
  removed: readonly (PayloadLabel & Removal)[];
  /** Between when it comes back by itself. */
  back: { from: Date; to: Date } | null;
  /** Runs under way on it. */
  runs: readonly number[];
  /** Spent by the first press of the button that begins a watch. */
  once: { nonce: string; issuedAt: Date };
};

export function device(view: DeviceView, words: Words): Card {
  return card(words, {
    title: nameOf(view.device.name),
    practice: view.practice,
    body: [
      box([verdict(verdictOf(view, words)), text(heardOf(view, words), { spacing: 'Small' })], tone(view)),
      ...factRows(view, words),
      ...rhythmLines(view, words),
      ...removedLines(view, words),
      ...(view.runs.length > 0
        ? [text(words.say('device.runs', { count: view.runs.length, runs: words.list(view.runs.map(String)) }))]
        : []),
      ...(view.documented ? [] : [subtle(words.say('device.undocumented'))]),
    ],
    actions: buttonsFor(view, words).map(pressButton),
  });
}

function verdictOf({ device: { silent }, removed }: DeviceView, words: Words): string {
  const done = removed.filter(({ removal }) => removal === 'removed');
  const count = words.say('device.removed', { count: done.length });
  return silent ? words.row([words.say('device.verdict.silent'), count]) : count;
}

const heardOf = ({ device: { lastSyncAt }, now }: DeviceView, words: Words) =>
  lastSyncAt
    ? words.say('device.last-sync', { time: words.when(lastSyncAt, now), ago: words.ago(lastSyncAt, now) })
    : words.say('device.last-sync.never');

const tone = ({ device: { silent } }: DeviceView): Container['style'] => (silent ? 'warning' : 'emphasis');

function factRows({ device: { model, system, serial, user, owner } }: DeviceView, words: Words): Element[] {
  const known = { model, system, serial, user, owner: owner === 'unknown' ? null : words.say(`device.owner.${owner}`) };
  const lines = Object.entries(known).flatMap(([name, value]) =>
    value === null ? [] : [[words.say(`device.fact.${name as keyof typeof known}`), shortened(value, 80)] as const],
  );
  return lines.length > 0 ? [rows(lines, { isSubtle: true })] : [];
}

const minuteMs = 60_000;

function rhythmLines({ rhythm, device: { silent }, now }: DeviceView, words: Words): Element[] {
  if (!rhythm || silent) return [];
  const minutes = Math.round(rhythm.everyMs / minuteMs);
  const every =
    minutes < 90
      ? words.say('device.every.minutes', { count: minutes })
      : words.say('device.every.hours', { count: Math.round(minutes / 60) });
  const next =
    rhythm.nextAt && rhythm.nextAt > now ? [words.say('device.next', { time: words.when(rhythm.nextAt, now) })] : [];
  return [text([every, ...next].join(' '))];
}

function removedLines({ removed, back, now }: DeviceView, words: Words): Element[] {
  if (removed.length === 0) return [];
  const line = (one: DeviceView['removed'][number]) =>
    text(words.row([payloadLabel(one, words), removalSentence(one, now, words)]), { spacing: 'Small' });
  const title = removed.some(maybeOff) ? 'device.removed.title' : 'device.not-removed.title';
  const times = back && { from: words.when(back.from, now), to: words.when(back.to, now) };
  return [
    caption(words.say(title, { zone: words.zone })),
    ...removed.map(line),
    ...(times ? [subtle(words.say('device.back', times))] : []),
  ];
}

/** What could not be removed has nothing to come back from. */
const maybeOff = ({ removal }: Removal): boolean => removal !== 'failed';

/** As many runs as fit on a card. */
const mostRuns = 3;

function buttonsFor({ device: { id }, removed, runs, once }: DeviceView, words: Words): PressButton[] {
  const restore: PressButton = { title: words.say('device.restore-all'), press: { press: 'restore-all', device: id } };
  const shown = runs
    .slice(0, mostRuns)
    .map(
      (run): PressButton => ({ title: words.say('button.show-run', { number: run }), press: { press: 'show', run } }),
    );
  return [
    { title: words.say('device.payloads'), press: { press: 'payloads', device: id }, main: true },
    ...(removed.some(maybeOff) ? [restore] : []),
    ...shown,
    { title: words.say('button.watch'), press: { press: 'watch', what: 'device', id, ...once } },
  ];
}
