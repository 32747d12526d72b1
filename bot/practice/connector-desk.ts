import { type Conversation, Conversations } from './connector-conversations.ts';
import { BadRequest } from './connector-http.ts';
import type { Change, ChatMessage, KeptFile, Place, PractisingPerson } from './connector-types.ts';

/** The conversations and those who watch them: every change is stored and told in one step. */
export class Desk {
  readonly conversations: Conversations;
  readonly #watchers = new Set<(change: Change) => void>();

  constructor(now: () => number) {
    this.conversations = new Conversations(now);
  }

  watch(watcher: (change: Change) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  publish(change: Change): void {
    for (const watcher of this.#watchers) watcher(change);
  }

  put(message: ChatMessage): void {
    this.conversations.find(message.conversation)?.conversation.messages.set(message.id, message);
    this.publish({ kind: 'message', message });
  }

  remove(conversation: Conversation, id: string): void {
    conversation.messages.delete(id);
    conversation.personalViews.delete(id);
    this.publish({ kind: 'deleted', conversation: conversation.id, id });
  }

  visible(person: PractisingPerson, id: string): Conversation {
    const found = this.conversations.visibleTo(person).find((conversation) => conversation.id === id);
    if (!found) throw new BadRequest(`${person.name} has no conversation ${id}.`);
    return found;
  }

  message({ person, conversation }: Place, id: string): ChatMessage {
    const message = this.visible(person, conversation).messages.get(id);
    if (!message) throw new BadRequest(`There is no message ${id}.`);
    return message;
  }

  ownMessage(place: Place, id: string): ChatMessage {
    const message = this.message(place, id);
    if (message.from.id !== place.person.teamsId) throw new BadRequest('Only own messages can be changed.');
    return message;
  }

  /** A line said by a person. In a channel it begins a thread unless it answers in one. */
  say(place: Place, text: string, files: readonly KeptFile[] = []): ChatMessage {
    const id = this.conversations.nextId();
    const { id: conversation, type } = this.visible(place.person, place.conversation);
    const from = { id: place.person.teamsId, name: place.person.name };
    const thread = type === 'channel' ? (place.thread ?? id) : null;
    const bare = { textFormat: 'plain', cards: [], links: [], suggested: [], offer: null } as const;
    const news = { summary: '', onlyFor: null, edited: false, revision: 0, undelivered: null } as const;
    const message = { id, conversation, thread, from, text, files, ...bare, ...news };
    this.put(message);
    return message;
  }
}
