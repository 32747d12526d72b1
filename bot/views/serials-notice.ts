import type { PressButton } from '../../cards/kit/press-button.ts';
import type { NoticeView } from '../../cards/notice.ts';
import { serialLine, serialsVerdict } from '../../cards/serial-lines.ts';
import type { Words } from '../../cards/words/index.ts';
import { areReady } from '../actions/serial-standing.ts';
import type { NoticeContent } from '../runs/notice.ts';
import { signInButton } from './account-view.ts';
import { sayButton, showButton, watchButton } from './buttons.ts';
import type { Screen } from './screen.ts';
import { nonsenseLines } from './serials-heard.ts';
import { serialsTone } from './serials-tone.ts';

type Drawn = Omit<NoticeView, 'practice' | 'onCall' | 'over'>;
type Of<K extends NoticeContent['kind']> = Extract<NoticeContent, { kind: K }>;

/** The list that somebody gave to a run. */
type Whose = { run: number; owner?: string };

const whoseOf = ({ run, owner }: { run: number; owner?: string | undefined }): Whose => ({
  run,
  ...(owner ? { owner } : {}),
});

/** How the serials stand with which somebody had asked for a sync that has completed. */
export function runSerialsNotice({ run, owner, name, at, groups, heard }: Of<'run-serials'>, screen: Screen): Drawn {
  const { words, now } = screen;
  const whose = whoseOf({ run, owner });
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const note: PressButton = {
    ...{ title: words.say('button.change-note'), main: true },
    press: { press: 'serials', go: 'note', ...whose },
  };
  const ready = words.say('button.watch-serials', { count });
  const once = { nonce: `serials:${run}:${at.getTime()}`, issuedAt: now };
  const watch = { ...watchButton(ready, { what: 'serials', ...whose }, once), main: true };
  return {
    title: words.say('serials.title'),
    verdict: serialsVerdict({ count, groups }, words),
    tone: serialsTone(groups),
    what: groups.map((group) => serialLine(group, words)),
    why: [...nonsenseLines(heard, words), words.say('notice.serials.why', { run, time: words.when(at, now), name })],
    buttons: [areReady(groups) ? note : watch, lookButton(whose, words), showButton(run, words)],
  };
}

const lookButton = (whose: Whose, words: Words): PressButton => ({
  title: words.say('button.look-again'),
  press: { press: 'serials', go: 'look', ...whose },
});

/** The sync stands as it is; only of the serials nothing is known. */
export function unreadSerialsNotice({ run, owner, name, count, why }: Of<'serials-unread'>, { words }: Screen): Drawn {
  const mend: Record<typeof why, PressButton[]> = {
    'sign-in': [signInButton(words)],
    consent: [signInButton(words)],
    proof: [signInButton(words)],
    'not-allowed': [sayButton('health', words)],
    unreadable: [],
  };
  return {
    title: words.say('serials.title'),
    verdict: words.say('watch.unseen.word'),
    tone: 'warning',
    what: [words.say(`notice.serials.unread.${why}`, { count, name })],
    why: [words.say('notice.serials.unread.why', { run })],
    buttons: [...mend[why], lookButton(whoseOf({ run, owner }), words), showButton(run, words)],
  };
}
