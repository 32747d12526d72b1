import { firstFew } from '../../cards/first-few.ts';
import type { PressButton } from '../../cards/kit/press-button.ts';
import type { NoticeView } from '../../cards/notice.ts';
import type { Words } from '../../cards/words/index.ts';
import type { NoticeContent } from '../runs/notice.ts';
import type { News } from '../watches/news-told.ts';
import type { What } from '../watches/watch.ts';
import { signInButton } from './account-view.ts';
import { sayButton, showButton, typeButton } from './buttons.ts';
import type { Screen } from './screen.ts';
import { stopWatchingButton, watchName } from './watch.ts';
import { drawNews } from './watch-news.ts';

type Drawn = Omit<NoticeView, 'practice' | 'onCall' | 'over'>;
type Of<K extends NoticeContent['kind']> = Extract<NoticeContent, { kind: K }>;

/** What has happened to something that is watched. */
export function watchNotice({ watch, what, news, by, endsAt }: Of<'watch'>, screen: Screen): Drawn {
  const { words, now } = screen;
  const why = endsAt
    ? words.say('notice.watch', { number: watch, time: words.when(endsAt, now) })
    : words.say('notice.watch.last', { number: watch });
  return {
    title: watchName(what, words),
    ...drawNews(news, what, screen),
    why: [...(by ? [words.say('notice.by', by)] : []), why],
    buttons: [
      ...(what.kind === 'serials' ? serialsButtons(watch, news, words) : onwardButtons(what, words)),
      ...(endsAt ? endingButtons(watch, words) : []),
      sayButton('watches', words),
    ],
  };
}

function onwardButtons(what: What, words: Words): PressButton[] {
  switch (what.kind) {
    case 'autopilot':
      return [sayButton('autopilot', words)];
    case 'connector':
      return [sayButton('exchange', words)];
    case 'serials':
      return [sayButton('autopilot', words)];
    case 'run':
      return [showButton(what.number, words)];
    case 'devices': {
      const [only, ...others] = what.devices;
      if (what.run !== null) return [showButton(what.run, words)];
      return only && others.length === 0 ? [deviceButton(only.label, words)] : [];
    }
  }
}

/** As they were told, or as they are by now. */
function serialsButtons(watch: number, news: News, words: Words): PressButton[] {
  const areAll = news.kind === 'serials' && news.groups.every(({ standing }) => standing === 'ready');
  const note = {
    title: words.say('button.change-note'),
    press: { press: 'serials', go: 'note', watch },
    main: true,
  } as const;
  const look = { title: words.say('button.look-again'), press: { press: 'serials', go: 'look', watch } } as const;
  return [...(areAll ? [note] : []), look];
}

const mostSaid = 100;

const deviceButton = (label: string, words: Words): PressButton =>
  typeButton(words.say('button.device'), `${words.say('said.device')} ${label.slice(0, mostSaid)}`);

const endingButtons = (watch: number, words: Words): PressButton[] => [
  stopWatchingButton(watch, words),
  { title: words.say('button.mute'), press: { press: 'mute', watch } },
];

const mostNamed = 5;

/** Once, however many watches wait for it. */
export function blindNotice({ reason, name, watches }: Of<'watch-blind'>, { words }: Screen): Drawn {
  const names = watches.map(({ what }) => watchName(what, words));
  const mend = reason === 'not-allowed' ? sayButton('health', words) : signInButton(words);
  const again: PressButton = { title: words.say('button.look-again'), press: { press: 'look-again' } };
  return {
    title: words.say('watch.title'),
    verdict: words.say('watch.blind'),
    tone: 'warning',
    what: [
      words.say(`watch.blind.${reason}`, { name }),
      words.say('watch.blind.what', { names: firstFew({ names }, mostNamed, words) }),
    ],
    why: [words.say(reason === 'not-allowed' ? 'watch.blind.then-again' : 'watch.blind.then')],
    buttons: [{ ...mend, main: true }, ...(reason === 'not-allowed' ? [again] : []), sayButton('watches', words)],
  };
}

export function goneNotice({ watch, what }: Of<'watch-gone'>, { words }: Screen): Drawn {
  return {
    title: watchName(what, words),
    verdict: words.say('watch.gone.word'),
    tone: 'warning',
    what: [words.say('watch.gone')],
    why: [words.say('notice.watch.last', { number: watch })],
    buttons: [sayButton('watches', words), sayButton('help', words)],
  };
}

export function unseenNotice({ watch, what }: Of<'watch-unseen'>, { words }: Screen): Drawn {
  return {
    title: watchName(what, words),
    verdict: words.say('watch.unseen.word'),
    tone: 'warning',
    what: [words.say('watch.unseen')],
    why: [words.say('notice.watch.last', { number: watch })],
    buttons: [...onwardButtons(what, words), sayButton('watches', words)],
  };
}
