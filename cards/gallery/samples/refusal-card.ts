import { sayButton, typeButton } from '../../../bot/views/buttons.ts';
import type { PressButton } from '../../kit/press-button.ts';
import { type RefusalCardView, refusalCard } from '../../refusal-card.ts';
import type { RefusalView, RefusalWord } from '../../refusal-lines.ts';
import { signInWords } from '../../sign-in-lines.ts';
import type { Words } from '../../words/index.ts';
import { forEach, shown } from '../sample.ts';
import { ago, inMinutes, now } from './invented.ts';
import { refusal, refusalWords } from './refusals.ts';

export const refusalCardSamples = shown({
  name: 'refusal-card',
  about: 'Reading was refused, so there is nothing else to show.',
  card: refusalCard,
  states: {
    ...forEach(refusalWords, (kind) => [kind, refused(kind)]),
    'throttled, told until when': refused('throttled', { retry: { at: inMinutes(2), estimate: false } }),
    'throttled, and the wait is over': refused('throttled', { retry: { at: ago(2), estimate: false } }),
    'too early, and it should be open by now': refused('too-early', { retry: { at: ago(2), estimate: true } }),
    'throttled, by estimate': refused('throttled', { retry: { at: inMinutes(2), estimate: true } }),
    'throttled, for nobody knows how long': refused('throttled', { retry: null }),
    'two scopes missing, outside practice': refused('missing-scope', {
      scopes: ['DeviceManagementServiceConfig.Read.All', 'DeviceManagementConfiguration.Read.All'],
    }),
  },
});

function refused(kind: RefusalWord, change: Partial<RefusalView> = {}) {
  return (words: Words): RefusalCardView => ({
    practice: change.scopes === undefined,
    now,
    title: words.say('action.autopilot-sync'),
    refusal: refusal(kind, words, { phase: 'read', ...change }),
    buttons: [...again(kind, words), sayButton('help', words)],
  });
}

/** Who only lacks a sign-in is asked for it; what no repeat can help is not offered again. */
function again(kind: RefusalWord, words: Words): PressButton[] {
  if (['unknown-action', 'renamed-action', 'no-intune', 'bad-request'].includes(kind)) return [];
  const need = signInWords.some((one) => one === kind);
  return [typeButton(words.say(need ? 'button.sign-in' : 'button.try-again'), 'sync autopilot')];
}
