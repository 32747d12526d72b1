import { type DigestView, digest } from '../../cards/digest.ts';
import type { Words } from '../../cards/words/index.ts';
import type { CardJson } from '../ports.ts';
import type { NoticeContent } from '../runs/notice.ts';
import { sayButton } from './buttons.ts';
import { noticeViewFor } from './notice.ts';
import { asJson, type Screen } from './screen.ts';

type Told = { content: NoticeContent; askedAt: Date };

const mostRows = 12;

/** What happened meanwhile, the newest first. */
export const digestCard = (told: readonly Told[], screen: Screen, onCall: DigestView['onCall'] = null): CardJson =>
  asJson(digest({ ...digestViewFor(told, screen), onCall }, screen.words));

export function digestViewFor(told: readonly Told[], screen: Screen): DigestView {
  const { words, practice, now } = screen;
  const newest = told.toSorted((a, b) => b.askedAt.getTime() - a.askedAt.getTime());
  return {
    ...{ practice, now, count: told.length, onCall: null },
    rows: newest.slice(0, mostRows).map(({ content, askedAt }) => ({ at: askedAt, what: lineOf(content, screen) })),
    buttons: [sayButton('runs', words), sayButton('watches', words), ...ending(words)],
  };
}

/** Of several devices, and of a run, what is left is what counts, and by whom it was. */
function lineOf(content: NoticeContent, screen: Screen): string {
  const { title, verdict, what } = noticeViewFor(content, screen);
  const several =
    content.kind === 'run-over' ||
    (content.kind === 'watch' &&
      (content.news.kind === 'run' || (content.news.kind === 'devices' && content.news.devices.length > 1)));
  return screen.words.row([title, verdict, ...(several ? what.map(withoutStop) : [])]);
}

/** Parts of a line are no sentences. */
const withoutStop = (sentence: string) => sentence.replace(/\.$/, '');

const ending = (words: Words) => [sayButton('settings', words), sayButton('help', words)];
