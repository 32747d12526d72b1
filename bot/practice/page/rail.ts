import type { ConversationSummary } from '../connector-types.ts';
import { conversationHint, conversationName, type Desk } from './desk.ts';
import { el, icon, icons } from './dom.ts';

/** The conversations; on a narrow screen the same buttons become a switch above the chat. */
export function rail(desk: Desk, unread: ReadonlySet<string>, open: (id: string) => void): HTMLElement {
  const { words, conversations, conversation } = desk;
  const items = conversations.map((one) => el('li', {}, entry(desk, one, { unread: unread.has(one.id), open })));
  const nav = el('nav', { class: 'rail', 'aria-label': words.conversations }, el('ul', {}, ...items));
  nav.dataset['current'] = conversation.type;
  return nav;
}

type EntryState = { unread: boolean; open: (id: string) => void };

function entry({ words, conversation }: Desk, one: ConversationSummary, { unread, open }: EntryState): HTMLElement {
  const attributes = { type: 'button', 'data-testid': `conversation-${one.type}`, 'data-conversation-id': one.id };
  const current = one.id === conversation.id;
  const button = el('button', { ...attributes, ...(current && { 'aria-current': 'page' }) });
  const pictures = { personal: icons.chat, groupChat: icons.group, channel: icons.channel };
  const names = el('span', { class: 'names' }, el('span', { class: 'name' }, conversationName(words, one)));
  names.append(el('span', { class: 'hint' }, conversationHint(words, one)));
  button.append(icon(pictures[one.type]), names, unreadMark(words.unread, unread && !current));
  button.addEventListener('click', () => open(one.id));
  return button;
}

function unreadMark(label: string, unread: boolean): HTMLElement {
  return el('span', { class: 'unread', hidden: !unread }, el('span', { class: 'visually-hidden' }, label));
}

export function markUnread(conversation: string): void {
  const mark = document.querySelector<HTMLElement>(`[data-conversation-id="${CSS.escape(conversation)}"] .unread`);
  if (mark) mark.hidden = false;
}
