import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Button, Connector, Message } from './connector.ts';

export type Answered = { status: number; body: InvokeBody | null };
export type InvokeBody = { statusCode: number; type: string; value: unknown };

/** Somebody in front of the bot, in one conversation. */
export type Person = {
  name: string;
  conversationId: string;
  says(text: string, change?: Record<string, unknown>): Promise<Answered>;
  edits(text: string): Promise<Answered>;
  arrives(): Promise<Answered>;
  /** Presses the newest button with this title, or one of `on`. */
  presses(
    title: string | RegExp,
    on?: { message?: Message; inputs?: object; how?: 'execute' | 'submit' },
  ): Promise<Answered>;
  /** Sends any activity. */
  sends(activity: Record<string, unknown>): Promise<Answered>;
  /** Waits until the newest card reads so. */
  sees(pattern: RegExp, withinMs?: number): Promise<Message>;
  /** The bot's messages here, oldest first. */
  messages(): Message[];
  newest(): Message;
  /** How the person's Teams is set. */
  speaks(locale: string, zone?: string): void;
};

type Parts = {
  connector: Connector;
  botUrl: () => string;
  name: string;
  where?: { conversationId: string; kind: 'personal' | 'groupChat' | 'channel' } | undefined;
};

export function openChat({ connector, botUrl, name, where }: Parts): Person {
  const slug = name.toLowerCase().replace(/\W+/g, '-');
  const conversationId = where?.conversationId ?? `a:${slug}`;
  let reads = { locale: 'en-US', zone: 'Europe/Berlin' };

  const activity = (more: Record<string, unknown>) => ({
    type: 'message',
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    timestamp: new Date().toISOString(),
    from: { id: `29:${slug}`, name, aadObjectId: guidOf(slug) },
    recipient: { id: '28:sync-desk', name: 'Sync Desk' },
    conversation: { id: conversationId, conversationType: where?.kind ?? 'personal', tenantId: 'any' },
    channelData: { tenant: { id: 'any' } },
    locale: reads.locale,
    localTimezone: reads.zone,
    entities: [{ type: 'clientInfo', locale: reads.locale, country: 'DE', platform: 'Web', timezone: reads.zone }],
    ...more,
  });

  const sends: Person['sends'] = async (more) => {
    const response = await fetch(`${botUrl()}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(activity(more)),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as InvokeBody) };
  };

  const messages = () => connector.messages(conversationId);
  const newest = () => {
    const message = messages().at(-1);
    if (!message) throw new Error(`${name} has seen nothing yet; say something first`);
    return message;
  };

  return {
    name,
    conversationId,
    sends,
    messages,
    newest,
    says: (text, change = {}) => sends({ text, ...change }),
    edits: (text) =>
      sends({ type: 'messageUpdate', text, channelData: { eventType: 'editMessage', tenant: { id: 'any' } } }),
    arrives: () => sends({ type: 'installationUpdate', action: 'add' }),
    presses(title, { message, inputs = {}, how = 'execute' } = {}) {
      const on = message ?? newestWith(messages(), title);
      const button = buttonOf(on, title);
      const data = { ...button.data, ...inputs };
      if (how === 'submit') return sends({ value: data, replyToId: on.id, text: undefined });
      const action = { type: 'Action.Execute', title: button.title, verb: button.verb, data };
      return sends({
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: on.id,
        value: { action, trigger: 'manual' },
      });
    },
    async sees(pattern, withinMs = 8_000) {
      const deadline = Date.now() + withinMs;
      while (Date.now() < deadline) {
        const last = messages().at(-1);
        if (last && pattern.test(last.card.fallbackText)) return last;
        await wait(20);
      }
      throw new Error(
        `${name} never saw ${pattern}. The newest card reads:\n${messages().at(-1)?.card.fallbackText ?? '(nothing)'}`,
      );
    },
    speaks(locale, zone = reads.zone) {
      reads = { locale, zone };
    },
  };
}

function newestWith(messages: Message[], title: string | RegExp): Message {
  const found = messages.findLast((message) => message.card.actions?.some((one) => isTitled(one, title)));
  if (found) return found;
  const titles = messages.flatMap((message) => message.card.actions?.map((one) => one.title) ?? []);
  throw new Error(`No card has a button "${title}"; there are: ${titles.join(', ')}`);
}

function buttonOf(message: Message, title: string | RegExp): Button {
  const button = message.card.actions?.find((one) => isTitled(one, title));
  if (!button) throw new Error(`This card has no button "${title}":\n${message.card.fallbackText}`);
  return button;
}

const isTitled = (button: Button, title: string | RegExp) =>
  typeof title === 'string' ? button.title === title : title.test(button.title);

function guidOf(slug: string): string {
  const hex = Buffer.from(slug).toString('hex').padEnd(32, '0').slice(0, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
