import type { MessageView } from '../../cards/message.ts';
import type { Key, Words } from '../../cards/words/index.ts';
import type { Language } from '../ports.ts';
import { sayButton, typeButton } from './buttons.ts';

/** What is told of a command. */
type Told = {
  phrases: Record<Language, readonly [string, ...string[]]>;
  takes: string;
  about: Key;
  examples?: Key;
};

const phrasesShown = 4;

/** One command: what it does, how it is said, and a button that says it. */
export function commandHelp({ phrases, takes, about, examples }: Told, words: Words): Omit<MessageView, 'practice'> {
  const [phrase, ...others] = phrases[words.language];
  const numbered = takes === 'number';
  const sentences: MessageView['sentences'] = [
    { key: 'help.on', values: { phrase, about: words.say(about) } },
    ...told(numbered, { key: 'help.on.number', values: { example: `${phrase} 17` } }),
    ...(examples ? [{ key: examples }] : []),
    ...told(others.length > 0, {
      key: 'help.on.also',
      values: { phrases: words.list(others.slice(0, phrasesShown)) },
    }),
  ];
  const say = numbered ? [] : [typeButton(phrase, phrase)];
  return { title: 'button.help', sentences, buttons: [...say, sayButton('help', words)] };
}

const told = (when: boolean, sentence: MessageView['sentences'][number]) => (when ? [sentence] : []);
