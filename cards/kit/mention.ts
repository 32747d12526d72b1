import { text } from './elements.ts';
import type { Mention, TextBlock } from './types.ts';

/** Somebody whom a card calls by name: `id` is theirs in Teams. */
export type Mentioned = { name: string; id: string };

/** In no name and no sentence (Unicode, private use). */
const place = '\uE000';

/** A sentence that mentions somebody; Teams draws their name and tells them. The card carries the mention beside its body. */
export function mentioning(who: Mentioned, sentence: (name: string) => string): { line: TextBlock; mention: Mention } {
  const name = who.name.replace(/[<>&[\]()*_`~\\{}]/g, ' ').trim() || '–';
  const shown = `<at>${name}</at>`;
  const line = text(sentence(place), { weight: 'Bolder' });
  return {
    line: { ...line, text: line.text.replace(place, () => shown) },
    mention: { type: 'mention', text: shown, mentioned: { id: who.id, name } },
  };
}
