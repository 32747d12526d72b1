import type { PressButton } from '../../cards/kit/press-button.ts';
import type { Tone } from '../../cards/kit/types.ts';
import type { SerialGroup } from '../../cards/serial-lines.ts';
import { serials } from '../../cards/serials.ts';
import type { Words } from '../../cards/words/index.ts';
import type { Opening } from '../actions/define.ts';
import { type SerialList, type SerialRead, type SerialStanding, serialStandings } from '../actions/serials.ts';
import type { CardJson } from '../ports.ts';
import { bookButton, type Once, sayButton, startButton } from './buttons.ts';
import { asJson, type Screen } from './screen.ts';
import { nonsenseLines } from './serials-heard.ts';

/** `id`: under which the list is kept. `underWay`: a sync of this desk. */
export type SerialsSeen = {
  id: string;
  list: SerialList;
  read: readonly SerialRead[];
  reader: string;
  opening: Opening;
  underWay: boolean;
  once: Once;
};

export function serialsCard(seen: SerialsSeen, screen: Screen): CardJson {
  const { words, practice } = screen;
  const groups = groupsOf(seen.read);
  const view = {
    ...{ practice, groups, count: seen.read.length, tone: toneOf(groups) },
    remarks: remarksOf(seen, screen),
    buttons: buttonsFor(seen, groups, words),
  };
  return asJson(serials(view, words));
}

/** One for each way to stand. */
export const groupsOf = (read: readonly SerialRead[]): SerialGroup[] =>
  serialStandings.flatMap((standing) => {
    const names = read.filter((one) => one.standing === standing).map(({ serial }) => serial);
    return names.length > 0 ? [{ standing, count: names.length, names }] : [];
  });

const tones: Record<SerialStanding, Tone> = {
  unregistered: 'warning',
  failed: 'attention',
  unknown: 'warning',
  'not-assigned': 'warning',
  pending: 'emphasis',
  'out-of-sync': 'emphasis',
  ready: 'good',
};

/** The most alarming of them all. */
export function toneOf(groups: readonly Pick<SerialGroup, 'standing'>[]): Tone {
  const found = new Set(groups.map(({ standing }) => tones[standing]));
  return (['attention', 'warning', 'emphasis'] as const).find((tone) => found.has(tone)) ?? 'good';
}

function remarksOf({ list, read, reader }: SerialsSeen, { words, now }: Screen): string[] {
  const enrolled = read.filter(({ enrollment }) => enrollment === 'enrolled').length;
  return [
    ...(enrolled > 0 ? [words.say('serials.enrolled', { count: enrolled })] : []),
    ...nonsenseLines(list, words),
    words.say('serials.read', { time: words.when(now, now), name: reader }),
  ];
}

function buttonsFor(seen: SerialsSeen, groups: readonly SerialGroup[], words: Words): PressButton[] {
  const { id: list, read } = seen;
  const areReady = groups.every(({ standing }) => standing === 'ready');
  const csv: PressButton = { title: words.say('button.csv'), press: { press: 'serials', go: 'csv', list } };
  return [
    ...(areReady ? [] : [syncButton(seen, words)]),
    { title: words.say('button.look-again'), press: { press: 'serials', go: 'look', list } },
    ...(read.length > worthAFile ? [csv] : []),
    sayButton('help', words),
  ];
}

/** What is named on the card needs no file. */
const worthAFile = 10;

/** Now, when the window opens, or with the sync that is on its way: whoever presses hears what it led to. */
function syncButton({ id: list, opening, underWay, once }: SerialsSeen, words: Words): PressButton {
  const action = 'autopilot-sync';
  const follows = underWay || opening.kind === 'running';
  if (opening.kind === 'closed' && !underWay) {
    return bookButton({ action, opensAt: opening.opensAt, run: null, list }, once, words);
  }
  return startButton(
    { title: follows ? 'button.follow' : 'button.sync-autopilot', action, main: true, list },
    once,
    words,
  );
}
