import { text } from './kit/elements.ts';
import type { Element } from './kit/types.ts';
import type { RefusalWord } from './refusal-lines.ts';
import type { Words } from './words/index.ts';

/** What only the person in whose name a run is can cure. */
export const signInWords = ['signed-out', 'needs-consent', 'needs-proof'] as const;
export type SignInWord = (typeof signInWords)[number];

export const isSignInWord = (word: RefusalWord): word is SignInWord => signInWords.some((one) => one === word);

/** Whose sign-in is missing, and whether it is the reader's own. */
type Whose = { asker: string; readerIsAsker: boolean };

/** A run that stands still until its asker has signed in. */
export type SignInWait = Whose & {
  now: Date;
  need: SignInWord;
  /** Whether Intune has been asked to act; `partly`: on some of the targets. */
  begun: 'no' | 'yes' | 'partly' | 'unknown';
  until: Date;
};

/** Why nothing can be asked in the asker's name. */
export function needSentence(need: SignInWord, { asker, readerIsAsker }: Whose, words: Words): string {
  return readerIsAsker ? words.say(`refusal.${need}`) : words.say(`refusal.${need}.other`, { name: asker });
}

/** What has begun, how long it waits and what happens otherwise; then what lets it go on. */
export function waitLines(wait: SignInWait, words: Words): Element[] {
  const time = words.when(wait.until, wait.now);
  return [
    text(words.say('status.sign-in.until', { begun: wait.begun, time })),
    text(nextSentence(wait, words), { spacing: 'Small' }),
  ];
}

function nextSentence({ need, begun, asker, readerIsAsker }: SignInWait, words: Words): string {
  if (!readerIsAsker) return words.say('status.sign-in.other', { begun, name: asker });
  if (begun === 'no' || begun === 'partly' || need === 'needs-consent') return words.say(`next.${need}`);
  return words.say(need === 'needs-proof' ? 'status.sign-in.look-proof' : 'status.sign-in.look');
}

/** The wait is over, and nobody came. */
export const waitedLine = (until: Date, now: Date, words: Words): Element =>
  text(words.say('next.waited', { time: words.when(until, now) }), { spacing: 'Small' });
