import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import {
  consentValue,
  editActivity,
  installedActivities,
  invokeActivity,
  messageActivity,
  type Origin,
  submitActivity,
} from './connector-activities.ts';
import { type BotAnswer, BotDoor } from './connector-bot.ts';
import { seenBy } from './connector-conversations.ts';
import { Desk } from './connector-desk.ts';
import { answerConnector } from './connector-endpoints.ts';
import { BadRequest, readJson } from './connector-http.ts';
import type {
  Card,
  Change,
  ChatMessage,
  ConnectorReply,
  ConversationSummary,
  InvokeAnswer,
  Json,
  KeptFile,
  Place,
  PractisingPerson,
} from './connector-types.ts';
import { Files } from './connector-uploads.ts';

export interface ConnectorOptions {
  readonly botUrl: string;
  /** Where the bot finds this connector, with a slash at the end. A function, because the port is known late. */
  readonly serviceUrl: () => string;
  readonly now?: () => number;
}

export interface ExecutePress {
  readonly messageId: string;
  readonly action: Json;
  readonly trigger: 'manual' | 'automatic';
  /** The code a sign-in window gave. */
  readonly state?: string;
}

export interface SubmitPress {
  readonly messageId: string;
  readonly value: unknown;
  readonly text?: string;
  /** What the chat shows of a `messageBack`; without it the press leaves no line. */
  readonly displayText?: string;
}

/** Teams and the Bot Connector in one, in memory. People act through the methods, the bot through `answer`. */
export class Connector {
  readonly #serviceUrl: () => string;
  readonly #now: () => number;
  readonly #desk: Desk;
  readonly #bot: BotDoor;
  readonly files: Files;

