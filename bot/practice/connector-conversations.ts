import type { Card, ChatMessage, ConversationType, PractisingPerson } from './connector-types.ts';
import { practisingPeople } from './people.ts';

export const groupId = '19:practice-helpdesk@thread.v2';
export const channelId = '19:practice-channel@thread.tacv2';
export const teamId = '19:practice-team@thread.tacv2';

export interface Conversation {
  readonly id: string;
  readonly type: ConversationType;
  readonly members: Map<string, PractisingPerson>;
  readonly messages: Map<string, ChatMessage>;
  /** Execute answers: message id → person → the cards only that person sees. */
  readonly personalViews: Map<string, Map<string, readonly Card[]>>;
  opened: boolean;
}

export interface Address {
  readonly conversation: Conversation;
  readonly thread: string | null;
}

/** Everything the invented Teams remembers. Gone when the process ends, like any rehearsal. */
export class Conversations {
  readonly #all = new Map<string, Conversation>();
  readonly #now: () => number;
  #lastId = 0;

  constructor(now: () => number) {
    this.#now = now;
    this.#add(groupId, 'groupChat', practisingPeople);
    this.#add(channelId, 'channel', practisingPeople);
  }

  /** Ids grow with time and are never given twice, across restarts too. */
  nextId(): string {
    this.#lastId = Math.max(this.#now(), this.#lastId + 1);
    return String(this.#lastId);
  }

  /** Understands `…;messageid=N`. A personal chat from before a restart is taken up again under its id. */
  find(fullId: string): Address | undefined {
    const [id = '', thread = null] = fullId.split(';messageid=');
    const conversation =
      this.#all.get(id) ?? (id.startsWith('a:practice-') ? this.#add(id, 'personal', []) : undefined);
    return conversation && { conversation, thread: conversation.type === 'channel' ? thread : null };
  }

  personal(person: PractisingPerson): Conversation {
    const id = personalIdOf(person.teamsId);
    const conversation = this.#all.get(id) ?? this.#add(id, 'personal', []);
    conversation.members.set(person.teamsId, person);
    return conversation;
  }

  visibleTo(person: PractisingPerson): Conversation[] {
    const shared = [...this.#all.values()].filter((conversation) => conversation.type !== 'personal');
    for (const conversation of shared) conversation.members.set(person.teamsId, person);
    return [this.personal(person), ...shared];
  }

  #add(id: string, type: ConversationType, people: readonly PractisingPerson[]): Conversation {
    const members = new Map(people.map((person) => [person.teamsId, person]));
    const conversation = { id, type, members, messages: new Map(), personalViews: new Map(), opened: false };
    this.#all.set(id, conversation);
    return conversation;
  }
}

export function personalIdOf(teamsId: string): string {
  return teamsId.replace(/^29:/, 'a:');
}

export function fullIdOf(conversation: string, thread: string | null): string {
  return thread === null ? conversation : `${conversation};messageid=${thread}`;
}

/** The message as this person sees it: with the answers given to them alone, without what is meant for others. */
export function seenBy(person: PractisingPerson, conversation: Conversation): ChatMessage[] {
  return [...conversation.messages.values()]
    .filter((message) => message.onlyFor === null || message.onlyFor === person.teamsId)
    .map((message) => ({ ...message, cards: viewOf(conversation, message.id, person) ?? message.cards }))
    .sort((a, b) => Number(a.id) - Number(b.id));
}

function viewOf(conversation: Conversation, messageId: string, person: PractisingPerson): readonly Card[] | undefined {
  return conversation.personalViews.get(messageId)?.get(person.teamsId);
}
