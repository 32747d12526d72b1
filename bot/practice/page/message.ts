import type { ChatMessage } from '../connector-types.ts';
import { api } from './api.ts';
import { drawCard, openOutside } from './card.ts';
import { cardHostFor, type MessageOwner, note, pressed } from './card-host.ts';
import type { Desk } from './desk.ts';
import { button, el, inBackground } from './dom.ts';
import { editForm } from './edit-form.ts';
import { drawFiles } from './files.ts';
import { escapeHtml, markdownToHtml, openLinksOutside } from './markdown.ts';
import { manualRefreshOf } from './refreshes.ts';

export interface MessageHost extends MessageOwner {
  readonly say: (text: string, thread: string | null) => void;
}

/** One message with everything below it: cards, suggested replies, notes, tools. */
export function drawMessage(message: ChatMessage, desk: Desk, host: MessageHost): HTMLLIElement {
  const mine = message.from.id === desk.person.teamsId;
  const bot = message.from.id.startsWith('28:');
  const notes = el('div', { class: 'notes', role: 'status' });
  const content = el(
    'div',
    { class: 'content' },
    meta(message, desk, { mine, bot }),
    bubble(message, desk, { host, notes }),
    notes,
  );
  const item = el('li', {
    class: `message ${mine ? 'mine' : 'theirs'}`,
    tabindex: '-1',
    'data-message-id': message.id,
  });
  item.dataset['from'] = bot ? 'bot' : 'person';
  item.append(avatar(message.from.name, bot), content);
  content.querySelector('.meta')?.append(tools(message, desk, { mine, host, item, notes }));
  if (message.undelivered) notes.append(undelivered(message, desk));
  return item;
}

export function avatar(name: string, bot: boolean): HTMLElement {
  const initials = name.split(/\s+/).map((part) => part[0] ?? '');
  const hue = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 6;
  return el(
    'span',
    { class: `avatar ${bot ? 'bot' : `hue-${hue}`}`, 'aria-hidden': 'true' },
    initials.slice(0, 2).join(''),
  );
}

function meta(
  message: ChatMessage,
  { words, settings }: Desk,
  { mine, bot }: { mine: boolean; bot: boolean },
): HTMLElement {
  const at = new Date(Number(message.id));
  // As cards write times, in either language.
  const time = at.toLocaleTimeString(settings.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return el(
    'div',
    { class: 'meta' },
    el('span', { class: mine ? 'name visually-hidden' : 'name' }, mine ? words.you : message.from.name),
    bot ? el('span', { class: 'tag' }, words.bot) : null,
    el('time', { datetime: at.toISOString(), title: at.toLocaleString(settings.language, { hourCycle: 'h23' }) }, time),
    message.edited ? el('span', { class: 'edited' }, words.edited) : null,
  );
}

function bubble(
  message: ChatMessage,
  desk: Desk,
  { host, notes }: { host: MessageHost; notes: HTMLElement },
): HTMLElement {
  const cards = message.cards.map((card) =>
    cardFrame(card, drawCard(card, cardHostFor(message, desk, { ...host, notes }))),
  );
  const links = message.links.map(({ text, buttons }) =>
    el('div', {}, el('p', {}, text), ...buttons.map((one) => button(one.title, {}, () => openOutside(one.value)))),
  );
  const replies = message.suggested.map(({ title, value }) =>
    button(title, { class: 'chip' }, () => host.say(value, message.thread)),
  );
  const suggested = replies.length > 0 ? el('div', { class: 'suggested' }, ...replies) : null;
  const text = message.text === '' ? null : textOf(message, desk);
  return el('div', { class: 'bubble' }, text, ...drawFiles(message, desk, notes), ...links, ...cards, suggested);
}

function cardFrame(card: ChatMessage['cards'][number], drawn: HTMLElement): HTMLElement {
  const wide = (card['msteams'] as { width?: string } | undefined)?.width?.toLowerCase() === 'full';
  return el('div', { class: wide ? 'card wide' : 'card' }, drawn);
}

function textOf(message: ChatMessage, { conversation }: Desk): HTMLElement {
  const text = el('div', { class: 'text' });
  const plain = `<p>${escapeHtml(message.text).replace(/\n/g, '<br>')}</p>`;
  text.innerHTML = message.textFormat === 'plain' ? plain : markdownToHtml(message.text);
  openLinksOutside(text);
  const mentions = conversation.type !== 'personal' && !message.from.id.startsWith('28:');
  if (mentions) text.firstElementChild?.prepend(el('span', { class: 'mention' }, 'Sync Desk'), ' ');
  return text;
}

type Tools = { mine: boolean; host: MessageHost; item: HTMLElement; notes: HTMLElement };

function tools(message: ChatMessage, desk: Desk, { mine, host, item, notes }: Tools): HTMLElement {
  const { words, here } = desk;
  const action = manualRefreshOf(message);
  const edit = () => item.querySelector('.bubble')?.replaceWith(editForm(message, desk));
  const refresh = async () => {
    const answer = await pressed(message, { desk, owner: host, press: { action, trigger: 'manual' } });
    if (answer.kind === 'message') notes.replaceChildren(note(answer.text, false));
    if (answer.kind === 'failed') notes.replaceChildren(note(words.failed, true));
  };
  return el(
    'div',
    { class: 'tools', 'data-conversation': here.conversation },
    mine && message.cards.length === 0 ? button(words.edit, { 'data-testid': 'edit-message' }, edit) : null,
    action ? button(words.refresh, { 'data-testid': 'refresh-card' }, () => inBackground(refresh())) : null,
  );
}

function undelivered(message: ChatMessage, { words, here }: Desk): HTMLElement {
  const text = message.undelivered === 'refused' ? words.undeliveredRefused : words.undeliveredUnreachable;
  const again = () => inBackground(api.resend(here, message.id));
  return el(
    'p',
    { class: 'note failed', 'data-testid': 'undelivered' },
    `${text} `,
    button(words.sendAgain, { class: 'link' }, again),
  );
}
