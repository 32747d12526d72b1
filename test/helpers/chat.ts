import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Connector } from './connector.ts';
import type { Button, Message } from './connector-messages.ts';
import { guidOf, slugOf } from './names.ts';

export type Answered = { status: number; body: InvokeBody | null };
export type InvokeBody = { statusCode: number; type: string; value: unknown };

/** Somebody in front of the bot, in one conversation. */
export type Person = {
  name: string;
  conversationId: string;
  says(text: string, change?: Record<string, unknown>): Promise<Answered>;
  edits(text: string): Promise<Answered>;
  arrives(): Promise<Answered>;
  /** Presses the newest button with this title, or the one of `message`. */
  presses(title: string | RegExp, how?: Pressing): Promise<Answered>;
  /** Sends what a button would, whether a card has it or not. */
  submits(data: unknown, how?: Pick<Pressing, 'how' | 'proof'> & { replyToId?: string }): Promise<Answered>;
  /** Sends any activity. */
  sends(activity: Record<string, unknown>): Promise<Answered>;
  /** Waits until the newest card reads so. */
  sees(pattern: RegExp, withinMs?: number): Promise<Message>;
  /** Waits until this card, which need not be the newest, reads so. */
  seesOn(message: Message, pattern: RegExp, withinMs?: number): Promise<void>;
  /** The bot's messages here, oldest first. */
  messages(): Message[];
  newest(): Message;
  /** How the person's Teams is set. */
  speaks(locale: string, zone?: string): void;
};

/**
 * `execute` is what Teams does now, `submit` what older clients do; `inputs` are the card's fields; `proof` is what Teams adds
 * when it sends an `execute` again after it was asked to sign in (teams-platform 2.3).
 */
export type Pressing = { message?: Message; inputs?: object; how?: 'execute' | 'submit'; proof?: Proof };
export type Proof = { state: string } | { authentication: { id: string; connectionName: string; token: string } };

/** A shared conversation; without one, the person's own chat with the bot. */
export type Where = { conversationId: string; kind: 'personal' | 'groupChat' | 'channel' };

/** How the person's Teams names everybody; practice mode takes any names and no tokens. */
export type Tenancy = {
  tenantId: string;
  /** `28:<app id>`. */
  botId: string;
  /** The person's object id. */
  aadObjectId: string;
  /** `29:…`. */
  teamsId: string;
  /** What the channel sends along; `null`: nothing. */
  authorization(): Promise<string | null>;
};

type Parts = {
  connector: Connector;
  botUrl: () => string;
  name: string;
  where?: Where | undefined;
  tenancy?: Tenancy | undefined;
  /** Each story has chats of its own: one conversation takes so many messages and no more. */
  chapter?: () => number;
};

const anyTenancy = (slug: string): Tenancy => ({
  tenantId: 'any',
  botId: '28:sync-desk',
  aadObjectId: guidOf(slug),
  teamsId: `29:${slug}`,
  authorization: async () => null,
});