  constructor(options: ConnectorOptions) {
    this.#serviceUrl = options.serviceUrl;
    this.#now = options.now ?? Date.now;
    this.#desk = new Desk(this.#now);
    this.files = new Files(this.#serviceUrl);
    this.#bot = new BotDoor(options.botUrl, (reachable) => this.#desk.publish({ kind: 'bot', reachable }));
  }

  get botReachable(): boolean {
    return this.#bot.reachable;
  }

  /** Looks whether the bot is there; a difference is told to those who watch. */
  knock(): Promise<void> {
    return this.#bot.knock();
  }

  watch(watcher: (change: Change) => void): () => void {
    return this.#desk.watch(watcher);
  }

  conversationsOf(person: PractisingPerson): ConversationSummary[] {
    const visible = this.#desk.conversations.visibleTo(person);
    return visible.map(({ id, type, members }) => ({
      id,
      type,
      members: [...members.values()].map(({ name }) => name),
    }));
  }

  messagesFor(person: PractisingPerson, conversation: string): ChatMessage[] {
    return seenBy(person, this.#desk.visible(person, conversation));
  }

  /** Installs the bot when a conversation is opened for the first time, so that it can greet. */
  async open(place: Place): Promise<void> {
    const conversation = this.#desk.visible(place.person, place.conversation);
    if (conversation.opened) return;
    conversation.opened = true;
    const ids = [this.#desk.conversations.nextId(), this.#desk.conversations.nextId()] as const;
    for (const activity of installedActivities(this.#origin({ ...place, thread: null }), ids)) {
      const answer = await this.#bot.deliver(activity);
      if (answer.kind === 'unreachable') conversation.opened = false;
    }
  }

  /** Resolves when the bot has had its turn, whatever came of it. */
  async say(place: Place, text: string, files: readonly KeptFile[] = []): Promise<void> {
    await this.#send(place, this.#desk.say(place, text, files));
  }

  /** A person lets the bot hand over a file, or does not. */
  async answerOffer(place: Place, messageId: string, wanted: boolean): Promise<InvokeAnswer> {
    const { offer } = this.#desk.message(place, messageId);
    if (!offer) throw new BadRequest('No file is offered there.');
    const value = consentValue(offer, wanted ? this.files.keep(offer.name, null) : null);
    return await this.#invoke(place, messageId, { name: 'fileConsent/invoke', value });
  }

  async resend(place: Place, messageId: string): Promise<void> {
    const message = { ...this.#desk.ownMessage(place, messageId), undelivered: null };
    this.#desk.put(message);
    await this.#send(place, message);
  }

  async edit(place: Place, messageId: string, text: string): Promise<void> {
    const message = this.#desk.ownMessage(place, messageId);
    this.#desk.put({ ...message, text, edited: true, revision: message.revision + 1 });
    await this.#bot.deliver(editActivity(this.#origin({ ...place, thread: message.thread }), messageId, text));
  }

  async press(place: Place, press: ExecutePress): Promise<InvokeAnswer> {
    const state = press.state === undefined ? {} : { state: press.state };
    const value = { action: press.action, trigger: press.trigger, ...state };
    const answer = await this.#invoke(place, press.messageId, { name: 'adaptiveCard/action', value });
    if (answer.kind === 'answered') this.#keepView(place, press.messageId, answer.body);
    return answer;
  }

  search(place: Place, messageId: string, query: Json): Promise<InvokeAnswer> {
    return this.#invoke(place, messageId, { name: 'application/search', value: query });
  }

  async submit(place: Place, press: SubmitPress): Promise<BotAnswer> {
    const here = { ...place, thread: this.#desk.message(place, press.messageId).thread };
    if (press.displayText) this.#desk.say(here, press.displayText);
    return await this.#bot.deliver(submitActivity(this.#origin(here), this.#desk.conversations.nextId(), press));
  }

  /** The bot's side: `/connector/v3/conversations…`. Undefined when the address is not the connector's. */
  async answer(request: IncomingMessage, url: URL): Promise<ConnectorReply | undefined> {
    const [, base, version, collection, ...path] = url.pathname.split('/').map(decodeURIComponent);
    if (base !== 'connector' || version !== 'v3' || collection !== 'conversations') return undefined;
    return answerConnector(this.#desk, { method: request.method ?? '', path, body: await readJson(request) });
  }

  async #send(place: Place, message: ChatMessage): Promise<void> {
    const { id, thread } = message;
    const answer = await this.#bot.deliver(messageActivity(this.#origin({ ...place, thread }), message));
    if (answer.kind === 'answered' && answer.status < 400) return;
    const undelivered = answer.kind === 'unreachable' ? 'unreachable' : 'refused';
    this.#desk.put({ ...this.#desk.message(place, id), undelivered });
  }

  async #invoke(place: Place, messageId: string, invoke: { name: string; value: Json }): Promise<InvokeAnswer> {
    const { thread } = this.#desk.message(place, messageId);
    const origin = this.#origin({ ...place, thread });
    const answer = await this.#bot.deliver(
      invokeActivity(origin, { ...invoke, id: randomUUID(), replyToId: messageId }),
    );
    if (answer.kind === 'unreachable') return answer;
    const messages = this.#desk.visible(place.person, place.conversation).messages;
    return { ...answer, revision: messages.get(messageId)?.revision ?? 0 };
  }

  /** A card in an answer replaces the card for this person only, until the message itself is edited. */
  #keepView({ person, conversation }: Place, messageId: string, body: Json | null): void {
    if (body?.['type'] !== 'application/vnd.microsoft.card.adaptive' || body['statusCode'] !== 200) return;
    const { personalViews } = this.#desk.visible(person, conversation);
    const views = personalViews.get(messageId) ?? new Map<string, readonly Card[]>();
    personalViews.set(messageId, views.set(person.teamsId, [body['value'] as Card]));
  }

  #origin(place: Place): Origin {
    const { type } = this.#desk.visible(place.person, place.conversation);
    return { place, type, serviceUrl: this.#serviceUrl(), at: new Date(this.#now()) };
  }
}
