import type { Told } from './loopback.ts';

export type Button = { type: string; title: string; verb?: string; data?: Record<string, unknown> };
export type CardContent = { fallbackText: string; body: unknown[]; actions?: Button[]; lang: string };

/** A card of Teams' own that asks a person to sign in (teams-platform 2.2). */
export type SignInCard = {
  text: string;
  connectionName: string;
  buttons: { type: string; title: string; value: string }[];
  tokenExchangeResource?: { id: string; uri?: string };
};

/** A card of Teams' own that asks whether somebody wants a file (msteams-docs, bots-filesv4). */
export type FileConsentCard = {
  description: string;
  sizeInBytes: number;
  acceptContext: unknown;
  declineContext: unknown;
};

/** One message of the bot as it stands now, with everything it ever showed. */
export type Message = {
  id: string;
  conversationId: string;
  card: CardContent;
  summary: string;
  shown: string[];
  /** Where it asks to sign in in Teams' own way; `card` has its text then. */
  signIn?: SignInCard;
  /** Where it asks whether a file is wanted; `card` has its description then. */
  offer?: FileConsentCard & { name: string };
  /** Where it is a file in somebody's OneDrive; `card` has its name then. */
  file?: { name: string; contentUrl: string };
  /** Whom it is shown to, where that is one person of several. */
  onlyFor?: string;
};

export type ConnectorMessages = {
  /** Keeps what a request posts, edits or deletes, and answers it. */
  keep(request: { method: string; path: string; body: string }): Told;
  messages(conversationId: string): Message[];
  delete(message: Message): void;
  forget(): void;
};

type Attachment = {
  contentType?: string;
  name?: string;
  contentUrl?: string;
  content: CardContent | SignInCard | FileConsentCard;
};
type Sent = {
  attachments?: Attachment[];
  summary?: string;
  recipient?: { id: string };
  members?: { id: string }[];
};

type Shown = Pick<Message, 'card' | 'summary' | 'signIn' | 'offer' | 'file' | 'onlyFor'>;

/** The messages of all conversations as they stand now. */
export function openMessages(): ConnectorMessages {
  let messages: Message[] = [];
  let count = 0;

  function post(conversationId: string, shown: Shown): Told {
    count += 1;
    const id = `m-${count}`;
    messages.push({ id, conversationId, ...shown, shown: [shown.card.fallbackText] });
    return { status: 201, body: { id } };
  }

  function edit(id: string, shown: Shown): Told {
    const message = messages.find((one) => one.id === id);
    if (!message) return notThere;
    Object.assign(message, shown);
    message.shown.push(shown.card.fallbackText);
    return { status: 200, body: { id } };
  }

  function remove(id: string): Told {
    const left = messages.filter((one) => one.id !== id);
    const found = left.length < messages.length;
    messages = left;
    return found ? { status: 200 } : notThere;
  }

  return {
    keep({ method, path, body }) {
      if (method === 'DELETE') return remove(activityIn(path));
      const sent = JSON.parse(body || '{}') as Sent;
      if (/\/v3\/conversations\/?$/.test(path)) return { status: 201, body: { id: personalChatOf(sent) } };
      const shown = shownIn(sent, path);
      if (!shown) return { status: 201, body: { id: 'typing' } };
      return method === 'PUT' ? edit(activityIn(path), shown) : post(conversationIn(path), shown);
    },
    messages: (conversationId) => messages.filter((one) => one.conversationId === conversationId),
    delete: (message) => {
      messages = messages.filter((one) => one !== message);
    },
    forget: () => {
      messages = [];
    },
  };
}

function shownIn({ attachments, summary = '', recipient }: Sent, path: string): Shown | null {
  const attachment = attachments?.[0];
  if (!attachment) return null;
  const onlyFor = path.includes('isTargetedActivity=true') && recipient ? { onlyFor: recipient.id } : {};
  return { summary, ...onlyFor, ...contentOf(attachment) };
}

/** An edit leaves nothing of what was shown before. */
function contentOf({ contentType = '', name = '', contentUrl = '', content }: Attachment): Omit<Shown, 'summary'> {
  const nothing = { signIn: undefined, offer: undefined, file: undefined } as unknown as object;
  const plain = (fallbackText: string) => ({ ...nothing, card: { fallbackText, body: [], lang: '' } });
  if (contentType.endsWith('.file.info')) return { ...plain(name), file: { name, contentUrl } };
  if ('sizeInBytes' in content) return { ...plain(content.description), offer: { ...content, name } };
  if ('connectionName' in content) return { ...plain(content.text), signIn: content };
  return { ...nothing, card: content };
}

/** The chat of one person with the bot is the same one every time (teams-platform 4.3). */
const personalChatOf = ({ members }: Sent) => `a:${members?.[0]?.id.replace(/^29:/, '') ?? 'nobody'}`;

const notThere: Told = {
  status: 404,
  body: { error: { code: 'ActivityNotFoundInConversation', message: 'as planned' } },
};

const route = /\/v3\/conversations\/([^/]+)\/activities\/?([^/?]*)/;
export const conversationIn = (path: string) => decodeURIComponent(route.exec(path)?.[1] ?? '');
const activityIn = (path: string) => decodeURIComponent(route.exec(path)?.[2] ?? '');