export function openChat({ connector, botUrl, name, where, tenancy, chapter = () => 0 }: Parts): Person {
  const slug = slugOf(name);
  const { tenantId, botId, aadObjectId, teamsId, authorization } = tenancy ?? anyTenancy(slug);
  const ownChat = () => (chapter() === 0 ? `a:${slug}` : `a:${slug}:${chapter()}`);
  const chatId = () => where?.conversationId ?? ownChat();
  let reads = { locale: 'en-US', zone: 'Europe/Berlin' };

  const activity = (more: Record<string, unknown>) => ({
    type: 'message',
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    timestamp: new Date().toISOString(),
    from: { id: teamsId, name, aadObjectId },
    recipient: { id: botId, name: 'Sync Desk' },
    conversation: { id: chatId(), conversationType: where?.kind ?? 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    locale: reads.locale,
    localTimezone: reads.zone,
    entities: [{ type: 'clientInfo', locale: reads.locale, country: 'DE', platform: 'Web', timezone: reads.zone }],
    ...more,
  });

  const sends: Person['sends'] = async (more) => {
    const token = await authorization();
    const response = await fetch(`${botUrl()}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(token === null ? {} : { authorization: token }),
      },
      body: JSON.stringify(activity(more)),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as InvokeBody) };
  };

  const submits: Person['submits'] = (data, { how = 'submit', replyToId, proof = {} } = {}) => {
    if (how === 'submit') return sends({ value: data, replyToId });
    const value = { action: { type: 'Action.Execute', verb: 'press', data }, trigger: 'manual', ...proof };
    return sends({ type: 'invoke', name: 'adaptiveCard/action', replyToId, value });
  };

  const messages = () => connector.messages(chatId());
  const newest = () => {
    const message = messages().at(-1);
    if (!message) throw new Error(`${name} has seen nothing yet; say something first`);
    return message;
  };

  /** Where reading takes long, the card with the button comes after the turn has ended. */
  async function waitsFor(title: string | RegExp): Promise<Message> {
    const found = () => messages().findLast((message) => titlesOn(message).some((one) => isTitled(one, title)));
    await until(
      () => found() !== undefined,
      () => `No card has a button "${title}"; there are: ${messages().flatMap(titlesOn).join(', ')}`,
    );
    return found() ?? newest();
  }

  return {
    name,
    get conversationId() {
      return chatId();
    },
    sends,
    messages,
    newest,
    says: (text, change = {}) => sends({ text, ...change }),
    edits: (text) =>
      sends({ type: 'messageUpdate', text, channelData: { eventType: 'editMessage', tenant: { id: tenantId } } }),
    arrives: () => sends({ type: 'installationUpdate', action: 'add' }),
    submits,
    async presses(title, { message, inputs = {}, how = 'execute', proof } = {}) {
      const on = message ?? (await waitsFor(title));
      return submits(
        { ...buttonOf(on, title).data, ...inputs },
        { how, replyToId: on.id, ...(proof ? { proof } : {}) },
      );
    },
    async sees(pattern, withinMs = patienceMs) {
      await until(
        () => pattern.test(textOf(messages().at(-1))),
        () => `${name} never saw ${pattern}. The newest card reads:\n${textOf(messages().at(-1))}`,
        withinMs,
      );
      return newest();
    },
    seesOn: (message, pattern, withinMs = patienceMs) =>
      until(
        () => pattern.test(textOf(message)),
        () => `${name} never saw ${pattern} on this card:\n${textOf(message)}`,
        withinMs,
      ),
    speaks(locale, zone = reads.zone) {
      reads = { locale, zone };
    },
  };
}

/** Waits for what happens behind the cards. */
export async function until(holds: () => boolean, complaint: () => string, withinMs = patienceMs): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(complaint());
    await wait(20);
  }
}

/** Far longer than anything here takes on a machine that is slow and busy; nothing waits longer than it has to. */
const patienceMs = 60_000;

const textOf = (message: Message | undefined) => message?.card.fallbackText ?? '(nothing)';

const titlesOn = ({ card }: Message) => (card.actions ?? []).map(({ title }) => title);

function buttonOf(message: Message, title: string | RegExp): Button {
  const button = message.card.actions?.find((one) => isTitled(one.title, title));
  if (!button) throw new Error(`This card has no button "${title}":\n${message.card.fallbackText}`);
  return button;
}

const isTitled = (one: string, title: string | RegExp) => (typeof title === 'string' ? one === title : title.test(one));

type Choice = { title: string; value: string };

/** The choices of a card whose titles read so, in their order. */
export function choicesOn({ card }: Message, title: RegExp = /./): Choice[] {
  return choicesIn(card.body).filter((one) => title.test(one.title));
}

/** What a form sends for those that are ticked. */
export function ticks(message: Message, title: RegExp): string {
  const chosen = choicesOn(message, title);
  if (chosen.length === 0) throw new Error(`Nothing reads ${title} on this card:\n${message.card.fallbackText}`);
  return chosen.map(({ value }) => value).join(',');
}

function choicesIn(part: unknown): Choice[] {
  if (Array.isArray(part)) return part.flatMap(choicesIn);
  if (typeof part !== 'object' || part === null) return [];
  const inside = Object.values(part).flatMap(choicesIn);
  return isChoice(part) ? [part, ...inside] : inside;
}

const isChoice = (part: object): part is Choice =>
  'title' in part && typeof part.title === 'string' && 'value' in part && typeof part.value === 'string';
