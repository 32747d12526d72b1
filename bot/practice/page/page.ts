import type { Change } from '../connector-types.ts';
import { api, type Start } from './api.ts';
import { ChatPane, type Drafts } from './chat-pane.ts';
import type { Desk } from './desk.ts';
import { el } from './dom.ts';
import { markUnread, rail } from './rail.ts';
import { Refreshes } from './refreshes.ts';
import { keepSettings, onSystemTheme, readSettings, type Settings, themeOf } from './settings.ts';
import { listen } from './stream.ts';
import { topBar } from './top-bar.ts';
import { wordsFor } from './words.ts';

/** The whole page: one person in one conversation, drawn anew when either changes. */
export class PracticePage {
  readonly #drafts: Drafts = new Map();
  readonly #refreshes = new Refreshes();
  readonly #unread = new Set<string>();
  readonly #news = el('div', { class: 'visually-hidden', role: 'log', 'aria-live': 'polite', 'data-testid': 'news' });
  readonly #banner = el('p', { class: 'banner', role: 'alert', hidden: true, 'data-testid': 'banner' });
  readonly #app = el('div', { class: 'app' });
  #settings: Settings = readSettings();
  #start: Start | undefined;
  #type: Desk['conversation']['type'] = 'personal';
  #desk: Desk | undefined;
  #pane: ChatPane | undefined;
  #trouble = { page: false, bot: false };
  #stopListening = () => {};

  async start(): Promise<void> {
    document.body.append(this.#app, this.#news);
    onSystemTheme(() => this.#redraw());
    await this.#enter();
  }

  /** Takes the person's seat: what they may see, and the stream of what happens to them. */
  async #enter(): Promise<void> {
    this.#stopListening();
    this.#unread.clear();
    this.#start = await api.start(this.#settings.person);
    this.#draw();
    this.#stopListening = listen(this.#settings.person, {
      change: (change) => this.#hear(change),
      opened: () => this.#caughtUp(),
      lost: () => this.#lost(),
    });
  }

  #lost(): void {
    this.#trouble.page = true;
    this.#showTrouble();
  }

  #caughtUp(): void {
    this.#trouble.page = false;
    this.#showTrouble();
    this.#load();
  }

  #load(): void {
    const [desk, pane] = [this.#desk, this.#pane];
    if (desk && pane) this.#fill(desk, pane).catch(() => this.#lost());
  }

  async #fill(desk: Desk, pane: ChatPane): Promise<void> {
    await pane.load(() => api.messages(desk.person.name, desk.conversation.id));
    await api.open(desk.here);
  }

  #hear(change: Change): void {
    if (change.kind === 'bot') this.#hearOfBot(change.reachable);
    else if (conversationOf(change) === this.#desk?.conversation.id) this.#pane?.hear(change);
    else if (change.kind === 'message') this.#noteUnread(change.message.conversation);
  }

  #noteUnread(conversation: string): void {
    this.#unread.add(conversation);
    markUnread(conversation);
  }

  #hearOfBot(reachable: boolean): void {
    const isBack = reachable && this.#trouble.bot;
    this.#trouble.bot = !reachable;
    this.#showTrouble();
    if (isBack) this.#load();
  }

  #showTrouble(): void {
    const words = wordsFor(this.#settings.language);
    const { page, bot } = this.#trouble;
    this.#banner.hidden = !page && !bot;
    this.#banner.textContent = page ? words.pageGone : bot ? words.botGone : '';
  }

  #change(settings: Settings): void {
    const seat = settings.person !== this.#settings.person;
    this.#settings = settings;
    keepSettings(settings);
    if (seat) this.#enter().catch(() => this.#lost());
    else this.#redraw();
  }

  #open(id: string): void {
    this.#type = this.#start?.conversations.find((one) => one.id === id)?.type ?? 'personal';
    this.#unread.delete(id);
    this.#redraw();
  }

  #redraw(): void {
    this.#draw();
    this.#load();
  }

  #draw(): void {
    if (!this.#start) return;
    const focused = document.activeElement?.getAttribute('data-testid');
    const desk = this.#deskFor(this.#start);
    const { documentElement: root } = document;
    root.lang = desk.settings.language.slice(0, 2);
    root.dataset['theme'] = desk.theme;
    document.title = desk.words.title;
    this.#news.setAttribute('aria-label', desk.words.news);
    this.#desk = desk;
    this.#pane = new ChatPane(desk, { drafts: this.#drafts, refreshes: this.#refreshes });
    this.#app.replaceChildren(this.#skipLink(desk), ...this.#parts(desk, this.#pane));
    this.#showTrouble();
    if (focused) this.#app.querySelector<HTMLElement>(`[data-testid="${focused}"]`)?.focus();
  }

  #parts(desk: Desk, pane: ChatPane): HTMLElement[] {
    const bar = topBar(desk, (settings) => this.#change(settings));
    const conversations = rail(desk, this.#unread, (id) => this.#open(id));
    return [bar, this.#banner, conversations, pane.element];
  }

  #skipLink({ words }: Desk): HTMLElement {
    const link = el('a', { class: 'skip', href: '#' }, words.skip);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      this.#app.querySelector<HTMLElement>('[data-testid=compose]')?.focus();
    });
    return link;
  }

  #deskFor({ people, conversations }: Start): Desk {
    const settings = this.#settings;
    const conversation = conversations.find(({ type }) => type === this.#type) ?? conversations[0];
    const person = people.find(({ name }) => name === settings.person) ?? people[0];
    if (!conversation || !person) throw new Error('The practice server knows nobody');
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const here = { person: person.name, conversation: conversation.id, language: settings.language, timeZone };
    const announce = (text: string) => this.#news.replaceChildren(el('p', {}, text));
    const words = wordsFor(settings.language);
    return { settings, words, theme: themeOf(settings), person, people, conversations, conversation, here, announce };
  }
}

function conversationOf(change: Exclude<Change, { kind: 'bot' }>): string {
  return change.kind === 'message' ? change.message.conversation : change.conversation;
}
