import { plainText } from '../plain.ts';
import type { Words } from '../words/index.ts';
import { column, columns, text, title } from './elements.ts';
import type { Action, Card, Element, Mention } from './types.ts';

/** The store allows no more (store-guidelines 20). */
const mostActions = 6;

export type CardParts = { title: string; practice: boolean; body: Element[]; actions?: Action[]; mentions?: Mention[] };

/** A whole card: heading, the practice mark, body, buttons, and the same as readable text. */
export function card(words: Words, parts: CardParts): Card {
  const actions = parts.actions ?? [];
  if (actions.length > mostActions)
    throw new Error(`"${parts.title}" has ${actions.length} buttons; at most ${mostActions} fit`);
  const drawn: Card = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: words.language,
    fallbackText: '',
    body: [titleRow(words, parts), ...parts.body],
    ...(actions.length > 0 ? { actions } : {}),
    ...(parts.mentions?.length ? { msteams: { entities: parts.mentions } } : {}),
  };
  return { ...drawn, fallbackText: plainText(drawn) };
}

function titleRow(words: Words, parts: CardParts): Element {
  const practice = words.say('practice.mark');
  if (!parts.practice || parts.title === practice) return title(parts.title);
  const mark = text(practice, { size: 'Small', weight: 'Bolder', isSubtle: true });
  return columns(column('stretch', [title(parts.title)]), {
    ...column('auto', [mark]),
    verticalContentAlignment: 'Center',
  });
}
