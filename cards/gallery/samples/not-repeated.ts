import { errorCodeFrom, meaningOf } from '../../../bot/knowledge/error-codes.ts';
import { sayButton, watchButton } from '../../../bot/views/buttons.ts';
import { type NotRepeatedView, notRepeated } from '../../not-repeated.ts';
import type { Words } from '../../words/index.ts';
import { shown } from '../sample.ts';
import { hostileNames, longName, now, once, showRunButton } from './invented.ts';

type Left = NonNullable<NotRepeatedView['left']>;

export const notRepeatedSamples = shown({
  name: 'not-repeated',
  about: 'Nothing of a run is repeated: what is left out, and why.',
  card: notRepeated,
  states: {
    'nothing went wrong': about(null),
    'still under way': about(null, { underWay: true }),
    'one device failed for good': about({ count: 1, failed: [failed('0x87D13B64', ['IPAD-0042'])] }),
    'one device gave no sign of life': (words) => ({
      ...about({ count: 1, unseen: { silent: { count: 1, names: ['IPAD-19'] } } })(words),
      buttons: [
        watchButton(words.say('button.tell-check-in'), { what: 'silent', run: 17 }, once),
        showRunButton(17, words),
        sayButton('help', words),
      ],
    }),
    'for several reasons': about({
      count: 6,
      failed: [failed('0x87D13B6E', ['IPAD-04']), failed('0x87D13B64', Object.values(hostileNames).slice(0, 2))],
      unseen: { silent: { count: 2, names: ['LT-0388', longName] }, superseded: { count: 1, names: ['IPAD-07'] } },
    }),
    'under way, and outside practice': about(
      { count: 1, failed: [failed('0x87D13B64', ['IPAD-0042'])] },
      { underWay: true, practice: false },
    ),
  },
});

function failed(hex: string, names: readonly string[]): Left['failed'][number] {
  const code = errorCodeFrom(hex);
  return { count: names.length, names, error: { code, detail: null, known: code && meaningOf(code) } };
}

function about(left: (Partial<Left> & { count: number }) | null, change: Partial<NotRepeatedView> = {}) {
  return (words: Words): NotRepeatedView => ({
    ...{ practice: true, now, number: 17, underWay: false },
    left: left && { failed: [], refused: [], unseen: {}, ...left },
    buttons: [showRunButton(17, words), sayButton('help', words)],
    ...change,
  });
}
