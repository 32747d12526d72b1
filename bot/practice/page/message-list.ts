import type { ChatMessage, Json } from '../connector-types.ts';
import { pressed } from './card-host.ts';
import type { Desk } from './desk.ts';
import { el, inBackground } from './dom.ts';
import { drawMessage, type MessageHost } from './message.ts';
import type { Refreshes } from './refreshes.ts';

export interface ListOptions {
  readonly say: MessageHost['say'];
  readonly refreshes: Refreshes;
  /** The box below a thread; only channels have threads. */
  readonly replyBox: (thread: string) => HTMLElement;
}

/** The messages of one conversation, in order; in a channel grouped into threads. */
export class MessageList {
  readonly element: HTMLOListElement;
  readonly #desk: Desk;
  readonly #options: ListOptions;
  readonly #messages = new Map<string, ChatMessage>();
  readonly #views = new Map<string, { card: Json; revision: number }>();

  constructor(desk: Desk, options: ListOptions) {
    this.#desk = desk;
    this.#options = options;
    this.element = el('ol', { class: 'messages', 'data-testid': 'message-list', 'aria-label': desk.words.messages });
  }

  get all(): readonly ChatMessage[] {
    return [...this.#messages.values()];
  }

  put(message: ChatMessage): void {
    const view = this.#views.get(message.id);
    const seen = view && view.revision >= message.revision ? { ...message, cards: [view.card] } : message;
    if (!this.#isNews(seen)) return;
    this.#messages.set(message.id, seen);
    this.#draw(seen);
    const action = this.#options.refreshes.due(seen, this.#desk.person.teamsId);
    const press = { action, trigger: 'automatic' };
    if (action) inBackground(pressed(seen, { desk: this.#desk, owner: this.#host, press }));
  }

  remove(id: string): void {
    this.#messages.delete(id);
    this.#find(id)?.remove();
  }

  /** Drawing again what is there already would take away what somebody is typing into a card. */
  #isNews(message: ChatMessage): boolean {
    const known = this.#messages.get(message.id);
    if (!known) return true;
    return message.revision >= known.revision && JSON.stringify(message) !== JSON.stringify(known);
  }

  get #host(): MessageHost {
    return { say: this.#options.say, keepView: (id, view) => this.#keepView(id, view) };
  }

  /** An answer may arrive after an edit of the message (then it is old) or before its news (then it stays). */
  #keepView(id: string, view: { card: Json; revision: number }): void {
    const message = this.#messages.get(id);
    if (!message || view.revision < message.revision) return;
    this.#views.set(id, view);
    const seen = { ...message, cards: [view.card] };
    this.#messages.set(id, seen);
    this.#draw(seen);
  }

  #draw(message: ChatMessage): void {
    const old = this.#find(message.id);
    const item = drawMessage(message, this.#desk, this.#host);
    const focused = old?.contains(document.activeElement) ? document.activeElement : null;
    if (old) old.replaceWith(item);
    else this.#insert(item, message);
    if (focused) focusLike(focused, item);
  }

  #insert(item: HTMLLIElement, message: ChatMessage): void {
    const list = message.thread === null ? this.element : this.#threadOf(message.thread);
    const later = [...list.children].find((other) => idOf(other) > Number(message.id));
    list.insertBefore(item, later ?? null);
  }

  #threadOf(thread: string): HTMLElement {
    const known = this.element.querySelector<HTMLElement>(`[data-thread-id="${CSS.escape(thread)}"] > ol`);
    if (known) return known;
    const list = el('ol', {});
    const item = el('li', { class: 'thread', 'data-thread-id': thread }, list, this.#options.replyBox(thread));
    const later = [...this.element.children].find((other) => idOf(other) > Number(thread));
    this.element.insertBefore(item, later ?? null);
    return list;
  }

  #find(id: string): HTMLElement | null {
    return this.element.querySelector(`[data-message-id="${CSS.escape(id)}"]`);
  }
}

/** Whoever stood on a button of the old card stands on it in the new one, or else on the message. */
function focusLike(before: Element, item: HTMLElement): void {
  const same = [...item.querySelectorAll('button')].find(({ textContent }) => textContent === before.textContent);
  (before instanceof HTMLButtonElement && same ? same : item).focus({ preventScroll: true });
}

function idOf(item: Element): number {
  const { messageId, threadId } = (item as HTMLElement).dataset;
  return Number(messageId ?? threadId);
}
