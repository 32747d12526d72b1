import type { PressButton } from '../../cards/kit/press-button.ts';
import type { Press } from '../../cards/press.ts';
import type { Key, Words } from '../../cards/words/index.ts';
import type { ActionName } from '../actions/define.ts';
import type { Language } from '../ports.ts';

/** What the `say` buttons say, which is what a person would type. */
const typed: Record<Language, Record<SayButton | 'run', string>> = {
  en: {
    help: 'help',
    payloads: 'sync payloads',
    autopilot: 'autopilot',
    exchange: 'exchange',
    runs: 'runs',
    run: 'run',
    history: 'history',
    settings: 'settings',
    health: 'health',
    practice: 'practice',
    schedules: 'schedules',
    watches: 'watches',
  },
  ru: {
    help: 'помощь',
    payloads: 'полезные данные',
    autopilot: 'автопилот',
    exchange: 'соединители',
    runs: 'запуски',
    run: 'запуск',
    history: 'история',
    settings: 'настройки',
    health: 'проверка',
    practice: 'тренировка',
    schedules: 'расписания',
    watches: 'слежу',
  },
  de: {
    help: 'hilfe',
    payloads: 'nutzlasten',
    autopilot: 'autopilot',
    exchange: 'exchange',
    runs: 'läufe',
    run: 'lauf',
    history: 'verlauf',
    settings: 'einstellungen',
    health: 'prüfung',
    practice: 'übung',
    schedules: 'zeitpläne',
    watches: 'beobachtungen',
  },
};

type SayButton =
  | 'help'
  | 'payloads'
  | 'autopilot'
  | 'exchange'
  | 'runs'
  | 'history'
  | 'schedules'
  | 'settings'
  | 'health'
  | 'practice'
  | 'watches';

/** What a person types to be shown this. */
export const wordsFor = (what: 'run' | 'history' | 'autopilot', words: Words): string => typed[words.language][what];

/** A button that does what typing the command would do, with the answer below. */
export const sayButton = (name: SayButton, words: Words): PressButton => ({
  title: words.say(`button.${name}`),
  press: { press: 'say', text: typed[words.language][name] },
});

/** A button that types something for the person. */
export const typeButton = (title: string, text: string): PressButton => ({ title, press: { press: 'say', text } });

export const showButton = (run: number, words: Words): PressButton => ({
  title: words.say('button.show-run', { number: run }),
  press: { press: 'show', run },
});

export const noteButton = (run: number, words: Words): PressButton => ({
  title: words.say('button.note'),
  press: { press: 'note', run },
});

export const scheduleButton = (schedule: number, words: Words): PressButton => ({
  title: words.say('button.show-schedule', { number: schedule }),
  press: { press: 'schedule', schedule, go: 'show' },
});

/** `nonce` is spent by the first press; `issuedAt` makes yesterday's card harmless. */
export type Once = { nonce: string; issuedAt: Date };

/** `list`: serials that it is asked for with; `run`: the one that it repeats. */
type Start = { title: Key; action: ActionName; main: boolean; run?: number; list?: string | undefined };

export const startButton = ({ title, action, main, run, list }: Start, once: Once, words: Words): PressButton => ({
  title: words.say(title),
  press: { press: 'start', action, ...(run ? { run } : {}), ...(list ? { list } : {}), ...once },
  main,
});

export function bookButton(
  what: { action: ActionName; opensAt: Date; run: number | null; list?: string | undefined },
  once: Once,
  words: Words,
): PressButton {
  const { action, opensAt, run, list } = what;
  const title = words.say('button.book', { time: words.short(opensAt, once.issuedAt) });
  return { title, press: { press: 'book', action, run, ...(list ? { list } : {}), ...once }, main: true };
}

/** What to watch, by a button. */
export function watchButton(
  title: string,
  what: Pick<Extract<Press, { press: 'watch' }>, 'what' | 'id' | 'run' | 'owner'>,
  once: Once,
): PressButton {
  return { title, press: { press: 'watch', ...what, ...once, nonce: `${once.nonce}:watch` } };
}
