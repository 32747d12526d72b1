import type { PressButton } from '../../cards/kit/press-button.ts';
import { type SerialsView, serials } from '../../cards/serials.ts';
import type { Words } from '../../cards/words/index.ts';
import type { Opening } from '../actions/define.ts';
import { areReady, groupsOf, type SerialGroup, type SerialList, type SerialRead } from '../actions/serial-standing.ts';
import type { CardJson } from '../ports.ts';
import { bookButton, type Once, sayButton, startButton, watchButton } from './buttons.ts';
import { asJson, type Screen } from './screen.ts';
import { nonsenseLines } from './serials-heard.ts';
import { serialsTone } from './serials-tone.ts';

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

export const serialsCard = (seen: SerialsSeen, screen: Screen): CardJson =>
  asJson(serials(serialsViewFor(seen, screen), screen.words));

export function serialsViewFor(seen: SerialsSeen, screen: Screen): SerialsView {
  const { words, practice } = screen;
  const groups = groupsOf(seen.read);
  return {
    ...{ practice, groups, count: seen.read.length, tone: serialsTone(groups) },
    remarks: remarksOf(seen, screen),
    buttons: buttonsFor(seen, groups, words),
  };
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
  const csv: PressButton = { title: words.say('button.csv'), press: { press: 'serials', go: 'csv', list } };
  return [
    ...(areReady(groups) ? [noteButton(list, words)] : onwardButtons(seen, groups, words)),
    { title: words.say('button.look-again'), press: { press: 'serials', go: 'look', list } },
    ...(read.length > worthAFile ? [csv] : []),
    sayButton('help', words),
  ];
}

/** What is named on the card needs no file. */
const worthAFile = 10;

const noteButton = (list: string, words: Words): PressButton => ({
  title: words.say('button.change-note'),
  press: { press: 'serials', go: 'note', list },
  main: true,
});

/** What only time brings is watched; what a sync may bring is asked for first. */
function onwardButtons(seen: SerialsSeen, groups: readonly SerialGroup[], words: Words): PressButton[] {
  const mayHelp = groups.some(({ standing }) => standing === 'unregistered' || standing === 'out-of-sync');
  const title = words.say('button.watch-serials', { count: seen.read.length });
  const watch = watchButton(title, { what: 'serials', id: seen.id }, seen.once);
  const sync = syncButton(seen, words);
  return mayHelp ? [{ ...sync, main: true }, watch] : [{ ...watch, main: true }, sync];
}

/** Now, when the window opens, or with the sync that is on its way: whoever presses hears what it led to. */
function syncButton({ id: list, opening, underWay, once }: SerialsSeen, words: Words): PressButton {
  const action = 'autopilot-sync';
  const follows = underWay || opening.kind === 'running';
  if (opening.kind === 'closed' && !underWay) {
    return { ...bookButton({ action, opensAt: opening.opensAt, run: null, list }, once, words), main: false };
  }
  const title = follows ? 'button.follow' : 'button.sync-autopilot';
  return startButton({ title, action, main: false, list }, once, words);
}
