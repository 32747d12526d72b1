import { ChatAnswers } from './chat-answers.ts';
import { buttonsOf, type CardButton, plainTextOf } from './chat-card.ts';
import { type Choice, fillIn } from './chat-inputs.ts';
import { type ChatWords, chatWords } from './chat-words.ts';
import type { Connector } from './connector.ts';
import { personalIdOf } from './connector-conversations.ts';
import {
  type Card,
  type Change,
  type ChatMessage,
  type InvokeAnswer,
  type Json,
  type Language,
  localeOf,
  type OfferedFile,
  type Place,
} from './connector-types.ts';
import { findPractisingPerson, practiceBot } from './people.ts';

export interface Terminal {
  readonly print: (line: string) => void;
  readonly ask: (prompt: string) => Promise<string | undefined>;
}

/** No button of a card's own: Teams asks whether a file may be put into OneDrive. */
const fileConsent = 'fileConsent/invoke';

/** One person's personal chat, as lines. */
export class ChatDesk {
  readonly #connector: Connector;
  readonly #terminal: Terminal;
  #place: Place;
  #newest: { messageId: string; buttons: readonly CardButton[] } | undefined;
  readonly #answers = new ChatAnswers();

  constructor(connector: Connector, terminal: Terminal, start: { person: string; language: string }) {
    this.#connector = connector;
    this.#terminal = terminal;
    this.#place = placeOf(start.person, localeOf(start.language));
    connector.watch((change) => this.#notice(change));
  }

  async begin(): Promise<void> {
    this.#terminal.print(this.#words('welcome', { person: this.#place.person.name }));
    this.#terminal.print(this.#words('hint'));
    await this.#enter();
  }

  async hear(line: string): Promise<void> {
    if (line === '') return;
    const [word, rest = ''] = line.split(/\s+(.*)/s);
    if (word === '/person') await this.#bePerson(rest);
    else if (word === '/language') this.#speak(localeOf(rest));
    else if (/^\d{1,2}$/.test(line) && this.#newest) await this.#press(Number(line));
    else await this.#say(line);
    await this.#answers.silence();
  }

  async #say(line: string): Promise<void> {
    this.#answers.said();
    await this.#connector.say(this.#place, line);
  }

  /** What was said is answered first, as far as that comes within two minutes. */
  end(): Promise<void> {
    return this.#answers.all();
  }

  async #bePerson(name: string): Promise<void> {
    this.#place = placeOf(name, this.#place.language);
    this.#newest = undefined;
    this.#terminal.print(this.#words('nowPerson', { person: this.#place.person.name }));
    await this.#enter();
  }

