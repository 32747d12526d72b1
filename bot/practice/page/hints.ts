import type { Desk } from './desk.ts';
import { button, el } from './dom.ts';

/** What a newcomer may try first. */
export function hintStrip({ words, conversation }: Desk, say: (text: string) => void): HTMLElement {
  const [title, text] = {
    personal: [words.emptyPersonal, words.emptyPersonalText],
    groupChat: [words.emptyGroup, words.emptyGroupText],
    channel: [words.emptyChannel, words.emptyChannelText],
  }[conversation.type] as [string, string];
  const chips = words.hints.split('|').map((hint) =>
    el(
      'li',
      {},
      button(hint, { class: 'chip' }, () => say(hint)),
    ),
  );
  return el(
    'section',
    { class: 'hints', 'data-testid': 'hints', 'aria-label': title },
    el('p', {}, el('strong', {}, title), el('br'), text),
    el('ul', {}, ...chips),
  );
}
