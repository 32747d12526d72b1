import type { Key } from '../../cards/words/index.ts';
import { messageCard } from '../views/answers.ts';
import { sayButton, typeButton } from '../views/buttons.ts';
import { quote } from '../views/quote.ts';
import type { Answer, AttachedFile, FileTrouble, Turn } from './define.ts';
import { readPasted } from './paste.ts';
import { said } from './said.ts';
import { syncPayloads } from './sync-payloads.ts';

/** What was said with a file: the words say what to do, the file with which devices. Alone it is a list like a pasted one. */
export function saidWithFile(turn: Turn, text: string, file: AttachedFile): Promise<Answer> | Answer {
  const pasted = readPasted(file.text);
  if (pasted.names.length === 0) return unreadFile(turn, { name: file.name, why: 'empty' });
  const names = pasted.names.map(({ text: whole, line }) => ({ text: whole.slice(0, longestDevice), line }));
  const withList = { ...turn, attached: { ...pasted, names, text: file.text } };
  return text === '' ? syncPayloads.run(withList, '') : said(withList, text);
}

/** No device, serial or user has a longer name, so what is longer need not be asked for whole. */
const longestDevice = 256;

/** A file that could not be read: why, and what to do instead. */
export function unreadFile({ screen }: Turn, { name, why }: { name: string; why: FileTrouble }): Answer {
  const { words } = screen;
  const phrase = syncPayloads.phrases[words.language][0];
  const sentences = [
    { key: troubles[why], values: { name: quote(name, longestName) || '–' } },
    { key: 'file.next', values: { phrase } } as const,
  ];
  const buttons = [typeButton(words.say('file.choose'), phrase), sayButton('help', words)];
  return { card: messageCard({ title: 'file.title', sentences, buttons }, screen), place: 'below' };
}

const troubles: Record<FileTrouble, Key> = {
  several: 'file.several',
  kind: 'file.kind',
  address: 'file.address',
  unreachable: 'file.unreachable',
  'too-large': 'file.too-large',
  'not-text': 'file.not-text',
  empty: 'file.empty',
};

const longestName = 80;
