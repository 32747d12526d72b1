import type { ExplainView, KnownCode } from './explain.ts';
import { subtle, text } from './kit/elements.ts';
import { shortened } from './kit/shorten.ts';
import type { Element } from './kit/types.ts';
import type { Words } from './words/index.ts';

/** Why an item failed, as Intune says and as far as it is known. */
export type PayloadErrorView = {
  /** Exact in 64 bits; null where Intune gave none. */
  code: ExplainView['code'] | null;
  /** What it means, whether another sync can cure it, and who must act; null where the code is in no list. */
  known: Pick<KnownCode, 'meaning' | 'cure' | 'acts'> | null;
  /** Intune's own text. */
  detail: string | null;
};

const mostDetail = 100;

/** `error 0x87D11388 (-2016341112)` */
export function errorName({ code }: PayloadErrorView, words: Words): string {
  if (!code) return words.say('item.error.no-code');
  return words.say('item.error', { hex: code.hex, decimal: code.signed });
}

/** What it means, whether a repeat can cure it, and who must act. */
export function errorSentence({ code, known }: PayloadErrorView, words: Words): string {
  if (!known) return words.say(code ? 'item.error.unknown' : 'item.error.unsaid');
  const next = words.say(`explain.next.${known.cure ?? 'undocumented'}`, { acts: known.acts ?? 'other' });
  return `${words.say(known.meaning)} ${next}`;
}

export function errorLines(error: PayloadErrorView, words: Words): Element[] {
  const { detail } = error;
  return [text(errorSentence(error, words), { spacing: 'Small' }), ...(detail ? [detailLine(detail, words)] : [])];
}

const detailLine = (detail: string, words: Words): Element =>
  subtle(words.say('item.detail', { detail: shortened(detail, mostDetail) }));