  #speak(language: Language): void {
    this.#place = { ...this.#place, language };
    this.#terminal.print(this.#words('nowLanguage'));
  }

  async #enter(): Promise<void> {
    await this.#connector.open(this.#place);
    if (!this.#connector.botReachable) this.#terminal.print(this.#words('unreachable'));
    await this.#answers.silence();
  }

  async #press(number: number): Promise<void> {
    const { messageId = '', buttons = [] } = this.#newest ?? {};
    const button = buttons[number - 1];
    if (!button) return this.#terminal.print(this.#words('noButton', { number: String(number) }));
    if (button.action['type'] === 'Action.OpenUrl') return this.#terminal.print(String(button.action['url']));
    if (button.action['type'] === fileConsent) return this.#answerOffer(messageId, button.action['wanted'] === true);
    const search = (dataset: string, text: string) => this.#search(messageId, dataset, text);
    const values = await fillIn(button.inputs, { ...this.#terminal, search });
    if (values) await this.#send(messageId, button.action, values);
  }

  async #send(messageId: string, action: Json, values: Json): Promise<void> {
    const data =
      typeof action['data'] === 'string' ? action['data'] : { ...(action['data'] as Json | undefined), ...values };
    if (action['type'] === 'Action.Submit') {
      const answer = await this.#connector.submit(this.#place, { messageId, value: data });
      if (answer.kind === 'unreachable') this.#terminal.print(this.#words('unreachable'));
      return;
    }
    const { type, id, verb } = action;
    const press = { messageId, action: { type, id, verb, data }, trigger: 'manual' } as const;
    this.#tell(messageId, await this.#connector.press(this.#place, press));
  }

  async #answerOffer(messageId: string, wanted: boolean): Promise<void> {
    const answer = await this.#connector.answerOffer(this.#place, messageId, wanted);
    if (answer.kind === 'unreachable') this.#terminal.print(this.#words('unreachable'));
    else if (answer.status >= 400) this.#terminal.print(this.#words('failed'));
  }

  #tell(messageId: string, answer: InvokeAnswer): void {
    const { type, value } = (answer.kind === 'answered' && answer.body) || {};
    if (type === 'application/vnd.microsoft.card.adaptive') this.#showCards(messageId, [value as Card], 'updated');
    else if (type === 'application/vnd.microsoft.activity.message') this.#terminal.print(String(value));
    else if (type === 'application/vnd.microsoft.activity.loginRequest') this.#askToSignIn(value as Json);
    else this.#terminal.print(this.#words(answer.kind === 'unreachable' ? 'unreachable' : 'failed'));
  }

  #askToSignIn(value: Json): void {
    const buttons = (value['buttons'] ?? []) as readonly Json[];
    this.#terminal.print(String(value['text'] ?? ''));
    for (const button of buttons) this.#terminal.print(`${this.#words('signIn')}${String(button['value'])}`);
  }

  async #search(messageId: string, dataset: string, queryText: string): Promise<readonly Choice[]> {
    const query = { queryText, queryOptions: { skip: 0, top: 15 }, dataset };
    const answer = await this.#connector.search(this.#place, messageId, query);
    const value =
      answer.kind === 'answered' ? (answer.body?.['value'] as { results?: Choice[] } | undefined) : undefined;
    return value?.results ?? [];
  }

  #notice(change: Change): void {
    this.#answers.notice(change);
    if (change.kind !== 'message' || change.message.conversation !== this.#place.conversation) return;
    if (change.message.from.id === practiceBot.id) this.#show(change.message);
    else if (change.message.undelivered === 'unreachable') this.#terminal.print(this.#words('unreachable'));
    else if (change.message.undelivered === 'refused') this.#terminal.print(this.#words('failed'));
  }

  #show(message: ChatMessage): void {
    const mark = message.edited ? 'updated' : undefined;
    if (message.text !== '') this.#terminal.print(this.#marked(message.text, mark));
    for (const link of message.links) this.#terminal.print(link.text);
    for (const file of message.files) this.#terminal.print(`${file.name}: ${file.url}`);
    if (message.offer) this.#showOffer(message.id, message.offer);
    if (message.cards.length > 0) this.#showCards(message.id, message.cards, mark);
  }

  #showOffer(messageId: string, { name, about }: OfferedFile): void {
    this.#terminal.print(`${name}\n${about}`);
    const buttons = (['allow', 'decline'] as const).map((key) => ({
      title: this.#words(key),
      action: { type: fileConsent, wanted: key === 'allow' },
      inputs: [],
    }));
    for (const [index, button] of buttons.entries()) this.#terminal.print(`[${index + 1}] ${button.title}`);
    this.#newest = { messageId, buttons };
  }

  #showCards(messageId: string, cards: readonly Card[], mark: 'updated' | undefined): void {
    const buttons = cards.flatMap(buttonsOf);
    for (const card of cards) this.#terminal.print(this.#marked(plainTextOf(card), mark));
    for (const [index, button] of buttons.entries()) this.#terminal.print(`[${index + 1}] ${button.title}`);
    this.#newest = { messageId, buttons };
  }

  #marked(text: string, mark: 'updated' | undefined): string {
    return mark ? `${this.#words(mark)} ${text}` : text;
  }

  #words(key: keyof ChatWords, values: Record<string, string> = {}): string {
    return chatWords(this.#place.language)[key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  }
}

function placeOf(name: string, language: Language): Place {
  const person = findPractisingPerson(name);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { person, conversation: personalIdOf(person.teamsId), thread: null, language, timeZone };
}
