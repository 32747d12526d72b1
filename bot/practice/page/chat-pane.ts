import type { Change, ChatMessage } from '../connector-types.ts';
import { api } from './api.ts';
import { composeBox } from './compose.ts';
import { conversationHint, conversationName, type Desk } from './desk.ts';
import { el, inBackground } from './dom.ts';
import { hintStrip } from './hints.ts';
import { avatar } from './message.ts';
import { MessageList } from './message-list.ts';
import type { Refreshes } from './refreshes.ts';
import { fill } from './words.ts';

export type Drafts = Map<string, string>;

/** A typing sign that is never followed by a message goes away by itself, as in Teams. */
const typingMs = 10_000;

/** The open conversation: title, messages, what newcomers may try, and the box to write in. */
export class ChatPane {
  readonly element: HTMLElement;
  readonly #desk: Desk;
  readonly #drafts: Drafts;
  readonly #list: MessageList;
  readonly #scroller: HTMLElement;
  readonly #hints: HTMLElement;
  readonly #typing = el('p', { class: 'typing', hidden: true, 'data-testid': 'typing' });
  #typingEnds: ReturnType<typeof setTimeout> | undefined;

  constructor(desk: Desk, { drafts, refreshes }: { drafts: Drafts; refreshes: Refreshes }) {
    this.#desk = desk;
    this.#drafts = drafts;
    const say = (text: string, thread: string | null) => inBackground(this.#say(text, thread));
    this.#list = new MessageList(desk, { say, refreshes, replyBox: (thread) => this.#box(thread) });
    this.#hints = hintStrip(desk, (text) => this.#try(text));
    this.#scroller = el('div', { class: 'scroller' }, el('div', { class: 'filler' }), this.#list.element, this.#typing);
    const footer = el('footer', {}, this.#hints, this.#box(null));
    this.element = el('main', { class: 'chat' }, this.#title(), this.#scroller, footer);
  }

  /** Draws what `read` finds. What arrives through the stream meanwhile is newer and stays. */
  async load(read: () => Promise<readonly ChatMessage[]>): Promise<void> {
    const before = this.#list.all;
    const messages = await read();
    const gone = before.filter(({ id }) => !messages.some((message) => message.id === id));
    for (const { id } of gone) this.#list.remove(id);
    for (const message of messages) this.#list.put(message);
    this.#settle();
    this.#toEnd();
  }

  hear(change: Change): void {
    const nearEnd = this.#isAtEnd();
    if (change.kind === 'typing') this.#showTyping(true);
    if (change.kind === 'deleted') this.#list.remove(change.id);
    if (change.kind === 'message') this.#take(change.message);
    this.#settle();
    if (nearEnd) this.#toEnd();
  }

  #take(message: ChatMessage): void {
    this.#list.put(message);
    if (message.from.id === this.#desk.person.teamsId) this.#toEnd();
    else this.#tellOf(message);
  }

  #tellOf(message: ChatMessage): void {
    this.#showTyping(false);
    const card = message.cards[0]?.['fallbackText'];
    const said = message.summary || message.text || (typeof card === 'string' ? card : '');
    this.#desk.announce(`${message.from.name}: ${said.slice(0, 300)}`);
  }

  /** Newcomers are offered things to try until somebody has said something. */
  #settle(): void {
    this.#hints.hidden = this.#everSaid();
    this.element.classList.toggle('empty', this.#list.all.length === 0);
  }

  #everSaid(): boolean {
    return this.#list.all.some(({ from }) => !from.id.startsWith('28:'));
  }

  #showTyping(shown: boolean): void {
    clearTimeout(this.#typingEnds);
    this.#typing.hidden = !shown;
    this.#typing.textContent = shown ? fill(this.#desk.words.typing, { name: 'Sync Desk' }) : '';
    if (shown) this.#typingEnds = setTimeout(() => this.#showTyping(false), typingMs);
  }

  #title(): HTMLElement {
    const { words, conversation } = this.#desk;
    const name = conversationName(words, conversation);
    const members = conversation.type === 'personal' ? '' : ` · ${conversation.members.join(', ')}`;
    const names = el('div', { class: 'names' }, el('h2', { 'data-testid': 'conversation-title' }, name));
    names.append(el('p', { class: 'hint' }, `${conversationHint(words, conversation)}${members}`));
    return el('div', { class: 'chat-title' }, avatar(name, conversation.type === 'personal'), names);
  }

  #box(thread: string | null): HTMLElement {
    const { words, conversation, person } = this.#desk;
    const placeholders = {
      personal: words.composePersonal,
      groupChat: words.composeGroup,
      channel: words.composeChannel,
    };
    const key = `${person.teamsId} ${conversation.id} ${thread ?? ''}`;
    return composeBox({
      words,
      name: thread === null ? 'compose' : 'reply',
      label:
        thread === null
          ? fill(words.compose, { conversation: conversationName(words, conversation) })
          : words.composeReply,
      placeholder: thread === null ? placeholders[conversation.type] : words.composeReply,
      draft: { read: () => this.#drafts.get(key) ?? '', keep: (text) => this.#drafts.set(key, text) },
      // Teams gives files to bots in personal chats only.
      takesFile: conversation.type === 'personal',
      send: (text, file) => this.#say(text, thread, file),
    });
  }

  async #say(text: string, thread: string | null, file: File | null = null): Promise<unknown> {
    const kept = file && (await api.upload(file));
    return api.say({ ...this.#desk.here, ...(thread !== null && { thread }) }, text, kept?.url);
  }

  #try(text: string): void {
    this.element.querySelector<HTMLElement>('[data-testid=compose]')?.focus();
    inBackground(this.#say(text, null));
  }

  #isAtEnd(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    return scrollHeight - scrollTop - clientHeight < 80;
  }

  /** A greeting is read from its beginning. */
  #toEnd(): void {
    this.#scroller.scrollTop = this.#everSaid() ? this.#scroller.scrollHeight : 0;
  }
}
